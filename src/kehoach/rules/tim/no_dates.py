"""TIM013: a plan in which nothing is dated."""

from collections.abc import Iterator

from kehoach.analysis.span import own_span
from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.timelines import Timelines
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a plan without a date on any task, action, phase or milestone."""
    timelines = plan.timelines or Timelines()
    is_dated = (
        any(own_span(work) != (None, None) or any(met.date for met in work.milestones) for work, _task in works(plan))
        or any(phase.start or phase.end for phase in timelines.phases)
        or any(milestone.date for milestone in timelines.milestones)
    )
    if not is_dated:
        yield Finding(path=("timelines",))


_DATES = ("start", "end", "date", "milestones.*.date")

RULE = Rule(
    code="TIM013",
    name="no-dates",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có mốc thời gian nào", en="nothing in the plan is dated"),
    why=Text(
        vi="Kế hoạch hành động trả lời câu hỏi khi nào; không có thời gian thì không ai theo dõi được.",
        en="An action plan answers the question when; without dates nobody can follow it up.",
    ),
    fix=Text(
        vi="Ghi `start` và `end` (hoặc `date`) cho từng nhiệm vụ; có thể ghi theo quý như `2026-Q1`.",
        en="Write `start` and `end` (or `date`) for each task; quarters such as `2026-Q1` will do.",
    ),
    source="S0-4",
    lacks=Text(vi="khung thời gian", en="a time frame"),
    reads=(
        *(f"tasks.*.{key}" for key in _DATES),
        *(f"tasks.*.actions.*.{key}" for key in _DATES),
        "timelines.phases.*.start",
        "timelines.phases.*.end",
        "timelines.milestones.*.date",
    ),
    silences=("TIM001", "TIM007", "TIM012"),  # those that say what is missing; a circle is wrong without dates too
    check=check,
)
