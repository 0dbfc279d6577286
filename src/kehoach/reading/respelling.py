"""A scalar written anew in its own style: what it says changes, how it stands in the file does not."""

import re
from collections.abc import Callable, Iterator

from kehoach.diagnostics import KeyPath
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit, apply
from kehoach.reading.events import YAMLError
from kehoach.reading.outline import ABSENT, Branch, Leaf, Outline

Change = Callable[[str], str]
"""Gives the new wording of a text; what it does to a text it does to each line of it alike."""


def respelled(document: Document, path: KeyPath, change: Change, *, of_key: bool = False) -> tuple[Edit, ...]:
    """Change the wording of a value or key; nothing where that cannot be done without touching more."""
    start, end = document.span(path, of_key=of_key)
    return reworded(document.text, start, end, change)


def reworded(text: str, start: int, end: int, change: Change) -> tuple[Edit, ...]:
    """Change the wording of the scalar at a place of a text, line by line where that will do."""
    source = text[start:end]
    indent = _parent_indent(text, start) if _COUNTED.match(source) else 0
    said = _said(_outdented(source, indent))
    if said is None or (value := change(said)) == said:
        return ()
    edits = tuple(_by_lines(source, change))
    new = _outdented(apply(source, edits), indent)
    read = _reading(_outdented(source, indent), said, new)
    if edits and read is not None and read.split() == value.split():
        return tuple(Edit(edit.start + start, edit.end + start, edit.text, read) for edit in edits)
    whole = rewritten(source, value)
    return () if whole is None else (Edit(start, end, whole, value),)


def rewritten(source: str, value: str) -> str | None:
    """Write a value as its former source was: plain or in quotes; in double ones where it cannot stand so."""
    if "\n" in source or "\r" in source or not source or source[0] in "*|>":
        return None
    if _SAFE.fullmatch(value) and value not in ABSENT:
        quote = source[0] if source[0] in ("'", '"') else ""
        return f"{quote}{value}{quote}"
    said = _said(source)
    if said is None:
        return None
    as_before = f"'{value.replace(_SINGLE, _SINGLE * 2)}'" if source[0] == _SINGLE else value
    candidates = (double_quoted(value),) if source[0] == '"' else (as_before, double_quoted(value))
    return next((way for way in candidates if _reading(source, said, way) == value), None)


def double_quoted(text: str) -> str:
    """Write a text in double quotes on one line."""
    return f'"{text.translate(_ESCAPES)}"'


def _by_lines(source: str, change: Change) -> Iterator[Edit]:
    """Give one edit for each line that changes, without what stays at its ends."""
    at = 0
    for line in source.splitlines(keepends=True):
        new = change(line)
        if new != line:
            head = _shared(line, new)
            tail = _shared(line[head:][::-1], new[head:][::-1])
            yield Edit(at + head, at + len(line) - tail, new[head : len(new) - tail])
        at += len(line)


def _shared(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _reading(source: str, said: str, new: str) -> str | None:
    """Read the new source as a value and as a key, in a block and in a flow: wherever the old one can stand."""
    readings = {_read(new, place) for place in _PLACES if _read(source, place) == said}
    return readings.pop() if len(readings) == 1 else None


def _parent_indent(text: str, start: int) -> int:
    """Find from where a block scalar counts its indent: its key's column, or its dash's."""
    line = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    dashes = _DASHES.match(line)
    lead = dashes[0] if dashes else ""
    return len(lead) if len(lead) < len(line) else max(lead.rfind("-"), 0)


def _outdented(source: str, indent: int) -> str:
    """Move the lines of a block scalar to the left, as if its key stood at the margin."""
    return re.sub(rf"(?<=[\r\n]) {{1,{indent}}}", "", source) if indent else source


def _said(source: str) -> str | None:
    """Read what a scalar's source says; none where that depends on its surroundings."""
    if not source or source[0] == "*":
        return None
    return next((said for place in _PLACES if (said := _read(source, place)) is not None), None)


def _read(source: str, place: str) -> str | None:
    """Read a source at a place of a small text; none where it is no single scalar there."""
    try:
        root = Outline(place.replace("@", source)).root
    except (YAMLError, ValueError):
        return None
    nodes = root.children if isinstance(root, Branch) and root.is_mapping else []
    if len(nodes) != len(("key", "value")):
        return None
    leaf = nodes[0 if "@:" in place else 1]
    if not isinstance(leaf, Leaf) or leaf.is_alias or leaf.tag is not None or leaf.anchor is not None:
        return None
    return None if not leaf.style and leaf.value in ABSENT else leaf.value


_SINGLE = "'"
_SAFE = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")
_PLACES = ("x: @", "{x: @\n}", "@: 1", "{@: 1}")
_COUNTED = re.compile("[|>][+-]?[1-9]")
_DASHES = re.compile(" *(?:- +)*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"})
