"""Amounts of one table that are a thousand times apart: somebody mixed up the units."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.budget import Budget, budget
from kehoach.diagnostics import KeyPath
from kehoach.model.plan import Plan
from kehoach.values.money import Amount, total_value

_THOUSAND = 1000


class Figure(NamedTuple):
    """One amount and where it stands."""

    path: KeyPath
    amount: Amount


class Gap(NamedTuple):
    """Amounts a thousand times larger or smaller than the rest of their table."""

    strange: tuple[Figure, ...]  # in the file's order
    nearest: Figure  # the amount of the rest that is closest to them


def gaps(plan: Plan) -> Iterator[Gap]:
    """Find the suspects among the needs, among the limits of each fund, and between a fund's needs and limit."""
    ledger = budget(plan)
    among_needs = list(_gap([Figure(cost.path, cost.amount) for cost in ledger.costs])) if _is_wide(ledger) else []
    yield from among_needs
    for fund in plan.resources.funds if plan.resources else ():
        limits = [
            Figure(fund.at("limits", str(year)), amount)
            for year, limit in fund.limits.items()
            if (amount := ledger.exchanged(limit.high)) is not None
        ]
        among_limits = list(_gap(limits))
        yield from among_limits
        if not among_limits and not among_needs:
            yield from _against_needs(fund.id, limits, ledger)


def _is_wide(ledger: Budget) -> bool:
    """Tell whether the largest need is a thousand times the smallest, without which there is no gap."""
    values = [cost.amount.value for cost in ledger.costs if cost.amount.value > 0]
    return bool(values) and max(values) >= min(values) * _THOUSAND


def _gap(figures: Sequence[Figure]) -> Iterator[Gap]:
    """Split a table at a gap of a thousand times between neighbours in size; the smaller side is the strange one."""
    ordered = sorted((figure for figure in figures if figure.amount.value > 0), key=lambda figure: figure.amount.value)
    for index in range(1, len(ordered)):
        low, high = ordered[index - 1], ordered[index]
        if high.amount.value >= low.amount.value * _THOUSAND:
            below, above = ordered[:index], ordered[index:]
            is_above = len(above) <= len(below)
            members = {figure.path for figure in (above if is_above else below)}
            strange = tuple(figure for figure in figures if figure.path in members)
            yield Gap(strange, low if is_above else high)
            return


def _against_needs(fund_id: str, limits: Sequence[Figure], ledger: Budget) -> Iterator[Gap]:
    """Compare the smallest limit of a fund with all that is taken from it, and the largest with the largest need."""
    costs = ledger.costs_on(fund_id)
    if not costs or not limits:
        return
    smallest = min(limits, key=lambda figure: figure.amount.value)
    largest = max(limits, key=lambda figure: figure.amount.value)
    biggest = max(costs, key=lambda cost: cost.amount.value)
    if (
        smallest.amount.value >= total_value(cost.amount for cost in costs) * _THOUSAND > 0
        or biggest.amount.value >= largest.amount.value * _THOUSAND > 0
    ):
        yield Gap((smallest,), Figure(biggest.path, biggest.amount))
