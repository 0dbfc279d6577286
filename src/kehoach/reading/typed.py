"""The parts of an outline that a model knows: its mappings, and the scalars that have a kind."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kehoach.model.base import Field, Node, Shape
from kehoach.reading.outline import Branch, Leaf
from kehoach.values.kind import Kind
from kehoach.values.text import nfc


class TypedMapping(NamedTuple):
    """A mapping and the node it is read as."""

    branch: Branch
    node: type[Node]


class TypedScalar(NamedTuple):
    """A scalar and what it is read as."""

    leaf: Leaf
    kind: Kind[Any]


def typed(root: Branch | Leaf | None, top: type[Node]) -> Iterator[TypedMapping | TypedScalar]:
    """Walk what the model knows; the inner mappings come after the outer ones."""
    todo: list[tuple[Branch | Leaf, type[Node]]] = [(root, top)] if root is not None else []
    while todo:
        branch, node = todo.pop()
        if not isinstance(branch, Branch) or not branch.is_mapping:
            continue
        yield TypedMapping(branch, node)
        for key, value in branch.pairs():
            field = node.fields.get(key_text(key))
            if field is None:
                continue
            if field.node is not None:
                todo += [(inner, field.node) for inner in _entries(field, value)]
            elif field.kind is not None:
                yield from (TypedScalar(leaf, field.kind) for leaf in _scalars(field, value))


def key_text(key: Branch | Leaf) -> str:
    """Give the name of a key; empty where it is no plain scalar."""
    return nfc(key.value) if isinstance(key, Leaf) and not key.is_alias else ""


def _entries(field: Field, value: Branch | Leaf) -> list[Branch | Leaf]:
    """List the mappings in the value of a field of nodes."""
    if field.shape is Shape.NODE:
        return [value]
    if not isinstance(value, Branch):
        return []
    return [inner for _, inner in value.pairs()] if value.is_mapping else value.children


def _scalars(field: Field, value: Branch | Leaf) -> Iterator[Leaf]:
    """List the scalars in the value of a field of values."""
    todo = [value]
    while todo:
        node = todo.pop()
        if isinstance(node, Leaf):
            if not node.is_alias and node.value:
                yield node
        elif field.shape is Shape.MAP or field.shape is Shape.MAP_OF_LISTS or not node.is_mapping:
            todo += [inner for _, inner in node.pairs()] if node.is_mapping else node.children
