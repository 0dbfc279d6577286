"""All that can be said in an expression."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from kehoach.expressions.fault import Place
from kehoach.expressions.functions import Function
from kehoach.expressions.names.base import Name
from kehoach.expressions.sorts import Type, Value


class Sign(Enum):
    """The signs of arithmetic."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


class Relation(Enum):
    """The ways to compare."""

    EQUAL = "=="
    UNEQUAL = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    IN = "in"
    NOT_IN = "not in"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    type: Type
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal(_Part):
    """A value written out."""

    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(_Part):
    """A thing under its name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Key(_Part):
    """A key of the format on a node."""

    of: "Tree"
    key: str
    attribute: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOut(_Part):
    """A worked-out name on a node."""

    of: "Tree"
    key: str
    name: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(_Part):
    """A list written out."""

    items: tuple["Tree", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(_Part):
    """The contrary."""

    of: "Tree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative(_Part):
    """A number below zero."""

    of: "Tree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logic(_Part):
    """`and` between all parts, or `or`."""

    needs_all: bool
    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(_Part):
    """Two sides and a sign."""

    sign: Sign
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(_Part):
    """A first side, then each relation with its other side: `1 <= x < 5`."""

    first: "Tree"
    others: tuple[tuple[Relation, "Tree"], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(_Part):
    """`body for variable in over if condition …`: the one argument of a function."""

    variable: str
    over: "Tree"
    conditions: tuple["Tree", ...]
    body: "Tree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(_Part):
    """A function of values."""

    function: Function
    arguments: tuple["Tree", ...]


Tree: TypeAlias = Literal | Variable | Key | WorkedOut | Listing | Not | Negative | Logic | Arithmetic | Comparison | Each | Call
