"""Text for a person at a terminal."""

from collections.abc import Iterator

from kehoach import escaping
from kehoach.checking import CHECKED_TOO, Checked
from kehoach.diagnostics import Diagnostic, RelatedPlace
from kehoach.formats.base import Outcome, wrong
from kehoach.formats.excerpt import quote
from kehoach.formats.overview import commonest, overview
from kehoach.formats.pen import STYLES, Pen, Style, pen_for
from kehoach.formats.table import table
from kehoach.formats.totals import totals
from kehoach.formats.words import FIX, PLACES, WHY
from kehoach.language import Text

_MANY = 5
"""Up to so many plans are shown one by one."""

_QUOTED = 50
_RELATED_QUOTED = 5


def render(outcome: Outcome) -> str:
    """Write findings with their excerpts and the checklist of each plan; of many plans the overview."""
    pen = pen_for(outcome)
    many = sum(not tally.skipped or tally.findings > 0 for tally in outcome.tallies) > _MANY
    blocks: list[list[str]] = []
    if many:
        blocks += [list(overview(outcome, pen))]
        if not outcome.quiet:
            blocks += [list(commonest(outcome, pen))]
    if not many or outcome.verbose:
        for result in outcome.in_order:
            if not result.skipped or result.diagnostics or result.skipped in CHECKED_TOO:
                blocks += _result(result, outcome, pen)
    if not outcome.quiet:
        blocks += [list(_last(outcome, pen, hint=many and not outcome.verbose))]
    return escaping.log("\n".join("".join(f"{line}\n" for line in block) for block in blocks if block))


def _result(result: Checked, outcome: Outcome, pen: Pen) -> Iterator[list[str]]:
    found = wrong(result)
    for diagnostic in found[:_QUOTED]:
        yield list(_finding(diagnostic, pen))
    if len(found) > _QUOTED:
        places = PLACES.say(len(found) - _QUOTED, pen.language)
        yield [f"{pen.write(result.path)}: {pen.say(_NOT_SHOWN, places=places)}"]
    lines = list(table(result, pen, quiet=outcome.quiet))
    if not result.diagnostics and not outcome.quiet:
        lines.insert(0, pen.paint(Style.GREEN, pen.say(_CLEAN, path=result.path)))
    yield lines


def _finding(diagnostic: Diagnostic, pen: Pen) -> Iterator[str]:
    place, style = diagnostic.place, STYLES[diagnostic.severity]
    where = f"{pen.write(diagnostic.path)}:{place.line}:{place.column}"
    yield f"{pen.paint(Style.STRONG, where)}: {pen.severity(diagnostic.severity)} {diagnostic.code} {pen.write(diagnostic.name)}"
    yield f"  {pen.write(diagnostic.said(pen.language))}"
    related = diagnostic.related[:_RELATED_QUOTED]
    digits = max(len(str(line)) for line in (place.line, *(other.place.line for other in related)))
    yield from quote(place, pen, style, digits)
    for other in related:
        yield from _related(other, pen, digits)
    if len(diagnostic.related) > len(related):
        places = PLACES.say(len(diagnostic.related) - len(related), pen.language)
        yield f"  {pen.say(_MORE_RELATED, places=places)}"
    yield f"  {pen.paint(Style.FAINT, f'{pen.say(WHY)}:')} {pen.say(diagnostic.why)}"
    yield f"  {pen.paint(Style.FAINT, f'{pen.say(FIX)}:')} {pen.write(diagnostic.remedy(pen.language))}"


def _related(other: RelatedPlace, pen: Pen, digits: int) -> Iterator[str]:
    message = pen.write(other.message.fill(pen.language, other.values))
    yield f"  {pen.write(other.path)}:{other.place.line}:{other.place.column}: {message}"
    yield from quote(other.place, pen, Style.FAINT, digits)


def _last(outcome: Outcome, pen: Pen, *, hint: bool) -> Iterator[str]:
    yield from totals(outcome, pen)
    if hint and any(tally.findings for tally in outcome.tallies):
        yield pen.say(_HINT)


_CLEAN = Text("{path}: không có gì phải sửa", "{path}: nothing to correct")
_NOT_SHOWN = Text(
    "còn {places} nữa không hiện ở đây; --format concise hiện tất cả", "{places} more not shown here; --format concise shows all"
)
_MORE_RELATED = Text("và {places} nữa", "and {places} more")
_HINT = Text("Dùng -v, hoặc kiểm tra riêng một tệp, để xem từng chỗ.", "Use -v, or check one file alone, to see each place.")
