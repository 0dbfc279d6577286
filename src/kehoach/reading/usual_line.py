"""What the two readers of the usual form share: where the next line with something in it begins, and that something is not usual."""

import re

BLANK = r"(?: *+(?:#[^\r\n]*+)?\r?\n)*"  # a possessive group reads wrongly in Python 3.11.2
_CONTENT = re.compile(rf"{BLANK}( *+)(- )?")


class UnusualError(Exception):
    """The text has something in it that is not read here."""


def next_content(text: str, at: int) -> tuple[int, int, bool]:
    """Find the next line with something in it: where that starts, how far it is indented, whether it is an item."""
    match = _CONTENT.match(text, at)
    assert match is not None
    return match.end(1), len(match[1]), match[2] is not None
