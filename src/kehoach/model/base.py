"""How a part of a document declares its keys: nodes and their fields."""

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import Any, ClassVar, NamedTuple, TypeVar

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.labels import LABELS
from kehoach.values.ids import ID, REFERENCE
from kehoach.values.kind import Kind
from kehoach.values.plain import TEXT, choice

T = TypeVar("T")
K = TypeVar("K")
N = TypeVar("N", bound="Node")
E = TypeVar("E", bound=StrEnum)


class Shape(Enum):
    """The YAML shape of a field."""

    VALUE = "value"
    VALUES = "values"
    NODE = "node"
    NODES = "nodes"
    MAP = "map"
    MAP_OF_LISTS = "map_of_lists"


class Thing(NamedTuple):
    """A kind of thing that has an id, as messages call it."""

    name: str
    label: Text


class Field(NamedTuple):
    """One key of a node: its shape, what its text means, how it is described."""

    key: str
    attribute: str
    shape: Shape
    about: Text
    kind: Kind[Any] | None = None  # of a value, of each value of a list, of each value of a map
    keys: Kind[Any] | None = None  # of each key of a map
    node: "type[Node] | None" = None
    required: bool = False
    defines: Thing | None = None  # the value is the id of such a thing
    refers: tuple[Thing, ...] = ()  # the value, or the map's key, is the id of one of these
    soft: bool = False  # a text that may be such an id
    within: bool = True  # False: the whole is another plan's; never looked up here
    length: int | None = None  # how many values a list must have
    fallback: Any = None  # stands in for a required value that cannot be read


MOVED = "#moved"
"""Where a node keeps the places in the file of list items of which some could not be read."""


