"""Plain texts that ` #` cut short."""

import re

from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.hashes import matches
from kehoach.values.text import short

_COMMENT = re.compile(r"#(?<=[ \t]#)[^\s#!][^\n\r]*")  # starts with its rarest character, which makes the search quick


def cut_comments(document: Document) -> list[Complaint]:
    """Find plain texts that ` #` cut short."""
    comments = {_end_before(document.text, match.start()): match for match in matches(_COMMENT, document.text)}
    if not comments:
        return []
    complaints = []
    for scalar in document.scalars():
        match = comments.get(scalar.span[1])
        if match is None or document.text[scalar.span[0]] in "\"'|>" or "\n" in scalar.text or scalar.text.endswith("#"):
            continue
        values = {"kept": short(scalar.text), "lost": short(match.group().rstrip())}
        complaints.append(Complaint("YML018", (scalar.span[0], match.end()), scalar.path, values))
    return complaints


def _end_before(text: str, offset: int) -> int:
    """Step back over the blanks before an offset."""
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return offset
