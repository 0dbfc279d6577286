"""Rows under each other in columns, as wide as the terminal has room."""

from collections.abc import Iterator, Sequence

from kehoach.formats.pen import Pen, Style, display_width
from kehoach.formats.wrapping import wrapped

_GAP = 2
_NARROWEST = 12


def grid(header: Sequence[str], rows: Sequence[Sequence[str]], figures: Sequence[bool], pen: Pen) -> Iterator[str]:
    """Write a table; long texts are broken within their columns, figures stand to the right and whole.

    Args:
        header: the names of the columns.
        rows: what is written already, cell by cell.
        figures: which columns hold figures.
        pen: knows the width.
    """
    widths = _widths(header, rows, figures, pen.columns)
    for line in _lines(header, widths, figures):
        yield pen.paint(Style.STRONG, line)
    yield pen.paint(Style.FAINT, (" " * _GAP).join(("-" if pen.ascii else "─") * width for width in widths))
    for row in rows:
        yield from _lines(row, widths, figures)


def _widths(header: Sequence[str], rows: Sequence[Sequence[str]], figures: Sequence[bool], columns: int) -> list[int]:
    """Give each column what it needs, and take from the widest texts until all have room."""
    widths = [max(display_width(name), *(display_width(row[i]) for row in rows), 1) for i, name in enumerate(header)]
    over = sum(widths) + _GAP * (len(widths) - 1) - columns
    texts = [i for i in range(len(widths)) if not figures[i] and widths[i] > _NARROWEST]
    while over > 0 and texts:
        widest = max(texts, key=lambda i: widths[i])
        next_widest = max((widths[i] for i in texts if widths[i] < widths[widest]), default=_NARROWEST)
        alike = [i for i in texts if widths[i] == widths[widest]]
        less = min(widths[widest] - max(next_widest, _NARROWEST), -(-over // len(alike)))
        if less <= 0:
            break
        for i in alike:
            widths[i] -= less
        over -= less * len(alike)
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> Iterator[str]:
    parts = [_broken(cell, width) for cell, width in zip(row, widths, strict=True)]
    for i in range(max(map(len, parts))):
        cells = [
            _padded(part[i] if i < len(part) else "", width, is_figure)
            for part, width, is_figure in zip(parts, widths, figures, strict=True)
        ]
        yield (" " * _GAP).join(cells).rstrip()


def _broken(cell: str, width: int) -> list[str]:
    """Break at spaces, and a word that is too long wherever it must be."""
    if display_width(cell) <= width:
        return [cell]
    lines = []
    for line in wrapped(cell, width):
        rest = line
        while display_width(rest) > width:
            lines.append(_start(rest, width))
            rest = rest[len(lines[-1]) :]
        lines.append(rest)
    return lines


def _start(word: str, width: int) -> str:
    used = 0
    for i, character in enumerate(word):
        used += display_width(character)
        if used > width and i:
            return word[:i]
    return word


def _padded(cell: str, width: int, right: bool) -> str:  # noqa: FBT001 - a cell's look
    space = " " * (width - display_width(cell))
    return space + cell if right else cell + space
