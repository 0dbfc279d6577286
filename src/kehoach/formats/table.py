"""The checklist of one plan: eight sections, and under each what it still lacks."""

from collections.abc import Iterator

from kehoach.checking import Checked
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.formats.base import missing, wrong
from kehoach.formats.pen import Pen, Style, display_width
from kehoach.formats.words import MARKS, OTHER_ROWS, PLACES, SECTIONS, SEVERITIES, SIGNS, TO_CORRECT
from kehoach.language import Text
from kehoach.model.labels import label

_Same = list[Diagnostic]  # of one rule
_NAMES = {**SECTIONS, **OTHER_ROWS}


def table(result: Checked, pen: Pen, *, quiet: bool = False) -> Iterator[str]:
    """Write the checklist of one plan.

    Args:
        result: what was found; without a plan there is nothing to write.
        pen: writes it.
        quiet: only the sections under which something is said.
    """
    plan = result.plan
    if plan is None:
        return
    groups = _by_section(missing(result))
    if quiet and not groups:
        return
    yield _title(plan, pen)
    for section in (*SECTIONS, *OTHER_ROWS):
        to_correct = sum(d.section == section for d in wrong(result))
        # What is wrong at the top of the file stands above, quoted; here it would only be counted again.
        if section in groups or (not quiet and (section in SECTIONS or (section and to_correct))):
            yield from _section(plan, section, groups.get(section, []), to_correct, pen)
    if not quiet:
        yield _readiness(plan, pen)


def sign(mark: str, pen: Pen) -> str:
    """Write the sign of a mark, in its colour."""
    return pen.paint(_STYLES[mark], pen.write(SIGNS[mark]))


def _title(plan: PlanSummary, pen: Pen) -> str:
    about = (plan.id, plan.locality, pen.say(label(plan.stage)))
    checked_as = pen.say(_CHECKED_AS, stage=label(plan.checked_as)) if plan.checked_as is not plan.stage else ""
    said = ", ".join(pen.write(word) for word in about if word)
    return f"{pen.paint(Style.STRONG, pen.write(plan.path))}: {said}{checked_as}"


def _section(plan: PlanSummary, section: str, groups: list[_Same], to_correct: int, pen: Pen) -> Iterator[str]:
    """Write a section's row, and a line for each rule; that the section is missing stands in the row itself."""
    mark = plan.checklist.get(section)
    words = [pen.paint(_STYLES[mark], pen.say(MARKS[mark]))] if mark else []
    if to_correct:
        words.append(f"({pen.write(TO_CORRECT.say(to_correct, pen.language))})")
    if mark == "missing" and len(groups) == 1 and len(groups[0]) == 1:
        (only,) = groups.pop()
        words.append(f" {pen.severity(only.severity)} {only.code} ({_place([only], pen)})")
    width = max(display_width(pen.say(name)) for name in _NAMES.values())
    row = f"  {sign(mark, pen) if mark else ' '} {pen.cut(pen.say(_NAMES[section]), width)}  {' '.join(words)}"
    yield row.rstrip()
    for same in groups:
        yield _line(same, pen)


def _readiness(plan: PlanSummary, pen: Pen) -> str:
    complete = sum(mark == "complete" for mark in plan.checklist.values())
    if plan.readiness is None:
        return f"  {pen.say(_NO_READINESS)}"
    return f"  {pen.say(_READINESS, complete=complete, sections=len(plan.checklist), percent=plan.readiness)}"


def _by_section(diagnostics: list[Diagnostic]) -> dict[str, list[_Same]]:
    """Group by section and by rule, the gravest first; what a process requires has one line each."""
    by_rule: dict[tuple[str, str, str], _Same] = {}
    for diagnostic in diagnostics:
        section = diagnostic.section if diagnostic.section in _NAMES else ""
        own = str(diagnostic.values.get("requirement", ""))
        by_rule.setdefault((section, diagnostic.code, own), []).append(diagnostic)
    groups: dict[str, list[_Same]] = {}
    for (section, *_), same in sorted(by_rule.items(), key=lambda item: (_gravest(item[1]).rank, item[0])):
        groups.setdefault(section, []).append(same)
    return groups


def _gravest(same: _Same) -> Severity:
    return min((d.severity for d in same), key=lambda severity: severity.rank)


def _place(same: _Same, pen: Pen) -> str:
    return pen.say(_LINE if len(same) == 1 else _FROM_LINE, line=str(same[0].place.line))


def _line(same: _Same, pen: Pen) -> str:
    first, severity = same[0], _gravest(same)
    width = max(display_width(pen.say(word)) for word in SEVERITIES.values())
    word = pen.severity(severity) + " " * (width - display_width(pen.say(SEVERITIES[severity])))
    start, end = f"      {'':{width}} {first.code} ", f" ({_place(same, pen)})"
    room = pen.columns - len(start) - display_width(end)
    said = _lacking(same, room, pen) if first.lacks is not None else _said(same, room, pen)
    return f"      {word} {first.code} {said}{end}"


def _lacking(same: _Same, room: int, pen: Pen) -> str:
    said = pen.say(_LACKS, lacks=same[0].lacks)
    subjects = _subjects(same)
    if subjects:
        return f"{said}: {_listed(subjects, room - display_width(said) - 2, pen)}"
    return said if len(same) == 1 else f"{said}: {pen.write(PLACES.say(len(same), pen.language))}"


def _said(same: _Same, room: int, pen: Pen) -> str:
    """Say the first in full, and which others there are."""
    said = pen.write(same[0].said(pen.language))
    if len(same) == 1:
        return said
    said += pen.say(_AND_MORE, places=PLACES.say(len(same) - 1, pen.language))
    subjects = _subjects(same[1:])
    return f"{said}: {_listed(subjects, room - display_width(said) - 2, pen)}" if subjects else said


def _subjects(same: _Same) -> list[str]:
    return list(dict.fromkeys(d.subject for d in same if d.subject))


def _listed(subjects: list[str], room: int, pen: Pen) -> str:
    """List as many as there is room for, at least one, and count the others."""
    names = [pen.write(subject) for subject in subjects]
    whole = ", ".join(names)
    if display_width(whole) <= room:
        return whole
    shown = 1
    while shown < len(names) - 1 and display_width(_cut(names, shown + 1, pen)) <= room:
        shown += 1
    return _cut(names, shown, pen) if shown < len(names) else whole


def _cut(names: list[str], shown: int, pen: Pen) -> str:
    return f"{', '.join(names[:shown])}, {pen.write('…')} +{len(names) - shown}"


_STYLES = {"complete": Style.GREEN, "gaps": Style.YELLOW, "missing": Style.RED}
_CHECKED_AS = Text("; kiểm tra như kế hoạch {stage}", "; checked as {stage}")
_READINESS = Text(
    "Mức sẵn sàng: {complete}/{sections} mục đủ ({percent}%)", "Readiness: {complete} of {sections} sections complete ({percent}%)"
)
_NO_READINESS = Text("Mức sẵn sàng: chưa tính được", "Readiness: cannot be told")
_LACKS = Text("còn thiếu {lacks}", "lacks {lacks}")
_LINE = Text("dòng {line}", "line {line}")
_FROM_LINE = Text("từ dòng {line}", "from line {line}")
_AND_MORE = Text("; và {places} nữa", "; and {places} more")
