"""All that can be said in an expression."""

from enum import Enum
from typing import NamedTuple, TypeAlias

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


class Literal(NamedTuple):
    """A value written out."""

    type: Type
    place: Place
    value: Value


class Variable(NamedTuple):
    """A thing under its name."""

    type: Type
    place: Place
    name: str


class Key(NamedTuple):
    """A key of the format on a node."""

    type: Type
    place: Place
    of: "Tree"
    key: str
    attribute: str


class WorkedOut(NamedTuple):
    """A worked-out name on a node."""

    type: Type
    place: Place
    of: "Tree"
    key: str
    name: Name


class Listing(NamedTuple):
    """A list written out."""

    type: Type
    place: Place
    items: tuple["Tree", ...]


class Not(NamedTuple):
    """The contrary."""

    type: Type
    place: Place
    of: "Tree"


class Negative(NamedTuple):
    """A number below zero."""

    type: Type
    place: Place
    of: "Tree"


class Logic(NamedTuple):
    """`and` between all parts, or `or`."""

    type: Type
    place: Place
    needs_all: bool
    parts: tuple["Tree", ...]


class Arithmetic(NamedTuple):
    """Two sides and a sign."""

    type: Type
    place: Place
    sign: Sign
    left: "Tree"
    right: "Tree"


class Comparison(NamedTuple):
    """A first side, then each relation with its other side: `1 <= x < 5`."""

    type: Type
    place: Place
    first: "Tree"
    others: tuple[tuple[Relation, "Tree"], ...]


class Each(NamedTuple):
    """`body for variable in over if condition …`: the one argument of a function."""

    type: Type
    place: Place
    variable: str
    over: "Tree"
    conditions: tuple["Tree", ...]
    body: "Tree"


class Call(NamedTuple):
    """A function of values."""

    type: Type
    place: Place
    function: Function
    arguments: tuple["Tree", ...]


Tree: TypeAlias = Literal | Variable | Key | WorkedOut | Listing | Not | Negative | Logic | Arithmetic | Comparison | Each | Call
