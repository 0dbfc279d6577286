"""An upper plan with its lower ones, written for people."""

from collections.abc import Sequence

from kehoach.analysis.assigning import Missed
from kehoach.analysis.coherence import Carried
from kehoach.analysis.handing import Claim, HandedFund
from kehoach.analysis.measures import Reach
from kehoach.analysis.rollup import Rollup
from kehoach.escaping import markdown as prose
from kehoach.escaping import markdown_cell as cell_of
from kehoach.escaping import terminal as shown
from kehoach.formats.pen import display_width
from kehoach.language import Language, Text, say, say_number
from kehoach.model.labels import label
from kehoach.rules.between import discussed, ids, time
from kehoach.values.money import Amount

Table = tuple[Text, tuple[Text, ...], list[tuple[str, ...]]]
"""A title, the names of the columns, the rows; columns from the second on are figures."""


def text(found: Rollup, language: Language) -> str:
    """Write tables for a terminal."""
    lines = [shown(_heading(found, language))]
    for title, columns, rows in _tables(found, language):
        cells = [tuple(shown(cell) for cell in row) for row in ([column.to(language) for column in columns], *rows)]
        lines += ["", title.to(language), *_aligned(cells)]
    return "\n".join([*lines, "", *(shown(line) for line in _remarks(found, language))]) + "\n"


def markdown(found: Rollup, language: Language) -> str:
    """Write tables for a page."""
    lines = [f"# {prose(_heading(found, language))}"]
    for title, columns, rows in _tables(found, language):
        lines += ["", f"## {title.to(language)}", ""]
        lines.append("| " + " | ".join(column.to(language) for column in columns) + " |")
        lines.append("|---|" + "---:|" * (len(columns) - 2) + "---|")
        lines += ["| " + " | ".join(cell_of(cell) for cell in row) + " |" for row in rows]
    return "\n".join([*lines, "", *(f"- {prose(line)}" for line in _remarks(found, language))]) + "\n"


def _heading(found: Rollup, language: Language) -> str:
    values = {"id": found.upper.id, "locality": found.upper.locality.name, "period": found.upper.period, "count": len(found.lowers)}
    return _HEADING.fill(language, values)


def _tables(found: Rollup, language: Language) -> list[Table]:
    tables: list[Table] = []
    if found.indicators:
        tables.append((_INDICATORS, _INDICATOR_COLUMNS, [_indicator_row(row, language) for row in found.indicators]))
    if found.missed:
        tables.append((_MISSED, _MISSED_COLUMNS, [_missed_row(row, language) for row in found.missed]))
    if found.funds:
        tables.append((_FUNDS, _FUND_COLUMNS, [row for fund in found.funds for row in _fund_rows(fund, language)]))
    if found.requests:
        rows: list[tuple[str, ...]] = [
            (f"{one.plan.id}#{one.request.id}", _said(one.request.amount, language), one.request.what) for one in found.requests
        ]
        tables.append((_REQUESTS, _REQUEST_COLUMNS, rows))
    return tables


def _indicator_row(row: Carried, language: Language) -> tuple[str, ...]:
    silent = ids(row.silent).say(language) if row.silent else ""
    unread = _UNREAD.fill(language, {"names": ids(row.unread)}) if row.unread else ""
    given = "" if row.said_result is None else say(row.measure(row.said_result), language)
    return (
        f"{row.indicator.id} ({time(row.target.when).to(language)}, {label(row.how).to(language)})",
        _reach(row.asked, row, language),
        given,
        say(row.measure(row.said_residual), language) if row.is_short else "0",
        str(len(row.parts)),
        "; ".join(part for part in (silent, unread) if part),
    )


def _missed_row(row: Missed, language: Language) -> tuple[str, ...]:
    return (
        f"{row.lower.card.id}#{row.given.indicator.id} ({time(row.given.when).to(language)})",
        f"{say(row.given.value, language)} {row.given.unit}".rstrip(),
        f"{say(row.planned.value, language)} {row.given.indicator.unit}".rstrip(),
        (discussed(row.dialogue) if row.dialogue is not None else _SILENTLY).to(language),
    )


def _reach(reach: Reach, row: Carried, language: Language) -> str:
    if reach.low == reach.high:
        return say(row.measure(reach.low), language)
    return f"{say_number(reach.low, language)} - {say(row.measure(reach.high), language)}"


def _fund_rows(fund: HandedFund, language: Language) -> list[tuple[str, ...]]:
    whole = (
        fund.fund.name,
        _said(fund.has, language),
        _said(fund.handed, language),
        _said(fund.claimed, language),
        _said(fund.left, language),
        "",
    )
    return [whole, *(_claim_row(claim, language) for claim in fund.claims)]


