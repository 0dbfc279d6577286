"""The targets that a plan was given from above."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach.analysis.coherence import matches
from kehoach.analysis.measures import for_when, misses, reach, wanted, when
from kehoach.model.extract import Extract, Member
from kehoach.model.facts import DialogueFacts, Figure, IndicatorFacts
from kehoach.model.portfolio import Family
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Direction, Outcome
from kehoach.values.targets import Comparison, TargetValue


class Given(NamedTuple):
    """A target from above: what for, how much, and where it is said."""

    indicator: IndicatorFacts  # of the lower plan
    value: TargetValue
    comparison: Comparison | None
    unit: str
    direction: Direction | None
    when: str
    card: Extract
    spot: Spot


class Missed(NamedTuple):
    """A target that a lower plan does not take up, and the discussion about it."""

    lower: Member
    given: Given
    above: Given | None  # as the plan above says it, where the lower plan says it too
    planned: Figure
    dialogue: DialogueFacts | None

    @property
    def is_discussed(self) -> bool:
        """Whether there is a dialogue that was not refused."""
        return self.dialogue is not None and self.dialogue.outcome is not Outcome.REFUSED


def missed(family: Family) -> Iterator[Missed]:
    """List the targets for which lower plans certainly promise less than they were given."""
    for lower in family.lowers:
        above = {assigned.indicator.id: assigned for assigned in from_above(family, lower)}
        for assignment in _given(family, lower, above):
            indicator = assignment.indicator
            planned = for_when(indicator.targets, assignment.when)
            if planned is None or not indicator.is_whole:
                continue
            own = reach(planned.value, indicator.unit, planned.value.unit or indicator.unit)
            asked = reach(assignment.value, assignment.unit, planned.value.unit or indicator.unit)
            way = wanted(assignment.direction, assignment.comparison)
            if own is not None and asked is not None and misses(own, asked, way):
                dialogue = next((said for said in lower.has.dialogues if said.about == indicator.id), None)
                said = above.get(indicator.id) if assignment.card is lower.card else None
                yield Missed(lower, assignment, said, planned, dialogue)


def given(family: Family, lower: Member) -> Iterator[Given]:
    """List what a plan itself says it was assigned, else what the plan above assigns to it."""
    yield from _given(family, lower, {assigned.indicator.id: assigned for assigned in from_above(family, lower)})


def _given(family: Family, lower: Member, above: Mapping[str, Given]) -> Iterator[Given]:
    for indicator in lower.has.linked:
        own = said_by_itself(family, lower, indicator)
        if own is not None:
            yield own
        elif indicator.id in above:
            yield above[indicator.id]


def said_by_itself(family: Family, lower: Member, indicator: IndicatorFacts) -> Given | None:
    """Give the target that the plan says it was assigned."""
    own = indicator.assigned
    if own is None:
        return None
    unit = own.value.unit or indicator.unit
    return Given(indicator, own.value, own.comparison, unit, _direction(family, indicator), own.when, lower.card, own.spot)


def from_above(family: Family, lower: Member) -> Iterator[Given]:
    """List the targets that the plan above assigns to a plan: each is for the end of that plan's own period."""
    upper = family.upper
    if upper is None:
        return
    same = matches(upper, lower)
    end = when(None, None, lower.card.period)
    for assignment in upper.assigned.get(lower.card.id, ()):
        for target in assignment.indicators:
            indicator, theirs = same.get(target.id), upper.has.indicator(target.id)
            if indicator is None or theirs is None or target.value.is_qualitative:
                continue
            yield Given(
                indicator=indicator,
                value=target.value,
                comparison=target.value.comparison,
                unit=target.value.unit or theirs.unit,
                direction=indicator.direction or theirs.direction or _direction(family, indicator),
                when=end,
                card=upper.card,
                spot=target.spot,
            )


def _direction(family: Family, indicator: IndicatorFacts) -> Direction | None:
    """Tell which way is better, by the plan or the register."""
    entry = family.portfolio.registers.get(indicator.register.to) if indicator.register else None
    return indicator.direction or (entry.direction if entry else None)
