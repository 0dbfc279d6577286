"""OBJ002: a specific objective that belongs to no general one."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ObjectiveLevel
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each objective that is not general and has no parent; those below it hang on the same lack."""
    for objective in plan.objectives:
        if objective.level is not ObjectiveLevel.GENERAL and objective.parent is None:
            yield Finding(path=objective.at("parent"), values={"id": objective.id}, subject=objective.id)


RULE = Rule(
    code="OBJ002",
    name="orphan-objective",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="mục tiêu {id} chưa thuộc mục tiêu chung nào", en="the objective {id} belongs to no general objective"),
    why=Text(
        vi="Mục tiêu cụ thể là một phần của mục tiêu chung; đứng riêng thì không rõ đạt nó để làm gì.",
        en="A specific objective is a part of a general one; alone it does not tell what it is good for.",
    ),
    fix=Text(
        vi="Ghi `parent:` là mã của mục tiêu chung, hoặc `level: general` nếu chính nó là mục tiêu chung.",
        en="Write `parent:` with the id of the general objective, or `level: general` if it is one itself.",
    ),
    source="S1-1; S2-B4",
    lacks=Text(vi="mục tiêu chung của mục tiêu", en="the general objective of objectives"),
    reads=("..level",),
    check=check,
)
