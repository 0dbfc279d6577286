"""What views say of one task or action: leads, time, milestones, resources."""

from collections.abc import Iterator

from kehoach.analysis.costs import price
from kehoach.model.tasks import Need, Task, Work
from kehoach.reports.views.telling import Teller, first_up


def leads(work: Work, teller: Teller, *, scopes: bool = True) -> list[str]:
    """List who leads, each once, with what it leads in brackets."""
    found: dict[str, list[str]] = {work.owner: []} if work.owner else {}
    for co_owner in work.co_owners:
        if co_owner.owner:
            found.setdefault(co_owner.owner, []).extend([co_owner.scope] if co_owner.scope and scopes else [])
    return [f"{teller.name(owner)} ({'; '.join(said)})" if said else teller.name(owner) for owner, said in found.items()]


def leads_or_open(work: Work, teller: Teller, within: Work | None = None, *, scopes: bool = True) -> str:
    """Say who leads; an action without a lead has its task's."""
    found = leads(work, teller, scopes=scopes) or (leads(within, teller, scopes=scopes) if within else [])
    return "; ".join(found) or teller.text("(chưa phân công)", "(not assigned yet)")


def when(work: Work, teller: Teller) -> str:
    """Say when it is done: a day, from and to, how often."""
    parts = [teller.due(work.date)]
    if work.start and work.end and teller.say(work.start) != teller.due(work.end):
        parts.append(teller.text("từ {start} đến {end}", "{start} to {end}", start=teller.say(work.start), end=teller.due(work.end)))
    elif work.end:
        end = teller.due(work.end)
        is_before = not end[:1].isdecimal() and end.startswith(("trước", "before"))
        parts.append(end if work.start or is_before else teller.text("đến {end}", "until {end}", end=end))
    elif work.start:
        parts.append(teller.text("từ {start}", "from {start}", start=teller.say(work.start)))
    parts.append(teller.label(work.recurring))
    return ", ".join(part for part in parts if part)


def milestones(work: Work, teller: Teller) -> list[str]:
    """List the deadlines: `quý IV/2026: … (phấn đấu)`."""
    return [
        ": ".join(filter(None, (teller.due(milestone.date), with_aspiration(milestone.deliverable or "", milestone.aspirational, teller))))
        for milestone in work.milestones
    ]


def with_aspiration(text: str, aspirational: bool | None, teller: Teller) -> str:  # noqa: FBT001 - the model's own value
    """Mark what is striven for rather than promised."""
    return f"{text} {teller.text('(phấn đấu)', '(aspirational)')}".strip() if aspirational else text


def resources(task: Task, teller: Teller) -> list[str]:
    """List what a task and its actions take, source by source."""
    several_years = len(teller.plan.period.years) > 1
    lines = [_need(need, teller, several_years=several_years) for work in (task, *task.actions) for need in work.needs]
    if task.within_regular_budget:
        lines.append(teller.text("Chi thường xuyên, không tính riêng", "From the regular budget, not counted apart"))
    return lines


def _need(need: Need, teller: Teller, *, several_years: bool) -> str:
    remarks = [need.for_ or ""]
    if need.in_kind:
        return f"{teller.name(need.in_kind)}: {_quantity(need, teller)}"
    amount = price(need)
    if need.rate and need.amount is None:
        remarks.insert(0, _rate(need, teller))
    if several_years and need.year:
        remarks.insert(0, teller.text("năm {year}", "{year}", year=str(need.year)))
    said = teller.money(amount) if amount else teller.text("chưa xác định số tiền", "amount not known yet")
    remark = "; ".join(filter(None, remarks))
    return f"{teller.name(need.fund) or teller.text('Kinh phí', 'Money')}: {said}{f' ({remark})' if remark else ''}"


def _rate(need: Need, teller: Teller) -> str:
    if need.quantity is None:
        return f"{teller.say(need.rate)}{f'/{need.per}' if need.per else ''}"
    counted = f"{teller.say(need.quantity)} {need.per or ''}".strip()
    return f"{counted} × {teller.say(need.rate)}"


def _quantity(need: Need, teller: Teller) -> str:
    resources = teller.plan.resources
    unit = next((kind.unit for kind in resources.in_kind if kind.id == need.in_kind), None) if resources else None
    if need.quantity is None:
        return teller.text("chưa xác định khối lượng", "quantity not known yet")
    return f"{teller.say(need.quantity)} {unit or ''}".strip()


def beneficiaries(work: Work, teller: Teller) -> str:
    """Say whom it reaches: `945 người (468 phụ nữ, 210 trẻ em); 210 hộ (64 hộ nghèo)`."""
    reached = work.beneficiaries
    if reached is None:
        return ""
    people = _of(
        teller,
        (reached.people, "người", "people"),
        (
            (reached.women, "phụ nữ", "women"),
            (reached.children, "trẻ em", "children"),
            (reached.ethnic_minority, "người dân tộc thiểu số", "of ethnic minorities"),
        ),
    )
    households = _of(teller, (reached.households, "hộ", "households"), ((reached.poor_households, "hộ nghèo", "poor"),))
    return "; ".join(filter(None, (people, households)))


Count = tuple[int | None, str, str]


def _of(teller: Teller, whole: Count, parts: tuple[Count, ...]) -> str:
    among = ", ".join(_counts(teller, parts))
    first = next(_counts(teller, (whole,)), "")
    return f"{first} ({among})" if first and among else first or among


def _counts(teller: Teller, counts: tuple[Count, ...]) -> Iterator[str]:
    for count, vi, en in counts:
        if count:
            yield f"{teller.say(count)} {teller.text(vi, en)}"


def actions(task: Task, teller: Teller) -> list[str]:
    """List a task's actions with their own time and product."""
    return [_action(first_up(action.title), when(action, teller), action.deliverable) for action in task.actions]


def _action(title: str, time: str, deliverable: str | None) -> str:
    said = f"{title} ({time})" if time and time not in title else title
    return f"{said}: {deliverable}" if deliverable else said
