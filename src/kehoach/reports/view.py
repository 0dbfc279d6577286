"""What a report shows, worked out: strings and lists for any format."""

from typing import Any, Literal, assert_never

from kehoach.model.plan import Plan
from kehoach.reports.options import Options, Report
from kehoach.reports.plain import plain
from kehoach.reports.views.assigned import assigned_parts
from kehoach.reports.views.assignments import assignments_table
from kehoach.reports.views.budget import budget_parts
from kehoach.reports.views.heading import attached
from kehoach.reports.views.indicators import indicators_table
from kehoach.reports.views.monitoring import monitoring_parts
from kehoach.reports.views.official import official
from kehoach.reports.views.pieces import Piece, part, section
from kehoach.reports.views.risks import gaps, matrix, register
from kehoach.reports.views.submission import submission
from kehoach.reports.views.summary import summary
from kehoach.reports.views.telling import Teller

View = dict[str, Any]

Tabled = Literal[Report.ASSIGNMENTS, Report.INDICATORS, Report.BUDGET, Report.RISKS, Report.MONITORING, Report.PROCESS, Report.ASSIGNED]
"""The reports that are tables and nothing else."""


def view(report: Report, plan: Plan, options: Options) -> View:
    """Work out all that a report prints; templates loop over it and compute nothing."""
    teller = Teller(plan, options.language)
    return {**_common(report, teller, options), **_own(report, teller, options)}


def _common(report: Report, teller: Teller, options: Options) -> View:
    return {
        "report": report.value,
        "title": report.label.to(options.language),
        "language": options.language.value,
        "edition": options.edition.value,
        "invalid": _invalid(teller, options),
        "made": teller.text(
            "Lập ngày {day} bằng kehoach {version}.", "Made on {day} by kehoach {version}.", day=options.today, version=options.version
        ),
        "subject": teller.plan.title,
        "attached": attached(teller) if report not in {Report.SUMMARY, Report.APPRAISAL} else "",
        "locality": ", ".join(filter(None, (teller.plan.locality.name, teller.plan.locality.within))),
        "labels": _labels(teller),
        "plan": plain(teller),
    }


def _own(report: Report, teller: Teller, options: Options) -> View:
    match report:
        case Report.PLAN:
            return {**official(teller, options), "addressee": ""}
        case Report.SUBMISSION:
            return submission(teller)
        case Report.SUMMARY:
            return summary(teller, options)
        case Report.APPRAISAL:
            from kehoach.reports.views.appraisal import appraisal  # noqa: PLC0415 - brings in the rules, for one report

            return appraisal(teller, options)
        case _:
            return _parts(_tabled(report, teller, options))


def _tabled(report: Tabled, teller: Teller, options: Options) -> list[Piece]:
    match report:
        case Report.ASSIGNMENTS:
            return [part("", table=assignments_table(teller, options.edition))]
        case Report.INDICATORS:
            return [part("", table=indicators_table(teller))]
        case Report.BUDGET:
            return budget_parts(teller)
        case Report.RISKS:
            return [
                part(teller.text("Ma trận rủi ro (số rủi ro)", "Risk matrix (number of risks)"), table=matrix(teller)),
                part(teller.text("Sổ rủi ro", "Risk register"), table=register(teller)),
                part(teller.text("Nội dung còn thiếu", "What the plan still lacks"), table=gaps(teller)),
            ]
        case Report.MONITORING:
            return monitoring_parts(teller)
        case Report.PROCESS:
            from kehoach.reports.views.process import process_parts  # noqa: PLC0415 - brings in the processes, for one report

            return process_parts(teller, options)
        case Report.ASSIGNED:
            return assigned_parts(teller, options)
        case _:
            assert_never(report)


def _parts(parts: list[View]) -> View:
    return {"parts": section("", "", parts)["parts"]}


def _invalid(teller: Teller, options: Options) -> str:
    if not options.invalid:
        return ""
    return teller.text(
        "BẢN CHƯA HỢP LỆ: kế hoạch còn {count} lỗi, không dùng để trình hoặc ban hành.",
        "NOT VALID: the plan has errors ({count}); not to be submitted or issued.",
        count=options.invalid,
    )


def _labels(teller: Teller) -> dict[str, str]:
    return {
        "unit": teller.text("Đơn vị tính", "Unit"),
        "recipients": teller.text("Nơi nhận", "Recipients"),
        "note": teller.text("Ghi chú", "Note"),
        "identification": teller.text("Nhận diện", "Identification"),
        "checklist": teller.text("Tám nội dung của kế hoạch hành động", "The eight sections of an action plan"),
        "figures": teller.text("Số liệu chính", "Key figures"),
        "indicators": teller.text("Chỉ tiêu chủ yếu", "Main indicators"),
        "findings": teller.text("Kết quả kiểm tra", "What checking found"),
        "schedule": teller.text("Tiến độ", "Schedule"),
        "nothing": teller.text("Kế hoạch chưa có nội dung cho biểu này.", "The plan has nothing for this report yet."),
    }
