"""The submission (tờ trình) with which a plan goes to the body that decides it; what the plan does not say stays open."""

from collections.abc import Iterator

from kehoach.analysis.councils import DECIDED_BY_COUNCIL, council
from kehoach.analysis.funding import takes_money
from kehoach.analysis.works import works
from kehoach.model.document import LegalBasis, OfficialForm
from kehoach.model.party_vocabulary import OwnerType
from kehoach.model.process_record import Approval, ProcessRecord
from kehoach.model.tasks import Task
from kehoach.model.vocabulary import ObjectiveLevel, Priority, Stage
from kehoach.reports.views import work
from kehoach.reports.views.budget import by_fund_and_year
from kehoach.reports.views.heading import BLANK, based_on, country, open_day, received
from kehoach.reports.views.indicators import main_targets_table
from kehoach.reports.views.money import Money
from kehoach.reports.views.official import ended
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, bullet, entry, numbered, part, section, table
from kehoach.reports.views.telling import Teller
from kehoach.values.text import fold


def submission(teller: Teller) -> Piece:
    """Give heading, addressee, legal basis, what is proposed, what is asked, and signature."""
    form = teller.plan.document or OfficialForm(())
    to = _addressee(teller)
    sections = numbered((_reasons(teller), _proposal(teller), _wishes(form, to, teller)))
    number = _number(form)
    return {
        "heading": {
            "left": [text.upper() for text in (form.superior_body, form.issuing_body or BLANK) if text],
            "right": country(teller),
            "number": teller.text("Số: {number}", "No.: {number}", number=number),
            "place_date": f"{form.place or BLANK}, {open_day(teller)}",
        },
        "paper": teller.text("TỜ TRÌNH", "SUBMISSION"),
        "subject": teller.text("Về việc {wish} {title}", "To {wish}: {title}", wish=_wish(teller, to), title=teller.plan.title),
        "draft": teller.text("DỰ THẢO", "DRAFT") if teller.plan.stage in {None, Stage.DRAFT, Stage.CONSULTED} else "",
        "addressee": teller.text("Kính gửi: {to}", "To: {to}", to=to or BLANK),
        "attached": teller.text(
            "(Kèm theo Tờ trình số {number} {day} của {body})",
            "(Attached to the submission No. {number}, {day}, of {body})",
            number=number,
            day=open_day(teller),
            body=form.issuing_body or BLANK,
        ),
        "basis": based_on(_basis(teller), teller),
        "opening": _opening(form, to, teller),
        "sections": sections,
        "ending": ended(sections),
        "closing": {
            "recipients": received([teller.text("Như trên", "As above"), *_recipients(form, to)], teller),
            "signature": _signature(form),
        },
    }


def _number(form: OfficialForm) -> str:
    """Leave the number open; the symbol is that of the plan with another sort of paper: `KH-UBND`, `TTr-UBND`."""
    _, _, body = (form.symbol or "").partition("-")
    return f"{BLANK}/TTr-{body or BLANK}"


def _approvals(teller: Teller) -> tuple[Approval, ...]:
    return teller.plan.process.approvals if teller.plan.process else ()


def _addressee(teller: Teller) -> str:
    """Name the council that decides: as approvals on record say, else the only elected body of the plan's level."""
    plan = teller.plan
    approving = [teller.name(one.by) for one in _approvals(teller) if council(one, plan) is not None]
    approving = approving or [teller.name(one.by) for one in _approvals(teller) if one.by]
    if approving:
        return "; ".join(dict.fromkeys(approving))
    councils = [one.name for one in plan.owners if one.type is OwnerType.ELECTED_BODY and one.level is plan.locality.level]
    if len(councils) == 1 and plan.kind in DECIDED_BY_COUNCIL:
        return councils[0]
    return (plan.document.superior_body if plan.document else None) or ""


def _wish(teller: Teller, to: str) -> str:
    """Say what is asked of the body: a council adopts, others approve."""
    folded = fold(to)
    decides = "hoi dong nhan dan" in folded or "hdnd" in folded or (not to and teller.plan.kind in DECIDED_BY_COUNCIL)
    return teller.text("xem xét, thông qua", "adopt") if decides else teller.text("xem xét, phê duyệt", "approve")


