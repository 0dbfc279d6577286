"""TIM007: a long plan without a milestone."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a plan of more than six months with no milestone, of its own or of a task."""
    has_milestones = bool(plan.timelines and plan.timelines.milestones) or any(work.milestones for work, _task in works(plan))
    if not has_milestones and (plan.period.last - plan.period.first).days >= _SIX_MONTHS:
        yield Finding(path=("timelines", "milestones"), values={"period": plan.period})


_SIX_MONTHS = 184  # the longest six months have as many days

RULE = Rule(
    code="TIM007",
    name="no-milestones",
    nature=MISSING,
    severities=NOTE,
    message=Text(vi="kế hoạch {period} chưa có mốc kiểm tra nào", en="the plan for {period} has no milestone"),
    why=Text(
        vi="Không có mốc giữa kỳ thì đến cuối kỳ mới biết chậm.",
        en="Without a milestone on the way, a delay is noticed at the end only.",
    ),
    fix=Text(
        vi="Thêm vài mốc trong `timelines.milestones`, ví dụ sơ kết sáu tháng, hoặc `milestones` của nhiệm vụ.",
        en="Add a few in `timelines.milestones`, such as a mid-year review, or `milestones` of tasks.",
    ),
    source="S0-4",
    lacks=Text(vi="mốc kiểm tra", en="milestones"),
    reads=("period", "tasks.*.milestones", "tasks.*.actions.*.milestones"),
    check=check,
)
