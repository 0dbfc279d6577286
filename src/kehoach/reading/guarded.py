"""One guarded pass over the parser's events: nothing is built beyond the limits."""

from typing import Any, NoReturn

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.reading.complaint import Complaint, OtherPlace, Span
from kehoach.reading.document import CUT, MERGED
from kehoach.reading.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
    next_event,
)
from kehoach.reading.frames import ABSENT, DISCARD, NO_ANCHOR, NO_ANCHOR_FIX, NO_KEY, Anchor, Frame, Root, past_anchor, path_to
from kehoach.reading.limits import MAXIMUM_ALIASES, MAXIMUM_DEPTH, MAXIMUM_NODES, TOO_DEEP, TOO_MANY
from kehoach.reading.spans import Spans
from kehoach.reading.syntax import syntax_complaint
from kehoach.values.text import FORBIDDEN, INVISIBLE, REPLACEMENT, character_name, nfc


class _StopError(Exception):
    """Nothing more can be read."""


def read_guarded(text: str, original: str) -> tuple[Root | None, list[Complaint]]:
    """Read a text by the parser's events; nothing where they cannot be trusted, and what is to be complained of.

    Args:
        text: what the parser takes.
        original: the same as it stands in the file.
    """
    reader = _GuardedPass(text)
    try:
        reader.run()
    except _StopError:
        pass
    except (YAMLError, ValueError, OverflowError, RecursionError) as error:
        reader.complaints.append(syntax_complaint(original, error))
    return (None if reader.is_stopped else Root(reader.root, reader.root_spans)), reader.complaints


def read_entry(text: str, deepest: int) -> Root | None:
    """Read a part of a text; nothing where there is anything to complain of, an anchor, or more depth than that."""
    reader = _GuardedPass(text)
    try:
        reader.run()
    except (_StopError, YAMLError, ValueError, OverflowError, RecursionError):
        return None
    if reader.complaints or reader.anchors or reader.depth > deepest or reader.is_stopped:
        return None
    return Root(reader.root, reader.root_spans)


