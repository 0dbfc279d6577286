"""Plain texts that ` #` cut short."""

import re
from collections.abc import Iterator

from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.values.text import short

_COMMENT = re.compile(r"#(?<=[ \t]#)[^\s#!][^\n\r]*")  # starts with its rarest character, which makes the search quick
_FEW = 200


def cut_comments(document: Document) -> list[Complaint]:
    """Find plain texts that ` #` cut short."""
    matches = {_end_before(document.text, match.start()): match for match in _comments(document.text)}
    if not matches:
        return []
    complaints = []
    for scalar in document.scalars():
        match = matches.get(scalar.span[1])
        if match is None or document.text[scalar.span[0]] in "\"'|>" or "\n" in scalar.text or scalar.text.endswith("#"):
            continue
        values = {"kept": short(scalar.text), "lost": short(match.group().rstrip())}
        complaints.append(Complaint("YML018", (scalar.span[0], match.end()), scalar.path, values))
    return complaints


def _comments(text: str) -> Iterator[re.Match[str]]:
    """Find what may be comments; where there are few signs, looking for each takes a fifth of the time."""
    at = text.find("#")
    for _ in range(_FEW):
        if at < 0:
            return
        match = _COMMENT.match(text, at)
        if match is not None:
            yield match
        at = text.find("#", at + 1 if match is None else match.end())
    if at >= 0:
        yield from _COMMENT.finditer(text, at)


def _end_before(text: str, offset: int) -> int:
    """Step back over the blanks before an offset."""
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return offset
