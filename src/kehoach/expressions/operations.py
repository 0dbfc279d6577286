"""Arithmetic and comparison of values, exact."""

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Context, Decimal
from types import NoneType
from typing import TypeAlias

from kehoach.expressions.fault import Place, fault
from kehoach.expressions.sorts import Value, plain
from kehoach.expressions.tree import Relation, Sign
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount
from kehoach.values.numbers import last_place
from kehoach.values.targets import TargetValue
from kehoach.values.text import nfc

Ends: TypeAlias = tuple[Decimal, Decimal] | tuple[date, date]
"""The least and the greatest that a value may be."""

_EXACT = Context(prec=72)  # twice the largest number with its decimals, and more
# Asked first, for asking whether something is a mapping is slow.
_SHORT = (NoneType, bool, Decimal, Node, Amount, PlanDate, Period, TargetValue)
_GROUPS = (tuple, Mapping)  # made once: a union of types is made anew each time that it is written
_ROUNDED = Context(prec=28)
_MOST = Decimal(10) ** 36


def calculated(sign: Sign, left: Value, right: Value, place: Place) -> Value:
    """Put two numbers or amounts together; with `none` there is nothing to put together.

    Raises:
        ExpressionError: division by zero, two currencies, or a number beyond all measure.
    """
    one, other = _number(left), _number(right)
    if one is None or other is None:
        return None
    value = _bare(one), _bare(other)
    if isinstance(one, Amount) and isinstance(other, Amount):
        if sign is Sign.OVER:
            _same_currency(one, other, place)
            return _of_two(sign, *value, place)
        kept = _same_currency(one, other, place)
        return _amount(kept, _of_two(sign, *value, place))
    found = _of_two(sign, *value, place)
    amount = one if isinstance(one, Amount) else other
    return _amount(amount, found) if isinstance(amount, Amount) else found


def negative(value: Value) -> Value:
    """Turn a number or an amount round."""
    found = _number(value)
    if isinstance(found, Amount):
        return _amount(found, -found.value)
    return None if found is None else _EXACT.minus(found)


def holds(relation: Relation, left: Value, right: Value, place: Place) -> bool:
    """Compare two values; what is absent compares with nothing, and an imprecise value only as far as it is certain.

    Raises:
        ExpressionError: the values are amounts of two currencies.
    """
    if left is None or right is None:
        return False
    if relation is Relation.IN:
        return _within(left, right)
    if relation is Relation.NOT_IN:
        return not _within(left, right)
    if isinstance(left, Amount) and isinstance(right, Amount):
        _same_currency(left, right, place)
    one, other = _ends(left), _ends(right)
    if one is None or other is None:
        same = _same_words(left, right)
        return same if relation is Relation.EQUAL else relation is Relation.UNEQUAL and not same
    return _COMPARISONS[relation](one, other)


def is_absent(value: Value) -> bool:
    """Tell whether a key has no value: an empty list is one that was started and not filled."""
    return value is None or (not value and isinstance(value, _GROUPS))


def extreme(values: Iterable[Value], place: Place, *, latest: bool) -> Value:
    """Choose the largest or smallest number or amount, the latest or earliest date; of nothing, none.

    Raises:
        ExpressionError: the values are amounts of two currencies.
    """
    chosen: Value = None
    best: Ends | None = None
    for value in values:
        known = value.value if isinstance(value, TargetValue) else value
        ends = _ends(known)
        if ends is None:
            continue
        if isinstance(known, Amount) and isinstance(chosen, Amount):
            _same_currency(known, chosen, place)
        if best is None or (ends[1] > best[1] if latest else ends[0] < best[0]):  # type: ignore[operator]
            chosen, best = known, ends
    return chosen


def length(value: Value) -> int:
    """Measure how long it takes to look through a value."""
    return 0 if isinstance(value, _SHORT) else len(value)


def _within(item: Value, group: Value) -> bool:
    if isinstance(group, str):
        return isinstance(item, str) and nfc(item) in nfc(group)
    assert isinstance(group, tuple | Mapping)
    return any(_same(item, plain(other)) for other in group)


