"""LVL010: a district's plan for a time when there were no districts any more."""

from collections.abc import Iterator
from datetime import date

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level
from kehoach.rules.base import WARNING_THEN_ERROR, WRONG, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a district's plan whose period begins after the last day of districts."""
    if plan.period.first > _LAST_DAY:
        yield Finding(path=plan.locality.at("level"), values={"name": plan.locality.name, "period": plan.period, "last": _LAST_DAY})


_LAST_DAY = date(2025, 6, 30)

RULE = Rule(
    code="LVL010",
    name="level-abolished",
    nature=WRONG,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="{name}: kế hoạch cấp huyện cho kỳ {period}, sau khi cấp huyện kết thúc ngày {last}",
        en="{name}: a district's plan for {period}, after the districts ended on {last}",
    ),
    why=Text(
        vi="Từ 01/07/2025 chỉ còn cấp tỉnh và cấp xã; không cơ quan nào duyệt hay thực hiện kế hoạch cấp huyện.",
        en="Since 01/07/2025 there are provinces and communes only; nobody can approve or carry out a district's plan.",
    ),
    fix=Text(
        vi="Lập kế hoạch của tỉnh hoặc của xã, hoặc sửa `period`.", en="Make it a province's or a commune's plan, or correct `period`."
    ),
    source="72/2025/QH15",
    reads=("period",),
    levels=frozenset((Level.DISTRICT,)),
    check=check,
)
