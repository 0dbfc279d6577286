"""Whether lower plans carry what the plan above wants of an indicator."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import NamedTuple

from kehoach.analysis.measures import Measure, Reach, for_when, misses, reach, wanted
from kehoach.model.extract import Extract, Member
from kehoach.model.facts import Figure, IndicatorFacts
from kehoach.model.portfolio import Family, Portfolio
from kehoach.model.vocabulary import Aggregation, Direction, Level

_EXACT = Context(prec=60)


class Part(NamedTuple):
    """What one lower plan gives, in the unit of the plan above."""

    member: Member
    indicator: IndicatorFacts
    figure: Figure
    reach: Reach


class Carried(NamedTuple):
    """A target of an upper plan and what its lower plans make of it.

    Attributes:
        how: how the parts make the whole.
        way: which way the target is met.
        parts: of one plan a unit, in the order of the files.
        silent: the plans, one a unit, that give nothing.
        unread: the plans of which it could not be read.
        result: sum, mean or extreme of the parts; none where there is no part, or a weight is missing.
    """

    indicator: IndicatorFacts
    target: Figure
    asked: Reach
    how: Aggregation
    way: Direction | None
    parts: tuple[Part, ...]
    silent: tuple[Extract, ...]
    unread: tuple[Extract, ...]
    result: Reach | None

    @property
    def residual(self) -> Decimal:
        """What is missing, or too much of what should be little; 0 where the target is met."""
        if self.result is None:
            return Decimal(0)
        if misses(self.result, self.asked, Direction.INCREASE) and self.way is not Direction.DECREASE:
            return _EXACT.subtract(self.asked.low, self.result.high)
        if misses(self.result, self.asked, Direction.DECREASE) and self.way is not Direction.INCREASE:
            return _EXACT.subtract(self.result.low, self.asked.high)
        return Decimal(0)

    @property
    def is_short(self) -> bool:
        """Whether the residual is more than rounding explains."""
        return self.residual > self._slack

    @property
    def said_result(self) -> Decimal | None:
        """The result as it is said: a sum exactly, a mean with two digits."""
        if self.result is None:
            return None
        return self.result.high if self.how in _AS_WRITTEN else round(self.result.high, 2)

    @property
    def said_residual(self) -> Decimal:
        """The residual as it is said: 0 where rounding explains it, and at most four digits of what a mean leaves over."""
        if not self.is_short:
            return Decimal(0)
        digits = -int(self.residual.as_tuple().exponent)
        return round(self.residual, _MOST_DIGITS) if digits > _MOST_DIGITS else self.residual

    @property
    def _slack(self) -> Decimal:
        """Give what rounding may take: half a unit of the last digit of each figure, at most a hundredth of the target."""
        steps = [part.reach.step for part in self.parts]
        parts = sum(steps, Decimal(0)) if self.how is Aggregation.SUM else max(steps, default=Decimal(0))
        return min((parts + self.asked.step) / 2, abs(self.asked.high) / 100)

    def measure(self, value: Decimal) -> Measure:
        """Say a figure in the unit of the upper plan."""
        return Measure(value, self.target.value.unit or self.indicator.unit)


def carried(family: Family) -> Iterator[Carried]:
    """Hold each target of the upper plan that lower plans make together against them."""
    upper = family.upper
    if upper is None:
        return
    lowers = below(family)
    if not lowers:
        return
    matched = [(lower, matches(upper, lower)) for lower in lowers]
    for indicator in upper.has.indicators:
        how = _aggregation(indicator, family.portfolio)
        if how in (None, Aggregation.NONE) or not indicator.is_whole:
            continue
        for when in dict.fromkeys(figure.when for figure in indicator.targets):
            target = for_when(indicator.targets, when)
            asked = reach(target.value, indicator.unit, target.value.unit or indicator.unit) if target else None
            if target is not None and asked is not None and how is not None:
                yield _carried(_Wanted(upper, indicator, target, asked, how, family.portfolio), matched)


def matches(upper: Member, lower: Member) -> Mapping[str, IndicatorFacts]:
    """Find the lower plan's indicators that are those of the upper one: said to be the same, or of one register."""
    if lower.matched is None or lower.matched[0] is not upper:
        lower.matched = (upper, _matches(upper, lower))
    return lower.matched[1]


def _matches(upper: Member, lower: Member) -> Mapping[str, IndicatorFacts]:
    registered = upper.registered
    found: dict[str, IndicatorFacts] = {}
    for indicator in lower.has.linked:
        for link in indicator.same_as:
            if link.plan == upper.card.id:
                found.setdefault(link.thing, indicator)
        if indicator.register is not None and (name := registered.get(indicator.register.entry)) is not None:
            found.setdefault(name, indicator)
    return found


def below(family: Family) -> tuple[Member, ...]:
    """Leave out plans of the upper plan's own level: a sector plan of a province is no part of the province."""
    upper = family.upper
    if upper is None:
        return ()
    rank = _RANKS[upper.card.level]
    return tuple(lower for lower in family.lowers if _RANKS[lower.card.level] > rank and lower.card.has_read("locality"))


