"""Monitoring and evaluation: five answers for each indicator, reports, evaluations."""

from collections.abc import Iterable

from kehoach.model.monitoring import Indicator, Monitoring, Report
from kehoach.reports.views.indicators import listed
from kehoach.reports.views.pieces import CENTRE, Column, Piece, Row, bullet, entry, part, section, table
from kehoach.reports.views.telling import Teller


def monitoring_section(teller: Teller) -> Piece:
    """Give the section as it stands in a plan."""
    return section("monitoring", teller.text("THEO DÕI, ĐÁNH GIÁ", "MONITORING AND EVALUATION"), monitoring_parts(teller))


def monitoring_parts(teller: Teller) -> list[Piece]:
    """Give who leads, the matrix of indicators, reports and evaluations."""
    found = teller.plan.monitoring
    if found is None:
        return []
    lessons = [bullet(one.title, one.lessons) for one in found.evaluations if one.lessons]
    return [
        part(teller.text("Đơn vị đầu mối", "Leading body"), paragraphs=[_lead(found, teller)]),
        part(teller.text("Khung theo dõi các chỉ tiêu", "Matrix of indicators"), table=_matrix(teller)),
        part(teller.text("Chế độ báo cáo", "Reports"), table=_reports(teller)),
        part(teller.text("Đánh giá", "Evaluations"), table=_evaluations(teller)),
        part(teller.text("Bài học từ đánh giá", "Lessons from evaluations"), bullets=lessons),
    ]


def _lead(found: Monitoring, teller: Teller) -> str:
    if not found.lead:
        return ""
    return teller.text(
        "{lead} là đầu mối theo dõi, đánh giá kế hoạch.", "{lead} leads monitoring and evaluation.", lead=teller.name(found.lead)
    )


def _matrix(teller: Teller) -> Piece | None:
    """Answer for each indicator: what it measures, from what source, by whom, how often, on what form."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Chỉ tiêu", "Indicator")),
        Column(teller.text("Đo mục tiêu nào", "Objective measured"), optional=True),
        Column(teller.text("Nguồn số liệu", "Source"), optional=True),
        Column(teller.text("Đơn vị thu thập, cung cấp", "Collected by"), optional=True),
        Column(teller.text("Kỳ báo cáo", "How often"), CENTRE, optional=True),
        Column(teller.text("Biểu mẫu", "Form"), CENTRE, optional=True),
        Column(teller.text("Phân tổ", "Split by"), optional=True),
    )
    rows = [
        entry(
            number,
            _defined(one, teller),
            "\n".join(teller.name(name) for name in one.objectives),
            one.source or "",
            teller.name(one.collector),
            teller.label(one.frequency),
            one.form or "",
            teller.labels(one.disaggregated_by),
            about=one,
        )
        for number, one in listed(teller)
    ]
    return table(columns, rows)


def _defined(one: Indicator, teller: Teller) -> str:
    unit = f" ({one.unit})" if one.unit else ""
    definition = teller.text("Cách tính: {how}", "Definition: {how}", how=one.definition) if one.definition else ""
    return "\n".join(filter(None, (f"{one.name}{unit}", definition)))


def _reports(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Báo cáo", "Report")),
        Column(teller.text("Định kỳ", "How often"), CENTRE, optional=True),
        Column(teller.text("Hạn gửi", "Due"), CENTRE, optional=True),
        Column(teller.text("Đơn vị lập", "By"), optional=True),
        Column(teller.text("Nơi nhận", "To"), optional=True),
        Column(teller.text("Biểu mẫu", "Form"), CENTRE, optional=True),
        Column(teller.text("Nội dung", "Covers"), optional=True),
    )
    return table(columns, [_report(one, teller) for one in _all_reports(teller)])


def _report(one: Report, teller: Teller) -> Row:
    due = teller.text("ngày {day}", "day {day}", day=one.due_day) if one.due_day is not None else ""
    return entry(
        one.title or teller.text("Báo cáo", "Report"),
        teller.label(one.frequency),
        due,
        teller.name(one.by),
        teller.name(one.to),
        one.form or "",
        teller.labels(one.covers),
        about=one,
    )


def _all_reports(teller: Teller) -> Iterable[Report]:
    return teller.plan.monitoring.reports if teller.plan.monitoring else ()


def _evaluations(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Cuộc đánh giá", "Evaluation")),
        Column(teller.text("Thời điểm", "When"), CENTRE, optional=True),
        Column(teller.text("Đơn vị đánh giá", "By"), optional=True),
        Column(teller.text("Tiêu chí", "Criteria"), optional=True),
        Column(teller.text("Kết luận", "Findings"), optional=True),
    )
    found = teller.plan.monitoring
    rows = [
        entry(
            one.title,
            teller.due(one.date),
            teller.name(one.by),
            teller.labels(one.criteria),
            "\n".join(f"{teller.label(criterion)}: {said}" for criterion, said in one.findings.items()),
            about=one,
        )
        for one in (found.evaluations if found else ())
    ]
    return table(columns, rows)
