"""`fmt`: canonical values and order, in the author's own lines; proved to say the same, or not done at all."""

import re
from collections.abc import Iterator

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.reading.building import build
from kehoach.reading.canonical import canonical
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit, apply
from kehoach.reading.facts import facts
from kehoach.reading.lines import newline
from kehoach.reading.loading import frame_of
from kehoach.reading.ordering import ordering
from kehoach.reading.outline import Branch, Leaf, Outline
from kehoach.reading.proving import BROKEN, UNSTEADY, encoded, prove, scalar_values
from kehoach.reading.respelling import reworded, rewritten
from kehoach.reading.typed import TypedScalar, key_text, typed
from kehoach.values.kind import Frame
from kehoach.values.text import nfc

_TOPS: dict[str, type[Node]] = {"plan/1": Plan}


class UnformattableError(KehoachError):
    """The file has faults that must be put right first: they are findings of a check."""


def formatted(content: bytes, name: str) -> bytes:
    """Give a file's bytes in canonical form; the same bytes where they are, or where it is no plan.

    Raises:
        UnformattableError: something in the file could not be read.
        KehoachError: a bug: the result would say something else.
    """
    text, complaint = decode(content)
    if complaint is not None:
        raise UnformattableError(_UNREADABLE, name=name, code=complaint.code)
    document = _readable(name, text)
    top = _TOPS.get(_kind(document))
    if top is None:
        return content
    result, values = _once(document, top)
    if result == text:
        return content
    prove(text, result, values, keeps_order=False)
    again = _readable(name, result)
    if facts(build(top, document, frame_of(document)).node) != facts(build(top, again, frame_of(again)).node):
        raise KehoachError(BROKEN, what=_TYPED)
    if _once(again, top)[0] != result:
        raise KehoachError(BROKEN, what=UNSTEADY)
    return encoded(result, content)


def _readable(name: str, text: str) -> Document:
    """Read a document; refuse one of which something was left out on the way."""
    document = compose(name, text)
    harmful = next((c.code for c in document.complaints if c.code not in _HARMLESS), None)
    if harmful is not None or not document.is_readable:
        raise UnformattableError(_UNREADABLE, name=name, code=harmful or "YML009")
    return document


def _kind(document: Document) -> str:
    kind = document.data.get("kehoach") if isinstance(document.data, dict) else None
    return kind if isinstance(kind, str) else ""


def _once(document: Document, top: type[Node]) -> tuple[str, dict[int, str]]:
    """Format once; give also the scalars written anew and what they say."""
    outline = Outline(document.text)
    edits = [*_values(outline, top, frame_of(document))]
    values = scalar_values(outline, edits)
    text = apply(document.text, edits)
    text = apply(text, _blanks(Outline(text)))
    return apply(text, ordering(Outline(text), top)), values


def _values(outline: Outline, top: type[Node], frame: Frame) -> Iterator[Edit]:
    """Write dates, numbers and words canonically, and every other text in composed letters."""
    kinds = {part.leaf.start: part.kind for part in typed(outline.root, top) if isinstance(part, TypedScalar)}
    for leaf, is_shared in _leaves(outline.root):
        kind = kinds.get(leaf.start)
        value = canonical(kind, leaf.value, frame) if kind is not None and not is_shared else None
        if value is not None:
            source = rewritten(outline.text[leaf.start : leaf.end], value)
            if source is not None:
                yield Edit(leaf.start, leaf.end, source, value)
                continue
        if nfc(leaf.value) != leaf.value:
            yield from reworded(outline.text, leaf.start, leaf.end, nfc)


def _leaves(root: Branch | Leaf | None) -> Iterator[tuple[Leaf, bool]]:
    """Walk the scalars but those under the users' own keys; say which may stand elsewhere too, by an alias."""
    todo = [(root, False)] if root is not None else []
    while todo:
        node, is_shared = todo.pop()
        is_shared = is_shared or node.anchor is not None
        if isinstance(node, Leaf):
            if not node.is_alias:
                yield node, is_shared
        elif node.is_mapping:
            for key, value in node.pairs():
                if not key_text(key).startswith("x-"):
                    todo += ((key, is_shared), (value, is_shared))
        else:
            todo += ((child, is_shared) for child in node.children)


def _blanks(outline: Outline) -> Iterator[Edit]:
    """Take away blanks at line ends, and end the last line; comments and scalars keep every character."""
    text = outline.text
    for start, end in outline.gaps():
        for match in _TRAILING.finditer(text, start, end):
            if match[0][0] != "#" and (match.end() < end or end == len(text) or text[end] in "\r\n"):
                yield Edit(*match.span(), "")
    last = outline.leaves[-1] if outline.leaves else None
    if not text.endswith(("\n", "\r")) and not (last is not None and last.is_block and last.end == len(text)):
        yield Edit(len(text), len(text), newline(text))


_HARMLESS = frozenset(("YML018",))
_TRAILING = re.compile(r"#[^\r\n]*|[ \t]+(?=[\r\n]|\Z)")

_UNREADABLE = Text(
    vi="{name} chưa sắp xếp được vì có lỗi {code}; chạy kehoach validate {name} để xem",
    en="{name} cannot be formatted because of {code}; kehoach validate {name} shows it",
)
_TYPED = Text(vi="việc sắp xếp làm đổi giá trị", en="formatting changes a value")
