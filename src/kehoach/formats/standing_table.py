"""How far many plans have come: one line a plan, the readiest first."""

from collections.abc import Iterator, Sequence

from kehoach.diagnostics import Severity
from kehoach.formats.pen import STYLES, Pen, Style, display_width
from kehoach.formats.table import sign
from kehoach.formats.words import MARKS, SECTIONS, SIGNS
from kehoach.formats.wrapping import wrapped
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.workspace.standing import Standing, by_readiness

_MARKS_COLUMN = 3
_WIDEST = 48
_NARROWEST = 12


def table(standings: Sequence[Standing], pen: Pen) -> Iterator[str]:
    """Write a head, the plans and what the signs mean."""
    head = tuple(map(pen.say, HEADS))
    ordered = by_readiness(list(standings))
    rows = [_row(each, pen) for each in ordered]
    widths = _widths([head, *rows], pen)
    yield pen.paint(Style.STRONG, _line(head, widths, pen))
    for standing, row in zip(ordered, rows, strict=True):
        yield _coloured(standing, _line(row, widths, pen), row, pen)
    names = ", ".join(f"{number} {pen.say(name)}" for number, name in enumerate(SECTIONS.values(), start=1))
    signs = ", ".join(f"{sign(mark, pen)} {pen.say(said)}" for mark, said in MARKS.items())
    yield from wrapped(f"{pen.say(HEADS[_MARKS_COLUMN])}: {names}", pen.columns, rest="  ")
    yield f"{pen.say(_SIGNS)}: {signs}"
    yield from wrapped(pen.say(READINESS), pen.columns, rest="  ")


def cells(standing: Standing) -> tuple[str, ...]:
    """Give the process and figures columns as any format writes them: steps, errors, warnings, readiness."""
    settled, steps = standing.settled
    summary = standing.summary
    ready = "" if summary is None or summary.readiness is None else f"{summary.readiness}%"
    errors, warnings = (str(standing.counts.get(severity, 0)) for severity in (Severity.ERROR, Severity.WARNING))
    return f"{settled}/{steps}" if steps else "", errors, warnings, ready


def _row(standing: Standing, pen: Pen) -> tuple[str, ...]:
    summary = standing.summary
    if summary is None:
        return pen.write(standing.path), pen.say(_UNREADABLE), "", "", *cells(standing)
    marks = "".join(pen.write(SIGNS[section.mark]) for section in standing.sections)
    return pen.write(summary.id), pen.write(summary.locality), pen.say(label(summary.checked_as)), marks, *cells(standing)


def _widths(rows: Sequence[tuple[str, ...]], pen: Pen) -> list[int]:
    """Give each column what it needs; id and locality share what is left."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    left = pen.columns - sum(widths[2:]) - 2 * (len(widths) - 1)
    most = max(left // 2, _NARROWEST)
    if widths[0] + widths[1] > left:
        second = min(widths[1], max(most, left - widths[0]))
        widths[:2] = [min(widths[0], max(left - second, _NARROWEST)), second]
    return [min(width, _WIDEST) for width in widths]


def _line(row: tuple[str, ...], widths: Sequence[int], pen: Pen) -> str:
    words = [pen.cut(word, width) for word, width in zip(row[: _MARKS_COLUMN + 1], widths, strict=False)]
    numbers = [f"{number:>{width}}" for number, width in zip(row[_MARKS_COLUMN + 1 :], widths[_MARKS_COLUMN + 1 :], strict=True)]
    return "  ".join((*words, *numbers)).rstrip()


def _coloured(standing: Standing, line: str, row: tuple[str, ...], pen: Pen) -> str:
    if standing.summary is None:
        return pen.paint(STYLES[Severity.ERROR], line)
    marks = "".join(sign(section.mark, pen) for section in standing.sections)
    before, found, after = line.rpartition(row[_MARKS_COLUMN])
    return f"{before}{marks}{after}" if found else line


HEADS = (
    Text("Kế hoạch", "Plan"),
    Text("Địa phương", "Locality"),
    Text("Giai đoạn", "Stage"),
    Text("Tám mục", "Sections"),
    Text("Bước", "Steps"),
    Text("Lỗi", "Errors"),
    Text("Cảnh báo", "Warnings"),
    Text("Sẵn sàng", "Readiness"),
)
READINESS = Text("Sẵn sàng = số mục đủ ÷ số mục áp dụng.", "Readiness = sections complete ÷ sections that apply.")
_UNREADABLE = Text("không đọc được", "could not be read")
_SIGNS = Text("Dấu", "Signs")
