"""MON009: an indicator that has targets, and none for the plan's own period."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.monitoring import Target
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule
from kehoach.values.dates import Period


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each indicator all of whose targets lie before or beyond the period; an undated one lies within."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        targets = [target for target in indicator.targets if target.value is not None]
        if targets and not any(_is_within(target, plan.period) for target in targets):
            yield Finding(path=indicator.at("targets"), values={"id": indicator.id, "period": plan.period}, subject=indicator.id)


def _is_within(target: Target, period: Period) -> bool:
    when = target.date or target.over
    return when is None or period.overlaps(when)


RULE = Rule(
    code="MON009",
    name="no-target-in-period",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="chỉ tiêu {id} không có mức phấn đấu nào trong kỳ kế hoạch {period}",
        en="the indicator {id} has no target within the period of the plan, {period}",
    ),
    why=Text(
        vi="Mức phấn đấu sau kỳ kế hoạch là tầm xa; muốn đánh giá kế hoạch này phải có mức của chính kỳ này.",
        en="A target beyond the period is a horizon; to judge this plan takes a target within it.",
    ),
    fix=Text(
        vi="Thêm vào `targets` một mức có `date` trong kỳ kế hoạch.",
        en="Add a value with a `date` within the period to `targets`.",
    ),
    source="S1-4",
    lacks=Text(vi="mức phấn đấu trong kỳ kế hoạch", en="a target within the period"),
    reads=("period",),
    check=check,
)
