"""TIM006: a milestone that comes before what it marks."""

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.analysis.span import end_path, own_span, span, start_path
from kehoach.analysis.works import Placed, Work, works_by_id
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.timelines import Milestone
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule
from kehoach.values.dates import PlanDate


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report milestones certainly before the end of what they follow, or the start of what they belong to."""
    every = works_by_id(plan)
    for milestone in plan.timelines.milestones if plan.timelines else ():
        yield from _of_plan(milestone, every)
    for work, _task in every.values():
        if not work.milestones:
            continue
        start = own_span(work).start
        for index, milestone_of_task in enumerate(work.milestones):
            met = milestone_of_task.date
            if met is not None and start is not None and met.certainly_before(start):
                name = Text(vi=f"mốc {index + 1} của {work.id}", en=f"milestone {index + 1} of {work.id}")
                yield _finding(milestone_of_task.at("date"), name, met, start.first, _STARTS, work)


def _of_plan(milestone: Milestone, every: Mapping[str, Placed]) -> Iterator[Finding]:
    """Report the milestone once, against the task that it precedes by most."""
    met = milestone.date
    if met is None:
        return
    late: list[tuple[date, Text, Work]] = []
    for name in milestone.after:
        end = span(every[name]).earliest_end if name in every else None
        if end is not None and met.last < end:
            late.append((end, _ENDS, every[name].work))
    belongs = every.get(milestone.task or "")
    start = span(belongs).start if belongs is not None else None
    if belongs is not None and start is not None and met.certainly_before(start):
        late.append((start.first, _STARTS, belongs.work))
    if late:
        latest = max(late, key=lambda each: each[0])
        said = Text(vi=f"mốc {milestone.id}", en=f"the milestone {milestone.id}")
        yield _finding(milestone.at("date"), said, met, *latest)


def _finding(path: KeyPath, name: Text, met: PlanDate, due: date, what: Text, work: Work) -> Finding:
    place = start_path(work) if what is _STARTS else end_path(work)
    return Finding(
        path=path,
        values={"name": name, "days": (due - met.last).days, "what": what, "id": work.id},
        related=(Related(place, _HERE, {"id": work.id, "what": what}),),
        subject=work.id if path[0] == "tasks" else "",
    )


_STARTS = Text(vi="bắt đầu", en="starts")
_ENDS = Text(vi="xong", en="ends")
_HERE = Text(vi="{id} {what} ở đây", en="{id} {what} here")

RULE = Rule(
    code="TIM006",
    name="milestone-before-its-tasks",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="{name} đến trước khi {id} {what} ít nhất {days} ngày",
        en="{name} comes at least {days} days before {id} {what}",
    ),
    why=Text(
        vi="Đến mốc mà việc chưa xong hoặc chưa bắt đầu thì không có gì để nghiệm thu.",
        en="At the milestone there would be nothing to accept: the work is not done, or not even begun.",
    ),
    fix=Text(vi="Lùi mốc, hoặc sửa ngày của nhiệm vụ.", en="Move the milestone, or correct the dates of the task."),
    source="S0-4",
    check=check,
)
