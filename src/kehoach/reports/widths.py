"""How wide the columns of a table must be on paper: found from its words, before any layout."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import sqrt
from typing import Any
from unicodedata import category, east_asian_width, normalize

PORTRAIT = 160
"""The width of text in mm on an A4 page with the decree's margins of 30 and 20 mm."""

LANDSCAPE = 247

COLUMN_UNIT, COLUMN_SIDES = 1.852, 1.32
"""mm of a workbook column's unit of width, and beside them."""

UPRIGHT = 1.12
"""How much more room letters have that are not bold; lengths are estimated for bold ones."""

SPARE = 2.4
"""mm of padding that a cell of a workbook has less than one of a paper."""

_SIZE = 12 * 25.4 / 72  # the size of tables' letters in mm
_PADDING = 4.0
_MOST_WHOLE = 10  # lines of a row that is never broken
_MOST_LINES = 5  # of a cell, before its column wants more room
_WIDEST = 80.0
_NARROWEST = 9.0
_SHORT_LINE = 26.0  # a line that had better not be broken
_FIGURES = 32.0  # a line of a figure with its comparison, as `từ 4.200 trở lên`
_HEAD_LINES = 2.4  # of a heading at most, its last line being shorter
_READABLE = 40.0  # what is left to a column of names before figures get whole lines
_NARROW, _MIDDLING, _ORDINARY, _WIDE, _FULL = 0.32, 0.4, 0.53, 0.76, 1.0  # of the letters' size, rounded up
_CLASSES = (
    dict.fromkeys("ijltfI.,;:!|'()[]/- ", _NARROW) | dict.fromkeys("rsJ", _MIDDLING) | dict.fromkeys("mwMWOQGDHNUKXYVARBCÐ%@Œœ—…&", _WIDE)
)


def fits(table: dict[str, Any], room: float = PORTRAIT) -> bool:
    """Tell whether a table can be read without turning the page."""
    return sum(_wishes(column) for column in _columns(table)) <= room


def widths(table: dict[str, Any], room: float) -> list[float]:
    """Share the room among the columns: no word is cut if it can be helped, the rest goes where most is said."""
    columns = _columns(table)
    rooms = [column.get("room", 0) for column in table["columns"]]
    least = [max(_longest_word(texts) + _PADDING, _NARROWEST, room) for texts, room in zip(columns, rooms, strict=True)]
    wishes = [_needed(texts, few) for texts, few in zip(columns, least, strict=True)]
    if sum(wishes) <= room:
        return _stretched(wishes, room)
    whole = [max(few, given) for few, given in zip(_whole(columns), rooms, strict=True)]
    if sum(max(few, _READABLE) if wish > _READABLE else few for few, wish in zip(whole, wishes, strict=True)) <= room:
        least, wishes = whole, list(map(max, whole, wishes))
    if sum(wishes) <= room:
        return _stretched(wishes, room)
    if sum(least) >= room:
        return _rounded([one * room / sum(least) for one in least], room)
    part = (room - sum(least)) / (sum(wishes) - sum(least))
    return _rounded([few + part * (wish - few) for few, wish in zip(least, wishes, strict=True)], room)


def _whole(columns: Sequence[list[str]]) -> Iterator[float]:
    """Give the widths at which no word is cut, and no line of a column that has only short ones."""
    for head, *texts in columns:
        line = _longest_line(texts)
        figures = line if line <= _FIGURES else 0.0
        yield max(_longest_word([head, *texts]), figures, min(length(head) / _HEAD_LINES, _FIGURES), _NARROWEST - _PADDING) + _PADDING


def _stretched(shares: Sequence[float], room: float) -> list[float]:
    """Give what is left over to the columns of long lines, or to all where none are long."""
    long = sum(one for one in shares if one > _SHORT_LINE) or sum(shares)
    left = room - sum(shares)
    return _rounded([one + left * one / long if one > _SHORT_LINE or long == sum(shares) else one for one in shares], room)


def length(text: str) -> float:
    """Estimate the length of a line in mm, a little too long rather than too short."""
    return sum(map(_word, text.split(" "))) + text.count(" ") * _word(" ")


def lines_in(text: str, room: float) -> int:
    """Estimate how many lines a cell of some width takes, a little too many rather than too few."""
    return sum(_wrapped(line, room - _PADDING) for line in text.split("\n"))


def is_tall(texts: Sequence[str], rooms: Sequence[float]) -> bool:
    """Tell whether a row had better go on on the next page than leave this one empty; a short one stays whole."""
    return any(lines_in(text, room) > _MOST_WHOLE for text, room in zip(texts, rooms, strict=True))


def _wrapped(line: str, room: float) -> int:
    lines, used = 1, 0.0
    space = _word(" ")
    for word in line.split():
        wide = _word(word)
        if used and used + space + wide > room:
            lines, used = lines + 1, wide
        else:
            used += wide + (space if used else 0.0)
        if wide > room > 0:
            lines += int(wide / room)
            used = wide % room
    return lines


@lru_cache(maxsize=20_000)
def _word(word: str) -> float:
    """Remember the lengths of words: a plan says the same ones again and again."""
    return sum(map(_letter, normalize("NFD", word))) * _SIZE


@cache
def _letter(c: str) -> float:
    if category(c) in {"Mn", "Me", "Cf"}:
        return 0.0
    if east_asian_width(c) in "WF":
        return _FULL
    return _CLASSES.get(c, _ORDINARY)


def _columns(table: dict[str, Any]) -> list[list[str]]:
    heads = [column["title"] for column in table["columns"]]
    return [[head, *(row["cells"][i] for row in table["rows"] if row["kind"] != "group")] for i, head in enumerate(heads)]


def _longest_word(texts: Sequence[str]) -> float:
    return max((_word(word) for text in texts for word in text.split()), default=0.0)


def _longest_line(texts: Sequence[str]) -> float:
    return max((length(line) for text in texts for line in text.split("\n")), default=0.0)


def _longest_text(texts: Sequence[str]) -> float:
    return max(map(length, texts), default=0.0)


def _wishes(texts: Sequence[str]) -> float:
    """Give the width at which a column is comfortable: no word cut, no cell of more than a few lines."""
    few = max(_longest_word(texts) + _PADDING, _NARROWEST)
    return max(few, min(_longest_text(texts) / _MOST_LINES, _WIDEST))


def _needed(texts: Sequence[str], few: float) -> float:
    """Give the width that a column could use: that of its longest line, if short; one long text among short ones counts less."""
    line = _longest_line(texts) + _PADDING
    if line <= _SHORT_LINE:
        return max(few, line)
    average = sum(map(length, texts)) / len(texts)
    return min(line, max(few, _SHORT_LINE, sqrt(average * _longest_text(texts))))


def _rounded(shares: Sequence[float], room: float) -> list[float]:
    rounded = [round(one, 1) for one in shares]
    rounded[-1] = round(room - sum(rounded[:-1]), 1)
    return rounded