def _basis(teller: Teller) -> Iterator[LegalBasis]:
    """Leave out the papers of the day of the decision and after it: the submission came before them."""
    days = [one.date for one in _approvals(teller) if one.date]
    numbers = {one.number for one in _approvals(teller) if one.number}
    for basis in teller.plan.legal_basis:
        is_later = basis.date is not None and any(basis.date.first >= day.first for day in days)
        if basis.number not in numbers and not is_later:
            yield basis


def _opening(form: OfficialForm, to: str, teller: Teller) -> str:
    return teller.text(
        "{body} kính trình {to} {wish} {title} với các nội dung chính như sau:",
        "{body} submits to {to} the {title}, asking it to {wish} the plan, in the main as follows:",
        body=form.issuing_body or BLANK,
        to=to or BLANK,
        wish=_wish(teller, to),
        title=teller.plan.title,
    )


def _recipients(form: OfficialForm, to: str) -> list[str]:
    """Give those of the plan, without the addressee, who stands above all."""
    return [text for text in form.recipients if fold(text.rstrip(";.")) != fold(to.rstrip(";."))] or [BLANK]


def _signature(form: OfficialForm) -> Piece:
    signatory = form.signatory
    authority, role, name = (signatory.authority, signatory.role, signatory.name) if signatory else (None, None, None)
    return {"authority": authority or BLANK, "role": role or BLANK, "name": name or BLANK}


def _reasons(teller: Teller) -> Piece:
    """Tell where the locality stands and how the plan was made."""
    situation = teller.plan.situation
    before = situation.previous_period if situation else None
    limits = [one.text for one in before.limitations] if before else []
    return section(
        "situation",
        teller.text("SỰ CẦN THIẾT VÀ QUÁ TRÌNH XÂY DỰNG KẾ HOẠCH", "WHY, AND HOW THE PLAN WAS MADE"),
        (
            part(
                teller.text("Tình hình, kết quả kỳ trước", "Situation and results of the period before"),
                paragraphs=[situation.overview if situation else None],
                bullets=[
                    *_listed(teller.text("Kết quả", "Results"), before.achievements if before else ()),
                    *_listed(teller.text("Tồn tại, hạn chế", "Shortcomings"), limits),
                ]
                or ([] if situation and situation.overview else [BLANK]),
            ),
            part(teller.text("Quá trình xây dựng", "How it was made"), bullets=list(_made(teller)) or [BLANK]),
        ),
    )


def _listed(label: str, texts: object) -> list[Piece]:
    said = [str(text) for text in texts] if isinstance(texts, list | tuple) else []
    return [bullet("", said, label=label)] if said else []


def _made(teller: Teller) -> Iterator[Piece]:
    """Say who made the plan, who was asked, and with what it agrees."""
    made = teller.plan.process or ProcessRecord(())
    if made.group and (made.group.lead or made.group.decision):
        led = teller.name(made.group.lead)
        yield bullet(", ".join(filter(None, (led, made.group.decision))), label=teller.text("Tổ lập kế hoạch", "The planning group"))
    for meeting in made.consultations:
        people = teller.text("{people} người dự", "{people} people", people=meeting.people) if meeting.people else ""
        said = ", ".join(filter(None, (teller.label(meeting.with_), teller.say(meeting.date), meeting.place, people)))
        if said:
            yield bullet(said, label=teller.text("Tham vấn", "Consultation"))
    for one in made.conformity:
        if one.holds:
            yield bullet(", ".join(filter(None, (teller.label(one.with_), one.document))), label=teller.text("Phù hợp với", "Agrees with"))


def _proposal(teller: Teller) -> Piece:
    """Give what the plan is in the main."""
    plan = teller.plan
    place = ", ".join(filter(None, (plan.locality.name, plan.locality.within)))
    scope = teller.text(
        "Phạm vi: {place}. Thời gian thực hiện: {period}.", "Scope: {place}. Period: {period}.", place=place, period=teller.say(plan.period)
    )
    targets, tasks, money = main_targets_table(teller), _tasks(teller), Money(teller)
    return section(
        "objectives",
        teller.text("NỘI DUNG CHÍNH CỦA KẾ HOẠCH", "THE PLAN IN THE MAIN"),
        (
            part(teller.text("Phạm vi, thời gian thực hiện", "Scope and period"), paragraphs=[scope]),
            part(teller.text("Mục tiêu", "Objectives"), bullets=list(_objectives(teller)) or [BLANK]),
            part(teller.text("Chỉ tiêu chủ yếu", "Main targets"), paragraphs=[] if targets else [BLANK], table=targets),
            part(teller.text("Nhiệm vụ trọng tâm", "Main tasks"), paragraphs=[] if tasks else [BLANK], table=tasks),
            part(teller.text("Kinh phí thực hiện", "Money"), paragraphs=_whole(money), table=by_fund_and_year(money)),
        ),
    )


