"""LVL004: a plan that promises less than it was given to reach."""

from collections.abc import Iterator

from kehoach.analysis.assigning import missed
from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.portfolio import Family
from kehoach.rules.base import WARNING_THEN_ERROR, WRONG, Context, Finding, Related, Rule, Scope
from kehoach.rules.between import at, beside, discussed, filled, time


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each target that falls short of the one assigned, at the plan's own figure."""
    for one in missed(family):
        assignment, indicator = one.given, one.given.indicator
        values = {
            "id": indicator.id,
            "plan": one.lower.card.id,
            "planned": one.planned.value,
            "assigned": assignment.value,
            "unit": assignment.unit,
            "when": time(assignment.when),
            "dialogue": filled(_SAID, said=discussed(one.dialogue)) if one.dialogue is not None else Text("", ""),
        }
        related: tuple[Related, ...] = (beside(assignment.card, assignment.spot, _ASSIGNED, values),)
        if one.above is not None:
            also = {**values, "assigned": one.above.value, "unit": one.above.unit, "upper": one.above.card.id}
            related += (beside(one.above.card, one.above.spot, _ABOVE, also),)
        if one.dialogue is not None:
            related += (beside(one.lower.card, one.dialogue.spot, _DIALOGUE, values),)
        severity = Severity.WARNING if one.is_discussed else None
        yield at(one.lower.card, one.planned.spot, values, related, severity=severity, subject=indicator.id)


_SAID = Text(vi="; {said}", en="; {said}")
_ASSIGNED = Text(vi="{plan} được giao {assigned} {unit}", en="{plan} was assigned {assigned} {unit}")
_ABOVE = Text(vi="{upper} giao {assigned} {unit}", en="{upper} assigns {assigned} {unit}")
_DIALOGUE = Text(vi="đối thoại về chỉ tiêu {id}", en="the dialogue about {id}")

RULE = Rule(
    code="LVL004",
    name="assigned-target-missed",
    nature=WRONG,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="chỉ tiêu {id} {when}: kế hoạch đề ra {planned} trong khi được giao {assigned} {unit}{dialogue}",
        en="the indicator {id} for {when}: the plan promises {planned}, assigned were {assigned} {unit}{dialogue}",
    ),
    why=Text(
        vi="Cấp trên cộng chỉ tiêu đã giao vào chỉ tiêu của mình; địa phương không nhận được thì phải đối thoại, không lặng lẽ hạ.",
        en="The plan above counts on what it assigned; what cannot be reached is discussed, not lowered in silence.",
    ),
    fix=Text(
        vi="Đề ra mức được giao, hoặc ghi một mục `dialogues` với mức đề nghị và lý do.",
        en="Promise what was assigned, or record a dialogue in `dialogues` with the figure proposed and the reason.",
    ),
    source="S1-1",
    scope=Scope.FAMILY,
    check=check,
)
