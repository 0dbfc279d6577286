"""The lines of a text, and which comments among them belong to what stands above."""

import re

_BREAK = re.compile("\r\n|\n|\r")
_COMMENT_LINE = re.compile(r"( *)(#[^\r\n]*)(?:\r\n|\n|\r|\Z)")
_EXAMPLE = re.compile("#  |#- ")


def line_start(text: str, at: int) -> int:
    """Find the start of the line in which an offset lies."""
    start = text.rfind("\n", 0, at) + 1
    return max(start, text.rfind("\r", start, at) + 1)


def line_end(text: str, at: int) -> int:
    """Find the start of the next line."""
    match = _BREAK.search(text, at)
    return match.end() if match else len(text)


def newline(text: str) -> str:
    """Give the line end that a text uses."""
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"


def comments_above(text: str, start: int) -> int:
    """Find where the comment lines directly above a line begin."""
    at = line_start(text, start)
    while at > 0 and _COMMENT_LINE.match(text, previous := line_start(text, at - 1)):
        at = previous
    return at


def past_own_comments(text: str, at: int, limit: int, column: int, *, is_empty: bool = False) -> int:
    """Go past the comments under a value that are indented deeper than its key, or are an example in its place."""
    while (match := _COMMENT_LINE.match(text, at)) is not None and match.end() <= limit:
        if len(match[1]) <= column and not (is_empty and _EXAMPLE.match(match[2])):
            break
        at = match.end()
    return at
