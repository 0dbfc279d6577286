"""A sound plan with one thing made wrong: every value, list and mapping in its turn."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kehoach.model.base import Field, Node, Shape
from kehoach.model.plan import Plan
from kehoach.reading.composing import compose
from kehoach.reading.document import Document
from kehoach.values.kind import BadValueError, Frame, Kind
from places import EXAMPLES

FILE = EXAMPLES / "xa-mau-2026" / "plan.yaml"
TEXT = FILE.read_text("utf-8")

NOWHERE = "khong-co-ma-nay"
BAD_WORDS = ("2026-13-01", '"1,250"', "khong-co", "a b", "/etc/passwd")

KeyPath = tuple[str | int, ...]


class Spoilt(NamedTuple):
    """The plan with one thing made wrong, and where that stands."""

    path: KeyPath
    pattern: str
    text: str
    line: int
    column: int


def spoilt(text: str) -> Iterator[Spoilt]:
    """Make each thing of a plan wrong that can be."""
    document = compose(FILE.name, text)
    yield from _mapping(document, Plan, document.data, (), "")


def one_of_each(text: str) -> dict[str, Spoilt]:
    """Choose one for each pattern of keys: the one in the middle of the file."""
    found: dict[str, list[Spoilt]] = {}
    for each in spoilt(text):
        found.setdefault(each.pattern, []).append(each)
    return {pattern: several[len(several) // 2] for pattern, several in found.items()}


def _mapping(document: Document, node: type[Node], data: dict[str, Any], path: KeyPath, pattern: str) -> Iterator[Spoilt]:
    for key, value in data.items():
        field = node.fields[key]
        if value is not None:
            yield from _field(document, field, value, (*path, key), f"{pattern}.{key}")


def _field(document: Document, field: Field, value: Any, path: KeyPath, pattern: str) -> Iterator[Spoilt]:
    if field.shape is Shape.VALUE:
        yield from _value(document, field, path, pattern)
        return
    yield _reshaped(document, path, pattern)
    if field.shape is Shape.NODE:
        assert field.node is not None
        yield from _mapping(document, field.node, value, path, pattern)
        return
    for index, item in enumerate(value):
        inside = value[item] if isinstance(value, dict) else item
        here = (*path, item if isinstance(value, dict) else index)
        if field.keys is not None:
            yield from _key(document, field, here, f"{pattern}.*")
        if field.node is None:
            yield from _value(document, field, here, f"{pattern}.*")
        elif inside is not None:
            yield _reshaped(document, here, f"{pattern}.*")
            yield from _mapping(document, field.node, inside, here, f"{pattern}.*")


def _value(document: Document, field: Field, path: KeyPath, pattern: str) -> Iterator[Spoilt]:
    """Put a value that cannot be one of this kind in place of a value."""
    assert field.kind is not None
    refers = field.refers and field.keys is None
    bad = (None if field.soft or not field.within else NOWHERE) if refers else _bad(field.kind)
    if bad is not None:
        start, end = document.span(path)
        yield _replaced(document, path, f"{pattern} value", start, end, bad)


def _key(document: Document, field: Field, path: KeyPath, pattern: str) -> Iterator[Spoilt]:
    assert field.keys is not None
    bad = NOWHERE if field.refers else _bad(field.keys)
    if bad is not None:
        start, end = document.span(path, of_key=True)
        yield _replaced(document, path, f"{pattern} key", start, end, bad)


def _reshaped(document: Document, path: KeyPath, pattern: str) -> Spoilt:
    """Put one word in place of a list or a mapping."""
    start, end = document.whole(path)
    before = document.text[:start].rstrip()
    if before.endswith(":"):
        start = len(before)
        return _replaced(document, path, f"{pattern} shape", start, end, " sai")
    return _replaced(document, path, f"{pattern} shape", start, end, "sai")


def _replaced(document: Document, path: KeyPath, pattern: str, start: int, end: int, word: str) -> Spoilt:
    kept = document.text[start:end].rstrip()
    text = document.text[:start] + word + document.text[start + len(kept) :]
    at = start + len(word) - len(word.lstrip())
    line_start = text.rfind("\n", 0, at) + 1
    return Spoilt(path, pattern.lstrip("."), text, text.count("\n", 0, at) + 1, at - line_start + 1)


def _bad(kind: Kind[Any]) -> str | None:
    """Find a word that this kind refuses."""
    for word in BAD_WORDS:
        try:
            kind.read(word.strip('"'), Frame())
        except BadValueError:
            return word
    return None
