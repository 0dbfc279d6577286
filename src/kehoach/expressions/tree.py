"""All that can be said in an expression."""

from enum import Enum
from typing import TypeAlias, dataclass_transform

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


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Light:
    """Kept as a node of the model keeps its values: a dozen named tuples would take longer to make than to fill."""

    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)


class Part(_Light):
    """A part of an expression."""

    type: Type
    place: Place


class Literal(Part):
    """A value written out."""

    value: Value


class Variable(Part):
    """A thing under its name."""

    name: str


class Key(Part):
    """A key of the format on a node."""

    of: "Tree"
    key: str
    attribute: str


class WorkedOut(Part):
    """A worked-out name on a node."""

    of: "Tree"
    key: str
    name: Name


class Listing(Part):
    """A list written out."""

    items: tuple["Tree", ...]


class Not(Part):
    """The contrary."""

    of: "Tree"


class Negative(Part):
    """A number below zero."""

    of: "Tree"


class Logic(Part):
    """`and` between all parts, or `or`."""

    needs_all: bool
    parts: tuple["Tree", ...]


class Arithmetic(Part):
    """Two sides and a sign."""

    sign: Sign
    left: "Tree"
    right: "Tree"


class Comparison(Part):
    """A first side, then each relation with its other side: `1 <= x < 5`."""

    first: "Tree"
    others: tuple[tuple[Relation, "Tree"], ...]


class Each(Part):
    """`body for variable in over if condition …`: the one argument of a function."""

    variable: str
    over: "Tree"
    conditions: tuple["Tree", ...]
    body: "Tree"


class Call(Part):
    """A function of values."""

    function: Function
    arguments: tuple["Tree", ...]


Tree: TypeAlias = Literal | Variable | Key | WorkedOut | Listing | Not | Negative | Logic | Arithmetic | Comparison | Each | Call
