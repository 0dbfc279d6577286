"""MON001: a plan without indicators."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that nothing is measured."""
    if plan.monitoring is None or not plan.monitoring.indicators:
        yield Finding(path=plan.at("monitoring", "indicators"))


RULE = Rule(
    code="MON001",
    name="no-monitoring",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có chỉ tiêu theo dõi nào", en="the plan has no indicators"),
    why=Text(
        vi="Cơ chế theo dõi, đánh giá phải được thống nhất ngay khi lập kế hoạch; không có chỉ tiêu thì không đánh giá được.",
        en="How results are monitored is agreed when the plan is made; without indicators nothing can be evaluated.",
    ),
    fix=Text(
        vi="Ghi các chỉ tiêu trong `monitoring.indicators`, mỗi chỉ tiêu có `id` và `name`.",
        en="Write the indicators in `monitoring.indicators`, each with `id` and `name`.",
    ),
    source="S0-8",
    lacks=Text(vi="chỉ tiêu theo dõi, đánh giá", en="indicators"),
    silences=("MON", "OBJ003"),
    check=check,
)