class _GuardedPass:
    """One pass over the events with an explicit stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_suspect = REPLACEMENT in text  # else only an escape in quotes can bring what is forbidden
        self.complaints: list[Complaint] = []
        self.root: Any = None
        self.root_spans: Spans = (0, 0)
        self.is_stopped = True
        self.stack: list[Frame] = []
        self.anchors: dict[str, Anchor] = {}
        self.nodes = 0
        self.aliases = 0
        self.documents = 0
        self.depth = 0

    def run(self) -> None:
        """Read all events; stop at the first thing after which nothing can be trusted."""
        step = next_event(self.text)
        scalar = self.scalar
        handlers = {
            MappingStartEvent: self.open_mapping,
            SequenceStartEvent: self.open_sequence,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            AliasEvent: self.alias,
            DocumentStartEvent: self.start_document,
        }
        find = handlers.get
        while True:
            event = step()
            kind = type(event)
            if kind is ScalarEvent:
                scalar(event)
            elif (handle := find(kind)) is not None:
                handle(event)
            elif kind is StreamEndEvent:
                break
        self.is_stopped = self.root is None

    def start_document(self, event: Any) -> None:
        """Refuse a second document."""
        self.documents += 1
        if self.documents > 1:
            start = event.start_mark.index
            self.stop(Complaint("YML006", (start, start + 3)))

    def scalar(self, event: Any) -> None:
        """Take a key, a value or an item."""
        span = (event.start_mark.index, event.end_mark.index)
        value: Any = event.value
        plain = not event.style
        self.nodes += 1
        if self.nodes > MAXIMUM_NODES:
            self.too_many(span)
        if not plain or self.is_suspect or event.ctag is not None or event.anchor is not None:
            value, span, plain = self.special(event, value, span)
        stack = self.stack
        if not stack:
            self.root, self.root_spans = value, span
            return
        frame = stack[-1]
        if type(frame.data) is list:
            frame.data.append(None if value == "" or (plain and value in ABSENT) else value)
            frame.inside.append(span)
        elif frame.key is NO_KEY:
            self.take_key(frame, value, span, plain=plain)
        else:
            self.take_value(frame, value, span, plain=plain)

    def special(self, event: Any, value: Any, span: Span) -> tuple[Any, Span, bool]:
        """Look at what only tagged, quoted, anchored or unclean scalars have."""
        if event.ctag is not None:
            self.complaints.append(Complaint("YML003", span, self.path(), {"tag": event.tag}))
            value = CUT
        elif REPLACEMENT in value or FORBIDDEN.search(value):
            value = self.unclean(value, span)
        if event.anchor is not None:
            self.anchors[event.anchor] = Anchor()
            self.anchors[event.anchor].hold(value, span, 1)
            span = past_anchor(self.text, span)
        return value, span, bool(event.implicit[0] and not event.style)

    def take_key(self, frame: Frame, value: Any, span: Span, *, plain: bool) -> None:
        """Remember the key until its value comes."""
        frame.key_span = span
        if type(value) is not str:
            frame.key = DISCARD
            return
        if plain and value == MERGED:
            self.complaints.append(Complaint("YML016", span, (*self.path(), value)))
            frame.data[MERGED] = CUT
            frame.key = DISCARD
            return
        if not value.isascii():
            value = self.clean_key(value, span)
        earlier = frame.inside.get(value)
        if earlier is not None:
            other = OtherPlace((earlier[0], earlier[1]), _FIRST_KEY)
            self.complaints.append(Complaint("YML002", span, (*self.path(), value), {"key": value}, others=(other,)))
            frame.key = DISCARD
            return
        frame.key = value

    def take_value(self, frame: Frame, value: Any, span: Span, *, plain: bool) -> None:
        """Put a scalar under the key that waits for it."""
        key = frame.key
        frame.key = NO_KEY
        if key is DISCARD:
            return
        if plain and frame.is_flow:
            if value == "" and frame.last_plain is not None and ":" not in self.text[frame.key_span[1] : span[1] + 1]:
                self.split_by_comma(frame, key)
                return
            frame.last_plain = (key, span) if value else None
        elif frame.is_flow:
            frame.last_plain = None
        frame.data[key] = None if value == "" or (plain and value in ABSENT) else value
        start, end = frame.key_span
        frame.inside[key] = (start, end, span)

    def split_by_comma(self, frame: Frame, key: str) -> None:
        """Complain once of `{amount: 1,2 tỷ}`, where the comma ended the value."""
        cut_key, span = frame.last_plain  # type: ignore[misc]
        whole = (span[0], frame.key_span[1])
        values = {"key": cut_key, "text": self.text[whole[0] : whole[1]], "rest": key}
        self.complaints.append(Complaint("YML017", whole, (*self.path(), cut_key), values))
        frame.data[cut_key] = CUT
        frame.last_plain = None

    def open_mapping(self, event: Any) -> None:
        """Begin a mapping."""
        self.open(event, Frame({}, {}, event.start_mark.index, event.flow_style))

    def open_sequence(self, event: Any) -> None:
        """Begin a list."""
        self.open(event, Frame([], [], event.start_mark.index, event.flow_style))

    def open(self, event: Any, frame: Frame) -> None:
        """Push a container, within the limits."""
        stack = self.stack
        self.nodes += 1
        if self.nodes > MAXIMUM_NODES:
            self.too_many((frame.start, frame.start + 1))
        if len(stack) >= MAXIMUM_DEPTH:
            self.too_deep((frame.start, frame.start + 1))
        if event.ctag is not None:
            self.complaints.append(Complaint("YML003", (frame.start, frame.start + len(event.tag)), self.path(), {"tag": event.tag}))
        if event.anchor is not None:
            frame.anchor = self.anchors[event.anchor] = Anchor()
            frame.start = past_anchor(self.text, (frame.start, frame.start))[0]
        if stack and stack[-1].key is NO_KEY and type(stack[-1].data) is dict:
            frame.is_key = True
            if event.tag is None:
                self.complaints.append(
                    Complaint("YML012", (frame.start, frame.start + 1), self.path(), message=_KEY_NOT_TEXT, fix=_KEY_FIX)
                )
        frame.nodes = self.nodes - 1
        frame.deepest = len(stack) + 1
        stack.append(frame)

    def close(self, event: Any) -> None:
        """End a container and hand it to the one around it."""
        stack = self.stack
        frame = stack.pop()
        spans = (frame.start, event.end_mark.index, frame.inside)
        if frame.anchor is not None:
            frame.anchor.hold(frame.data, spans, self.nodes - frame.nodes, frame.deepest - len(stack))
        if not stack:
            self.root, self.root_spans, self.depth = frame.data, spans, frame.deepest
            return
        outer = stack[-1]
        outer.deepest = max(outer.deepest, frame.deepest)
        outer.take(frame.data or None, spans, is_key=frame.is_key)

    def alias(self, event: Any) -> None:
        """Put in what an anchor stands for, counted as if it were written out."""
        span = (event.start_mark.index, event.end_mark.index)
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            self.stop(Complaint("YML001", span, self.path(), {"name": event.anchor}, NO_ANCHOR, NO_ANCHOR_FIX))
        if anchor.is_open:
            self.stop(Complaint("YML005", span, self.path(), {"name": event.anchor}))
        self.aliases += 1
        self.nodes += anchor.nodes
        stack = self.stack
        if self.aliases > MAXIMUM_ALIASES or self.nodes > MAXIMUM_NODES:
            self.too_many(span)
        if len(stack) + anchor.depth > MAXIMUM_DEPTH:
            self.too_deep(span)
        if not stack:
            return
        frame = stack[-1]
        frame.deepest = max(frame.deepest, len(stack) + anchor.depth)
        spans = (*span, anchor.spans[2]) if len(anchor.spans) > len(span) else span
        is_key = type(frame.data) is dict and frame.key is NO_KEY
        if is_key and type(anchor.data) is str:
            self.take_key(frame, anchor.data, span, plain=False)
            return
        frame.take(anchor.data, spans, is_key=is_key)

    def unclean(self, value: str, span: Span) -> Any:
        """Cut a value with characters that may not be there; one escaped in quotes is found here."""
        found = FORBIDDEN.search(value)
        if found is not None:
            self.complaints.append(Complaint("YML008", span, self.path(), {"character": character_name(found.group())}))
            return CUT
        return CUT if self.text.find(REPLACEMENT, *span) >= 0 else value

    def clean_key(self, value: str, span: Span) -> str:
        """Normalise a key; complain of characters in it that nobody can see."""
        invisible = INVISIBLE.search(value)
        if invisible is not None:
            self.complaints.append(Complaint("YML008", span, (*self.path(), value), {"character": character_name(invisible.group())}))
            value = INVISIBLE.sub("", value)
        return nfc(value)

    def path(self) -> KeyPath:
        """Tell where in the document the pass is."""
        return path_to(self.stack)

    def too_many(self, span: Span) -> NoReturn:
        """Stop at a document that is too large when its aliases are written out."""
        self.stop(Complaint("YML004", span, self.path(), {"nodes": MAXIMUM_NODES, "aliases": MAXIMUM_ALIASES}, TOO_MANY))

    def too_deep(self, span: Span) -> NoReturn:
        """Stop at a document that is nested too deeply."""
        self.stop(Complaint("YML004", span, self.path(), {"depth": MAXIMUM_DEPTH}, TOO_DEEP))

    def stop(self, complaint: Complaint) -> NoReturn:
        """Give up with one complaint."""
        self.complaints.append(complaint)
        self.root = None
        raise _StopError


_FIRST_KEY = Text(vi="lần đầu ở đây", en="first here")
_KEY_NOT_TEXT = Text(vi="khóa phải là một từ, không phải danh sách hay nhóm khóa", en="a key must be a word, not a list or a mapping")
_KEY_FIX = Text(vi="Viết khóa thành một từ rồi dấu hai chấm.", en="Write the key as one word and a colon.")
