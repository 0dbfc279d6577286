"""Amounts of one table that are a thousand times apart: somebody mixed up the units."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.budget import Budget, Taken, budget, taken
from kehoach.analysis.costs import Cost
from kehoach.diagnostics import KeyPath
from kehoach.model.plan import Plan
from kehoach.values.money import Amount, exact_sum

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
            yield from _against_needs(limits, ledger.costs_on(fund.id), taken(plan).get(fund.id, {}))


def _is_wide(ledger: Budget) -> bool:
    """Tell whether the largest need is a thousand times the smallest, without which there is no gap."""
    values = [cost.value for cost in ledger.costs]
    least = min(values, default=0)
    if least <= 0:
        values = [value for value in values if value > 0]
        least = min(values, default=0)
    return bool(values) and max(values) >= least * _THOUSAND


def _gap(figures: Sequence[Figure]) -> Iterator[Gap]:
    """Split a table at a gap of a thousand times between neighbours in size; the smaller side is the strange one."""
    if len(figures) <= 1:
        return
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


def _against_needs(limits: Sequence[Figure], costs: Sequence[Cost], spent: Taken) -> Iterator[Gap]:
    """Compare the smallest limit of a fund with all that is taken from it, and the largest with the largest need."""
    if not costs or not limits:
        return
    smallest = min(limits, key=lambda figure: figure.amount.value)
    largest = max(figure.amount.value for figure in limits)
    biggest = max([cost.value for cost in costs])
    if smallest.amount.value >= exact_sum(spent.values()) * _THOUSAND > 0 or biggest >= largest * _THOUSAND > 0:
        nearest = next(cost for cost in costs if cost.value == biggest)
        yield Gap((smallest,), Figure(nearest.path, nearest.amount))
