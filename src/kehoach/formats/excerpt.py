"""A line of the file, quoted, with carets under the span."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.diagnostics import Place
from kehoach.formats.pen import Pen, Style, display_width

_TAB = 8


def quote(place: Place, pen: Pen, style: Style, digits: int) -> Iterator[str]:
    """Quote the first line of a place in two lines; none where it was not kept.

    Args:
        place: what to quote.
        pen: writes it.
        style: how the carets look.
        digits: how wide line numbers are here.
    """
    if not place.excerpt:
        return
    bar = pen.write("│")
    number, blank = f"  {place.line:>{digits}} {bar} ", f"  {'':>{digits}} {bar} "
    piece = _piece(place, pen, len(number))
    yield f"{pen.paint(Style.FAINT, number)}{piece.text}".rstrip()
    yield f"{pen.paint(Style.FAINT, blank)}{piece.indent}{pen.paint(style, '^' * piece.carets)}"


class _Piece(NamedTuple):
    text: str
    indent: str
    carets: int


def _piece(place: Place, pen: Pen, gutter: int) -> _Piece:
    room = pen.columns - gutter
    start, end = _span(place)
    line, cut_before, cut_after = place.excerpt, False, False
    # A file may be one line of megabytes: look only at what can be shown.
    reach = room * 4
    if len(line) > 2 * reach:
        low, high = max(0, start - reach), start + reach
        cut_before, cut_after = low > 0, high < len(line)
        line, start, end = line[low:high], start - low, min(end, high) - low
    shown = pen.cells(line)
    widths = _widths(shown, gutter)
    while 0 < start < len(widths) and widths[start] == 0:
        start -= 1
    if not cut_before and not cut_after and sum(widths) <= room:
        indent = "".join("\t" if cell == "\t" else " " * width for cell, width in zip(shown[:start], widths, strict=False))
        return _Piece("".join(shown), indent, max(1, sum(widths[start:end])))
    shown = [" " if cell == "\t" else cell for cell in shown]
    widths = [display_width(cell) for cell in shown]
    mark = pen.write("…")
    first, last = _window(widths, start, end, room - 2 * len(mark))
    before = mark if cut_before or first > 0 else ""
    after = mark if cut_after or last < len(shown) else ""
    indent = " " * (len(before) + sum(widths[first:start]))
    return _Piece(before + "".join(shown[first:last]) + after, indent, max(1, sum(widths[start : min(end, last)])))


def _span(place: Place) -> tuple[int, int]:
    """Give the first and the one past the last character to mark; a span over several lines goes to this one's end."""
    length = len(place.excerpt.rstrip())
    start = min(place.column - 1, len(place.excerpt))
    end = place.end_column - 1 if place.end_line == place.line else length
    return start, max(min(end, len(place.excerpt)), start + 1)


def _widths(shown: list[str], gutter: int) -> list[int]:
    """Count the columns of each character; a tab goes to the terminal's next stop."""
    widths, at = [], gutter
    for cell in shown:
        width = _TAB - at % _TAB if cell == "\t" else display_width(cell)
        widths.append(width)
        at += width
    return widths


def _window(widths: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """Choose what to show of a long line: of the span what fits, then as much before it as after."""
    first = last = start
    used = 0
    while last < min(end, len(widths)) and used + widths[last] <= room:
        used += widths[last]
        last += 1
    grew = True
    while grew:
        grew = False
        if first > 0 and used + widths[first - 1] <= room:
            first -= 1
            used += widths[first]
            grew = True
        if last < len(widths) and used + widths[last] <= room:
            used += widths[last]
            last += 1
            grew = True
    while first < start and widths[first] == 0:
        first += 1
    return first, last
