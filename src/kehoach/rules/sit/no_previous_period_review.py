"""SIT002: a plan that does not look back."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a situation without the review of the period before."""
    situation = plan.situation
    if situation is not None and (situation.previous_period is None or len(vars(situation.previous_period)) == 1):
        yield Finding(path=situation.at("previous_period"))


RULE = Rule(
    code="SIT002",
    name="no-previous-period-review",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa đánh giá kết quả kỳ kế hoạch trước", en="the period before is not reviewed"),
    why=Text(
        vi="Kỳ trước làm được gì, vướng gì là căn cứ đầu tiên của kỳ này.",
        en="What was reached and what failed in the period before is the first basis of this one.",
    ),
    fix=Text(
        vi="Ghi trong `previous_period`: `results`, `achievements`, `limitations`, `lessons`.",
        en="Write in `previous_period`: `results`, `achievements`, `limitations`, `lessons`.",
    ),
    source="S4-2",
    lacks=Text(vi="đánh giá kỳ trước", en="the review of the period before"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC, PlanKind.SECTOR)),
    check=check,
)
