"""Values of a plan said in a sentence: amounts in the plan's notation, ids by their names, long texts by what differs."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kehoach.analysis.changes.change import Unread
from kehoach.analysis.changes.goals import Goal
from kehoach.formats.changes_names import key_name, named
from kehoach.language import Language, Text, say
from kehoach.model.base import Field, Node
from kehoach.model.labels import LABELS, label
from kehoach.values.dates import YEAR
from kehoach.values.money import Amount, AmountRange, say_money
from kehoach.values.plain import Choice
from kehoach.values.text import short
from kehoach.values.units import MoneyUnit

_LONG = 160  # characters up to which a text is quoted whole
_AROUND = 5  # words kept around what differs
_MOST_PARTS = 6


class Teller:
    """Says the values of one plan in one language."""

    def __init__(self, language: Language, names: Mapping[str, str], unit: MoneyUnit) -> None:
        self.language = language
        self.names = names
        self.unit = unit

    def say(self, value: Any, field: Field | None = None) -> str:
        """Say a value; that there is none is said too."""
        match value:
            case None | ():
                return _NOTHING.to(self.language)
            case Node():
                return self.node(value)
            case tuple() if not hasattr(value, "_fields"):
                return ", ".join(self.say(item, field) for item in value)
            case Mapping():
                return ", ".join(f"{self.key(key, field)}: {self.say(one)}" for key, one in value.items())
        return self._one(value, field)

    def _one(self, value: Any, field: Field | None) -> str:
        """Say a single value."""
        match value:
            case Unread():
                return _raw(value.said)
            case Amount():
                return self.amount(value)
            case AmountRange() if value.low == value.high:
                return self.amount(value.high)
            case bool():
                return (_YES if value else _NO).to(self.language)
            case StrEnum() if type(value) in LABELS:
                return label(value).to(self.language)
            case int() if field is not None and field.kind is YEAR:
                return str(value)
            case str() if field is not None and (field.refers or not field.within):
                return named(value, self.names)
        return f"“{short(' '.join(value.split()), _LONG)}”" if isinstance(value, str) and _is_prose(field) else say(value, self.language)

    def say_now(self, value: Any, field: Field | None = None) -> str:
        """Say what stands there now; that it was taken away is said too."""
        return _LEFT_OUT.to(self.language) if value is None or value == () else self.say(value, field)

    def key(self, key: Any, field: Field | None) -> str:
        """Say the key of an entry of a table: a year, a thing, a criterion, a word of the users'."""
        if isinstance(key, StrEnum) and type(key) in LABELS:
            return label(key).to(self.language)
        if isinstance(key, str) and field is not None and field.refers:
            return named(key, self.names)
        return str(key)

    def amount(self, amount: Amount) -> str:
        """Say money in the plan's own unit, where it is of that currency."""
        if amount.currency != self.unit.currency:
            return amount.say(self.language)
        return f"{say_money(amount.value, self.unit, self.language)} {self.unit.say(self.language)}"

    def node(self, node: Node, *, with_title: bool = True) -> str:
        """Sum up an entry by the first few of its values."""
        parts = []
        for field in node.fields.values():
            value = node.__dict__.get(field.attribute)
            if value is None or field.defines is not None or field.node is not None or (field.required and not with_title):
                continue
            if isinstance(value, bool):
                parts += [key_name(field, node, self.language)] if value else []
            else:
                parts.append(self.say(value, field))
        return ", ".join(parts[:_MOST_PARTS]) + (", …" if len(parts) > _MOST_PARTS else "")


def difference(before: Any, after: Any, teller: Teller) -> str:
    """Say by how much an amount, a number, or a target in the later unit differs: `+200 triệu đồng`; else empty."""
    if isinstance(before, Goal) and isinstance(after, Goal):
        before = before.into(after.measure)
    one, other = _figure(before), _figure(after)
    if one is None or other is None:
        return ""
    if isinstance(one, Amount) and isinstance(other, Amount):
        if one.currency != other.currency:
            return ""
        shift = other.value - one.value
        unit = teller.unit if one.currency == teller.unit.currency else other.unit
        return signed(f"{say_money(abs(shift), unit, teller.language)} {unit.say(teller.language)}", shift)
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return signed(say(abs(other - one), teller.language), other - one)
    return ""


def amounts(before: Any, after: Any, teller: Teller) -> tuple[str, str] | None:
    """Say two amounts with their unit once; none where they are no two amounts of the plan's currency."""
    one, other = _figure(before), _figure(after)
    if not isinstance(one, Amount) or not isinstance(other, Amount) or {one.currency, other.currency} != {teller.unit.currency}:
        return None
    return say_money(one.value, teller.unit, teller.language), teller.amount(other)


def signed(said: str, value: Decimal) -> str:
    """Put the sign of a value before what is said of its size."""
    return f"{'+' if value > 0 else '-' if value < 0 else ''}{said}"


def texts(before: str, after: str) -> tuple[str, str]:
    """Cut two long texts to what differs and a few words around it."""
    one, other = " ".join(before.split()), " ".join(after.split())
    if max(len(one), len(other)) <= _LONG:
        return f"“{one}”", f"“{other}”"
    olds, news = one.split(" "), other.split(" ")
    start = _common(olds, news)
    end = min(_common(olds[::-1], news[::-1]), len(olds) - start, len(news) - start)
    return _window(olds, start, len(olds) - end), _window(news, start, len(news) - end)


def _common(one: list[str], other: list[str]) -> int:
    """Count the words with which both begin."""
    return next((i for i, (word, again) in enumerate(zip(one, other, strict=False)) if word != again), min(len(one), len(other)))


def _window(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    said = short(" ".join(words[first:last]), 2 * _LONG)
    return f"“{'… ' if first else ''}{said}{' …' if last < len(words) else ''}”"


def _figure(value: Any) -> Amount | Decimal | None:
    """Give the one figure of a value; 0 is not what is missing."""
    match value:
        case Amount():
            return value
        case AmountRange() if value.low == value.high:
            return value.high
        case bool():
            return None
        case int() | Decimal():
            return Decimal(value)
        case Goal() if value.has_figures and value.low == value.high and value.of is None:
            return value.low
    return None


def _raw(said: Any) -> str:
    if isinstance(said, str):
        return f"“{short(' '.join(said.split()), _LONG)}”"
    parts = (": ".join(map(str, part)) if isinstance(part, tuple) and len(part) == _PAIR else str(part) for part in said)
    return short(", ".join(parts), _LONG)


def _is_prose(field: Field | None) -> bool:
    return field is None or field.kind is None or not isinstance(field.kind, Choice)


_PAIR = 2
_NOTHING = Text("chưa có", "nothing")
_LEFT_OUT = Text("bỏ trống", "left out")
_YES, _NO = Text("có", "yes"), Text("không", "no")
