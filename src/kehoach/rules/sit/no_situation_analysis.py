"""SIT001: a plan that does not say where it starts."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a plan without a situation."""
    if plan.situation is None or len(vars(plan.situation)) == 1:
        yield Finding(path=("situation",))


RULE = Rule(
    code="SIT001",
    name="no-situation-analysis",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa đánh giá thực trạng", en="the plan has no analysis of the situation"),
    why=Text(
        vi="Không biết đang ở đâu thì không biết mục tiêu là cao hay thấp, nhiệm vụ là đúng hay thừa.",
        en="Unless it is known where the locality stands, nobody can tell whether objectives are high or low and tasks needed.",
    ),
    fix=Text(
        vi="Ghi trong `situation`: `overview`, `previous_period`, `strengths`, `weaknesses`, `opportunities`, `threats`.",
        en="Write in `situation`: `overview`, `previous_period`, `strengths`, `weaknesses`, `opportunities`, `threats`.",
    ),
    source="S0-0a",
    lacks=Text(vi="đánh giá thực trạng", en="the analysis of the situation"),
    silences=("SIT002", "SIT003", "SIT004", "SIT005", "SIT006"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC, PlanKind.SECTOR)),
    check=check,
)
