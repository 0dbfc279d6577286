"""The loop "resources not ensured, adjust the objectives": each turn of it, and what was adjusted (S2)."""

from kehoach.model.process_record import ProcessRecord
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, entry, part, table
from kehoach.reports.views.telling import Teller


def loop_parts(made: ProcessRecord, teller: Teller) -> list[Piece]:
    """Give the gates as they were put, and the adjustments that followed."""
    return [
        part(teller.text("Xét nguồn lực", "The question of the resources"), paragraphs=_turns(made, teller), table=_gates(made, teller)),
        part(teller.text("Điều chỉnh mục tiêu", "Adjustments of objectives"), table=_adjustments(made, teller)),
    ]


def _turns(made: ProcessRecord, teller: Teller) -> list[str]:
    turns = sum(each.ensured is False for each in made.gates)
    if not made.gates:
        return []
    return [
        teller.text(
            "Đã xét {asked} lần, {turns} lần phải quay lại điều chỉnh.",
            "Put {asked} times; {turns} times the work went back to be adjusted.",
            asked=len(made.gates),
            turns=turns,
        )
    ]


def _gates(made: ProcessRecord, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Lần", "Turn"), CENTRE),
        Column(teller.text("Ngày", "Date"), CENTRE, optional=True),
        Column(teller.text("Nhu cầu", "Need"), RIGHT, optional=True),
        Column(teller.text("Đã bảo đảm", "Secured"), RIGHT, optional=True),
        Column(teller.text("Bảo đảm", "Ensured"), CENTRE),
        Column(teller.text("Điều chỉnh", "Adjustment"), CENTRE, optional=True),
    )
    rows = [
        entry(
            str(number),
            teller.say(each.date),
            teller.money(each.need) if each.need else "",
            teller.money(each.secured) if each.secured else "",
            teller.text("có", "yes") if each.ensured else teller.text("không", "no"),
            each.adjustment or "",
        )
        for number, each in enumerate(made.gates, start=1)
    ]
    return table(columns, rows)


def _adjustments(made: ProcessRecord, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Mã", "Id"), CENTRE),
        Column(teller.text("Ngày", "Date"), CENTRE, optional=True),
        Column(teller.text("Mục tiêu", "Objective"), optional=True),
        Column(teller.text("Chỉ tiêu", "Indicator"), optional=True),
        Column(teller.text("Của thời điểm", "Target of"), CENTRE, optional=True),
        Column(teller.text("Từ", "From"), CENTRE, optional=True),
        Column(teller.text("Thành", "To"), CENTRE, optional=True),
        Column(teller.text("Lý do", "Why"), optional=True),
    )
    rows = [
        entry(
            each.id,
            teller.say(each.date),
            teller.name(each.objective),
            teller.name(each.indicator),
            teller.say(each.target),
            teller.say(each.was),
            teller.say(each.now),
            each.reason or "",
        )
        for each in made.adjustments
    ]
    return table(columns, rows)
