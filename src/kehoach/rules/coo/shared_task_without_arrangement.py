"""COO004: a task of three or more bodies that the coordination leaves out."""

from collections.abc import Iterator

from kehoach.analysis.works import Work, works
from kehoach.language import Text
from kehoach.model.coordination import Coordination
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each shared task with the bodies that no meeting, information flow or escalation includes."""
    coordination = plan.coordination
    if coordination is None or _has_open_meeting(coordination):
        return
    included = _included(coordination)
    for task in dict.fromkeys(task for work, task in works(plan) if not _is_included(work, included)):
        bodies = _bodies(task)
        outside = tuple(body for body in bodies if body not in included)
        if outside and len(bodies) >= _SHARED:
            yield Finding(
                path=task.at("partners"),
                values={"id": task.id, "count": len(bodies), "bodies": outside},
                subject=task.id,
            )


def _has_open_meeting(coordination: Coordination) -> bool:
    """Tell whether a meeting leaves open who takes part: then nobody is known to be left out."""
    return any(not meeting.participants for meeting in coordination.meetings)


def _included(coordination: Coordination) -> set[str | None]:
    """Collect the bodies that some arrangement names; nobody is left out where nobody is named."""
    included: set[str | None] = {None, coordination.lead, *(coordination.body.members if coordination.body else ())}
    for meeting in coordination.meetings:
        included.update((meeting.chair, *meeting.participants))
    for flow in coordination.information:
        included.update((flow.by, flow.to))
    included.update(escalation.to for escalation in coordination.escalation)
    return included


def _is_included(work: Work, included: set[str | None]) -> bool:
    """Tell whether all bodies on a task or action surely are included."""
    return work.owner in included and included.issuperset(work.partners) and not work.co_owners


def _bodies(task: Task) -> tuple[str, ...]:
    """List who works on a task: owner, co-owners, partners, with those of its actions."""
    named: list[str | None] = []
    for work in (task, *task.actions):
        named.append(work.owner)
        if work.co_owners:
            named += (shared.owner for shared in work.co_owners)
        named += work.partners
    return tuple(name for name in dict.fromkeys(named) if name is not None)


_SHARED = 3

RULE = Rule(
    code="COO004",
    name="shared-task-without-arrangement",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="nhiệm vụ {id} có {count} đơn vị cùng làm nhưng lịch họp, chế độ thông tin, báo cáo vượt cấp đều không có: {bodies}",
        en="{count} bodies work on the task {id}, but no meeting, information flow or escalation includes: {bodies}",
    ),
    why=Text(
        vi="Càng nhiều đơn vị cùng làm càng dễ chờ nhau; ai không được mời họp hay báo tin thì không phối hợp được.",
        en="The more bodies share a task, the more they wait for each other; who is neither invited nor informed cannot take part.",
    ),
    fix=Text(
        vi="Thêm các đơn vị này vào `participants` của một cuộc họp, hoặc vào `information`.",
        en="Add these bodies to `participants` of a meeting, or to `information`.",
    ),
    source="S0-7",
    lacks=Text(vi="cơ chế phối hợp cho nhiệm vụ chung", en="an arrangement for shared tasks"),
    reads=(
        "coordination.lead",
        "coordination.body",
        "coordination.meetings",
        "coordination.information",
        "coordination.escalation",
    ),
    check=check,
)
