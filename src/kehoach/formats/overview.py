"""Many plans at a glance: one line a plan, and the commonest findings."""

from collections import Counter
from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome
from kehoach.formats.pen import STYLES, Pen, Style, display_width
from kehoach.formats.table import sign
from kehoach.formats.words import FILES, MARKS, SECTIONS, SIGNS
from kehoach.language import Text
from kehoach.model.labels import label
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
    widths = [min(max(map(display_width, column)), most) for column, most in zip(columns, _WIDEST, strict=True)]
    yield pen.paint(Style.STRONG, _line(head, widths, pen))
    for tally, row in zip(tallies, rows, strict=True):
        yield _coloured(tally, _line(row, widths, pen), row, pen)
    if not outcome.quiet:
        yield from _legend(pen)


def commonest(outcome: Outcome, pen: Pen) -> Iterator[str]:
    """List the ten codes found most, with the number of files they were found in."""
    numbers: Counter[str] = Counter()
    names: dict[str, str] = {}
    paths: dict[str, set[str]] = {}
    for tally in outcome.tallies:
        for count in tally.counts:
            numbers[count.code] += count.number
            names[count.code] = count.name
            paths.setdefault(count.code, set()).add(tally.path)
    if not numbers:
        return
    chosen = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:_COMMONEST]
    width = len(str(chosen[0][1]))
    yield pen.paint(Style.STRONG, pen.say(_HEAD))
    for code, number in chosen:
        files = pen.write(FILES.say(len(paths[code]), pen.language))
        yield f"  {number:>{width}}  {code} {pen.write(names[code])} ({files})"


def _row(tally: Tally, pen: Pen) -> tuple[str, ...]:
    errors, warnings = (str(tally.of(severity)) for severity in (Severity.ERROR, Severity.WARNING))
    plan = tally.plan
    if plan is None:
        return pen.write(tally.path), pen.say(_UNREADABLE), "", "", errors, warnings, ""
    marks = "".join(pen.write(SIGNS[plan.checklist[section]]) for section in SECTIONS)
    ready = "" if plan.readiness is None else f"{plan.readiness}%"
    return pen.write(plan.id), pen.write(plan.locality), pen.say(label(plan.stage)), marks, errors, warnings, ready


def _line(row: tuple[str, ...], widths: list[int], pen: Pen) -> str:
    *words, errors, warnings, ready = row
    cells = [pen.cut(word, width) for word, width in zip(words, widths, strict=False)]
    numbers = (f"{number:>{width}}" for number, width in zip((errors, warnings, ready), widths[len(words) :], strict=True))
    return "  ".join((*cells, *numbers)).rstrip()


def _coloured(tally: Tally, line: str, row: tuple[str, ...], pen: Pen) -> str:
    """Colour the eight marks, or the whole line of a file that is no plan."""
    if tally.plan is None:
        return pen.paint(STYLES[Severity.ERROR], line)
    marks = "".join(sign(tally.plan.checklist[section], pen) for section in SECTIONS)
    before, found, after = line.rpartition(row[3])
    return f"{before}{marks}{after}" if found else line


def _legend(pen: Pen) -> Iterator[str]:
    sections = ", ".join(f"{number} {pen.say(name)}" for number, name in enumerate(SECTIONS.values(), start=1))
    marks = ", ".join(f"{sign(mark, pen)} {pen.say(said)}" for mark, said in MARKS.items())
    yield f"{pen.say(_MARKS)}: {sections}"
    yield f"{pen.say(_SIGNS)}: {marks}"


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
