"""A scalar written anew in its own style: what it says changes, how it stands in the file does not."""

import re
from collections.abc import Callable, Iterator

from kehoach.diagnostics import KeyPath
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit, apply
from kehoach.reading.events import YAMLError
from kehoach.reading.outline import Branch, Leaf, Outline

Change = Callable[[str], str]
"""Gives the new wording of a text; what it does to a text it does to each line of it alike."""


def respelled(document: Document, path: KeyPath, change: Change, *, of_key: bool = False) -> tuple[Edit, ...]:
    """Change the wording of a value or key; nothing where that cannot be done without touching more."""
    start, end = document.span(path, of_key=of_key)
    return reworded(document.text, start, end, change)


def reworded(text: str, start: int, end: int, change: Change) -> tuple[Edit, ...]:
    """Change the wording of the scalar at a place of a text, line by line where that will do."""
    source = text[start:end]
    said = _said(source)
    if said is None or (value := change(said)) == said:
        return ()
    edits = tuple(_by_lines(source, change, value))
    if edits and _reads_alike(source, said, apply(source, edits), value):
        return tuple(edit._replace(start=edit.start + start, end=edit.end + start) for edit in edits)
    whole = rewritten(source, value)
    return () if whole is None else (Edit(start, end, whole, value),)


def rewritten(source: str, value: str) -> str | None:
    """Write a value as its former source was: plain or in quotes; in double ones where it cannot stand so."""
    said = _said(source)
    if said is None or "\n" in source or "\r" in source:
        return None
    as_before = f"'{value.replace(_SINGLE, _SINGLE * 2)}'" if source[0] == _SINGLE else value
    candidates = (double_quoted(value),) if source[0] == '"' else (as_before, double_quoted(value))
    return next((way for way in candidates if _reads_alike(source, said, way, value)), None)


def double_quoted(text: str) -> str:
    """Write a text in double quotes on one line."""
    return f'"{text.translate(_ESCAPES)}"'


def _by_lines(source: str, change: Change, value: str) -> Iterator[Edit]:
    """Give one edit for each line that changes, without what stays at its ends."""
    at = 0
    for line in source.splitlines(keepends=True):
        new = change(line)
        if new != line:
            head = _shared(line, new)
            tail = _shared(line[head:][::-1], new[head:][::-1])
            yield Edit(at + head, at + len(line) - tail, new[head : len(new) - tail], value)
        at += len(line)


def _shared(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _reads_alike(source: str, said: str, new: str, value: str) -> bool:
    """Try the new source as a value and as a key, in a block and in a flow: wherever the old one can stand."""
    return all(_read(new, place) == value for place in _PLACES if _read(source, place) == said)


def _said(source: str) -> str | None:
    """Read what a scalar's source says; none where it cannot be told without its surroundings."""
    if not source or source[0] == "*" or _COUNTED.match(source):
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
    return leaf.value if isinstance(leaf, Leaf) and not leaf.is_alias and leaf.tag is leaf.anchor is None else None


_SINGLE = "'"
_PLACES = ("x: @", "{x: @\n}", "@: 1", "{@: 1}")
# A block scalar that counts its indent from a parent, which is not seen here.
_COUNTED = re.compile("[|>][+-]?[1-9]")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}
)
