"""How a plan shares its targets and money among the plans below, and what is left; by what the plan itself says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

from kehoach.analysis.measures import reach, when
from kehoach.model.coordination import Assignment
from kehoach.model.monitoring import Indicator, Target
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.model.vocabulary import Aggregation
from kehoach.values.dates import Period
from kehoach.values.money import Amount, total
from kehoach.values.targets import TargetValue

_EXACT = Context(prec=60)


class SharedTarget(NamedTuple):
    """An indicator and its figure for each plan that has one.

    Attributes:
        id: of the indicator; it may be one that the plan does not have.
        whole: the plan's own target for the time.
        handed: the sum of the figures, in the indicator's unit; none where they do not add up to anything.
        left: the plan's target less that sum; none where either is not one number.
    """

    id: str
    indicator: Indicator | None
    figures: Mapping[str, TargetValue]
    whole: Target | None
    handed: Decimal | None
    left: Decimal | None


class SharedFund(NamedTuple):
    """A fund and what each plan gets of it; `whole` is what the plan has, `left` what it keeps."""

    id: str
    fund: Fund | None
    amounts: Mapping[str, Amount]
    whole: Amount | None
    handed: Amount | None
    left: Amount | None


class Distribution(NamedTuple):
    """What is handed down for one period."""

    period: Period
    plans: tuple[str, ...]
    targets: tuple[SharedTarget, ...]
    funds: tuple[SharedFund, ...]


def distributions(plan: Plan, periods: Mapping[str, Period]) -> Iterator[Distribution]:
    """Give what is handed down, period by period: a target is for the end of the lower plan's own period.

    Args:
        plan: the plan that hands down.
        periods: of the lower plans that are known; of the others it is taken to be this plan's.
    """
    groups: dict[tuple[date, date], list[Assignment]] = {}
    for assignment in plan.coordination.assignments if plan.coordination else ():
        if assignment.plan and (assignment.indicators or assignment.funds):
            period = periods.get(assignment.plan, plan.period)
            groups.setdefault((period.last, period.first), []).append(assignment)
    for _, assignments in sorted(groups.items()):
        period = periods.get(assignments[0].plan or "", plan.period)
        yield Distribution(
            period,
            tuple(dict.fromkeys(one.plan for one in assignments if one.plan)),
            tuple(_targets(plan, assignments, period)),
            tuple(_funds(plan, assignments, period)),
        )


def _targets(plan: Plan, assignments: Sequence[Assignment], period: Period) -> Iterator[SharedTarget]:
    known = {one.id: one for one in (plan.monitoring.indicators if plan.monitoring else ())}
    for name in _in_order((name for one in assignments for name in one.indicators), known):
        indicator = known.get(name)
        figures = {one.plan: one.indicators[name] for one in assignments if one.plan and name in one.indicators}
        if indicator is None:
            yield SharedTarget(name, None, figures, None, None, None)
            continue
        whole = own_target(indicator, when(None, None, period), plan.period)
        handed = _added(indicator, list(figures.values()))
        left = difference(indicator, whole, TargetValue(value=handed)) if handed is not None else None
        yield SharedTarget(name, indicator, figures, whole, handed, left)


def _in_order(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Sort names as the plan lists them; unknown ones come last, as they stand."""
    places = {name: place for place, name in enumerate(known)}
    return sorted(dict.fromkeys(names), key=lambda name: places.get(name, len(places)))


def own_target(indicator: Indicator, moment: str, period: Period) -> Target | None:
    """Find the plan's own target for a moment, as `measures.when` names it: what is promised before what is striven for."""
    found = [one for one in indicator.targets if one.value is not None and when(one.date, one.over, period) == moment]
    return min(found, key=lambda one: bool(one.aspirational), default=None)


def difference(indicator: Indicator, target: Target | None, value: TargetValue | None) -> Decimal | None:
    """Give the plan's own target less another figure, in the indicator's unit; none where either is not one number."""
    own = _number(target.value, indicator) if target is not None and target.of is None else None
    other = _number(value, indicator)
    return None if own is None or other is None else _EXACT.subtract(own, other)


def _added(indicator: Indicator, figures: Sequence[TargetValue]) -> Decimal | None:
    if indicator.aggregation is not Aggregation.SUM:
        return None
    numbers = [_number(value, indicator) for value in figures]
    whole = Decimal(0)
    for number in numbers:
        if number is None:
            return None
        whole = _EXACT.add(whole, number)
    return whole


def _number(value: TargetValue | None, indicator: Indicator) -> Decimal | None:
    """Give the one number that a value is, in the indicator's unit."""
    unit = indicator.unit or ""
    found = reach(value, unit, unit) if value is not None else None
    return found.low if found is not None and found.low == found.high else None


def _funds(plan: Plan, assignments: Sequence[Assignment], period: Period) -> Iterator[SharedFund]:
    known = {one.id: one for one in (plan.resources.funds if plan.resources else ())}
    for name in _in_order((name for one in assignments for name in one.funds), known):
        fund = known.get(name)
        amounts = {one.plan: one.funds[name] for one in assignments if one.plan and name in one.funds}
        whole, handed = _limit(fund, period) if fund else None, _sum(list(amounts.values()))
        yield SharedFund(name, fund, amounts, whole, handed, _kept(whole, handed))


def _limit(fund: Fund, period: Period) -> Amount | None:
    """Give what a fund has in the years of a period, if it is no range."""
    limits = [limit for year, limit in fund.limits.items() if year in period.years]
    return _sum([limit.low for limit in limits]) if all(limit.low == limit.high for limit in limits) else None


def _sum(amounts: Sequence[Amount]) -> Amount | None:
    return total(amounts) if amounts and len({amount.currency for amount in amounts}) == 1 else None


def _kept(whole: Amount | None, handed: Amount | None) -> Amount | None:
    if whole is None or handed is None or whole.currency != handed.currency:
        return None
    return whole._replace(value=_EXACT.subtract(whole.value, handed.value), text="")
