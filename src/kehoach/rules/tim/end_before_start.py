"""TIM002: an end before its start."""

from collections.abc import Iterator

from kehoach.analysis.span import Span, own_span
from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, Task
from kehoach.model.timelines import Phase
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task, action and phase whose own dates no choice of days can satisfy."""
    for work, _task in works(plan):
        start, end = work.start or work.date, work.end or work.date
        if start is not None and end is not None and end.last < start.first:
            yield from _backwards(work, own_span(work))
    for phase in plan.timelines.phases if plan.timelines else ():
        yield from _backwards(phase, Span(phase.start, phase.end))


def _backwards(thing: Task | Action | Phase, dates: Span) -> Iterator[Finding]:
    if dates.is_backwards and dates.start is not None and dates.end is not None:
        yield Finding(
            path=thing.at("end" if thing.end else "date"),
            values={
                "id": thing.id,
                "start": dates.start,
                "end": dates.end,
                "days": (dates.start.first - dates.end.last).days,
            },
            related=(Related(thing.at("start"), _START, {"start": dates.start}),),
            subject=thing.id,
        )


_START = Text(vi="bắt đầu: {start}", en="the start: {start}")

RULE = Rule(
    code="TIM002",
    name="end-before-start",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="{id} kết thúc ({end}) trước khi bắt đầu ({start}) ít nhất {days} ngày",
        en="{id} ends ({end}) at least {days} days before it starts ({start})",
    ),
    why=Text(vi="Không có cách chọn ngày nào làm cho hai mốc này đúng.", en="No choice of days makes both dates true."),
    fix=Text(vi="Sửa một trong hai ngày; hay gặp nhất là nhầm năm.", en="Correct one of the dates; most often the year is wrong."),
    source="S0-4",
    check=check,
)
