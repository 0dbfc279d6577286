"""OBJ001: a plan without a general objective."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ObjectiveLevel
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that no objective is said to be general."""
    if not any(objective.level is ObjectiveLevel.GENERAL for objective in plan.objectives):
        yield Finding(path=plan.at("objectives"))


RULE = Rule(
    code="OBJ001",
    name="no-general-objective",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có mục tiêu chung", en="the plan has no general objective"),
    why=Text(
        vi="Mục tiêu cụ thể và nhiệm vụ phải cùng hướng về một đích; thiếu đích thì không chọn được việc ưu tiên.",
        en="Specific objectives and tasks must lead to one end; without it nobody can tell what comes first.",
    ),
    fix=Text(
        vi="Ghi trong `objectives` một mục tiêu có `level: general`.",
        en="Write an objective with `level: general` in `objectives`.",
    ),
    source="S1-1; S2-B4",
    lacks=Text(vi="mục tiêu chung", en="a general objective"),
    silences=("OBJ002",),
    reads=("objectives.*.level",),
    check=check,
)
