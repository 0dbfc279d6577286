"""LVL008: an objective of an upper plan that no lower plan supports."""

from collections.abc import Iterator, Mapping

from kehoach.analysis.coherence import below
from kehoach.language import Text
from kehoach.model.facts import ObjectiveFacts
from kehoach.model.portfolio import Family
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule, Scope
from kehoach.rules.between import at


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each objective without others below it that nothing supports, nor the objectives it belongs to."""
    upper = family.upper
    if upper is None or not family.portfolio.is_whole or not below(family):
        return
    if any(cut[:1] in (("objectives",), ("*",)) for lower in family.lowers for cut in lower.card.cuts):
        return
    supported = {
        link.thing for lower in family.lowers for own in lower.has.objectives for link in own.supports if link.plan == upper.card.id
    }
    objectives = {objective.id: objective for objective in upper.has.objectives}
    general = {objective.parent for objective in upper.has.objectives}
    for objective in upper.has.objectives:
        if objective.id not in general and not _is_carried(objective, objectives, supported):
            yield at(upper.card, objective.spot, {"id": objective.id, "count": len(family.lowers)}, subject=objective.id)


def _is_carried(objective: ObjectiveFacts, objectives: Mapping[str, ObjectiveFacts], supported: set[str]) -> bool:
    seen: set[str] = set()
    above: ObjectiveFacts | None = objective
    while above is not None and above.id not in seen:
        if above.id in supported:
            return True
        seen.add(above.id)
        above = objectives.get(above.parent)
    return False


RULE = Rule(
    code="LVL008",
    name="unsupported-upper-objective",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="mục tiêu {id} chưa được kế hoạch cấp dưới nào góp vào (trong {count} kế hoạch)",
        en="the objective {id} is supported by no lower plan (of {count})",
    ),
    why=Text(
        vi="Mục tiêu của cấp trên được thực hiện ở cấp dưới; không ai góp thì mục tiêu chỉ nằm trên giấy.",
        en="Objectives of an upper plan are reached below; what nobody supports stays on paper.",
    ),
    fix=Text(
        vi="Ghi `supports: [mã kế hoạch#{id}]` ở mục tiêu của kế hoạch cấp dưới góp vào mục tiêu này.",
        en="Write `supports: [plan-id#{id}]` at the objectives of lower plans that serve it.",
    ),
    source="S3",
    lacks=Text(vi="kế hoạch cấp dưới góp vào", en="a lower plan that supports it"),
    scope=Scope.FAMILY,
    check=check,
)
