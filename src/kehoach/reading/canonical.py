"""The one way to write a value that can be written in several."""

import re
from decimal import Context, Decimal
from enum import StrEnum
from typing import Any

from kehoach.values.date_text import repeated_limit
from kehoach.values.dates import Period, PlanDate
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.money import Amount, AmountRange
from kehoach.values.numbers import read_written
from kehoach.values.plain import TEXT
from kehoach.values.targets import TargetValue
from kehoach.values.units import DONG


def canonical(kind: Kind[Any], text: str, frame: Frame) -> str | None:
    """Give the canonical form of a scalar's text; none where it is that already, or cannot be read."""
    if kind is TEXT:
        return None
    try:
        value = kind.read(text, frame)
        way = _written(value, text, frame)
        if way is None or way == text:
            return None
        return way if is_same(kind.read(way, frame), value) else None
    except BadValueError:
        return None


def is_same(one: object, other: object) -> bool:
    """Whether two values say the same with the same precision, however they are written."""
    return type(one) is type(other) and _unwritten(one) == _unwritten(other) and _step(one) == _step(other)


def _unwritten(value: object) -> object:
    return value._replace(text="") if isinstance(value, TargetValue) and not value.is_qualitative else value


def _step(value: object) -> object:
    if isinstance(value, Amount):
        return value.step
    return (value.low.step, value.high.step) if isinstance(value, AmountRange) else None


def _written(value: object, text: str, frame: Frame) -> str | None:
    """Write a value in its canonical form; none where the author's own stays."""
    way = None
    match value:
        case StrEnum():
            way = value.value
        case bool():
            way = str(value).lower()
        case int():
            way = str(value)
        case Decimal():
            way = f"{value:f}"
        case PlanDate():
            way = None if repeated_limit(text) else value.iso()
        case Period():
            way = None if _PERIOD.fullmatch(text) else value.iso()
        case Amount():
            way = _amount(value, text, frame)
        case AmountRange():
            way = _amount(value.low, text, frame) if value.low == value.high else None
        case TargetValue(comparison=None, of=None, unit="") if value.value is not None:
            way = f"{value.value:f}"
    return way


def _amount(amount: Amount, text: str, frame: Frame) -> str | None:
    """Write the number of the plan's units; none where that is another currency, a finer or an unnamed unit."""
    unit = frame.unit or DONG
    has_unit = not _BARE.fullmatch(text)
    if amount.currency != unit.currency or (has_unit and frame.unit is None):
        return None
    number = _EXACT.divide(amount.value, unit.factor)
    decimals = max(0, -_EXACT.divide(amount.step, amount.unit.factor).adjusted())
    for way in (f"{number:f}", f"{number.normalize(_EXACT):f}"):
        if len(way.partition(".")[2]) <= decimals and _EXACT.multiply(read_written(way).step, unit.factor) == amount.step:
            return way
    return None


_EXACT = Context(prec=100)
_BARE = re.compile(r"[\s0-9.,+-]*")
_DATE = "[0-9]{4}(?:-(?:H[12]|Q[1-4]|[0-9]{2}(?:-[0-9]{2})?))?"
_PERIOD = re.compile(rf"{_DATE}(?: \.\. {_DATE})?|[0-9]{{4}}-[0-9]{{4}}")
