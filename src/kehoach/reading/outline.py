"""A text's own shape, straight from the parser's events: every scalar, bracket and comment with its place."""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.reading.complaint import Span
from kehoach.reading.events import (
    AliasEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
    next_event,
)
from kehoach.values.text import FORBIDDEN


class Leaf:
    """A scalar or an alias, as it is written."""

    __slots__ = ("anchor", "end", "is_alias", "is_key", "start", "style", "tag", "value")

    def __init__(self, event: Any, text: str, *, is_key: bool) -> None:
        self.is_alias = type(event) is AliasEvent
        self.is_key = is_key
        self.anchor: str | None = event.anchor
        self.tag: str | None = None if self.is_alias else event.tag
        self.style: str = "" if self.is_alias else event.style or ""
        self.value: str = f"*{event.anchor}" if self.is_alias else event.value
        self.end: int = event.end_mark.index
        start: int = event.start_mark.index
        self.start = start if self.is_alias else _past_properties(text, start, self.end)

    @property
    def is_block(self) -> bool:
        """Whether it is written as `|` or `>`."""
        return self.style in ("|", ">")

    def keeps_blank_lines(self, text: str) -> bool:
        """Whether the blank lines after it belong to it: `|+`."""
        return self.is_block and "+" in text[self.start : self.start + 3]

    def last(self, text: str) -> int:
        """Give the end of what it covers, without the empty lines that a block scalar leaves open."""
        if not self.is_block or self.keeps_blank_lines(text):
            return self.end
        return self.start + len(text[self.start : self.end].rstrip("\r\n"))


class Branch:
    """A mapping or a list; a mapping's children are its keys and values in turn."""

    __slots__ = ("anchor", "children", "end", "is_flow", "is_key", "is_mapping", "start", "tag")

    def __init__(self, event: Any, *, is_key: bool) -> None:
        self.is_mapping = type(event) is MappingStartEvent
        self.is_flow = bool(event.flow_style)
        self.is_key = is_key
        self.anchor: str | None = event.anchor
        self.tag: str | None = event.tag
        self.start: int = event.start_mark.index
        self.end: int = self.start
        self.children: list[Leaf | Branch] = []

    def pairs(self) -> Iterator[tuple["Leaf | Branch", "Leaf | Branch"]]:
        """Give each key with its value."""
        return zip(self.children[::2], self.children[1::2], strict=True)

    def last(self, text: str) -> int:
        """Give the end of its last bracket or scalar."""
        node: Leaf | Branch = self
        while isinstance(node, Branch):
            if node.is_flow or not node.children:
                return node.end
            node = node.children[-1]
        return node.last(text)


Shape = Leaf | Branch


class Outline:
    """The tree of a text, and its scalars and aliases in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.leaves: list[Leaf] = []
        self.root = self._read(FORBIDDEN.sub("\ufffd", text))

    def comments(self) -> list[str]:
        """List the comments in the order of the text: whatever `#` begins between scalars, to the end of its line."""
        found = []
        for start, end in self.gaps():
            found += [match[0] for match in _COMMENT.finditer(self.text, start, end)]
        return found

    def gaps(self) -> Iterator[Span]:
        """Give each stretch of the text in which no scalar stands; the heading of a block scalar counts as such."""
        at = 0
        for leaf in self.leaves:
            yield at, leaf.start
            at = leaf.end
            if leaf.is_block:
                line = _LINE.match(self.text, leaf.start, leaf.end)
                yield leaf.start, line.end() if line else leaf.start
        yield at, len(self.text)

    def _read(self, text: str) -> Shape | None:
        step = next_event(text)
        stack: list[Branch] = []
        root: Shape | None = None
        while type(event := step()) is not StreamEndEvent:
            kind = type(event)
            outer = stack[-1] if stack else None
            is_key = outer is not None and outer.is_mapping and len(outer.children) % 2 == 0
            node: Shape
            if kind is ScalarEvent or kind is AliasEvent:
                node = Leaf(event, text, is_key=is_key)
                self.leaves.append(node)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = Branch(event, is_key=is_key)
                stack.append(node)
            else:
                if stack and kind.__name__ in _ENDS:
                    stack.pop().end = event.end_mark.index
                continue
            if outer is None:
                root = root or node
            else:
                outer.children.append(node)
        return root


def _past_properties(text: str, start: int, end: int) -> int:
    """Step over `&anchor` and `!tag`, and a comment after them."""
    while start < end and text[start] in "&!":
        match = _PROPERTY.match(text, start, end)
        start = match.end() if match else end
    return start


ABSENT = frozenset(("", "~", "null", "Null", "NULL"))
"""What a plain scalar says when it says nothing."""

_ENDS = frozenset(("MappingEndEvent", "SequenceEndEvent"))
_BREAKS = "\r\n\x85\u2028\u2029"
_COMMENT = re.compile(f"#[^{_BREAKS}]*")
_LINE = re.compile(f"[^{_BREAKS}]*")
_PROPERTY = re.compile(rf"[&!][^\s]*(?:\s+|#[^{_BREAKS}]*)*")
