"""OWN005: a body that leads more tasks at once than it can."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kehoach.language import Text
from kehoach.model.owners import Owner
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule

Busy = tuple[date, date, Task]
"""The first and the last day of a task."""

Peak = tuple[date, date, tuple[Task, ...]]
"""A stretch of days, and the tasks that run on all of them."""


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each body over its own figure, at the figure, with the weeks in which it is worst."""
    for owner in plan.owners:
        if owner.tasks_at_once is None:
            continue
        over = [peak for peak in _stretches(_led(plan, owner)) if len(peak[2]) > owner.tasks_at_once]
        if over:
            yield _finding(owner, over)


def _led(plan: Plan, owner: Owner) -> list[Busy]:
    """List the dated tasks that a body leads, all of them or a part."""
    leads = [task for task in plan.tasks if owner.id in (task.owner, *(sharer.owner for sharer in task.co_owners))]
    return [busy for task in leads if (busy := _days(task)) is not None]


def _days(task: Task) -> Busy | None:
    if task.date is not None:
        return task.date.first, task.date.last, task
    if task.start is None or task.end is None or task.end.last < task.start.first:
        return None
    return task.start.first, task.end.last, task


def _stretches(tasks: Sequence[Busy]) -> Iterator[Peak]:
    """Cut the time into stretches in which nothing starts or ends."""
    edges = sorted({first for first, _, _ in tasks} | {last + timedelta(days=1) for _, last, _ in tasks})
    for begin, after in pairwise(edges):
        last = after - timedelta(days=1)
        yield begin, last, tuple(task for first, end, task in tasks if first <= begin and last <= end)


def _finding(owner: Owner, over: Sequence[Peak]) -> Finding:
    most = max(len(tasks) for _, _, tasks in over)
    begin, last, tasks = next(peak for peak in over if len(peak[2]) == most)
    return Finding(
        path=owner.at("tasks_at_once"),
        values={
            "id": owner.id,
            "count": most,
            "most": owner.tasks_at_once,
            "tasks": tuple(task.id for task in tasks),
            "weeks": _weeks(begin, last),
            "days": sum((end - first).days + 1 for first, end, _ in over),
        },
        related=tuple(Related(task.at("id"), _TASK, {"id": task.id}) for task in tasks[:_QUOTED]),
        subject=owner.id,
    )


def _weeks(begin: date, last: date) -> Text:
    """Name the weeks of the ISO calendar from one day to another."""
    first_year, first_week, _ = begin.isocalendar()
    last_year, last_week, _ = last.isocalendar()
    if (first_year, first_week) == (last_year, last_week):
        return Text(vi=f"tuần {first_week}/{first_year}", en=f"week {first_week} of {first_year}")
    return Text(
        vi=f"tuần {first_week}/{first_year} đến tuần {last_week}/{last_year}",
        en=f"weeks {first_week} of {first_year} to {last_week} of {last_year}",
    )


_QUOTED = 3
_TASK = Text(vi="{id} chạy trong thời gian đó", en="{id} runs at that time")

RULE = Rule(
    code="OWN005",
    name="overloaded-owner",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{id} chủ trì {count} nhiệm vụ cùng lúc ({tasks}) trong {weeks}, khả năng là {most}; quá tải {days} ngày cả thảy",
        en="{id} leads {count} tasks at once ({tasks}) in {weeks}, it can run {most}; overloaded for {days} days in all",
    ),
    why=Text(
        vi="Giao quá sức thì các việc cùng chậm, dù từng việc có đủ vốn và thời gian.",
        en="Given more than it can run, a body is late with all of it, whatever money and time each task has.",
    ),
    fix=Text(
        vi="Dời một nhiệm vụ sang lúc khác, giao cho đơn vị khác, hoặc sửa `tasks_at_once` nếu đơn vị được thêm người.",
        en="Move a task to another time or body, or correct `tasks_at_once` where the body has more staff.",
    ),
    source="S0-2",
    reads=("tasks.*.owner", "tasks.*.start", "tasks.*.end", "tasks.*.date"),
    check=check,
)
