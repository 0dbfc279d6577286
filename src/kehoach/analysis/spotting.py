"""Places of many values of one document, found faster than one by one."""

from bisect import bisect_right
from typing import Any, NamedTuple

from kehoach.diagnostics import KeyPath, Place, pointer
from kehoach.model.extract import Spot
from kehoach.reading.document import Document
from kehoach.reading.spans import LEAF, Spans, descended


class _Thing(NamedTuple):
    """What several values have in common: the thing they belong to."""

    spans: Spans | None
    data: Any
    steady: str


class Spotter:
    """Finds places; what several values have in common of their paths is walked once."""

    def __init__(self, document: Document, *, quote: bool) -> None:
        self.document = document
        self.quote = quote
        self.starts = document.starts()
        self.lists: dict[KeyPath, Spans | None] = {}
        self.things: dict[KeyPath, _Thing] = {(): _Thing(document.spans, document.data, "")}

    def spot(self, path: KeyPath) -> Spot:
        """Find a place, and the pointer to it with ids in place of list numbers."""
        depth = _depth(path) + 1
        head = path[:depth]
        thing = self.things.get(head) or self._thing(head)
        rest = path[depth:]
        return Spot(path, self._place(descended(thing.spans, rest), path), _steady(thing, rest) if rest else thing.steady)

    def _thing(self, head: KeyPath) -> _Thing:
        """Find what a path leads to, by way of what is above it."""
        found = self.things.get(head)
        if found is None:
            above, last = self._thing(head[:-1]), head[-1:]
            found = self.things[head] = _Thing(descended(above.spans, last), _child(above.data, last[0]), _steady(above, last))
        return found

    def place(self, path: KeyPath) -> Place:
        """Find the place of a value, as the document would say it."""
        depth = _depth(path)
        head = path[:depth]
        if head not in self.lists:
            self.lists[head] = descended(self.document.spans, head)
        return self._place(descended(self.lists[head], path[depth:]), path)

    def _place(self, node: Spans | None, path: KeyPath) -> Place:
        if node is not None and len(node) == LEAF:
            start, end = node
            starts = self.starts
            line = bisect_right(starts, start)
            if start < end <= (starts[line] if line < len(starts) else end) and not self.document.text[end - 1].isspace():
                first = starts[line - 1] - 1
                return Place(line, start - first, line, end - first, self.document.line(line) if self.quote else "")
        return self.document.place(self.document.span(path), quote=self.quote)


def _depth(path: KeyPath) -> int:
    """Tell how many keys lead to the list of things that a value is in."""
    return 1 if len(path) > 1 and type(path[1]) is int else 2


def _child(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def _steady(thing: _Thing, path: KeyPath) -> str:
    """Write the pointer to a value of a thing."""
    data, steady = thing.data, thing.steady
    for key in path:
        data = _child(data, key)
        name = data.get("id") if isinstance(key, int) and isinstance(data, dict) else None
        part = name if isinstance(name, str) else str(key)
        steady += pointer((part,)) if "/" in part or "~" in part else f"/{part}"
    return steady
