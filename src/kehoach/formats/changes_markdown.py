"""Changes for a comment on a pull request."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach import escaping
from kehoach.analysis.changes.change import Group
from kehoach.diagnostics import Diagnostic
from kehoach.formats import changes_page as page
from kehoach.formats.changes_speech import Speech
from kehoach.formats.words import SEVERITIES
from kehoach.language import Language, Text
from kehoach.workspace.comparing import Compared, Status

MOST = 60_000
"""Characters; GitHub takes comments up to 65,536."""

_RESERVE = 300


def render(plans: Iterable[Compared], language: Language) -> str:
    """Write each plan's changes; what a comment has no room for is counted."""
    blocks, states = [], []
    used, left = 0, 0
    for found in plans:
        states.append(found.status)
        kept, more = _fitting(list(_plan(found, language)), MOST - _RESERVE - used)
        blocks.append(kept)
        used += len(kept)
        left += more
    counted = page.overall(states, language) if states else page.NOTHING.to(language)
    head = f"{escaping.markdown_cell(counted)}\n" if len(states) != 1 else ""
    more_said = f"{_MORE.fill(language, {'number': left, 'most': MOST})}\n" if left else ""
    return "\n".join(filter(None, (head, *blocks, more_said)))


def _fitting(lines: list[str], room: int) -> tuple[str, int]:
    """Keep the lines there is room for, and count the others that say something."""
    kept = 0
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept += 1
    return "".join(f"{line}\n" for line in lines[:kept]), sum(line.startswith("- ") for line in lines[kept:])


def _plan(found: Compared, language: Language) -> Iterator[str]:
    yield f"### {_cell(page.heading(found, language))}"
    said = page.summary(found, language)
    if said:
        yield ""
        yield f"**{_cell(said)}**" if found.status is Status.UNREADABLE else _cell(said)
    if found.difference is None or found.status is not Status.CHANGED:
        return
    speech = Speech(found.difference, language)
    money = found.difference.money
    sections = page.sections(found, speech)
    for section in sections:
        yield from _heading(f"{section.title.to(language)} ({len(section.lines)})")
        if section.group is Group.MONEY and money is not None and money.is_changed:
            yield from _sums(page.sums(money, speech), language)
            yield from (f"- {_cell(line)}" for line in page.transfers(money, speech))
        yield from (f"- {_cell(one.said)} <sub>{_cell(one.old)} → {_cell(one.new)}</sub>" for one in section.lines)
    if money is not None and money.is_changed and not any(section.group is Group.MONEY for section in sections):
        yield from _heading(page.SUMS.to(language))
        yield from _sums(page.sums(money, speech), language)
    reordered = page.reordered(found, language)
    if reordered:
        yield ""
        yield _cell(reordered)
    yield from _findings(page.NEW_FINDINGS, found.found, language)
    yield from _findings(page.RESOLVED, found.resolved, language)
    graded = page.regraded(found, language)
    if graded:
        yield ""
        yield _cell(graded)


def _heading(said: str) -> Iterator[str]:
    yield ""
    yield f"#### {said}"
    yield ""


def _sums(sums: Iterable[page.Sum], language: Language) -> Iterator[str]:
    yield f"| {' | '.join(column.to(language) for column in page.SUM_COLUMNS)} |"
    yield "|---|---:|---:|---:|"
    yield from (f"| {' | '.join(_cell(cell) for cell in row)} |" for row in sums)
    yield ""


def _findings(title: Text, findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    if not findings:
        return
    yield from _heading(f"{title.to(language)} ({len(findings)})")
    for finding in findings:
        place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
        yield f"- {SEVERITIES[finding.severity].to(language)} {finding.code}: {_cell(finding.said(language))} <sub>{_cell(place)}</sub>"


def _cell(text: str) -> str:
    return escaping.comment(text)


_MORE = Text(
    "Còn {number} dòng nữa không hiện ở đây (giới hạn {most} ký tự); `kehoach diff` hiện tất cả.",
    "{number} more lines are not shown here (the limit is {most} characters); `kehoach diff` shows all.",
)
