"""What a table of a plan is: its columns with their meaning, and its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from kehoach.analysis.budget import budget
from kehoach.analysis.costs import exchanged
from kehoach.language import Text
from kehoach.model.base import Node, Shape
from kehoach.model.plan import Plan
from kehoach.values.dates import DATE, DUE, YEAR, PlanDate
from kehoach.values.money import AMOUNT, Amount
from kehoach.values.numbers import INTEGER, NUMBER, YES_NO
from kehoach.values.plain import Choice
from kehoach.values.units import DONG

Cell = int | float | str | None
Row = tuple[Cell, ...]


class Sort(Enum):
    """What the cells of a column hold."""

    TEXT = Text("chữ", "text")
    WORD = Text("từ", "word")
    WHOLE = Text("số nguyên", "whole number")
    NUMBER = Text("số", "number")
    MONEY = Text("đồng", "đồng")
    DAY = Text("ngày", "day")
    YES_NO = Text("1 hoặc 0", "1 or 0")

    @property
    def affinity(self) -> str:
        """Name the SQL type; that of a number has none, so that whole numbers stay whole."""
        return _AFFINITIES.get(self, "TEXT")


_AFFINITIES = {Sort.WHOLE: "INTEGER", Sort.YES_NO: "INTEGER", Sort.NUMBER: "", Sort.MONEY: ""}


class Column(NamedTuple):
    """A column.

    Attributes:
        sort: what its cells hold.
        about: what they mean.
        take: takes the value from a thing of the plan.
        labels: of words of an enumeration, what people call each.
    """

    name: str
    sort: Sort
    about: Text
    take: Callable[[Any], object] = lambda _: None
    labels: Mapping[str, Text] = {}


class Relation(NamedTuple):
    """A table.

    Attributes:
        columns: without that of the plan's id.
        values: gives the rows of a plan; none where they come from more than the plan itself.
        is_of_plan: whether each row begins with the id of its plan.
    """

    name: str
    about: Text
    columns: tuple[Column, ...]
    values: Callable[[Plan], Iterable[Sequence[object]]] | None
    is_of_plan: bool = True

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """List the columns with that of the plan."""
        return (PLAN, *self.columns) if self.is_of_plan else self.columns

    def rows(self, plan: Plan) -> Iterator[Row]:
        """Give the rows of one plan as plain values."""
        for values in self.values(plan) if self.values else ():
            cells = (cell(value, plan) for value in values)
            yield (plan.id, *cells) if self.is_of_plan else tuple(cells)


PLAN = Column("plan", Sort.TEXT, Text("Mã kế hoạch, như `plans.id`", "The plan's id, as in `plans.id`"))


def listed(name: str, about: Text, columns: Sequence[Column], things: Callable[[Plan], Iterable[Any]]) -> Relation:
    """Make a table with one row for each thing of a list of the plan."""
    own = tuple(columns)

    def values(plan: Plan) -> Iterator[Sequence[object]]:
        for thing in things(plan):
            yield [column.take(thing) for column in own]

    return Relation(name, about, own, values)


def field(node: type[Node], key: str, name: str = "", sort: Sort | None = None) -> Column:
    """Make the column of one key of the format: its meaning is that of the key."""
    declared = node.fields[key]
    kind = declared.kind
    labels = kind.labels if isinstance(kind, Choice) and declared.shape is Shape.VALUE else {}
    if sort is None:
        sort = Sort.WORD if labels else _SORTS.get(id(kind), Sort.TEXT)
    take = attrgetter(declared.attribute)
    return Column(name or key, sort, declared.about, _last_day(take) if kind is DUE else take, labels)


def fields(node: type[Node], *keys: str) -> list[Column]:
    """Make the columns of several keys."""
    return [field(node, key) for key in keys]


def cell(value: object, plan: Plan) -> Cell:
    """Turn a value of a plan into a plain one: money into đồng, a date into a day, a list into one text."""
    match value:
        case None:
            return None
        case bool():
            return int(value)
        case StrEnum():
            return value.value
        case int() | str():
            return value
        case Amount():
            return dong(value, budget(plan).rates)
        case Decimal():
            return number(value)
        case PlanDate() | date():
            return (value.first if isinstance(value, PlanDate) else value).isoformat()
        case tuple():
            return "; ".join(str(cell(item, plan)) for item in value) or None
        case _:
            message = f"{type(value).__name__} is no value of a table"
            raise TypeError(message)


def number(value: Decimal) -> int | float:
    """Give a whole number as such, any other as the nearest binary one."""
    whole = int(value)
    return whole if whole == value and abs(whole) <= _LARGEST else float(value)


def dong(amount: Amount, rates: Mapping[str, Amount]) -> int | str | None:
    """Give an amount in đồng: exact as a whole number, else as the text of the exact number; none without an exchange rate."""
    own = exchanged(amount, DONG.currency, rates)
    if own is None:
        return None
    whole = int(own.value)
    return whole if whole == own.value and abs(whole) <= _LARGEST else f"{own.value:f}"


def _last_day(take: Callable[[Any], object]) -> Callable[[Any], object]:
    """Take the last day of an end or due date, by which it is kept."""

    def last(thing: object) -> object:
        day = take(thing)
        return day.last if isinstance(day, PlanDate) else None

    return last


_LARGEST = 2**63 - 1
_SORTS = {
    id(AMOUNT): Sort.MONEY,
    id(DATE): Sort.DAY,
    id(DUE): Sort.DAY,
    id(YEAR): Sort.WHOLE,
    id(INTEGER): Sort.WHOLE,
    id(NUMBER): Sort.NUMBER,
    id(YES_NO): Sort.YES_NO,
}
