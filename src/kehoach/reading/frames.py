"""What is kept of containers and anchors that are being read, and of the whole that was."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.reading.complaint import Span
from kehoach.reading.spans import Spans

ABSENT = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain texts that say that there is nothing."""

NO_KEY = None
"""Stands for the key of a mapping that waits for its next key."""

DISCARD = object()
"""Stands for a key that cannot be used: its value is read and left out."""


class Root(NamedTuple):
    """The data of a text, and the place of every key and value."""

    data: Any
    spans: Spans


class Anchor:
    """What an anchor stands for, and how large it is when written out."""

    __slots__ = ("data", "depth", "is_open", "nodes", "spans")

    def __init__(self) -> None:
        self.data: Any = None
        self.spans: Spans = (0, 0)
        self.nodes = 0
        self.depth = 0
        self.is_open = True

    def hold(self, data: Any, spans: Spans, nodes: int, depth: int = 0) -> None:
        """Keep what was read, of so many nodes in so many layers; from now on an alias may stand for it."""
        self.data, self.spans, self.nodes, self.depth, self.is_open = data, spans, nodes, depth, False


class Frame:
    """A container that is being read; what most of them never need has its default on the class."""

    key: Any = NO_KEY
    key_span: Span = (0, 0)
    anchor: Anchor | None = None
    nodes = 0  # of the whole when the frame was opened
    deepest = 0
    is_key = False  # the container itself stands where a key should
    last_plain: tuple[str, Span] | None = None

    def __init__(self, data: Any, inside: Any, start: int, flow_style: Any) -> None:
        self.data = data
        self.inside = inside  # the spans of what is inside
        self.start = start
        self.is_flow = flow_style

    def take(self, data: Any, spans: Spans, *, is_key: bool) -> None:
        """Put a finished container, or what an alias stands for, where it belongs."""
        if is_key:
            self.key = DISCARD
        elif type(self.data) is list:
            self.data.append(data)
            self.inside.append(spans)
        else:
            key, self.key, self.last_plain = self.key, NO_KEY, None
            if key is not DISCARD:
                self.data[key] = data
                start, end = self.key_span
                self.inside[key] = (start, end, spans)


def path_to(stack: Sequence[Frame]) -> KeyPath:
    """Tell where in the document the innermost container of a stack is read on."""
    keys: list[str | int] = []
    for frame in stack:
        if type(frame.data) is list:
            keys.append(len(frame.data))
        elif isinstance(frame.key, str):
            keys.append(frame.key)
    return tuple(keys)


def past_anchor(text: str, span: Span) -> Span:
    """Step over `&name ` so that the place is the value's own."""
    start = span[0]
    while start < len(text) and text[start] in "&!":
        while start < len(text) and not text[start].isspace():
            start += 1
        while start < len(text) and text[start].isspace():
            start += 1
    return (start, max(start, span[1]))


NO_ANCHOR = Text(vi="bí danh *{name} không có neo &{name} nào đứng trước", en="the alias *{name} has no anchor &{name} before it")
NO_ANCHOR_FIX = Text(
    vi="Đặt văn bản bắt đầu bằng * trong dấu nháy kép; hoặc đặt neo &{name} trước đó.",
    en="Put a text that starts with * in double quotes; or set the anchor &{name} before it.",
)
