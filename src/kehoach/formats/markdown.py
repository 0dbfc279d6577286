"""Markdown for a comment on a change, and for a job's summary."""

from collections.abc import Iterable, Iterator

from kehoach import escaping
from kehoach.checking import Checked
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.formats.base import Outcome, count
from kehoach.formats.words import COUNTED, FILES, MARKS, SECTIONS, SEVERITIES, SIGNS, capitalised
from kehoach.language import Language, Text
from kehoach.model.labels import label

# GitHub takes comments up to 65,536 characters; the checklists may have half of what is used of them.
_MOST = 60_000
_MOST_OF_PLANS = 30_000
_FEW = 3
"""Up to so many plans have their checklists open, one below the other."""

_LONGEST = 300  # characters of one cell, before they are escaped


def render(outcome: Outcome) -> str:
    """Write what was counted, the checklist of each plan, and a table of the findings, the gravest first."""
    head = f"### {_summary(outcome)}\n"
    plans = [result for result in outcome.in_order if result.plan is not None]
    checklists = _open(plans, outcome) if len(plans) <= _FEW else _collapsed(plans, outcome)
    return head + checklists + _findings(outcome, _MOST - len(head) - len(checklists))


def _summary(outcome: Outcome) -> str:
    language = outcome.language
    counts = ", ".join(noun.say(outcome.number(severity), language) for severity, noun in COUNTED.items())
    return _SUMMARY.fill(
        language,
        {
            "counts": counts,
            "suppressed": outcome.suppressed,
            "files": FILES.say(len(outcome.results), language),
            "today": outcome.today,
        },
    )


def _open(plans: list[Checked], outcome: Outcome) -> str:
    """Write one table a plan."""
    text = ""
    for result in plans:
        assert result.plan is not None
        lines = [f"\n{_title(result.plan, outcome)}\n"]
        lines += _table((_SECTION, _STATE, *SEVERITIES.values()), _sections(result, outcome.language), outcome.language)
        text += "".join(f"{line}\n" for line in lines)
    return text


def _title(plan: PlanSummary, outcome: Outcome) -> str:
    language = outcome.language
    about = [_cell(word) for word in (plan.id, plan.locality, label(plan.stage).to(language)) if word]
    if plan.checked_as is not plan.stage:
        about.append(_cell(_CHECKED_AS.fill(language, {"stage": label(plan.checked_as)})))
    return f"**{_cell(outcome.located(plan.path))}**: {', '.join(about)} ({_readiness(plan, language)})"


def _readiness(plan: PlanSummary, language: Language) -> str:
    complete = sum(mark == "complete" for mark in plan.checklist.values())
    return _READINESS.fill(language, {"complete": complete, "sections": len(plan.checklist)})


def _sections(result: Checked, language: Language) -> Iterator[list[str]]:
    assert result.plan is not None
    for section, name in SECTIONS.items():
        mark = result.plan.checklist[section]
        found = [d for d in result.diagnostics if d.section == section]
        counts = [_number(count(found, severity)) for severity in SEVERITIES]
        yield [name.to(language), f"{SIGNS[mark]} {MARKS[mark].to(language)}", *counts]


def _collapsed(plans: list[Checked], outcome: Outcome) -> str:
    """Write one table for all plans, a row each, that opens at a click."""
    language = outcome.language
    title = escaping.html(_PLANS.fill(language, {"number": len(plans)}))
    table = _table((_PLAN, *SECTIONS.values(), *SEVERITIES.values()), (_row(result, outcome) for result in plans), language)
    kept, left = _fitting(table, _MOST_OF_PLANS)
    more = f"\n{_MORE_PLANS.fill(language, {'number': left})}\n" if left else ""
    return f"\n<details><summary>{title}</summary>\n\n{kept}{more}\n</details>\n"