def _aggregation(indicator: IndicatorFacts, portfolio: Portfolio) -> Aggregation | None:
    entry = portfolio.registers.get(indicator.register.to) if indicator.register else None
    return indicator.aggregation or (entry.aggregation if entry else None)


class _Wanted(NamedTuple):
    upper: Member
    indicator: IndicatorFacts
    target: Figure
    asked: Reach
    how: Aggregation
    portfolio: Portfolio


def _carried(wants: _Wanted, matched: Sequence[tuple[Member, Mapping[str, IndicatorFacts]]]) -> Carried:
    parts: dict[str, tuple[Part, Decimal | None]] = {}
    silent: dict[str, Extract] = {}
    unread: dict[str, Extract] = {}
    for lower, same in matched:
        unit, indicator = wants.portfolio.unit_of(lower.card), same.get(wants.indicator.id)
        part = _part(wants, lower, indicator)
        if part is not None:
            if unit not in parts or (lower.card.kind is wants.upper.card.kind) > (parts[unit][0].member.card.kind is wants.upper.card.kind):
                parts[unit] = (part, _weight(wants, lower, same))
        elif _is_unread(lower, indicator):
            unread.setdefault(unit, lower.card)
        elif _covers(lower.card, wants.target.when):
            silent.setdefault(unit, lower.card)
    return Carried(
        indicator=wants.indicator,
        target=wants.target,
        asked=wants.asked,
        how=wants.how,
        way=wanted(wants.indicator.direction, wants.target.comparison),
        parts=tuple(part for part, _ in parts.values()),
        silent=tuple(card for unit, card in silent.items() if unit not in parts and unit not in unread),
        unread=tuple(card for unit, card in unread.items() if unit not in parts),
        result=_result(wants.how, list(parts.values())),
    )


def _part(wants: _Wanted, lower: Member, indicator: IndicatorFacts | None) -> Part | None:
    figure = for_when(indicator.targets, wants.target.when) if indicator is not None and indicator.is_whole else None
    if indicator is None or figure is None:
        return None
    given = reach(figure.value, indicator.unit, wants.target.value.unit or wants.indicator.unit)
    return None if given is None else Part(lower, indicator, figure, given)


def _weight(wants: _Wanted, lower: Member, same: Mapping[str, IndicatorFacts]) -> Decimal | None:
    """Find what weighs a lower plan: its own `weight`, else its counterpart of the upper plan's."""
    if wants.how is not Aggregation.WEIGHTED_MEAN:
        return Decimal(1)
    own = same[wants.indicator.id].weight
    weight = lower.has.indicator(own) if own else same.get(wants.indicator.weight)
    if weight is None:
        return None
    figure = for_when(weight.targets, wants.target.when)
    value = figure.value if figure is not None else weight.baseline
    read = reach(value, weight.unit, weight.unit) if value is not None else None
    return read.low if read is not None and read.low > 0 else None


def _is_unread(lower: Member, indicator: IndicatorFacts | None) -> bool:
    """Tell whether a plan may give what could not be read of it."""
    if indicator is not None:
        return not indicator.is_whole
    return any(cut[:1] in (("monitoring",), ("*",)) for cut in lower.card.cuts)


def _covers(card: Extract, when: str) -> bool:
    years = [int(year) for year in re.findall(r"\d{4}", when)]
    return card.has_read("period") and years[0] <= card.period.last.year and card.period.first.year <= years[-1]


def _result(how: Aggregation, parts: Sequence[tuple[Part, Decimal | None]]) -> Reach | None:
    if not parts:
        return Reach(Decimal(0), Decimal(0), Decimal(0)) if how is Aggregation.SUM else None
    reaches = [part.reach for part, _ in parts]
    lows, highs = [given.low for given in reaches], [given.high for given in reaches]
    if how is Aggregation.MIN:
        return Reach(min(lows), min(highs), Decimal(0))
    if how is Aggregation.MAX:
        return Reach(max(lows), max(highs), Decimal(0))
    weights = [Decimal(1) if how in (Aggregation.SUM, Aggregation.MEAN) else weight for _, weight in parts]
    whole = _sum([weight for weight in weights if weight is not None])
    if None in weights:
        return None
    low, high = _weighed(lows, weights), _weighed(highs, weights)
    if how is Aggregation.SUM:
        return Reach(low, high, Decimal(0))
    return Reach(_EXACT.divide(low, whole), _EXACT.divide(high, whole), Decimal(0))


def _weighed(values: Sequence[Decimal], weights: Sequence[Decimal | None]) -> Decimal:
    return _sum([_EXACT.multiply(value, weight) for value, weight in zip(values, weights, strict=True) if weight is not None])


def _sum(values: Sequence[Decimal]) -> Decimal:
    whole = Decimal(0)
    for value in values:
        whole = _EXACT.add(whole, value)
    return whole


_MOST_DIGITS = 4
_AS_WRITTEN = frozenset((Aggregation.SUM, Aggregation.MIN, Aggregation.MAX))
_RANKS = {level: rank for rank, level in enumerate((Level.NATIONAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE))}
