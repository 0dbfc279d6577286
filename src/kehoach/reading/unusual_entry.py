"""An entry of a plan that is not in the usual form: read by the parser's events, apart from the rest."""

from typing import Any, NamedTuple

from kehoach.reading.limits import MAXIMUM_DEPTH
from kehoach.reading.spans import Spans, moved

DEEPEST = MAXIMUM_DEPTH // 2
"""How deep what is read line by line may be; what is deeper is left to the events."""


class UnusualEntry(NamedTuple):
    """A key or an item as the events say it, with its places in the whole text."""

    key: str
    key_start: int
    key_end: int
    value: Any
    spans: Spans


def read_unusual(text: str, start: int, indent: int, *, is_map: bool) -> UnusualEntry | None:
    """Read one key or item by the events; nothing where it is not one, or would be complained of.

    Args:
        text: the lines of the entry.
        start: where they stand in the whole text.
        indent: how far the entries around it are indented.
        is_map: whether it is to be a key.
    """
    from kehoach.reading.guarded import read_entry  # noqa: PLC0415 - most plans are read without the parser

    read = read_entry(text, DEEPEST)
    data = None if read is None else read.data
    if read is None or type(data) is not (dict if is_map else list) or len(data) != 1 or read.spans[0] != indent:
        return None
    if type(data) is not dict:
        return UnusualEntry("", 0, 0, data[0], moved(read.spans[2][0], start))
    ((key, value),) = data.items()
    ((key_start, key_end, spans),) = read.spans[2].values()
    return None if key_start else UnusualEntry(key, start, key_end + start, value, moved(spans, start))
