"""A document: raw text of every scalar, and the place of every key and value."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from io import StringIO
from itertools import accumulate
from typing import Any, NamedTuple

from kehoach.compiled import COMPILED
from kehoach.diagnostics import KeyPath, Place
from kehoach.reading.complaint import Complaint, Span
from kehoach.reading.spans import LEAF, Spans, child, start_of
from kehoach.values.alphabet import USUAL, as_bytes


class _Cut:
    """Stands in the data for a value that could not be read."""

    def __repr__(self) -> str:
        return "CUT"


CUT = _Cut()
MERGED = "<<"
"""The key under which a mapping remembers that a merge key was taken out of it."""


class Scalar(NamedTuple):
    """One scalar of the document: a value, or a key."""

    path: KeyPath
    text: str
    span: Span
    is_key: bool


class Document:
    """What a file says, before anybody asks what it means."""

    def __init__(self, name: str, text: str, data: Any = None, spans: Spans = None) -> None:
        self.name = name
        self.text = text
        self.data = data
        self.spans: Spans = spans if spans is not None else (0, 0)
        self.complaints: list[Complaint] = []
        self._line_starts: Sequence[int] = ()
        self._quoted = (0, "")
        self._bytes: bytes | None = None
        self._is_unusual = False
        self._characters: frozenset[str] | None = None

    @property
    def is_readable(self) -> bool:
        """Tell whether anything could be read."""
        return self.data is not None

    def place(self, span: Span, *, quote: bool = True) -> Place:
        """Turn offsets into lines and columns, trimmed to what the value itself covers."""
        start, end = self._trimmed(span)
        line, column = self._position(start)
        end_line, end_column = self._position(max(end, start))
        excerpt = self.line(line) if quote else ""
        return Place(line=line, column=column, end_line=end_line, end_column=end_column, excerpt=excerpt)

    def exact_place(self, span: Span) -> Place:
        """Turn offsets into lines and columns as they are."""
        (line, column), (end_line, end_column) = self._position(span[0]), self._position(span[1])
        return Place(line=line, column=column, end_line=end_line, end_column=end_column)

    def line(self, number: int) -> str:
        """Quote one line of the text, without its end; the same object for the same line, however often."""
        if number != self._quoted[0]:
            starts = self.starts()
            end = starts[number] if number < len(starts) else len(self.text)
            self._quoted = (number, self.text[starts[number - 1] : end].rstrip("\r\n"))
        return self._quoted[1]

    def span(self, path: KeyPath, *, of_key: bool = False) -> Span:
        """Find the value at a path, else the key that holds it, else the parent's key."""
        node = self.spans
        last_key: Span | None = None
        for key in path:
            found = child(node, key)
            if found is None:
                return start_of(node, last_key)
            last_key, node = found
        if (of_key or node[0] == node[1]) and last_key is not None:
            return last_key
        return (node[0], node[1]) if len(node) == LEAF else start_of(node, last_key)

    def whole(self, path: KeyPath) -> Span:
        """Find the whole of the value at a path, to its last line."""
        node = self.spans
        for key in path:
            found = child(node, key)
            if found is None:
                return self.span(path)
            node = found[1]
        return (node[0], node[1])

    def by_ids(self, path: KeyPath) -> KeyPath:
        """Put ids in place of list numbers."""
        data, steady = self.data, []
        for key in path:
            inside = data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None
            if inside is None and isinstance(data, dict):
                inside = data.get(key)
            name = inside.get("id") if isinstance(key, int) and isinstance(inside, dict) else None
            steady.append(name if isinstance(name, str) else key)
            data = inside
        return tuple(steady)

    def scalars(self, around: Sequence[int] | None = None) -> Iterator[Scalar]:
        """Walk every key and scalar in the order of the file, without recursion; not what the users keep under `x-`.

        Args:
            around: sorted places in the text; what holds none of them is passed over. None: nothing is.
        """
        stack: list[tuple[KeyPath, Any, Spans]] = [((), self.data, self.spans)]
        while stack:
            path, data, spans = stack.pop()
            if isinstance(data, str):
                yield Scalar(path, data, (spans[0], spans[1]), is_key=False)
            elif isinstance(data, list):
                inside = spans[2]
                stack.extend(((*path, i), data[i], inside[i]) for i in range(len(data) - 1, -1, -1) if _holds(inside[i], around))
            elif isinstance(data, dict):
                for key, (start, end, child) in reversed(spans[2].items()):
                    if key.startswith("x-"):
                        continue  # the users' own
                    if _holds(child, around):
                        stack.append(((*path, key), data.get(key), child))
                    if (key != self.text[start:end] or not key.isascii()) and _holds((start, end), around):
                        yield Scalar((*path, key), self.text[start:end], (start, end), is_key=True)

    def characters(self) -> frozenset[str]:
        """Give the characters that stand in the text, maybe among all that are usual."""
        if self._characters is None:
            if COMPILED is None:
                self._characters = USUAL if self.as_bytes() is not None else frozenset(self.text)
            else:
                self._characters = USUAL if COMPILED.are_all(self.text, _usual()) else COMPILED.characters(self.text)
        return self._characters

    def as_bytes(self) -> bytes | None:
        """Give the text with a byte for each character, which is searched faster; none where one is unusual."""
        if self._bytes is None and not self._is_unusual:
            self._bytes = as_bytes(self.text)
            self._is_unusual = self._bytes is None
        return self._bytes

    def _trimmed(self, span: Span) -> Span:
        start, end = span
        text = self.text
        start, end = min(start, len(text)), min(end, len(text))
        while end > start and text[end - 1] in " \t\r\n":
            end -= 1
        return start, end

    def _position(self, offset: int) -> tuple[int, int]:
        starts = self.starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def starts(self) -> Sequence[int]:
        """Give where each line begins."""
        if not self._line_starts:
            self._line_starts = self._new_starts()
        return self._line_starts

    def _new_starts(self) -> Sequence[int]:
        if type(self.spans) is not tuple:
            lines: Sequence[int] = self.spans.lines  # found on the way, as the places were
            return lines
        starts: Sequence[int] = _line_starts(self.text) if COMPILED is None else COMPILED.line_starts(self.text)
        return starts


@cache
def _usual() -> bytes:
    """Give each usual character a 1, as the compiled half reads it."""
    table = bytearray(0x10000)
    for character in USUAL:
        table[ord(character)] = 1
    return bytes(table)


def _holds(spans: Spans, places: Sequence[int] | None) -> bool:
    """Tell whether one of some sorted places is in a value."""
    if places is None:
        return True
    number = bisect_left(places, spans[0])
    return number < len(places) and places[number] < spans[1]


_NEWLINE = re.compile("\n")


def _line_starts(text: str) -> list[int]:
    if "\r" not in text:
        return [0, *map(re.Match.end, _NEWLINE.finditer(text))]
    starts = list(accumulate(map(len, StringIO(text, newline="")), initial=0))
    if text[-1] not in "\r\n":
        starts.pop()  # there the text ends
    return starts
