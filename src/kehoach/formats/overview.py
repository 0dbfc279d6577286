"""Many plans at a glance: one line a plan, and the commonest findings."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome
from kehoach.formats.pen import STYLES, Pen, Style, display_width
from kehoach.formats.table import sign
from kehoach.formats.words import FILES, MARKS, SECTIONS, SIGNS
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.vocabulary import Stage
from kehoach.workspace.tally import Tally

_COMMONEST = 10
_WIDEST = (48, 28, 20, 20, 12, 12, 12)


def overview(outcome: Outcome, pen: Pen) -> Iterator[str]:
    """Write one line for each plan under a head that names the columns."""
    tallies = [tally for tally in outcome.tallies if not tally.skipped and (tally.findings or not outcome.quiet)]
    if not tallies:
        return
    head = tuple(map(pen.say, (_PLAN, _LOCALITY, _STAGE, _MARKS, _ERRORS, _WARNINGS, _READY)))
    rows = [_row(tally, pen) for tally in tallies]
    columns = zip(head, *rows, strict=True)
    widths = [min(_widest(column), most) for column, most in zip(columns, _WIDEST, strict=True)]
    yield pen.paint(Style.STRONG, _line(head, widths, pen))
    for tally, row in zip(tallies, rows, strict=True):
        yield _coloured(tally, _line(row, widths, pen), row, pen)
    if not outcome.quiet:
        yield from _legend(pen)


def commonest(outcome: Outcome, pen: Pen) -> Iterator[str]:
    """List the ten codes found most, with the number of files they were found in."""
    numbers: Counter[str] = Counter()
    names: dict[str, str] = {}
    files: Counter[str] = Counter()
    for tally in outcome.tallies:
        for code, name, _, number in tally.counts:
            numbers[code] += number
            names[code] = name
        files.update({code for code, *_ in tally.counts})
    if not numbers:
        return
    chosen = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:_COMMONEST]
    width = len(str(chosen[0][1]))
    yield pen.paint(Style.STRONG, pen.say(_HEAD))
    for code, number in chosen:
        said = pen.write(FILES.say(files[code], pen.language))
        yield f"  {number:>{width}}  {code} {pen.write(names[code])} ({said})"


def _widest(column: tuple[str, ...]) -> int:
    return max(map(len if "".join(column).isascii() else display_width, column))


def _row(tally: Tally, pen: Pen) -> tuple[str, ...]:
    errors, warnings = (str(tally.of(severity)) for severity in (Severity.ERROR, Severity.WARNING))
    plan = tally.summary
    if plan is None:
        return pen.write(tally.path), pen.say(_UNREADABLE), "", "", errors, warnings, ""
    ready = "" if plan.readiness is None else f"{plan.readiness}%"
    return pen.write(plan.id), pen.write(plan.locality), _stage(plan.stage, pen), _marks(plan.marks, pen), errors, warnings, ready


@lru_cache(maxsize=256)
def _marks(marks: str, pen: Pen) -> str:
    return "".join(pen.write(SIGNS[_MARKS_BY_LETTER[mark]]) for mark in marks)


@lru_cache
def _stage(stage: str, pen: Pen) -> str:
    return pen.say(label(Stage(stage)))


def _line(row: tuple[str, ...], widths: list[int], pen: Pen) -> str:
    one, two, three, four, *numbers = widths
    plan, locality, stage, marks, errors, warnings, ready = row
    cells = f"{pen.cut(plan, one)}  {pen.cut(locality, two)}  {pen.cut(stage, three)}  {pen.cut(marks, four)}"
    return f"{cells}  {errors:>{numbers[0]}}  {warnings:>{numbers[1]}}  {ready:>{numbers[2]}}".rstrip()


def _coloured(tally: Tally, line: str, row: tuple[str, ...], pen: Pen) -> str:
    """Colour the eight marks, or the whole line of a file that is no plan."""
    if not pen.colour:
        return line
    if tally.summary is None:
        return pen.paint(STYLES[Severity.ERROR], line)
    marks = "".join(sign(_MARKS_BY_LETTER[mark], pen) for mark in tally.summary.marks)
    before, found, after = line.rpartition(row[3])
    return f"{before}{marks}{after}" if found else line


def _legend(pen: Pen) -> Iterator[str]:
    sections = ", ".join(f"{number} {pen.say(name)}" for number, name in enumerate(SECTIONS.values(), start=1))
    marks = ", ".join(f"{sign(mark, pen)} {pen.say(said)}" for mark, said in MARKS.items())
    yield f"{pen.say(_MARKS)}: {sections}"
    yield f"{pen.say(_SIGNS)}: {marks}"


_MARKS_BY_LETTER = {mark[0]: mark for mark in MARKS}
_PLAN = Text("Kế hoạch", "Plan")
_LOCALITY = Text("Địa phương", "Locality")
_STAGE = Text("Giai đoạn", "Stage")
_MARKS = Text("Tám mục", "Sections")
_READY = Text("Sẵn sàng", "Readiness")
_UNREADABLE = Text("không đọc được", "could not be read")
_ERRORS = Text("Lỗi", "Errors")
_WARNINGS = Text("Cảnh báo", "Warnings")
_SIGNS = Text("Dấu", "Signs")
_HEAD = Text("Gặp nhiều nhất", "Found most")
