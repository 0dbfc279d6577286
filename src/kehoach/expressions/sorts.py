"""What sort of value each part of an expression has, known before any plan is."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin, get_type_hints

from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount
from kehoach.values.targets import TargetValue
from kehoach.values.units import MoneyUnit

Value: TypeAlias = Decimal | Amount | PlanDate | Period | TargetValue | str | bool | Node | tuple[Any, ...] | Mapping[Any, Any] | None
"""What an expression comes to."""


class Sort(Enum):
    """The sorts of values that the language tells apart."""

    NUMBER = Text(vi="số", en="a number")
    AMOUNT = Text(vi="số tiền", en="an amount of money")
    DATE = Text(vi="ngày tháng", en="a date")
    TARGET = Text(vi="mức chỉ tiêu", en="a target value")
    TEXT = Text(vi="chữ", en="a text")
    YES_NO = Text(vi="true hoặc false", en="true or false")
    NOTHING = Text(vi="none", en="none")
    NODE = Text(vi="mục", en="a part of the plan")
    LIST = Text(vi="danh sách", en="a list")
    TABLE = Text(vi="bảng", en="a table")


class Type(NamedTuple):
    """The sort of a value, with what is known of it beyond that."""

    sort: Sort
    node: type[Node] | None = None
    item: "Type | None" = None  # of what a list has, or of the keys of a table; none: of an empty list
    words: type[StrEnum] | None = None  # the enumeration that a text is a word of

    @property
    def name(self) -> Text:
        """Say what it is."""
        if self.node is not None:
            name = variable_name(self.node)
            return Text(vi=f"mục `{name}`", en=f"{'an' if name[0] in 'aeiou' else 'a'} `{name}`")
        if self.sort is Sort.LIST and self.item is not None:
            return Text(vi=f"danh sách {self.item.name.vi}", en=f"a list, each {self.item.name.en}")
        if self.sort is Sort.TABLE and self.item is not None:
            return Text(vi=f"bảng theo {self.item.name.vi}", en=f"a table by {self.item.name.en}")
        return self.sort.value


NUMBER = Type(Sort.NUMBER)
AMOUNT = Type(Sort.AMOUNT)
DATE = Type(Sort.DATE)
TEXT = Type(Sort.TEXT)
YES_NO = Type(Sort.YES_NO)
NOTHING = Type(Sort.NOTHING)


def node_of(node: type[Node]) -> Type:
    """Make the type of one kind of node."""
    return Type(Sort.NODE, node=node)


def list_of(item: Type | type[Node] | None) -> Type:
    """Make the type of a list; of nothing known, where it is empty."""
    return Type(Sort.LIST, item=node_of(item) if isinstance(item, type) else item)


def variable_name(node: type[Node]) -> str:
    """Name a node as expressions do: `ValueChain` is a `value_chain`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", node.__name__).lower()


def keys_of(node: type[Node]) -> Mapping[str, Type]:
    """Give the type of each key of a node, from the model's own annotations."""
    return _keys(node)  # type: ignore[arg-type]  # a class can be hashed


@lru_cache(maxsize=256)
def _keys(node: type[Node]) -> Mapping[str, Type]:
    hints = get_type_hints(node)
    return {key: _type_of(hints[field.attribute]) for key, field in node.fields.items()}


def plain(value: Any) -> Value:
    """Turn a value of the model into one of the language."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value.name if isinstance(value, MoneyUnit) else value


def _type_of(hint: Any) -> Type:
    if get_origin(hint) is UnionType:
        (hint,) = [option for option in get_args(hint) if option is not type(None)]
    origin = get_origin(hint)
    if origin is not None:
        return Type(Sort.LIST if origin is tuple else Sort.TABLE, item=_type_of(get_args(hint)[0]))
    if issubclass(hint, Node):
        return node_of(hint)
    return Type(Sort.TEXT, words=hint) if issubclass(hint, StrEnum) else _SIMPLE[hint]


_SIMPLE: Mapping[type, Type] = {
    bool: YES_NO,
    int: NUMBER,
    Decimal: NUMBER,
    Amount: AMOUNT,
    PlanDate: DATE,
    Period: DATE,
    TargetValue: Type(Sort.TARGET),
    str: TEXT,
    MoneyUnit: TEXT,
}
