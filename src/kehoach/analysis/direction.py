"""Whether a target lies on the wrong side of its baseline."""

from decimal import Decimal
from typing import NamedTuple

from kehoach.analysis.wording import says_change
from kehoach.model.monitoring import Baseline, Indicator, Target
from kehoach.model.vocabulary import Accumulation, Direction, Expresses
from kehoach.values.dates import PlanDate, Precision
from kehoach.values.targets import Comparison, TargetValue
from kehoach.values.text import fold


class Side(NamedTuple):
    """The figures a value may mean; none is no limit."""

    low: Decimal | None
    high: Decimal | None


def goes_against(indicator: Indicator, target: Target) -> bool:
    """Tell whether a target is certainly worse than the baseline; False where they cannot be compared."""
    baseline = indicator.baseline
    if baseline is None or baseline.value is None or target.value is None:
        return False
    if target.value.is_qualitative or baseline.value.is_qualitative:
        return False
    return _is_worse(indicator, baseline.value, target, target.value) and _comparable(indicator, baseline, target)


def _is_worse(indicator: Indicator, before: TargetValue, target: Target, after: TargetValue) -> bool:
    """Compare the figures, whatever they count."""
    comparison = target.is_ or after.comparison
    end, start = _measured(after), _possible(before)
    if indicator.expresses is Expresses.CHANGE:
        # A smaller rise is a rise all the same; only an unwanted fall is against the direction.
        return indicator.direction is Direction.INCREASE and _is_below(end, Side(Decimal(0), None)) and _is_below(end, start)
    if indicator.direction is Direction.INCREASE:
        return _is_below(end, start) or (comparison is Comparison.LESS_THAN and end.high == start.low)
    if indicator.direction is Direction.DECREASE:
        return _is_below(start, end) or (comparison is Comparison.MORE_THAN and start.high == end.low)
    return False


def _is_below(one: Side, other: Side) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _measured(value: TargetValue) -> Side:
    """Give the figures a target names: the bound itself is what is promised."""
    return Side(value.low, value.high) if value.value is None else Side(value.value, value.value)


def _possible(value: TargetValue) -> Side:
    """Give all figures a baseline may mean: `trên 10` has no upper limit."""
    named = _measured(value)
    if value.comparison in {Comparison.AT_LEAST, Comparison.MORE_THAN}:
        return Side(named.low, None)
    if value.comparison in {Comparison.AT_MOST, Comparison.LESS_THAN}:
        return Side(None, named.high)
    return named


def _comparable(indicator: Indicator, baseline: Baseline, target: Target) -> bool:
    """Tell whether two figures count the same thing over stretches of time of the same length."""
    assert baseline.value is not None
    assert target.value is not None
    if indicator.expresses is None and says_change(indicator.name):
        return False
    if _unit(baseline.value, indicator) != _unit(target.value, indicator):
        return False
    whole = target.value.of or (target.of.value if target.of is not None else None)
    if baseline.value.of != whole:
        return False
    if baseline.date is not None and target.date is not None and target.date.certainly_before(baseline.date):
        return False
    return indicator.accumulation is Accumulation.POINT_IN_TIME or (_closes_year(baseline.date) and _closes_year(target.date))


def _unit(value: TargetValue, indicator: Indicator) -> str:
    name = fold(value.unit or indicator.unit or "")
    return "%" if name in _PERCENT else name


def _closes_year(day: PlanDate | None) -> bool:
    """Tell whether a figure is that of a whole year, so that no part of a year is compared with one."""
    return day is None or day.precision is Precision.YEAR or (day.precision is Precision.DAY and (day.last.month, day.last.day) == (12, 31))


_PERCENT = frozenset(("%", "phan tram", "percent", "per cent"))
