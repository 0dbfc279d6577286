"""The places of a document's values, as deep as the values are, and the ways through them."""

from typing import Any

from kehoach.diagnostics import KeyPath
from kehoach.reading.complaint import Span

Spans = Any
"""A scalar's `(start, end)`; a list's `(start, end, [spans])`; a mapping's `(start, end, {key: (start, end, spans)})`.

The compiled reader keeps numbers instead, and makes of them what is asked for: a sequence like these that knows its own way on.
"""

LEAF = 2
"""How long the place of a scalar is; that of a collection has what is inside, too."""


def child(node: Spans, key: str | int) -> tuple[Span | None, Spans] | None:
    """Give the place of the key that leads to a value, where a key does, and that of the value; none where it leads to nothing."""
    if len(node) == LEAF:
        return None
    inside = node[2]
    if isinstance(inside, dict):
        entry = inside.get(key)
        return None if entry is None else ((entry[0], entry[1]), entry[2])
    if isinstance(key, int) and key < len(inside):
        return None, inside[key]
    return None


def descended(node: Spans | None, path: KeyPath) -> Spans | None:
    """Follow a part of a path; none where it leads to nothing."""
    if node is not None and type(node) is not tuple:
        return node.descended(path)
    for key in path:
        if node is None or len(node) == LEAF:
            return None
        inside = node[2]
        if isinstance(inside, dict):
            entry = inside.get(key)
            node = None if entry is None else entry[2]
        elif isinstance(key, int) and key < len(inside):
            node = inside[key]
        else:
            return None
    return node


def start_of(node: Spans, key: Span | None) -> Span:
    """Point at a container: at the key that holds it, else at its own first key or item."""
    if key is not None:
        return key
    while len(node) != LEAF and node[2]:
        inside = node[2]
        if isinstance(inside, dict):
            start, end, _ = next(iter(inside.values()))
            return (start, end)
        node = inside[0]
    return (node[0], node[1])


def moved(spans: Spans, by: int) -> Spans:
    """Shift places from those in a part of a text to those in the whole."""
    start, end = spans[0] + by, spans[1] + by
    if len(spans) == LEAF:
        return (start, end)
    inside = spans[2]
    if type(inside) is dict:
        return (start, end, {key: (s + by, e + by, moved(child, by)) for key, (s, e, child) in inside.items()})
    return (start, end, [moved(child, by) for child in inside])


def count(spans: Spans) -> int:
    """Count scalars, keys, lists and mappings."""
    if len(spans) == LEAF:
        return 1
    inside = spans[2]
    if type(inside) is dict:
        return 1 + len(inside) + sum(count(child) for _, _, child in inside.values())
    return 1 + sum(count(child) for child in inside)