def _same(one: Value, other: Value) -> bool:
    left, right = _ends(one), _ends(other)
    if isinstance(one, Amount) and isinstance(other, Amount) and one.currency != other.currency:
        return False
    return left == right if left is not None and right is not None else _same_words(one, other)


def _same_words(one: Value, other: Value) -> bool:
    if isinstance(one, Node) or isinstance(other, Node):
        return one is other
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    left, right = _words(one), _words(other)
    return left is not None and left == right


def _words(value: Value) -> str | None:
    if isinstance(value, TargetValue):
        return nfc(value.text).strip()
    return nfc(value) if isinstance(value, str) else None


def _ends(value: Value) -> Ends | None:
    match value:
        case Decimal():
            return value, value
        case Amount():
            return value.value, value.value
        case PlanDate() | Period():
            return value.first, value.last
        case TargetValue(value=Decimal() as number):
            return number, number
        case TargetValue(low=Decimal() as low, high=Decimal() as high):
            return low, high
    return None


def _number(value: Value) -> Decimal | Amount | None:
    if isinstance(value, TargetValue):
        return value.value
    return value if isinstance(value, Decimal | Amount) else None


def _bare(value: Decimal | Amount) -> Decimal:
    return value.value if isinstance(value, Amount) else value


def _of_two(sign: Sign, left: Decimal, right: Decimal, place: Place) -> Decimal:
    if sign is Sign.OVER and not right:
        raise fault(place, _BY_ZERO, _ASK_FIRST)
    found = _CALCULATIONS[sign](left, right)
    if abs(found) >= _MOST:
        raise fault(place, _TOO_LARGE, _CHECK)
    return found


def _same_currency(one: Amount, other: Amount, place: Place) -> Amount:
    """Give the amount that says the currency; nothing is nothing in any."""
    if one.currency == other.currency or not other.value:
        return one
    if not one.value:
        return other
    raise fault(place, _CURRENCIES, _RATES, left=one.currency, right=other.currency)


def _amount(like: Amount, value: Decimal) -> Amount:
    return like._replace(value=value, step=last_place(value), text="")


def _is_below(one: Ends, other: Ends) -> bool:
    return one[1] < other[0]  # type: ignore[operator]


def _is_at_most(one: Ends, other: Ends) -> bool:
    return one[1] <= other[0] or one == other  # type: ignore[operator]


_COMPARISONS: Mapping[Relation, Callable[[Ends, Ends], bool]] = {
    Relation.EQUAL: lambda one, other: one == other,
    Relation.UNEQUAL: lambda one, other: one != other,
    Relation.BELOW: _is_below,
    Relation.AT_MOST: _is_at_most,
    Relation.ABOVE: lambda one, other: _is_below(other, one),
    Relation.AT_LEAST: lambda one, other: _is_at_most(other, one),
}
OF_NUMBERS: Mapping[Relation, Callable[[Decimal, Decimal], bool]] = {
    Relation.EQUAL: operator.eq,
    Relation.UNEQUAL: operator.ne,
    Relation.BELOW: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.ABOVE: operator.gt,
    Relation.AT_LEAST: operator.ge,
}
"""The same for two plain numbers, which are compared most."""

_CALCULATIONS: Mapping[Sign, Callable[[Decimal, Decimal], Decimal]] = {
    Sign.PLUS: _EXACT.add,
    Sign.MINUS: _EXACT.subtract,
    Sign.TIMES: _EXACT.multiply,
    Sign.OVER: _ROUNDED.divide,
}

_BY_ZERO = Text(vi="chia cho 0", en="division by zero")
_ASK_FIRST = Text(
    vi="Hỏi số chia trước, ví dụ `x > 0 and y / x > 2`.",
    en="Ask about the divisor first, as in `x > 0 and y / x > 2`.",
)
_TOO_LARGE = Text(vi="kết quả dài hơn 36 chữ số", en="the result has more than 36 digits")
_CHECK = Text(vi="Kiểm tra lại phép tính.", en="Check the calculation.")
_CURRENCIES = Text(
    vi="không tính hay so sánh được {left} với {right}",
    en="{left} and {right} can be neither put together nor compared",
)
_RATES = Text(vi="Ghi tỷ giá ở `resources.rates`.", en="Write the exchange rate in `resources.rates`.")
