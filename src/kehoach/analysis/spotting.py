"""Places of many values of one document, found faster than one by one."""

from bisect import bisect_right
from functools import partial
from typing import Any, NamedTuple

from kehoach.compiled import COMPILED
from kehoach.diagnostics import KeyPath
from kehoach.model.spot import MARK, NAMED, Spot, placed, quoted, step, way
from kehoach.reading.document import Document
from kehoach.reading.spans import LEAF, Spans, descended


class _Thing(NamedTuple):
    """What several values have in common: the thing they belong to."""

    spans: Spans | None
    data: Any
    way: str


class Spotter:
    """Finds places; what several values have in common of their paths is walked once."""

    def __init__(self, document: Document, *, quote: bool) -> None:
        self.document = document
        self.quote = quote
        self.starts = document.starts()
        self.things: dict[KeyPath, _Thing] = {(): _Thing(document.spans, document.data, "")}
        self.simple = _none if COMPILED is None or quote else partial(COMPILED.spot, document.spans, self.starts)

    def spot(self, path: KeyPath) -> Spot:
        """Find a place, and the pointer to it with ids in place of list numbers."""
        return Spot(self.simple(path, self.document.data, None) or self._spot(path))

    def marked(self, said: str, path: KeyPath) -> str:
        """Find a place, and write a spot that says something else where its pointer would be."""
        return self.simple(path, None, said) or f"{way(path)}{NAMED}{said}{MARK}{self._place(descended(self.document.spans, path), path)}"

    def _spot(self, path: KeyPath) -> str:
        depth = _depth(path)
        head = path[:depth]
        thing = self.things.get(head) or self._thing(head)
        rest = path[depth:]
        place = self._place(descended(thing.spans, rest), path)
        return f"{_way(thing, rest)}{MARK}{place}"

    def _thing(self, head: KeyPath) -> _Thing:
        """Find what a path leads to, by way of what is above it."""
        found = self.things.get(head)
        if found is None:
            above, last = self._thing(head[:-1]), head[-1:]
            found = self.things[head] = _Thing(descended(above.spans, last), _child(above.data, last[0]), _way(above, last))
        return found

    def _place(self, node: Spans | None, path: KeyPath) -> str:
        """Write the place of a value, as the document would say it."""
        if node is not None and len(node) == LEAF:
            start, end = node
            starts = self.starts
            line = bisect_right(starts, start)
            if start < end <= (starts[line] if line < len(starts) else end) and not self.document.text[end - 1].isspace():
                first = starts[line - 1] - 1
                excerpt = quoted(self.document.line(line)) if self.quote else ""
                return f"{line} {start - first} {line} {end - first} {excerpt}"
        return placed(self.document.place(self.document.span(path), quote=self.quote))


def _none(*_asked: object) -> str | None:
    """Stand in for the compiled half, which finds the places of most values."""
    return None


def _depth(path: KeyPath) -> int:
    """Tell how many keys lead to the thing that a value belongs to."""
    return 2 if len(path) > 1 and type(path[1]) is int else 3


def _child(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def _way(thing: _Thing, path: KeyPath) -> str:
    """Write the way to a value of a thing, with the ids of what lies on it."""
    data, found = thing.data, thing.way
    for key in path:
        data = _child(data, key)
        name = data.get("id") if type(key) is int and isinstance(data, dict) else None
        found += step(key, name) if isinstance(name, str) else step(key)
    return found
