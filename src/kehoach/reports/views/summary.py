"""One page: what the plan is, how far it has come, its key figures, what checking found."""

from collections import Counter
from collections.abc import Iterator

from kehoach.model.vocabulary import Stage
from kehoach.reports.options import Options
from kehoach.reports.views.gantt import gantt
from kehoach.reports.views.indicators import listed, target_text
from kehoach.reports.views.money import Money
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, entry, table
from kehoach.reports.views.sections import COUNTED, MARKS, SECTIONS
from kehoach.reports.views.telling import Teller

_MOST_INDICATORS = 8
_MOST_FINDINGS = 5


def summary(teller: Teller, options: Options) -> Piece:
    """Give the page."""
    return {
        "identification": [{"label": label, "text": str(text)} for label, text in _identification(teller) if text],
        "checklist": _checklist(teller, options),
        "readiness": _readiness(teller, options),
        "figures": [{"label": label, "text": str(text)} for label, text in _figures(teller) if text],
        "key_indicators": _key_indicators(teller),
        "findings": _findings(teller, options),
        "gantt": gantt(teller),
    }


def _identification(teller: Teller) -> Iterator[tuple[str, str]]:
    plan = teller.plan
    locality = ", ".join(filter(None, (plan.locality.name, plan.locality.within)))
    yield teller.text("Địa phương", "Locality"), locality
    yield teller.text("Loại kế hoạch", "Kind"), teller.label(plan.kind)
    yield teller.text("Kỳ kế hoạch", "Period"), teller.say(plan.period)
    yield teller.text("Giai đoạn", "Stage"), teller.label(plan.stage or Stage.DRAFT)
    yield teller.text("Mã", "Id"), plan.id


def _checklist(teller: Teller, options: Options) -> Piece | None:
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nội dung", "Section")),
        Column(teller.text("Tình trạng", "State"), CENTRE),
    )
    rows = [
        entry(str(number), SECTIONS[name].to(teller.language), _mark(options.checklist[name], teller))
        for number, name in enumerate(SECTIONS, start=1)
        if name in options.checklist
    ]
    return table(columns, rows)


def _mark(mark: str, teller: Teller) -> str:
    return MARKS[mark].to(teller.language) if mark in MARKS else mark


def _readiness(teller: Teller, options: Options) -> str:
    if options.readiness is None:
        return ""
    return teller.text("Mức sẵn sàng: {percent}%", "Readiness: {percent}%", percent=options.readiness)


def _figures(teller: Teller) -> Iterator[tuple[str, str]]:
    plan, money = teller.plan, Money(teller)
    led = {task.owner for task in plan.tasks if task.owner}
    indicators = plan.monitoring.indicators if plan.monitoring else ()
    yield teller.text("Mục tiêu", "Objectives"), _count(len(plan.objectives), teller)
    yield teller.text("Chỉ tiêu", "Indicators"), _count(len(indicators), teller)
    yield teller.text("Nhiệm vụ", "Tasks"), _count(len(plan.tasks), teller)
    yield teller.text("Đơn vị chủ trì", "Leading bodies"), _count(len(led), teller)
    yield teller.text("Tổng kinh phí", "Total"), "" if money.is_empty else money.whole()
    yield teller.text("Rủi ro", "Risks"), _count(len(plan.risks), teller)
    yield teller.text("Cam kết", "Commitments"), _count(len(plan.commitments), teller)


def _count(number: int, teller: Teller) -> str:
    return teller.say(number) if number else ""


def _key_indicators(teller: Teller) -> Piece | None:
    """Show the main indicators with their last target; the first ones where none is called main."""
    known = [one.indicator for one in listed(teller) if one.indicator.targets]
    shown = [one for one in known if one.key] or known
    columns = (
        Column(teller.text("Chỉ tiêu chủ yếu", "Main indicator")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        Column(teller.text("Mức phấn đấu", "Target"), RIGHT),
        Column(teller.text("Thời điểm", "When"), CENTRE, optional=True),
    )
    rows = []
    for one in shown[:_MOST_INDICATORS]:
        last = one.targets[-1]
        rows.append(entry(one.name, one.unit or "", target_text(last, teller), teller.due(last.date) or teller.say(last.over)))
    more = len(shown) - len(rows)
    notes = (
        [teller.text("Còn {more} chỉ tiêu nữa trong biểu chỉ tiêu.", "More in the table of indicators: {more}.", more=more)] if more else []
    )
    return table(columns, rows, notes=notes)


def _findings(teller: Teller, options: Options) -> Piece | None:
    """Count what checking found, and show the rules that found most, the gravest first."""
    if not options.checklist and not options.diagnostics:
        return None
    counts = Counter(one.severity for one in options.diagnostics)
    said = ", ".join(f"{counts[severity]} {name.to(teller.language)}" for severity, name in COUNTED.items())
    first = {one.code: one for one in reversed(options.diagnostics)}
    codes = Counter(one.code for one in options.diagnostics)
    order = sorted(codes, key=lambda code: (first[code].severity.rank, -codes[code], code))
    columns = (
        Column(teller.text("Mã", "Code")),
        Column(teller.text("Số lần", "Times"), RIGHT),
        Column(teller.text("Phát hiện đầu tiên", "The first of them")),
    )
    rows = [entry(code, str(codes[code]), first[code].said(teller.language)) for code in order[:_MOST_FINDINGS]]
    return {"counts": said, "table": table(columns, rows), "more": str(len(order) - len(rows)) if len(order) > len(rows) else ""}
