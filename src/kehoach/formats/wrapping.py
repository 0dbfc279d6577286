"""Breaking what is written already into lines that a terminal has room for."""

from collections.abc import Iterator

from kehoach.formats.pen import display_width

_NARROWEST = 20


def wrapped(written: str, columns: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Break at spaces; a word that is too long stands in a line of its own.

    Args:
        written: what is written already, without colours.
        columns: the width of the terminal.
        first: what the first line begins with.
        rest: what the other lines begin with; none: as many spaces.
    """
    rest = " " * display_width(first) if rest is None else rest
    line, used, room = first, 0, max(columns - display_width(first), _NARROWEST)
    for word in written.split(" "):
        width = display_width(word)
        if used and used + 1 + width > room:
            yield line.rstrip()
            line, used, room = rest, 0, max(columns - display_width(rest), _NARROWEST)
        if used:
            line, used = f"{line} ", used + 1
        line, used = line + word, used + width
    yield line.rstrip()
