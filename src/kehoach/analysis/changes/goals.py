"""What a target asks for, in whichever notation, and which of two asks for more."""

from decimal import Context, Decimal
from typing import NamedTuple

from kehoach.analysis.changes.change import Kind, spaced
from kehoach.analysis.measures import factor
from kehoach.language import Language
from kehoach.model.vocabulary import Direction
from kehoach.values.targets import Comparison, TargetValue
from kehoach.values.text import fold

_EXACT = Context(prec=60)


class Goal(NamedTuple):
    """The figures of a target and how they are compared.

    Attributes:
        unit: what the target itself writes, where that is not the indicator's.
        text: where it is words only.
        measure: the unit of the figures, whoever says it.
    """

    comparison: Comparison | None
    low: Decimal | None
    high: Decimal | None
    of: Decimal | None
    unit: str
    text: str = ""
    measure: str = ""

    @property
    def has_figures(self) -> bool:
        """Whether it is more than words."""
        return self.low is not None and self.high is not None

    def into(self, measure: str) -> "Goal | None":
        """Give the same in another unit; none where the two measure different things."""
        times = factor(self.measure, measure)
        if times is None:
            return None
        low, high, of = (None if one is None else _EXACT.multiply(one, times) for one in (self.low, self.high, self.of))
        return self._replace(low=low, high=high, of=of, unit="", measure=measure)

    def measured(self) -> "Goal":
        """Give the same with the unit of its figures written."""
        return self._replace(unit=self.measure)

    def say(self, language: Language) -> str:
        """Write it as officers do: `từ 44,5 trở lên`, `at least 44.5`."""
        is_range = self.low != self.high
        return TargetValue(
            comparison=self.comparison,
            value=None if is_range else self.low,
            low=self.low if is_range else None,
            high=self.high if is_range else None,
            of=self.of,
            unit=self.unit,
            text=self.text,
        ).say(language)


def goal(value: TargetValue, is_: Comparison | None = None, of: TargetValue | None = None, unit: str = "") -> Goal:
    """Bring a target's notations together: `≥ 14` is 14 with `is: at_least`, `4/9` is 4 `of` 9.

    Args:
        value: what stands under `value`.
        is_: what stands under `is`.
        of: what stands under `of`.
        unit: the indicator's, which need not be written again.
    """
    if value.is_qualitative:
        return Goal(is_, None, None, of.value if of is not None else None, "", spaced(value.text))
    own = "" if fold(value.unit) == fold(unit) else spaced(value.unit)
    low, high = (value.low, value.high) if value.value is None else (value.value, value.value)
    whole = value.of or (of.value if of is not None else None)
    return Goal(is_ or value.comparison, low, high, whole, own, measure=own or unit)


def alike(one: Goal | None, other: Goal | None) -> bool:
    """Tell whether two targets ask for the same, be it in other units; units of different things are told by who writes them."""
    if one is None or other is None:
        return one is other
    converted = one.into(other.measure)
    if converted is None:
        return one._replace(measure="") == other._replace(measure="")
    return converted == other._replace(unit="")


def judge(old: Goal | None, new: Goal | None, direction: Direction | None) -> Kind:
    """Tell whether a target asks for more than before: a higher figure, or a lower one where less is better."""
    held = old.into(new.measure) if old is not None and new is not None else None
    if held is None or new is None or not (held.has_figures and new.has_figures) or (held.of is None) != (new.of is None):
        return Kind.CHANGED
    if direction is Direction.MAINTAIN:
        return Kind.CHANGED
    before, after = _ends(held), _ends(new)
    up = after[0] >= before[0] and after[1] >= before[1]
    down = after[0] <= before[0] and after[1] <= before[1]
    if up == down:
        return Kind.CHANGED
    return Kind.RAISED if up == (direction is not Direction.DECREASE) else Kind.LOWERED


def _ends(one: Goal) -> tuple[Decimal, Decimal]:
    assert one.low is not None
    assert one.high is not None
    if one.of:
        return _EXACT.divide(one.low, one.of), _EXACT.divide(one.high, one.of)
    return one.low, one.high
