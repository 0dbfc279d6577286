"""What the parties have promised."""

from kehoach.model.commitments import Commitment
from kehoach.reports.views.pieces import CENTRE, Column, Piece, entry, part, section, table
from kehoach.reports.views.telling import Teller


def commitments(teller: Teller) -> Piece:
    """Give the section on commitments."""
    return section(
        "commitments",
        teller.text("CAM KẾT CỦA CÁC BÊN", "COMMITMENTS"),
        [part("", table=_table(teller))],
    )


def _table(teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Bên cam kết", "Party"), optional=True),
        Column(teller.text("Nội dung cam kết", "What is promised"), optional=True),
        Column(teller.text("Nhiệm vụ", "Tasks"), CENTRE, optional=True),
        Column(teller.text("Nguồn lực", "Resources"), optional=True),
        Column(teller.text("Mức chắc chắn", "How firm"), CENTRE, optional=True),
        Column(teller.text("Ngày", "Date"), CENTRE, optional=True),
    )
    rows = [
        entry(
            str(number),
            teller.names(one.by, "; "),
            one.statement or "",
            teller.text("tất cả", "all") if one.all else teller.task_numbers(one.tasks),
            _resources(one, teller),
            teller.label(one.status),
            teller.say(one.date),
            about=one,
        )
        for number, one in enumerate(teller.plan.commitments, start=1)
    ]
    return table(columns, rows)


def _resources(one: Commitment, teller: Teller) -> str:
    what = one.fund or one.in_kind
    if what is None:
        return ""
    quantity = teller.say(one.amount) if one.amount else f"{teller.say(one.quantity)} {_unit(one, teller)}".strip()
    year = teller.text("năm {year}", "{year}", year=str(one.year)) if one.year else ""
    said = ", ".join(filter(None, (quantity, year)))
    return f"{teller.name(what)}: {said}" if said else teller.name(what)


def _unit(one: Commitment, teller: Teller) -> str:
    resources = teller.plan.resources
    kinds = resources.in_kind if resources and one.quantity is not None else ()
    return next((kind.unit or "" for kind in kinds if kind.id == one.in_kind and kind.unit and kind.unit != kind.name), "")
