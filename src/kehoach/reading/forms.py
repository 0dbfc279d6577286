"""What reading asks of each kind of node again and again, worked out once; what texts were read as before."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from kehoach.model.base import Field, Node, Shape, Thing
from kehoach.values.kind import Frame, Kind
from kehoach.values.plain import TEXT

Known = Mapping[Kind[Any], dict[str, Any]]
"""What each kind has read a text as."""

MOST_KNOWN = 20_000
"""How many texts are remembered from one file to the next: the years, dates, amounts and words that all plans share."""


class Form(NamedTuple):
    """One kind of node as its reader sees it.

    Attributes:
        scalars: by its key each field of one scalar: the attribute, the kind, the field itself where it is noted, and the
            thing whose id it is.
        needed: the attributes of the required keys.
        lists: by its key each field of a list of scalars, in the same way, and of how many.
        nodes: by its key each field of a list of mappings: the attribute, the kind of node.
        ones: by its key each field of one mapping, in the same way.
        tables: by its key each field of a mapping of scalars that names nothing: the attribute, the kind of its keys, of its values.
    """

    scalars: Mapping[str, tuple[str, Kind[Any], Field | None, Thing | None]]
    needed: tuple[str, ...]
    lists: Mapping[str, tuple[str, Kind[Any], Field | None, int | None]]
    nodes: Mapping[str, tuple[str, type[Node]]]
    ones: Mapping[str, tuple[str, type[Node]]]
    tables: Mapping[str, tuple[str, Kind[Any], Kind[Any]]]


class _Forms(dict[type[Node], Form]):
    """How each kind of node is read, worked out when one is first met."""

    def __missing__(self, kind: type[Node]) -> Form:
        fields = kind.fields.items()
        self[kind] = form = Form(
            scalars={
                key: (field.attribute, field.kind, field if is_noted(field) else None, field.defines)
                for key, field in fields
                if field.shape is Shape.VALUE and field.kind is not None
            },
            needed=tuple(kind.fields[key].attribute for key in kind.required),
            lists={
                key: (field.attribute, field.kind, field if is_noted(field) else None, field.length)
                for key, field in fields
                if field.shape is Shape.VALUES and field.kind is not None
            },
            nodes={key: (field.attribute, field.node) for key, field in fields if field.shape is Shape.NODES and field.node is not None},
            ones={key: (field.attribute, field.node) for key, field in fields if field.shape is Shape.NODE and field.node is not None},
            tables={
                key: (field.attribute, field.keys, field.kind)
                for key, field in fields
                if field.shape is Shape.MAP and field.keys is not None and field.kind is not None and not field.refers
            },
        )
        return form


def is_noted(field: Field) -> bool:
    """Tell whether the field's values are ids, or refer to some."""
    return field.defines is not None or bool(field.refers) or not field.within


def known_in(frame: Frame) -> Known:
    """Give what texts were read as in this frame; too much is forgotten before the next file."""
    known = _readings(frame)
    if sum(map(len, known.values())) > MOST_KNOWN:
        known.clear()
    return known


@lru_cache(maxsize=4)
def _readings(frame: Frame) -> defaultdict[Kind[Any], dict[str, Any]]:
    del frame
    return defaultdict(dict)


FORMS = _Forms()


def fallback(field: Field) -> Any:
    """Give a value for a required key that cannot be read, so that rules can run on the rest."""
    if field.node is not None:
        node = field.node()
        for key in field.node.required:
            inner = field.node.fields[key]
            node.__dict__[inner.attribute] = fallback(inner)
        return node
    return "" if field.kind is TEXT or field.fallback is None else field.fallback
