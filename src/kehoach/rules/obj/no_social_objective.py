"""OBJ007: a plan none of whose objectives is social."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Domain, PlanKind
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that there are objectives, and none of the social domain."""
    if plan.objectives and not any(objective.domain is Domain.SOCIAL for objective in plan.objectives):
        yield Finding(path=plan.at("objectives"))


RULE = Rule(
    code="OBJ007",
    name="no-social-objective",
    nature=MISSING,
    severities=NOTE,
    message=Text(vi="chưa có mục tiêu nào thuộc lĩnh vực xã hội", en="no objective is social"),
    why=Text(
        vi="Mục tiêu xã hội là mục tiêu cuối cùng; mục tiêu kinh tế là trung gian để đạt được nó.",
        en="Social objectives are the end; economic ones are means to it.",
    ),
    fix=Text(
        vi="Thêm mục tiêu về đời sống người dân, hoặc ghi `domain: social` cho mục tiêu đã có.",
        en="Add an objective about people's lives, or write `domain: social` where there is one.",
    ),
    source="S2-B4",
    lacks=Text(vi="mục tiêu xã hội", en="a social objective"),
    kinds=frozenset((PlanKind.STRATEGIC, PlanKind.FIVE_YEAR, PlanKind.ANNUAL)),
    check=check,
)