class Node:
    """A mapping of the document: frozen, absent keys have their default, `path` leads to it."""

    fields: ClassVar[Mapping[str, Field]] = {}
    required: ClassVar[tuple[str, ...]] = ()
    path: KeyPath = ()

    def __init_subclass__(cls) -> None:
        """Collect the declared fields in their order, which is the canonical order of the keys."""
        own: dict[str, Field] = {}
        for attribute, declared in list(vars(cls).items()):
            if isinstance(declared, Field):
                key = attribute.rstrip("_")
                own[key] = declared._replace(key=key, attribute=attribute)
                setattr(cls, attribute, _DEFAULTS[declared.shape])
        first = {key: declared for key, declared in own.items() if cls.fields and declared.required}
        cls.fields = {**first, **cls.fields, **own}
        cls.required = tuple(key for key, declared in cls.fields.items() if declared.required)

    def __init__(self, path: KeyPath = (), **values: object) -> None:
        self.__dict__.update(values, path=path)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a plan that was read does not change."""
        raise AttributeError(name)

    def __repr__(self) -> str:
        """Name the node by its path."""
        return f"{type(self).__name__}({'/'.join(map(str, self.path))})"

    def at(self, *keys: str | int) -> KeyPath:
        """Lead from the top of the document to something inside this node; an item by its place in the tuple."""
        moved: Mapping[str, tuple[int, ...]] = getattr(self, MOVED, _UNMOVED)
        if moved and len(keys) > 1 and keys[0] in moved:
            key, item, *rest = keys
            places = moved[str(key)]
            if isinstance(item, int) and item < len(places):
                return (*self.path, key, places[item], *rest)
        return (*self.path, *keys)

    def has(self, attribute: str) -> bool:
        """Tell whether the file gives this field a value."""
        return attribute in self.__dict__


_EMPTY: Mapping[object, object] = {}
_UNMOVED: Mapping[str, tuple[int, ...]] = {}
_DEFAULTS: dict[Shape, object] = {
    Shape.VALUE: None,
    Shape.VALUES: (),
    Shape.NODE: None,
    Shape.NODES: (),
    Shape.MAP: _EMPTY,
    Shape.MAP_OF_LISTS: _EMPTY,
}


def identity(thing: Thing) -> str:
    """Declare the key `id`: required, unique within the document."""
    about = Text(vi=f"Mã của {thing.label.vi}, duy nhất trong tệp", en=f"The id of the {thing.label.en}, unique in the file")
    return Field("", "", Shape.VALUE, about, ID, required=True, defines=thing)  # type: ignore[return-value]


def required(kind: Kind[T], vi: str, en: str, fallback: T | None = None) -> T:
    """Declare a key that makes the thing a thing."""
    return Field("", "", Shape.VALUE, Text(vi, en), kind, required=True, fallback=fallback)  # type: ignore[return-value]


def required_node(node: type[N], vi: str, en: str) -> N:
    """Declare a mapping that must be there."""
    return Field("", "", Shape.NODE, Text(vi, en), node=node, required=True)  # type: ignore[return-value]


def optional(kind: Kind[T], vi: str, en: str) -> T | None:
    """Declare one value that may be absent."""
    return Field("", "", Shape.VALUE, Text(vi, en), kind)  # type: ignore[return-value]


def prose(vi: str, en: str) -> str | None:
    """Declare a free text that may be absent."""
    return Field("", "", Shape.VALUE, Text(vi, en), TEXT)  # type: ignore[return-value]


def lines(vi: str, en: str) -> tuple[str, ...]:
    """Declare a list of free texts."""
    return Field("", "", Shape.VALUES, Text(vi, en), TEXT)  # type: ignore[return-value]


def several(kind: Kind[T], vi: str, en: str) -> tuple[T, ...]:
    """Declare a list of values."""
    return Field("", "", Shape.VALUES, Text(vi, en), kind)  # type: ignore[return-value]


def three_points(kind: Kind[T], vi: str, en: str) -> tuple[T, ...]:
    """Declare a three-point estimate: minimum, likely, maximum."""
    return Field("", "", Shape.VALUES, Text(vi, en), kind, length=3)  # type: ignore[return-value]


def reference(*things: Thing, vi: str, en: str) -> str | None:
    """Declare the id of one thing of this plan."""
    return Field("", "", Shape.VALUE, Text(vi, en), REFERENCE, refers=things)  # type: ignore[return-value]


def references(*things: Thing, vi: str, en: str) -> tuple[str, ...]:
    """Declare a list of ids of things of this plan."""
    return Field("", "", Shape.VALUES, Text(vi, en), REFERENCE, refers=things)  # type: ignore[return-value]


def party(*things: Thing, vi: str, en: str) -> str | None:
    """Declare a body in words, or by its id."""
    return Field("", "", Shape.VALUE, Text(vi, en), TEXT, refers=things, soft=True)  # type: ignore[return-value]


def parties(*things: Thing, vi: str, en: str) -> tuple[str, ...]:
    """Declare bodies in words, or by their ids."""
    return Field("", "", Shape.VALUES, Text(vi, en), TEXT, refers=things, soft=True)  # type: ignore[return-value]


def elsewhere(vi: str, en: str) -> str | None:
    """Declare a thing of another plan (`plan-id#id`), or another plan (`plan-id`)."""
    return Field("", "", Shape.VALUE, Text(vi, en), REFERENCE, within=False)  # type: ignore[return-value]


def all_elsewhere(vi: str, en: str) -> tuple[str, ...]:
    """Declare a list of things of other plans."""
    return Field("", "", Shape.VALUES, Text(vi, en), REFERENCE, within=False)  # type: ignore[return-value]


def word(enumeration: type[E], vi: str, en: str) -> E | None:
    """Declare one word of an enumeration."""
    return optional(choice(enumeration, LABELS[enumeration]), vi, en)


def words(enumeration: type[E], vi: str, en: str) -> tuple[E, ...]:
    """Declare a list of words of an enumeration."""
    return several(choice(enumeration, LABELS[enumeration]), vi, en)


def one(node: type[N], vi: str, en: str) -> N | None:
    """Declare a mapping that may be absent."""
    return Field("", "", Shape.NODE, Text(vi, en), node=node)  # type: ignore[return-value]


def many(node: type[N], vi: str, en: str) -> tuple[N, ...]:
    """Declare a list of mappings."""
    return Field("", "", Shape.NODES, Text(vi, en), node=node)  # type: ignore[return-value]


def table(keys: Kind[K], kind: Kind[T], vi: str, en: str, refers: tuple[Thing, ...] = ()) -> Mapping[K, T]:
    """Declare a mapping whose keys are values: years, ids, criteria."""
    return Field("", "", Shape.MAP, Text(vi, en), kind, keys=keys, refers=refers)  # type: ignore[return-value]


def lists_by(keys: Kind[K], kind: Kind[T], vi: str, en: str) -> Mapping[K, tuple[T, ...]]:
    """Declare a mapping from a key to a list of values: rules to ignore by file."""
    return Field("", "", Shape.MAP_OF_LISTS, Text(vi, en), kind, keys=keys)  # type: ignore[return-value]


def nodes_by(keys: Kind[K], node: type[N], vi: str, en: str) -> Mapping[K, N]:
    """Declare a mapping from a key to a node: steps by their id."""
    return Field("", "", Shape.MAP, Text(vi, en), keys=keys, node=node)  # type: ignore[return-value]
