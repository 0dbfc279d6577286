"""Whether the resources of a plan are ensured: need against limits, and how sure the money is."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from kehoach.analysis.budget import Budget, budget, taken
from kehoach.analysis.costs import Cost, Quantity, Use, less
from kehoach.analysis.rounding import written_slack
from kehoach.diagnostics import KeyPath
from kehoach.model.money_vocabulary import FundStatus
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund, InKind
from kehoach.remembered import remembered
from kehoach.values.money import Amount, AmountRange, exact_sum, total, total_value

UNSURE = frozenset((FundStatus.EXPECTED, FundStatus.MOBILISABLE))
"""Money that nobody has allocated or committed yet."""


class Part(NamedTuple):
    """What one task or action takes."""

    path: KeyPath
    id: str
    amount: Amount | Quantity


class Overrun(NamedTuple):
    """A limit that the tasks go beyond, in one year or, where money is undated, in all."""

    source: Fund | InKind
    year: int | None
    path: KeyPath  # of the limit
    need: Amount | Quantity
    limit: Amount | AmountRange | Quantity
    over: Amount | Quantity
    parts: tuple[Part, ...]  # the largest first


class Unsecured(NamedTuple):
    """The need on money that is only expected or mobilisable."""

    costs: tuple[Cost, ...]
    amount: Amount
    share: Decimal  # of the whole need, from 0 to 1


class Balance:
    """Need against what can be counted on, each side worked out when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ledger = budget(plan)

    @cached_property
    def need(self) -> Amount:
        """All that the tasks take."""
        return self.ledger.sum()

    @cached_property
    def secured(self) -> Amount:
        """The need on funds that are more than expected or mobilisable."""
        return self.ledger.of(less(self.need, self.unsecured.amount))

    @cached_property
    def overruns(self) -> tuple[Overrun, ...]:
        """The limits that the tasks go beyond."""
        return (*_money_overruns(self.plan, self.ledger), *_kind_overruns(self.plan, self.ledger))

    @cached_property
    def unsecured(self) -> Unsecured:
        """The need on money that is only expected or mobilisable."""
        funds = self.plan.resources.funds if self.plan.resources else ()
        unsure = {fund.id for fund in funds if fund.status in UNSURE and fund.id in self.ledger.by_fund}
        costs = tuple(cost for cost in self.ledger.costs if cost.need.fund in unsure) if unsure else ()
        amount = self.ledger.sum(costs)
        whole = exact_sum(value for of_fund in taken(self.plan).values() for value in of_fund.values())
        return Unsecured(costs, amount, amount.value / whole if whole else Decimal(0))

    def is_ensured(self, threshold: Decimal) -> bool:
        """Tell whether every need is within its limit and enough of the money is sure."""
        return not self.overruns and self.unsecured.share <= threshold


@remembered
def balance(plan: Plan) -> Balance:
    """Hold what the tasks take against the limits."""
    return Balance(plan)


def _money_overruns(plan: Plan, ledger: Budget) -> Iterator[Overrun]:
    for fund in plan.resources.funds if plan.resources else ():
        costs, spent = ledger.costs_on(fund.id), taken(plan).get(fund.id, {})
        limits = {year: _in_currency(limit, ledger) for year, limit in fund.limits.items()}
        for year, limit in limits.items():
            if limit is not None and spent.get(year, 0) > limit.high.value:
                dated = [cost for cost in costs if cost.year == year]
                yield from _money_overrun(fund, year, limit, dated, ledger)
        if None in spent and limits:
            known = [limit for limit in limits.values() if limit is not None]
            if len(known) == len(limits):
                whole = AmountRange(total([limit.low for limit in known]), total([limit.high for limit in known]))
                counted = [cost for cost in costs if cost.year is None or cost.year in limits]
                yield from _money_overrun(fund, None, whole, counted, ledger)


def _money_overrun(fund: Fund, year: int | None, limit: AmountRange, costs: Sequence[Cost], ledger: Budget) -> Iterator[Overrun]:
    amounts = [cost.amount for cost in costs]
    if total_value(amounts) <= limit.high.value:
        return
    need = ledger.sum_of(amounts)
    over = less(need, limit.high)
    if over <= written_slack(amounts):
        return
    largest = sorted(costs, key=lambda cost: -cost.value)
    yield Overrun(
        source=fund,
        year=year,
        path=fund.at("limits") if year is None else fund.at("limits", str(year)),
        need=need,
        limit=AmountRange(ledger.said(limit.low), ledger.said(limit.high)),
        over=ledger.of(over),
        parts=tuple(Part(cost.path, cost.work.id, ledger.said(cost.amount)) for cost in largest),
    )


def _in_currency(limit: AmountRange, ledger: Budget) -> AmountRange | None:
    if limit.low.currency == limit.high.currency == ledger.currency:
        return limit
    low, high = ledger.exchanged(limit.low), ledger.exchanged(limit.high)
    return None if low is None or high is None else AmountRange(low, high)


def _kind_overruns(plan: Plan, ledger: Budget) -> Iterator[Overrun]:
    for source in plan.resources.in_kind if plan.resources else ():
        uses = [use for use in ledger.uses if use.need.in_kind == source.id]
        for year, limit in source.limits.items():
            yield from _kind_overrun(source, year, limit, [use for use in uses if use.year == year])
        if any(use.year is None for use in uses) and source.limits:
            counted = [use for use in uses if use.year is None or use.year in source.limits]
            yield from _kind_overrun(source, None, sum(source.limits.values(), Decimal(0)), counted)


def _kind_overrun(source: InKind, year: int | None, limit: Decimal, uses: Sequence[Use]) -> Iterator[Overrun]:
    need = sum((use.quantity for use in uses), Decimal(0))
    if need <= limit:
        return
    unit = source.unit or ""
    largest = sorted(uses, key=lambda use: -use.quantity)
    yield Overrun(
        source=source,
        year=year,
        path=source.at("limits") if year is None else source.at("limits", str(year)),
        need=Quantity(need, unit),
        limit=Quantity(limit, unit),
        over=Quantity(need - limit, unit),
        parts=tuple(Part(use.need.at("quantity"), use.work.id, Quantity(use.quantity, unit)) for use in largest),
    )
