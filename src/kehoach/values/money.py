"""Amounts of money, exact and with their precision."""

import re
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from functools import reduce
from typing import NamedTuple

from kehoach.language import Language, Text, say_number
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.numbers import MOST_DIGITS, Written, in_plain_digits, is_alone, last_place, read_written
from kehoach.values.sameness import compared_by
from kehoach.values.scalar import Scalar
from kehoach.values.text import DASHES, fold, nfc, printable, short
from kehoach.values.units import DONG, MoneyUnit, money_unit

_EXACT = Context(prec=100)
_MOST = Decimal(10**MOST_DIGITS)
_TWO = Decimal(2)
_NOTHING = Decimal(0)
_LONGEST = 100  # two amounts with their units; what is longer is not looked at


@compared_by(2)
class Amount(NamedTuple):
    """Money in units of its currency: đồng, not triệu đồng.

    `step` is the value of the last significant digit; how an amount was written does not
    make it another one, so that only value and currency are compared.
    """

    value: Decimal
    currency: str
    step: Decimal
    text: str
    unit: MoneyUnit  # in which it was written and is said

    def say(self, language: Language) -> str:
        """Write it in its own unit: `12,5 tỷ đồng`, `12.5 billion VND`."""
        return f"{say_money(self.value, self.unit, language)} {self.unit.say(language)}"

    def times(self, factor: Decimal) -> "Amount":
        """Multiply exactly; the product is at least as precise as this rate was."""
        value = product(self.value, factor)
        return Amount(
            value=value,
            currency=self.currency,
            step=min(self.step, last_place(value)),
            text=f"{self.text} × {factor:f}",
            unit=self.unit,
        )


class AmountRange(NamedTuple):
    """A lowest and a highest amount; equal where only one was written."""

    low: Amount
    high: Amount

    def say(self, language: Language) -> str:
        """Write `3 - 5 tỷ đồng`, or the one amount."""
        if self.low == self.high:
            return self.high.say(language)
        if self.low.unit == self.high.unit:
            return f"{say_money(self.low.value, self.low.unit, language)} - {self.high.say(language)}"
        return f"{self.low.say(language)} - {self.high.say(language)}"


def money(number: Decimal, unit: MoneyUnit) -> Amount:
    """Make the amount of a number of units."""
    return _amount(Written(number, last_place(number)), unit, f"{number:f} {unit.name}")


def total(amounts: Sequence[Amount]) -> Amount:
    """Add amounts of one currency; its step is that of all parts together. Nothing makes 0 đồng."""
    if not amounts:
        return money(Decimal(0), DONG)
    first = amounts[0]
    other = next((amount.currency for amount in amounts if amount.currency != first.currency), None)
    if other is not None:
        message = f"{other} cannot be added to {first.currency}"
        raise ValueError(message)
    value = total_value(amounts)
    step = reduce(_EXACT.add, [amount.step for amount in amounts], Decimal(0))
    return Amount(value=value, currency=first.currency, step=step, text="", unit=first.unit)


def total_value(amounts: Iterable[Amount]) -> Decimal:
    """Add the values of amounts that are known to be of one currency."""
    return exact_sum([amount.value for amount in amounts])


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """Add numbers, whatever digits they have."""
    return reduce(_EXACT.add, values, _NOTHING)


def product(value: Decimal, factor: Decimal) -> Decimal:
    """Multiply exactly, without zeros at the end."""
    return _EXACT.multiply(value, factor).normalize(_EXACT)


def tolerance(amounts: Sequence[Amount]) -> Decimal:
    """Give what rounding may have taken away: half a unit of the last digit of each addend."""
    return _EXACT.divide(sum((amount.step for amount in amounts), Decimal(0)), _TWO)


def say_money(value: Decimal, unit: MoneyUnit | None, language: Language) -> str:
    """Write the number of units that a value in đồng makes, without the unit's name."""
    return say_number(value if unit is None else in_units(value, unit), language)


def in_units(value: Decimal, unit: MoneyUnit) -> Decimal:
    """Give the number of units that a value in đồng makes."""
    return _EXACT.divide(value, unit.factor)


def read_amount(text: str, frame: Frame) -> Amount:
    """Read an amount in its own unit, else in the frame's.

    Raises:
        BadValueError: it is not one exact amount.
    """
    if is_alone(text):
        return _amount(read_written(text), frame.unit or DONG, text)
    match = re.fullmatch(_AMOUNT, nfc(text).strip()) if len(text) <= _LONGEST else None
    if match is None:
        raise _no_amount(text)
    before, number, after = match.groups()
    name = f"{after} {before}".strip()
    unit = money_unit(name) if name else frame.unit or DONG
    if unit is None:
        raise _unknown_unit(text, before, name)
    return _amount(read_written(number, source=text), unit, text)


def read_amount_limit(text: str, frame: Frame) -> AmountRange:
    """Read one amount or a range; a unit at one end alone holds for both.

    Raises:
        BadValueError: an end is not an amount, or the ends are exchanged.
    """
    match = None if is_alone(text) else _range(text)
    if match is None:
        amount = read_amount(text, frame)
        return AmountRange(amount, amount)
    low_text, high_text = match.groups()
    if any(not (character.isdigit() or character in "., ") for character in high_text):
        high = read_amount(high_text, frame)
        low = read_amount(low_text, Frame(unit=high.unit))
    else:
        low = read_amount(low_text, frame)
        high = read_amount(high_text, Frame(unit=low.unit))
    if low.currency != high.currency or low.value > high.value:
        raise BadValueError(_EXCHANGED, _LOW_FIRST, text=short(text))
    return AmountRange(low, high)


