"""TIM003: dates outside the period of the plan."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from kehoach.analysis.span import Span, end_path, own_span, start_path
from kehoach.diagnostics import Severity
from kehoach.language import Language, Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, Task
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule
from kehoach.values.dates import Period, PlanDate

_Frames: TypeAlias = Sequence[Period]


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report what starts before or ends after the period; phases of the plan extend it."""
    frames = (plan.period, *_phases(plan))
    for task in plan.tasks:
        if _is_within(task, plan.period):
            continue
        dates = own_span(task)
        yield from _outside(task, dates, plan.period, frames)
        if dates == (None, None):
            for action in task.actions:
                yield from _outside(action, own_span(action), plan.period, frames)
    for milestone in plan.timelines.milestones if plan.timelines else ():
        if milestone.date is not None and not _touches(milestone.date, frames):
            values = {"id": milestone.id, "what": _said(milestone.date), "period": plan.period}
            yield Finding(path=milestone.at("date"), values=values, subject=milestone.id)


def _phases(plan: Plan) -> Iterator[Period]:
    for phase in plan.timelines.phases if plan.timelines else ():
        if phase.start is not None and phase.end is not None and not phase.end.certainly_before(phase.start):
            yield Period(first=phase.start.first, last=phase.end.last)


def _outside(work: Task | Action, dates: Span, period: Period, frames: _Frames) -> Iterator[Finding]:
    """Report the side that certainly lies outside; an error where no day lies inside."""
    start, end = dates
    too_early = start is not None and start.certainly_before(period) and not _touches(start, frames)
    too_late = end is not None and end.certainly_after(period) and not _touches(end, frames)
    if _is_wholly_outside(dates, frames):
        found, path = (start, start_path(work)) if start else (end, end_path(work))
        severity = Severity.ERROR
    elif too_early or too_late:
        found, path = (start, start_path(work)) if too_early else (end, end_path(work))
        severity = None
    else:
        return
    assert found is not None
    values = {"id": work.id, "what": _said(*(date for date in dict.fromkeys(dates) if date)), "period": period}
    yield Finding(path=path, values=values, severity=severity, subject=work.id)


def _is_within(task: Task, period: Period) -> bool:
    """Tell whether both sides are known and surely inside, as nearly always."""
    start, end = task.start or task.date, task.end or task.date
    if start is None or end is None:
        return False
    first, last = period.first, period.last
    return first <= start.first and start.last <= last and first <= end.first and end.last <= last


def _is_wholly_outside(dates: Span, frames: _Frames) -> bool:
    """Tell whether no day from start to end lies in the period or a phase; an open side goes on for ever."""
    start, end = dates
    if (start is None and end is None) or dates.is_backwards:
        return False
    return all((start is not None and start.first > frame.last) or (end is not None and end.last < frame.first) for frame in frames)


def _touches(date: PlanDate, frames: _Frames) -> bool:
    return any(frame.overlaps(date) for frame in frames)


def _said(*dates: PlanDate) -> Text:
    return Text(
        vi=" - ".join(date.say(Language.VI) for date in dates),
        en=" to ".join(date.say(Language.EN) for date in dates),
    )


RULE = Rule(
    code="TIM003",
    name="outside-plan-period",
    nature=WRONG,
    severities=WARNING,
    message=Text(vi="{id} ({what}) nằm ngoài kỳ kế hoạch {period}", en="{id} ({what}) lies outside the plan's period {period}"),
    why=Text(
        vi="Việc ngoài kỳ thuộc kế hoạch khác; việc chuyển tiếp cần nói rõ, nhầm năm cần sửa.",
        en="What lies outside the period belongs to another plan; what is carried over is said so, a wrong year is put right.",
    ),
    fix=Text(
        vi="Sửa ngày, sửa `period`, hoặc thêm một giai đoạn trong `timelines.phases` cho phần chuyển tiếp.",
        en="Correct the date or `period`, or add a phase in `timelines.phases` for what is carried over.",
    ),
    source="S0-4",
    reads=("period", "timelines.phases.*.start", "timelines.phases.*.end"),
    check=check,
)
