"""Values that end on their line: quoted texts without escapes, and flow collections of plain texts and of these."""

import re
from typing import Any

from kehoach.reading.frames import ABSENT
from kehoach.reading.spans import Spans

INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
"""What a plain text does not begin with."""

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_./#-]{0,200}+"
_QUOTED = r"\"([^\"\\\r\n]*+)\"|'([^'\r\n]*+)'"
_PLAIN = (
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[^ \r\n,\[\]{}-]))"  # what it begins with
    r"[^,\[\]{}:#?\r\n]*+(?:(?<! )#[^,\[\]{}:#?\r\n]*+)*"
)
_IS_KEY = re.compile(_KEY).fullmatch
_IS_PLAIN = re.compile(_PLAIN).fullmatch
_ITEM = re.compile(rf"(?:({_KEY}): ++)?(?:(?:({_PLAIN})|{_QUOTED}) *+(?:(,) *+|(?=[\]}}]))|([\[{{]) *+)")
_AFTER = re.compile(r" *+(?:(,) *+|(?=[\]}]))")
_LINE_END = re.compile(r"(?: ++#[^\r\n]*+| *+)(?:\r?\n|\Z)")
_SPACES = re.compile(r" *+")
_MOST_KEPT = 20_000

KEYS: set[str] = set()
"""Keys that were found to be of plain letters; plans use the same ones over and over."""

_TEXTS: set[str] = set()
"""Texts that were found to be plain in a flow collection too, and to say something."""


def is_key(text: str) -> bool:
    """Tell whether a text is a key of plain letters."""
    return _IS_KEY(text) is not None and _kept(KEYS, text)


def _is_plain(text: str) -> bool:
    return _IS_PLAIN(text) is not None and text[-1] != " " and text not in ABSENT and _kept(_TEXTS, text)


def _kept(texts: set[str], text: str) -> bool:
    if len(texts) > _MOST_KEPT:
        texts.clear()
    texts.add(text)
    return True


def read_value(text: str, value: str, start: int, room: int) -> tuple[Any, Spans] | None:
    """Read what begins with an indicator.

    Args:
        text: the whole text.
        value: the rest of the line, without blanks around.
        start: where that stands in the text.
        room: how deep collections may be.
    """
    first = value[0]
    if first in "\"'":
        end = value.find(first, 1) + 1
        after = value[end:].lstrip(" ")
        if not end or "\\" in value or (after and (after[0] != "#" or value[end] != " ")):
            return None
        return value[1 : end - 1] or None, (start, start + end)
    if first == "[":
        return _plain_list(value, start) or read_flow(text, start, room)
    if first == "{":
        return _plain_mapping(value, start) or read_flow(text, start, room)
    return None


def _plain_list(value: str, start: int) -> tuple[Any, Spans] | None:
    """Read `[a, b]`."""
    if value[-1] != "]":
        return None
    texts = value[1:-1].split(", ")
    inside = []
    at = start + 1
    for text in texts:
        if text not in _TEXTS and not _is_plain(text):
            return None
        end = at + len(text)
        inside.append((at, end))
        at = end + 2
    return texts, (start, start + len(value), inside)


def _plain_mapping(value: str, start: int) -> tuple[Any, Spans] | None:
    """Read `{a: b, c: d}`."""
    if value[-1] != "}":
        return None
    data = {}
    inside = {}
    at = start + 1
    for pair in value[1:-1].split(", "):
        key, _, text = pair.partition(": ")
        if (text not in _TEXTS and not _is_plain(text)) or (key not in KEYS and not is_key(key)) or key in data:
            return None
        end = at + len(pair)
        data[key] = text
        inside[key] = (at, at + len(key), (end - len(text), end))
        at = end + 2
    return data, (start, start + len(value), inside)


def read_flow(text: str, at: int, room: int) -> tuple[Any, Spans] | None:  # noqa: C901, PLR0912, PLR0915 - one loop: calls would cost as much again
    """Read a flow collection that ends on its line, with others in it."""
    read_item = _ITEM.match
    outer: list[tuple[Any, Any, bool, int, str | None, int]] = []
    start, is_map = at, text[at] == "{"
    data: Any = {} if is_map else []
    inside: Any = {} if is_map else []
    at = _SPACES.match(text, at + 1).end()  # type: ignore[union-attr]
    wants = False  # after a comma an item must follow
    while True:
        match = read_item(text, at)
        if match is not None:
            key, plain, double, single, comma, bracket = match.groups()
            if (key is None) is is_map or (is_map and key in data):
                return None
            begin, at = match.span()
            if bracket is not None:
                outer.append((data, inside, is_map, start, key, begin))
                if len(outer) > room:
                    return None
                start, is_map, wants = match.start(6), bracket == "{", False
                data, inside = ({}, {}) if is_map else ([], [])
                continue
            wants = comma is not None
            if plain is not None:
                value_start = match.start(2)
                if plain[-1] == " ":
                    plain = plain.rstrip(" ")
                spans: Spans = (value_start, value_start + len(plain))
                value: Any = None if plain in ABSENT else plain
            elif double is not None:
                spans, value = (match.start(3) - 1, match.end(3) + 1), double or None
            else:
                spans, value = (match.start(4) - 1, match.end(4) + 1), single or None
        else:
            if wants or text[at : at + 1] != ("}" if is_map else "]"):
                return None
            at += 1
            spans, value = (start, at, inside), data or None
            if not outer:
                line_end = _LINE_END.match(text, at)
                return None if line_end is None else (value, spans)
            data, inside, is_map, start, key, begin = outer.pop()
            after = _AFTER.match(text, at)
            if after is None:
                return None
            wants, at = after[1] is not None, after.end()
        if is_map:
            data[key] = value
            inside[key] = (begin, begin + len(key), spans)
        else:
            data.append(value)
            inside.append(spans)
