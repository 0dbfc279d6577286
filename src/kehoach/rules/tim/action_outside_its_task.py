"""TIM011: an action outside the dates of its task."""

from collections.abc import Iterator

from kehoach.analysis.span import Span, end_path, own_span, start_path
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, Task
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each action that certainly starts too early or ends too late; an event may be prepared before."""
    for task in plan.tasks:
        if not task.actions:
            continue
        frame = own_span(task)
        if frame.is_backwards:
            continue
        for action in task.actions:
            own = own_span(action)
            if not _is_within(own, frame) and not own.is_backwards:
                yield from _outside(task, frame, action, own)


def _is_within(own: Span, frame: Span) -> bool:
    """Tell whether nothing that is known lies surely outside, as nearly always."""
    start, end = frame
    for date in own:
        if date is not None and ((start is not None and date.certainly_before(start)) or (end is not None and date.certainly_after(end))):
            return False
    return True


def _outside(task: Task, frame: Span, action: Action, own: Span) -> Iterator[Finding]:
    found = _too_early(task, action, own) or _too_late(frame, action, own)
    if found is not None:
        path, days, is_early = found
        yield Finding(
            path=path,
            values={"id": action.id, "task": task.id, "days": days, "side": _BEFORE if is_early else _AFTER},
            related=(Related(start_path(task) if is_early else end_path(task), _HERE, {"task": task.id}),),
            subject=action.id,
        )


def _too_early(task: Task, action: Action, own: Span) -> tuple[KeyPath, int, bool] | None:
    if task.start is None:
        return None
    for date, path in ((own.start, start_path(action)), (own.end, end_path(action))):
        if date is not None and date.certainly_before(task.start):
            return path, (task.start.first - date.last).days, True
    return None


def _too_late(frame: Span, action: Action, own: Span) -> tuple[KeyPath, int, bool] | None:
    if frame.end is None:
        return None
    for date, path in ((own.end, end_path(action)), (own.start, start_path(action))):
        if date is not None and date.certainly_after(frame.end):
            return path, (date.first - frame.end.last).days, False
    return None


_BEFORE = Text(vi="trước khi bắt đầu", en="before the start of")
_AFTER = Text(vi="sau khi kết thúc", en="after the end of")
_HERE = Text(vi="thời gian của {task}", en="the dates of {task}")

RULE = Rule(
    code="TIM011",
    name="action-outside-its-task",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="hành động {id} nằm {side} nhiệm vụ {task} ít nhất {days} ngày",
        en="the action {id} lies at least {days} days {side} the task {task}",
    ),
    why=Text(
        vi="Hành động là một phần của nhiệm vụ nên phải nằm trong thời gian của nhiệm vụ.",
        en="An action is a part of its task and runs within the dates of it.",
    ),
    fix=Text(vi="Sửa ngày của hành động hoặc của nhiệm vụ.", en="Correct the dates of the action or of the task."),
    source="S0-4",
    check=check,
)
