"""What of a plan an expression looks at, so that it stays silent about what could not be read."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kehoach.diagnostics import KeyPath
from kehoach.expressions.sorts import Sort, Type
from kehoach.expressions.tree import (
    Arithmetic,
    Call,
    Comparison,
    Each,
    Key,
    Listing,
    Logic,
    Negative,
    Not,
    Tree,
    Variable,
    WorkedOut,
)
from kehoach.model.base import Node, Shape
from kehoach.model.plan import Plan

ANY = "*"
Paths = frozenset[KeyPath]


def paths(tree: Tree, starts: Mapping[str, Paths]) -> Paths:
    """List the paths that an expression reads, `*` for any key; "" at the end means the thing, nothing within.

    Args:
        tree: the expression.
        starts: where each variable stands.
    """
    found: set[KeyPath] = set()
    _walk(tree, starts, found)
    return frozenset(found)


@lru_cache(maxsize=1)
def places_of_nodes() -> Mapping[type[Node], Paths]:
    """Tell where in a plan each kind of node stands."""
    found: dict[type[Node], set[KeyPath]] = {}
    _place(Plan, (), found)
    return {node: frozenset(places) for node, places in found.items()}


def _place(node: type[Node], path: KeyPath, found: dict[type[Node], set[KeyPath]]) -> None:
    found.setdefault(node, set()).add(path)
    for key, field in node.fields.items():
        if field.node is not None:
            _place(field.node, (*path, key) if field.shape is Shape.NODE else (*path, key, ANY), found)


def _walk(tree: Tree, starts: Mapping[str, Paths], found: set[KeyPath]) -> Paths:
    """Collect what a part reads; give where the node or the nodes stand that it comes to."""
    match tree:
        case Variable():
            return starts[tree.name]
        case Key():
            return _key(tree, _walk(tree.of, starts, found), found)
        case WorkedOut():
            of = _walk(tree.of, starts, found)
            found.update(_resolved(tree.name.reads, of))
            return _of_type(tree.type)
        case Each():
            over = _walk(tree.over, starts, found)
            inner = {**starts, tree.variable: over}
            for condition in tree.conditions:
                _walk(condition, inner, found)
            return _walk(tree.body, inner, found)
        case _:
            parts = [_walk(part, starts, found) for part in _parts(tree)]
            return frozenset().union(*parts) if isinstance(tree, Listing) else frozenset()


def _parts(tree: Tree) -> Iterable[Tree]:
    match tree:
        case Listing():
            return tree.items
        case Not() | Negative():
            return (tree.of,)
        case Logic():
            return tree.parts
        case Arithmetic():
            return tree.left, tree.right
        case Comparison():
            return tree.first, *(side for _, side in tree.others)
        case Call():
            return tree.arguments
    return ()


def _key(tree: Key, of: Paths, found: set[KeyPath]) -> Paths:
    """Read a value as a whole, but of nodes only that they are there."""
    own = {(*path, tree.key) for path in of}
    kind = tree.type
    node = tree.of.type.node
    holds_nodes = node is not None and node.fields[tree.key].node is not None
    if not holds_nodes:
        found.update(own)
        return frozenset()
    if kind.sort is Sort.NODE:
        found.update((*path, "") for path in own)
        return frozenset(own)
    found.update((*path, ANY, "") for path in own)
    return frozenset((*path, ANY) for path in own)


def _resolved(reads: Iterable[str], of: Paths) -> Iterator[KeyPath]:
    for read in reads:
        if read.startswith("."):
            yield from ((*path, *read[1:].split(".")) for path in of)
        else:
            yield tuple(read.split("."))


def _of_type(kind: Type) -> Paths:
    node = kind.item.node if kind.item is not None else kind.node
    return frozenset() if node is None else places_of_nodes().get(node, frozenset())