def _row(result: Checked, outcome: Outcome) -> list[str]:
    assert result.plan is not None
    marks = [SIGNS[result.plan.checklist[section]] for section in SECTIONS]
    return [_cell(outcome.located(result.path)), *marks, *(_number(count(result.diagnostics, severity)) for severity in SEVERITIES)]


def _findings(outcome: Outcome, room: int) -> str:
    found = sorted(outcome.diagnostics, key=lambda d: d.severity.rank)
    if not found:
        return f"\n{_NOTHING.to(outcome.language)}\n"
    table = _table((_PLACE, _SEVERITY, _RULE, _SAYS, _FIX), (_finding(d, outcome) for d in found), outcome.language)
    kept, left = _fitting(table, room - _RESERVE)
    more = f"\n{_MORE.fill(outcome.language, {'number': left, 'most': _MOST})}\n" if left else ""
    return f"\n#### {_FINDINGS.to(outcome.language)}\n\n{kept}{more}"


def _finding(diagnostic: Diagnostic, outcome: Outcome) -> list[str]:
    language, place = outcome.language, diagnostic.place
    return [
        f"{_cell(outcome.located(diagnostic.path))}:{place.line}:{place.column}",
        _BOLD[diagnostic.severity].format(SEVERITIES[diagnostic.severity].to(language)),
        _cell(f"{diagnostic.code} {diagnostic.name}"),
        _cell(diagnostic.said(language)),
        _cell(diagnostic.remedy(language)),
    ]


def _table(head: Iterable[Text], rows: Iterable[list[str]], language: Language) -> list[str]:
    names = [capitalised(name.to(language)) for name in head]
    return [_line(names), "|---" * len(names) + "|", *map(_line, rows)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _fitting(table: list[str], room: int) -> tuple[str, int]:
    """Keep the rows there is room for, and count the others."""
    kept, used = 0, 0
    for line in table:
        used += len(line) + 1
        if used > room:
            break
        kept += 1
    return "".join(f"{line}\n" for line in table[:kept]), len(table) - kept


def _cell(text: str) -> str:
    """Write a text in a cell of a comment, cut where it is long."""
    return escaping.comment(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _number(number: int) -> str:
    return str(number or "")


_RESERVE = 400  # for the heading above the table and the line below it
_BOLD = {Severity.ERROR: "**{}**", Severity.WARNING: "{}", Severity.NOTE: "{}"}
_SUMMARY = Text(
    "kehoach: {counts}; {suppressed} được bỏ qua; {files}, tính đến ngày {today}",
    "kehoach: {counts}; {suppressed} suppressed; {files}, as of {today}",
)
_CHECKED_AS = Text("kiểm tra như kế hoạch {stage}", "checked as {stage}")
_READINESS = Text("{complete}/{sections} mục đủ", "{complete} of {sections} sections complete")
_PLANS = Text(
    "Tám mục của {number} kế hoạch: ✓ đủ, ~ còn thiếu ý, ✗ chưa có", "The eight sections of {number} plans: ✓ complete, ~ gaps, ✗ missing"
)
_MORE_PLANS = Text("Còn {number} kế hoạch nữa không hiện ở đây.", "{number} more plans are not shown here.")
_MORE = Text(
    "Còn {number} phát hiện nữa không hiện ở đây (giới hạn {most} ký tự); `kehoach validate --format concise` hiện tất cả.",
    "{number} more findings are not shown here (the limit is {most} characters); `kehoach validate --format concise` shows all.",
)
_NOTHING = Text("Không có gì phải sửa.", "Nothing to correct.")
_FINDINGS = Text("Phát hiện", "Findings")
_SECTION, _STATE, _PLAN = Text("Mục", "Section"), Text("Tình trạng", "State"), Text("Kế hoạch", "Plan")
_PLACE, _SEVERITY, _RULE = Text("Chỗ", "Place"), Text("Mức độ", "Severity"), Text("Luật", "Rule")
_SAYS, _FIX = Text("Nội dung", "Finding"), Text("Cách sửa", "Remedy")
