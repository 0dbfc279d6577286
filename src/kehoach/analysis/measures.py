"""Units of indicators, and figures in them compared."""

from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from kehoach.language import Language, say_number
from kehoach.model.facts import Figure
from kehoach.model.vocabulary import Direction
from kehoach.values.dates import Period, PlanDate
from kehoach.values.numbers import last_place
from kehoach.values.targets import Comparison, TargetValue
from kehoach.values.text import fold
from kehoach.values.units import money_unit

_EXACT = Context(prec=60)


class Unit(NamedTuple):
    """A unit: so many of a base that other units may share."""

    base: str
    factor: Decimal


class Measure(NamedTuple):
    """A number of units, as it is said."""

    value: Decimal
    unit: str = ""

    def say(self, language: Language) -> str:
        """Write `41,2 km`, `14%`."""
        return f"{say_number(self.value, language)}{'' if self.unit in _CLOSE else ' '}{self.unit}".rstrip()


class Reach(NamedTuple):
    """The figures that a target names: of a range its two ends, else the same twice."""

    low: Decimal
    high: Decimal
    step: Decimal  # the value of the last digit written; 0 for whole numbers, which count things


@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit:
    """Read the name of a unit: `triệu đồng`, `nghìn người`, `km`, `%`."""
    head, slash, rest = text.partition("/")
    money = money_unit(head)
    if money is not None:
        return Unit(money.currency + slash + fold(rest), money.factor)
    whole = fold(text)
    if whole in _KNOWN:
        return _KNOWN[whole]
    for word, factor in _SCALES:
        if whole.startswith(f"{word} "):
            inner = _KNOWN.get(whole.removeprefix(f"{word} "), Unit(whole.removeprefix(f"{word} "), Decimal(1)))
            return Unit(inner.base, inner.factor * factor)
    return Unit(whole, Decimal(1))


@lru_cache(maxsize=1024)
def factor(of: str, into: str) -> Decimal | None:
    """Give what a figure is multiplied by to be in another unit; none where the units measure different things.

    A unit that is not given is taken for the other one.
    """
    if not of or not into:
        return Decimal(1)
    one, other = read_unit(of), read_unit(into)
    if one.base != other.base:
        return None
    return _EXACT.divide(one.factor, other.factor)


def reach(value: TargetValue, unit: str, into: str) -> Reach | None:
    """Give the figures of a value in a unit; none where they cannot be had, as of shares of a whole."""
    if value.of is not None or value.is_qualitative:
        return None
    times = factor(value.unit or unit, into)
    if times is None:
        return None
    numbers = [number for number in (value.value, value.low, value.high) if number is not None]
    step = max((last_place(number) for number in numbers), default=Decimal(0))
    scaled = [_EXACT.multiply(number, times) for number in numbers]
    return Reach(min(scaled), max(scaled), _EXACT.multiply(step, times) if step < 1 else Decimal(0))


def wanted(direction: Direction | None, comparison: Comparison | None) -> Direction | None:
    """Tell which way a target is met; none where neither the target nor its indicator says so."""
    if comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN):
        return Direction.INCREASE
    if comparison in (Comparison.AT_MOST, Comparison.LESS_THAN):
        return Direction.DECREASE
    return Direction.MAINTAIN if comparison is Comparison.EQUAL else direction


def misses(planned: Reach, asked: Reach, way: Direction | None) -> bool:
    """Tell whether what is planned certainly falls short of what is asked."""
    if way is Direction.INCREASE:
        return planned.high < asked.low
    if way is Direction.DECREASE:
        return planned.low > asked.high
    return way is Direction.MAINTAIN and (planned.high < asked.low or planned.low > asked.high)


def when(day: PlanDate | None, over: Period | None, period: Period) -> str:
    """Name the time of a figure so that figures of two plans can be matched: without a date, the end of the plan's period."""
    if over is not None:
        return f"~{over.iso()}"
    last = period.last if day is None else day.last
    return f"{last.year}" if (last.month, last.day) == _YEAR_END else last.isoformat()


def for_when(targets: tuple[Figure, ...], when: str) -> Figure | None:
    """Find the target for a time: what is promised before what is striven for."""
    found = sorted((figure for figure in targets if figure.when == when), key=lambda figure: figure.aspirational)
    return found[0] if found else None


_YEAR_END = (12, 31)
_CLOSE = frozenset("%‰")
_SCALES = (
    ("nghin", Decimal(1000)),
    ("ngan", Decimal(1000)),
    ("trieu", Decimal(1_000_000)),
    ("ti", Decimal(1_000_000_000)),
    ("tram", Decimal(100)),
)
_KNOWN = {
    name: Unit(base, Decimal(size))
    for base, names in (
        ("%", (("%", "1"), ("phan tram", "1"), ("percent", "1"), ("per cent", "1"), ("‰", "0.1"), ("phan nghin", "0.1"))),
        ("m", (("m", "1"), ("met", "1"), ("km", "1000"), ("kilomet", "1000"), ("cm", "0.01"))),
        (
            "m2",
            (("m2", "1"), ("m²", "1"), ("ha", "10000"), ("hec ta", "10000"), ("km2", "1000000"), ("km²", "1000000")),
        ),
        ("kg", (("kg", "1"), ("ien", "10"), ("ta", "100"), ("tan", "1000"), ("g", "0.001"))),
        ("nguoi", (("nguoi", "1"), ("nhan khau", "1"), ("people", "1"), ("persons", "1"))),
        ("ho", (("ho", "1"), ("ho gia dinh", "1"), ("households", "1"))),
    )
    for name, size in names
}
