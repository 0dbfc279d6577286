"""What is kept of containers and anchors that are being read, and of the whole that was."""

from typing import Any, NamedTuple

from kehoach.reading.complaint import Span
from kehoach.reading.spans import Spans

ABSENT = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain texts that say that there is nothing."""

NO_KEY = None
"""Stands for the key of a mapping that waits for its next key."""


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
