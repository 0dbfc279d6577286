"""Flow collections that end on their line, with plain letters in their keys and no escapes."""

import re
from typing import Any

from kehoach.reading.document import Spans
from kehoach.reading.frames import ABSENT

KEY = r"[A-Za-z0-9_][A-Za-z0-9_./#-]{0,200}+"
QUOTED = r"\"([^\"\\\r\n]*+)\"|'([^'\r\n]*+)'"
FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
BREAK = r"(?:\r?\n|\Z)"
TAIL = rf"(?: ++#[^\r\n]*+| *+){BREAK}"

_FLOW_PLAIN = rf"(?:{FIRST}|-(?=[^ \r\n,\[\]{{}}-]))[^,\[\]{{}}:#?\r\n]*+(?:(?<! )#[^,\[\]{{}}:#?\r\n]*+)*+"
_ITEM = re.compile(rf"(?:({KEY}): ++)?(?:(?:({_FLOW_PLAIN})|{QUOTED}) *+(?:(,) *+|(?=[\]}}]))|([\[{{]) *+)")
_AFTER = re.compile(r" *+(?:(,) *+|(?=[\]}]))")
_LINE_END = re.compile(TAIL)
_SPACES = re.compile(r" *+")


def read_flow(text: str, at: int, room: int) -> tuple[Any, Spans, int] | None:  # noqa: C901, PLR0912, PLR0915 - one loop: calls would cost as much again
    """Read a flow collection on one line; give its data, its places and where the next line begins."""
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
                return None if line_end is None else (value, spans, line_end.end())
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
