"""TIM001: a task that does not say when."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task once: without an end, else without anything that fixes its start."""
    for task in plan.tasks:
        lacks = _lacks(task)
        if lacks is not None:
            key, what = lacks
            yield Finding(
                path=task.at(key),
                values={"id": task.id, "what": what},
                subject=task.id,
                reads=(task.at("date"), task.at("after")) if key == "start" else (task.at("date"),),
            )


def _lacks(task: Task) -> tuple[str, Text] | None:
    if task.date is not None:
        return None
    if task.end is None:
        return "end", _NO_END if task.start or task.after else _NO_DATES
    return None if task.start or task.after else ("start", _NO_START)


_NO_DATES = Text(vi="thời gian", en="dates")
_NO_END = Text(vi="thời hạn hoàn thành", en="an end")
_NO_START = Text(vi="thời điểm bắt đầu", en="a start")

RULE = Rule(
    code="TIM001",
    name="task-without-dates",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="nhiệm vụ {id} chưa có {what}", en="the task {id} lacks {what}"),
    why=Text(
        vi="Kế hoạch hành động xác định khung thời gian cho mỗi việc; không có thời hạn thì không theo dõi được.",
        en="An action plan fixes the time of each task; without it nothing can be followed up.",
    ),
    fix=Text(
        vi="Ghi `start` và `end`, hoặc `date` cho một sự kiện; `after` thay được `start`.",
        en="Write `start` and `end`, or `date` for an event; `after` may stand for `start`.",
    ),
    source="S0-4",
    lacks=Text(vi="thời gian thực hiện", en="dates"),
    check=check,
)