def _objectives(teller: Teller) -> Iterator[Piece]:
    general = [one.statement for one in teller.plan.objectives if one.level is not ObjectiveLevel.SPECIFIC]
    specific = [one.statement for one in teller.plan.objectives if one.level is ObjectiveLevel.SPECIFIC]
    if not specific:
        yield from (bullet(text) for text in general)
        return
    yield from _listed(teller.text("Mục tiêu chung", "General objectives"), general)
    yield from _listed(teller.text("Mục tiêu cụ thể", "Specific objectives"), specific)


def _tasks(teller: Teller) -> Piece | None:
    """List the tasks of high priority; all where none is."""
    money = Money(teller)
    high = [task for task in teller.plan.tasks if task.priority is Priority.HIGH]
    shown = high or list(teller.plan.tasks)
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Nhiệm vụ", "Task")),
        Column(teller.text("Đơn vị chủ trì", "Lead")),
        Column(teller.text("Thời gian", "Time"), optional=True),
        Column(teller.text("Kinh phí ({unit})", "Money ({unit})", unit=money.unit), RIGHT, optional=True),
    )
    rows = [
        entry(
            teller.number(task.id),
            task.title,
            work.leads_or_open(task, teller, scopes=False),
            work.when(task, teller),
            _cost(task, money),
            about=task,
        )
        for task in shown
    ]
    more = len(teller.plan.tasks) - len(shown)
    others = teller.text(
        "Số thứ tự theo kế hoạch; kế hoạch còn {more} nhiệm vụ khác.",
        "Numbers are those of the plan, which has {more} more tasks.",
        more=more,
    )
    return table(columns, rows, notes=[others] if more else [])


def _cost(task: Task, money: Money) -> str:
    costs = money.ledger.costs_of(task.id)
    return money.costs(costs) if costs else ""


def _whole(money: Money) -> list[str]:
    """Say the whole need; where no need is priced, what is known of it."""
    teller, plan = money.teller, money.teller.plan
    if not money.is_empty:
        return [teller.text("Tổng nhu cầu kinh phí: {whole}.", "The whole need: {whole}.", whole=money.whole_with_words())]
    stated = money.stated(plan.resources.totals.values() if plan.resources else ())
    if stated is not None:
        known = teller.text("Tổng kinh phí ghi trong kế hoạch: {sum}.", "Total stated in the plan: {sum}.", sum=teller.money(stated))
    elif takes_money(plan) or any(work.total is not None for work, _ in works(plan)):
        known = teller.text("Kế hoạch chưa xác định tổng nhu cầu kinh phí.", "The plan does not know its whole need of money yet.")
    elif plan.tasks:
        known = teller.text("Kế hoạch không đề nghị bố trí kinh phí riêng.", "The plan asks for no money of its own.")
    else:
        return []
    return [known, *money.notes()]


def _wishes(form: OfficialForm, to: str, teller: Teller) -> Piece:
    """Ask for the decision, and for what the plan asks of the level above."""
    asked = teller.plan.coordination.requests if teller.plan.coordination else ()
    requests = [f"{one.what} ({teller.say(one.amount)})" if one.amount else one.what for one in asked]
    last = teller.text(
        "Trên đây là Tờ trình về {title}, {body} kính trình {to} {wish} (kèm theo dự thảo kế hoạch).",
        "{body} asks {to} to {wish} the {title} (the draft is attached).",
        title=teller.plan.title,
        body=form.issuing_body or BLANK,
        to=to or BLANK,
        wish=_wish(teller, to),
    )
    return section(
        "coordination",
        teller.text("KIẾN NGHỊ, ĐỀ XUẤT", "WHAT IS ASKED"),
        (part("", bullets=_listed(teller.text("Kiến nghị cấp trên", "Of the level above"), requests)), part("", paragraphs=[last])),
    )
