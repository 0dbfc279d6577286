"""The quote that was opened and never closed, found from the place where the text ceases to be YAML."""

import re
from collections import deque

from kehoach.reading.events import quoted_texts
from kehoach.reading.lines import line_start

_LEADING = re.compile(r"[ \t]*(?:-[ \t]+)*")
_LINE = re.compile(r"(?:\r\n|\n|\r)([ \t]*)(?=[^\r\n])")
_ENTRY = re.compile(r"""(?:-[ \t]+)*[{\[]?[ \t]*(?:[\w.-]+|"[^"\r\n]+"|'[^'\r\n]+'):(?=\s|\Z)|-(?=\s|\Z)""")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?|' + r"'(?:[^']|'')*'?", re.DOTALL)


def unclosed_quote(text: str, opening: int, offset: int) -> int | None:
    """Find the quote that took the lines before an error for its text; nothing where none did.

    Args:
        text: the whole text.
        opening: where that begins which the parser was reading when it met the error.
        offset: where the error stands.
    """
    begun = _QUOTED.match(text, opening)
    if begun is not None and _swallows(text, opening, min(begun.end(), offset)):
        return _before(text, opening, opening)
    return _before(text, offset, None)


def _before(text: str, offset: int, otherwise: int | None) -> int | None:
    """Take the last quoted text before a place, if it ends in that line and swallowed others."""
    found = deque(quoted_texts(text, offset), maxlen=1)
    if not found:
        return otherwise
    start, end = found[0]
    rest = text[end:offset]
    is_near = rest.lstrip(" ").startswith("#") or not ("\n" in rest or "\r" in rest)
    return start if is_near and _swallows(text, start, end) else otherwise


def _swallows(text: str, start: int, end: int) -> bool:
    """Tell whether a quoted text runs over lines that are entries, indented no deeper than its own.

    What is written on several lines on purpose is indented deeper than its key.
    """
    own = _LEADING.match(text, line_start(text, start))
    assert own is not None
    is_first = own.end() == start
    column = len(own[0]) if not is_first or "-" not in own[0] else own[0].rindex("-")
    for line in _LINE.finditer(text, start, end):
        if len(line[1]) > column:
            continue
        if _ENTRY.match(text, line.end()) or (is_first and line.end() == end - 1):
            return True
    return False
