"""How the plan is carried out: who leads what, meetings, information, what is asked and handed down."""

from collections.abc import Iterator

from kehoach.model.coordination import Coordination
from kehoach.model.tasks import Task
from kehoach.reports.options import Options
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, bullet, entry, labelled, part, section, table
from kehoach.reports.views.telling import Teller


def coordination(teller: Teller, options: Options) -> Piece:
    """Give the section on carrying out the plan."""
    found = teller.plan.coordination
    parts = [part(teller.text("Trách nhiệm của các đơn vị", "What each body does"), bullets=_duties(teller))]
    if found is not None:
        parts = [
            part(teller.text("Chỉ đạo, điều hành", "Leadership"), bullets=_lead(found, teller)),
            *parts,
            *_details(found, teller, options),
        ]
    return section("coordination", teller.text("TỔ CHỨC THỰC HIỆN", "IMPLEMENTATION"), parts)


def _lead(found: Coordination, teller: Teller) -> Iterator[Piece]:
    yield from labelled(teller.text("Đơn vị đầu mối", "Leading body"), teller.name(found.lead))
    if found.body:
        name = found.body.name or teller.text("Tổ chức điều phối", "Coordinating body")
        members = teller.names(found.body.members, "; ")
        said = ", ".join(filter(None, (name, f"({found.body.decision})" if found.body.decision else "")))
        children = [teller.text("Thành viên: {members}", "Members: {members}", members=members)] if members else []
        yield bullet(said.replace(", (", " ("), children, label=teller.text("Tổ chức điều phối", "Coordinating body"))


def _duties(teller: Teller) -> Iterator[Piece]:
    """Say of every body which tasks it leads and in which it takes part."""
    for owner in teller.plan.owners:
        led = [task.id for task in teller.plan.tasks if owner.id in _leaders(task)]
        joined = [task.id for task in teller.plan.tasks if owner.id in (*task.partners, *task.supporters) and task.id not in led]
        duties = [
            teller.text("chủ trì nhiệm vụ {n}", "leads task {n}", n=teller.task_numbers(led)) if led else "",
            teller.text("phối hợp, hỗ trợ nhiệm vụ {n}", "takes part in task {n}", n=teller.task_numbers(joined)) if joined else "",
        ]
        said = "; ".join(filter(None, duties))
        if said:
            yield bullet(f"{said}.", label=owner.name)


def _leaders(task: Task) -> set[str | None]:
    return {task.owner, *(co_owner.owner for co_owner in task.co_owners)}


def _details(found: Coordination, teller: Teller, options: Options) -> list[Piece]:
    return [
        part(teller.text("Chế độ họp", "Meetings"), table=_meetings(found, teller)),
        part(teller.text("Chế độ thông tin", "Information"), table=_information(found, teller)),
        part(teller.text("Xử lý vướng mắc", "Escalation"), bullets=_escalation(found, teller)),
        part(teller.text("Giao cho cấp dưới", "Handed down"), table=_handed_down(found, teller, options)),
        part(teller.text("Kiến nghị cấp trên", "Asked of the plan above"), bullets=_requests(found, teller)),
        part(teller.text("Tiếp thu, giải trình đề xuất từ cơ sở", "Answers to proposals from below"), table=_proposals(found, teller)),
        part(teller.text("Trao đổi về chỉ tiêu được giao", "Dialogue on assigned targets"), table=_dialogues(found, teller)),
    ]


def _meetings(found: Coordination, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Cuộc họp", "Meeting")),
        Column(teller.text("Định kỳ", "How often"), CENTRE, optional=True),
        Column(teller.text("Chủ trì", "Chair"), optional=True),
        Column(teller.text("Thành phần", "Who takes part"), optional=True),
    )
    rows = [
        entry(
            one.title or teller.text("Họp", "Meeting"),
            teller.label(one.frequency),
            teller.name(one.chair),
            teller.names(one.participants, "; "),
        )
        for one in found.meetings
    ]
    return table(columns, rows)


def _information(found: Coordination, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Nội dung", "What")),
        Column(teller.text("Đơn vị gửi", "From"), optional=True),
        Column(teller.text("Đơn vị nhận", "To"), optional=True),
        Column(teller.text("Định kỳ", "How often"), CENTRE, optional=True),
        Column(teller.text("Hình thức", "Channel"), optional=True),
    )
    rows = [
        entry(one.what, teller.name(one.by), teller.name(one.to), teller.label(one.frequency), one.channel or "")
        for one in found.information
    ]
    return table(columns, rows)


def _escalation(found: Coordination, teller: Teller) -> Iterator[str]:
    for one in found.escalation:
        to = teller.text("báo cáo {to}", "reported to {to}", to=teller.name(one.to)) if one.to else ""
        within = teller.text("trong {days} ngày", "within {days} days", days=one.within_days) if one.within_days is not None else ""
        said = " ".join(filter(None, (to, within)))
        yield f"{one.when}: {said}." if said else one.when


def _handed_down(found: Coordination, teller: Teller, options: Options) -> Piece | None:
    columns = (
        Column(teller.text("Kế hoạch cấp dưới", "Lower plan")),
        Column(teller.text("Chỉ tiêu giao", "Targets"), optional=True),
        Column(teller.text("Kinh phí giao", "Money"), optional=True),
    )
    rows = [
        entry(
            options.receiver(one.plan or ""),
            "\n".join(f"{teller.name(name)}: {teller.say(value)}" for name, value in one.indicators.items()),
            "\n".join(f"{teller.name(name)}: {teller.say(amount)}" for name, amount in one.funds.items()),
        )
        for one in found.assignments
    ]
    return table(columns, rows)


def _requests(found: Coordination, teller: Teller) -> Iterator[str]:
    for one in found.requests:
        yield f"{one.what} ({teller.say(one.amount)})" if one.amount else one.what


def _proposals(found: Coordination, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Đề xuất", "Proposal")),
        Column(teller.text("Đơn vị đề xuất", "From"), optional=True),
        Column(teller.text("Trả lời", "Answer"), CENTRE, optional=True),
        Column(teller.text("Nhiệm vụ", "Task"), CENTRE, optional=True),
        Column(teller.text("Lý do", "Reason"), optional=True),
    )
    rows = [
        entry(
            one.what or one.about or "",
            teller.name(one.by),
            teller.label(one.decision),
            teller.number(one.task) if one.task else "",
            one.reason or "",
        )
        for one in found.proposals
    ]
    return table(columns, rows)


def _dialogues(found: Coordination, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Chỉ tiêu", "Target")),
        Column(teller.text("Mức đề nghị", "Proposed"), RIGHT, optional=True),
        Column(teller.text("Lý do", "Reason"), optional=True),
        Column(teller.text("Ngày trao đổi", "Date"), CENTRE, optional=True),
        Column(teller.text("Kết quả", "Outcome"), CENTRE, optional=True),
    )
    rows = [
        entry(teller.name(one.about), teller.say(one.proposed), one.reason or "", teller.say(one.date), teller.label(one.outcome))
        for one in found.dialogues
    ]
    return table(columns, rows)
