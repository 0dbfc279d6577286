"""Changes for a person at a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach import escaping
from kehoach.analysis.changes.change import Group
from kehoach.diagnostics import Diagnostic
from kehoach.formats import changes_page as page
from kehoach.formats.changes_speech import Speech
from kehoach.formats.pen import STYLES, Pen, Style, display_width
from kehoach.formats.words import SEVERITIES
from kehoach.formats.wrapping import wrapped
from kehoach.language import Text
from kehoach.workspace.comparing import Compared, Status

_WIDEST_NAME = 60


def render(plans: Iterable[Compared], pen: Pen) -> str:
    """Write each plan's changes, and before several plans how many there are of which sort."""
    blocks, states = [], []
    for found in plans:
        states.append(found.status)
        blocks.append("".join(f"{line}\n" for line in _plan(found, pen)))
    head = f"{page.overall(states, pen.language) if states else pen.say(page.NOTHING)}\n" if len(states) != 1 else ""
    return escaping.log("\n".join(filter(None, (head, *blocks))))


def _plan(found: Compared, pen: Pen) -> Iterator[str]:
    for line in wrapped(pen.write(page.heading(found, pen.language)), pen.columns, rest="  "):
        yield pen.paint(Style.STRONG, line)
    said = page.summary(found, pen.language)
    if said:
        style = Style.RED if found.status is Status.UNREADABLE else None
        lines = wrapped(pen.write(said), pen.columns, "  ")
        yield from (pen.paint(style, line) for line in lines) if style else lines
    if found.difference is not None and found.status is Status.CHANGED:
        yield from _changes(found, Speech(found.difference, pen.language), pen)


def _changes(found: Compared, speech: Speech, pen: Pen) -> Iterator[str]:
    assert found.difference is not None
    money = found.difference.money
    is_money_shown = False
    for section in page.sections(found, speech):
        yield from _title(f"{pen.say(section.title)} ({len(section.lines)})", pen)
        if section.group is Group.MONEY and money is not None and money.is_changed:
            yield from _sums(page.sums(money, speech), pen)
            for said in page.transfers(money, speech):
                yield from wrapped(pen.write(said), pen.columns, "  - ")
            is_money_shown = True
        for one in section.lines:
            yield from wrapped(pen.write(one.said), pen.columns, "  - ")
            for line in wrapped(pen.write(f"{one.old} → {one.new}"), pen.columns, "    "):
                yield pen.paint(Style.FAINT, line)
    if money is not None and money.is_changed and not is_money_shown:
        yield from _title(pen.say(page.SUMS), pen)
        yield from _sums(page.sums(money, speech), pen)
    reordered = page.reordered(found, pen.language)
    if reordered:
        yield ""
        yield from wrapped(pen.write(reordered), pen.columns)
    yield from _findings(page.NEW_FINDINGS, found.found, Style.YELLOW, pen)
    yield from _findings(page.RESOLVED, found.resolved, Style.GREEN, pen)
    graded = page.regraded(found, pen.language)
    if graded:
        yield ""
        yield from wrapped(pen.write(graded), pen.columns)


def _title(said: str, pen: Pen) -> Iterator[str]:
    yield ""
    yield pen.paint(Style.STRONG, said)


def _sums(sums: Iterable[page.Sum], pen: Pen) -> Iterator[str]:
    """Write a table of figures, the names cut where there is no room for them."""
    rows: list[Sequence[str]] = [
        ["", *(pen.say(column) for column in page.SUM_COLUMNS[1:])],
        *([pen.write(cell) for cell in row] for row in sums),
    ]
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    room = pen.columns - sum(widths[1:]) - 2 * len(widths)
    widths[0] = min(widths[0], max(room, _LEAST), _WIDEST_NAME)
    for row in rows:
        figures = "  ".join(" " * (width - display_width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True))
        yield f"  {pen.cut(row[0], widths[0])}  {figures}".rstrip()


def _findings(title: Text, findings: Sequence[Diagnostic], style: Style, pen: Pen) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield pen.paint(style, f"{pen.say(title)} ({len(findings)})")
    for finding in findings:
        place = finding.place
        weight = pen.say(SEVERITIES[finding.severity])
        said = f"{finding.path}:{place.line}:{place.column}: {finding.code} {finding.said(pen.language)}"
        first, *rest = wrapped(f"{weight} {pen.write(said)}", pen.columns, "  ", "    ")
        yield first.replace(weight, pen.paint(STYLES[finding.severity], weight), 1)
        yield from rest


_LEAST = 16
