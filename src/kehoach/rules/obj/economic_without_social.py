"""OBJ011: an economic objective that leads to no social one."""

from collections.abc import Iterator, Mapping

from kehoach.language import Text
from kehoach.model.objectives import Objective
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Domain, PlanKind
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the topmost economic objectives above which nothing social stands; where none is social, OBJ007 speaks."""
    objectives = {objective.id: objective for objective in plan.objectives}
    if not any(objective.domain is Domain.SOCIAL for objective in plan.objectives):
        return
    for objective in plan.objectives:
        if objective.domain is not Domain.ECONOMIC:
            continue
        above = _above(objective, objectives)
        if not any(each.domain in _ENOUGH for each in above):
            yield Finding(path=objective.at("domain"), values={"id": objective.id}, subject=objective.id)


def _above(objective: Objective, objectives: Mapping[str, Objective]) -> list[Objective]:
    found: list[Objective] = []
    upper = objectives.get(objective.parent or "")
    while upper is not None and upper is not objective and upper not in found:
        found.append(upper)
        upper = objectives.get(upper.parent or "")
    return found


_ENOUGH = (Domain.SOCIAL, Domain.ECONOMIC, None)  # an economic one above is reported itself; without a domain nothing is known

RULE = Rule(
    code="OBJ011",
    name="economic-without-social",
    nature=MISSING,
    severities=NOTE,
    message=Text(vi="mục tiêu kinh tế {id} không dẫn tới mục tiêu xã hội nào", en="the economic objective {id} leads to no social one"),
    why=Text(
        vi="Mục tiêu kinh tế là trung gian để đạt mục tiêu xã hội.",
        en="Economic objectives are means to social ones.",
    ),
    fix=Text(
        vi="Ghi `parent:` là mục tiêu xã hội mà nó góp phần đạt được.",
        en="Write as its `parent:` the social objective that it helps to reach.",
    ),
    source="S2-B4",
    lacks=Text(vi="mục tiêu xã hội mà mục tiêu kinh tế dẫn tới", en="the social objective that an economic one leads to"),
    reads=("objectives.*.domain", "objectives.*.parent"),
    kinds=frozenset((PlanKind.STRATEGIC, PlanKind.FIVE_YEAR, PlanKind.ANNUAL)),
    check=check,
)