def _range(text: str) -> re.Match[str] | None:
    return re.fullmatch(_RANGE, nfc(text).strip().translate(DASHES)) if len(text) <= _LONGEST else None


def _amount(written: Written, unit: MoneyUnit, text: str) -> Amount:
    value, step = written
    _, factor, currency = unit
    if factor != 1:
        value, step = _EXACT.multiply(value, factor), _EXACT.multiply(step, factor)
    if not -_MOST < value < _MOST:
        raise BadValueError(_TOO_MUCH, _CHECK_UNIT, text=short(text), most=MOST_DIGITS)
    return Amount(value, currency, step, text, unit)


def _no_amount(text: str) -> BadValueError:
    if _range(text):
        return BadValueError(_RANGE_HERE, _ONE_AMOUNT, text=short(text))
    way = in_plain_digits(text)
    return BadValueError(_NO_AMOUNT, _WRITE_WAY if way else _WRITE_AMOUNT, text=short(text), way=printable(way))


def _unknown_unit(text: str, before: str, name: str) -> BadValueError:
    if before.translate(DASHES) == "-":
        return BadValueError(_BELOW_ZERO, _NO_SIGN, text=short(text))
    if before and fold(before).split(" ")[0].strip("~≈<>=≥≤") in _VAGUE:
        return BadValueError(_NOT_EXACT, _ONE_AMOUNT, text=short(text))
    return BadValueError(_UNKNOWN_UNIT, _WRITE_AMOUNT, text=short(text), unit=short(name))


def _read_unit(text: str, frame: Frame) -> MoneyUnit:
    del frame
    unit = money_unit(text)
    if unit is None:
        raise BadValueError(_UNKNOWN_UNIT, _UNITS, text=short(text), unit=short(text))
    return unit


# Where a number does not stand alone: compiled when met.
_AMOUNT = r"([^0-9]*?)\s*([0-9](?:[0-9.,\s]*[0-9])?)\s*([^0-9]*)"
_RANGE = r"(?:từ )?([^0-9-]*[0-9][^-]*?)\s*(?:-|đến|tới|\.\.)\s*([^0-9-]*[0-9][^-]*)"
_VAGUE = frozenset(
    ("", "khoang", "gan", "tren", "duoi", "hon", "uoc", "du", "toi", "khong", "chung", "about", "over", "under"),
)

_NO_AMOUNT = Text(vi="{text!r} không phải là một số tiền", en="{text!r} is not an amount of money")
_WRITE_AMOUNT = Text(
    vi="Viết một số theo `unit` của kế hoạch, hoặc kèm đơn vị như `1,2 tỷ đồng`, `500 triệu đồng`, `12000 USD`.",
    en="Write a number in the plan's `unit`, or with its own, such as `1,2 tỷ đồng`, `500 million VND`, `12000 USD`.",
)
_WRITE_WAY = Text(vi="Viết `{way}`.", en="Write `{way}`.")
_RANGE_HERE = Text(vi="{text!r} là một khoảng, không phải một số tiền", en="{text!r} is a range, not one amount")
_NOT_EXACT = Text(vi="{text!r} không phải là một số tiền chính xác", en="{text!r} is not an exact amount")
_ONE_AMOUNT = Text(
    vi="Viết một số tiền, ví dụ `5 tỷ đồng`; khoảng tiền như `3 - 5 tỷ đồng` chỉ dùng ở `limits`.",
    en="Write one amount, such as `5 tỷ đồng`; a range such as `3 - 5 tỷ đồng` can stand in `limits` only.",
)
_BELOW_ZERO = Text(vi="{text!r} nhỏ hơn 0", en="{text!r} is below zero")
_NO_SIGN = Text(vi="Viết số tiền không có dấu trừ.", en="Write the amount without the minus sign.")
_UNKNOWN_UNIT = Text(vi="{unit!r} không phải là đơn vị tiền", en="{unit!r} is not a unit of money")
_UNITS = Text(
    vi="Viết `đồng`, `nghìn đồng`, `triệu đồng`, `tỷ đồng`, `nghìn tỷ đồng`, `USD` hoặc `EUR`.",
    en="Write `đồng`, `nghìn đồng`, `triệu đồng`, `tỷ đồng`, `million VND`, `USD` or `EUR`.",
)
_TOO_MUCH = Text(
    vi="{text!r} là số tiền dài hơn {most} chữ số",
    en="{text!r} makes an amount of more than {most} digits",
)
_CHECK_UNIT = Text(vi="Kiểm tra lại số và đơn vị.", en="Check the number and its unit.")
_EXCHANGED = Text(
    vi="{text!r} không đi từ số nhỏ đến số lớn của cùng một loại tiền",
    en="{text!r} does not go from a smaller to a larger amount of one currency",
)
_LOW_FIRST = Text(
    vi="Viết số nhỏ trước, ví dụ `3 - 5 tỷ đồng`.",
    en="Write the smaller amount first, such as `3 - 5 tỷ đồng`.",
)

AMOUNT: Kind[Amount] = Scalar(name=Text(vi="một số tiền", en="an amount of money"), read=read_amount, pattern="[0-9]")
AMOUNT_LIMIT: Kind[AmountRange] = Scalar(
    name=Text(vi="một số tiền hoặc khoảng tiền", en="an amount or a range of amounts"),
    read=read_amount_limit,
    pattern="[0-9]",
)
MONEY_UNIT: Kind[MoneyUnit] = Scalar(name=Text(vi="một đơn vị tiền", en="a unit of money"), read=_read_unit)
