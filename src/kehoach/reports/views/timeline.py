"""The time frame: phases, and the calendar of milestones."""

from kehoach.reports.views.pieces import CENTRE, Column, Piece, entry, part, section, table
from kehoach.reports.views.tasks import calendar
from kehoach.reports.views.telling import Teller


def timeline(teller: Teller) -> Piece:
    """Give the section on time."""
    return section(
        "timelines",
        teller.text("KHUNG THỜI GIAN", "TIME FRAME"),
        (
            part(teller.text("Các giai đoạn", "Phases"), table=_phases(teller)),
            part(teller.text("Lịch các mốc", "Calendar of milestones"), table=_calendar(teller)),
        ),
    )


def _phases(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Giai đoạn", "Phase")),
        Column(teller.text("Bắt đầu", "Start"), CENTRE, optional=True),
        Column(teller.text("Kết thúc", "End"), CENTRE, optional=True),
        Column(teller.text("Mục tiêu của giai đoạn", "What it is for"), optional=True),
    )
    phases = teller.plan.timelines.phases if teller.plan.timelines else ()
    return table(columns, [entry(one.title, teller.say(one.start), teller.due(one.end), one.goal or "") for one in phases])


def _calendar(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Thời điểm", "When")),
        Column(teller.text("Mốc", "Milestone")),
        Column(teller.text("Nhiệm vụ", "Task"), CENTRE, optional=True),
        Column(teller.text("Đơn vị chủ trì", "Lead"), optional=True),
    )
    return table(columns, [entry(str(number), *row) for number, row in enumerate(calendar(teller), start=1)])