def _claim_row(claim: Claim, language: Language) -> tuple[str, ...]:
    over = _OVER.fill(language, {"over": claim.over}) if claim.over is not None else ""
    handed = claim.handed.amount if claim.handed is not None else None
    return (f"  {claim.member.card.id}", "", _said(handed, language), _said(claim.amount, language), "", over)


def _said(amount: Amount | None, language: Language) -> str:
    return say(amount, language) if amount is not None else ""


def _remarks(found: Rollup, language: Language) -> list[str]:
    values = {
        "own": found.upper.tasks,
        "tasks": found.tasks,
        "short": sum(row.is_short for row in found.indicators),
        "indicators": len(found.indicators),
        "missed": len(found.missed),
        "discussed": sum(row.is_discussed for row in found.missed),
        "over": sum(claim.over is not None for fund in found.funds for claim in fund.claims),
        "open": len(found.requests),
        "asked": len(found.requests) + found.answered,
    }
    return [remark.fill(language, values) for remark in (_TASKS, _SHORT, _NOT_TAKEN, _OVERDRAWN, _OPEN)]


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Put figures under each other; the last column is prose and not padded."""
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [_padded(cell, widths[i], right=i > 0) if i < len(row) - 1 else cell for i, cell in enumerate(row)]
        lines.append(("  " + "  ".join(cells)).rstrip())
    return lines


def _padded(cell: str, width: int, *, right: bool) -> str:
    space = " " * (width - display_width(cell))
    return space + cell if right else cell + space


_HEADING = Text(vi="{id}: {locality}, {period}, {count} kế hoạch cấp dưới", en="{id}: {locality}, {period}, {count} lower plans")
_INDICATORS = Text(vi="Chỉ tiêu", en="Indicators")
_INDICATOR_COLUMNS = (
    Text(vi="Chỉ tiêu", en="Indicator"),
    Text(vi="Cấp trên", en="Upper"),
    Text(vi="Cấp dưới", en="Lower"),
    Text(vi="Còn thiếu", en="Short"),
    Text(vi="Số kế hoạch", en="Plans"),
    Text(vi="Chưa đề ra", en="Silent"),
)
_MISSED = Text(vi="Chỉ tiêu giao chưa được nhận", en="Assigned targets not taken up")
_MISSED_COLUMNS = (
    Text(vi="Kế hoạch, chỉ tiêu", en="Plan, indicator"),
    Text(vi="Được giao", en="Assigned"),
    Text(vi="Đề ra", en="Promised"),
    Text(vi="Đối thoại", en="Dialogue"),
)
_SILENTLY = Text(vi="chưa có đối thoại", en="no dialogue")
_FUNDS = Text(vi="Nguồn vốn", en="Funds")
_FUND_COLUMNS = (
    Text(vi="Nguồn", en="Fund"),
    Text(vi="Có", en="Has"),
    Text(vi="Đã giao", en="Handed down"),
    Text(vi="Cấp dưới tính", en="Counted on"),
    Text(vi="Còn lại", en="Left"),
    Text(vi="Ghi chú", en="Remark"),
)
_REQUESTS = Text(vi="Kiến nghị chưa trả lời", en="Requests without an answer")
_REQUEST_COLUMNS = (Text(vi="Kiến nghị", en="Request"), Text(vi="Số tiền", en="Amount"), Text(vi="Nội dung", en="What is asked"))
_OVER = Text(vi="vượt {over}", en="{over} too much")
_UNREAD = Text(vi="không đọc được: {names}", en="unreadable: {names}")
_TASKS = Text(vi="Nhiệm vụ: cấp trên {own}, cấp dưới {tasks}", en="Tasks: {own} of the upper plan, {tasks} of the lower ones")
_SHORT = Text(vi="Chỉ tiêu chưa khớp: {short}/{indicators}", en="Targets that do not add up: {short} of {indicators}")
_NOT_TAKEN = Text(
    vi="Chỉ tiêu giao chưa được nhận: {missed}, trong đó có đối thoại: {discussed}",
    en="Assigned targets not taken up: {missed}, of which in dialogue: {discussed}",
)
_OVERDRAWN = Text(vi="Kế hoạch tính quá mức được giao: {over}", en="Plans that count on more than they were handed: {over}")
_OPEN = Text(vi="Kiến nghị chưa trả lời: {open}/{asked}", en="Requests without an answer: {open} of {asked}")
