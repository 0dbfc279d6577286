"""OBJ009: objectives that belong to each other in a circle."""

from collections.abc import Iterator

from kehoach.analysis.graph import cycles
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each circle once, at its first member in the file's order."""
    objectives = {objective.id: objective for objective in plan.objectives}
    links = {name: (objective.parent,) if objective.parent else () for name, objective in objectives.items()}
    for cycle in cycles(links):
        first, *others = cycle
        yield Finding(
            path=objectives[first].at("parent"),
            values={"chain": " → ".join((*cycle, first))},
            related=tuple(Related(objectives[name].at("parent"), _BELONGS, {"id": name}) for name in others),
            subject=first,
        )


_BELONGS = Text(vi="{id} cũng nằm trong vòng", en="{id} is in the circle too")

RULE = Rule(
    code="OBJ009",
    name="objective-cycle",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="các mục tiêu thuộc về nhau thành vòng: {chain}", en="the objectives belong to each other: {chain}"),
    why=Text(
        vi="Trong vòng không có mục tiêu nào là mục tiêu chung, nên không biết cái nào phục vụ cái nào.",
        en="None of them is the general one, so that nobody can tell which serves which.",
    ),
    fix=Text(vi="Sửa hoặc bỏ `parent` của một mục tiêu trong vòng.", en="Correct or remove `parent` of one of them."),
    source="S1-1; S2-B4",
    check=check,
)
