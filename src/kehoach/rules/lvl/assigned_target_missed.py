"""LVL004: a plan that promises less than it was given to reach."""

from collections.abc import Iterator

from kehoach.analysis.assigning import Given, given
from kehoach.analysis.measures import for_when, misses, reach, wanted
from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.extract import DialogueFacts, Figure, Member
from kehoach.model.portfolio import Family
from kehoach.model.vocabulary import Outcome
from kehoach.rules.base import WARNING_THEN_ERROR, WRONG, Context, Finding, Related, Rule, Scope
from kehoach.rules.between import at, beside, filled, time


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each target that falls short of the one assigned, at the plan's own figure."""
    for lower in family.lowers:
        for assignment in given(family, lower):
            indicator = assignment.indicator
            planned = for_when(indicator.targets, assignment.when)
            if planned is None or not indicator.is_whole:
                continue
            own = reach(planned.value, indicator.unit, planned.value.unit or indicator.unit)
            asked = reach(assignment.value, assignment.unit, planned.value.unit or indicator.unit)
            way = wanted(assignment.direction, assignment.comparison)
            if own is not None and asked is not None and misses(own, asked, way):
                yield _finding(lower, assignment, planned)


def _finding(lower: Member, assignment: Given, planned: Figure) -> Finding:
    indicator = assignment.indicator
    dialogue = next((said for said in lower.has.dialogues if said.about == indicator.id), None)
    values = {
        "id": indicator.id,
        "plan": lower.card.id,
        "planned": planned.value,
        "assigned": assignment.value,
        "unit": assignment.unit,
        "when": time(assignment.when),
        "dialogue": _said(dialogue),
    }
    related: tuple[Related, ...] = (beside(assignment.card, assignment.spot, _ASSIGNED, values),)
    if dialogue is not None:
        related += (beside(lower.card, dialogue.spot, _DIALOGUE, values),)
    is_open = dialogue is not None and dialogue.outcome is not Outcome.REFUSED
    severity = Severity.WARNING if is_open else None
    return at(lower.card, planned.spot, values, related, severity=severity, subject=indicator.id)


def _said(dialogue: DialogueFacts | None) -> Text:
    if dialogue is None:
        return Text("", "")
    wording = _OUTCOMES[dialogue.outcome]
    proposed = filled(_PROPOSED, value=dialogue.proposed) if dialogue.proposed is not None else Text("", "")
    date = filled(_ON, date=dialogue.date) if dialogue.date is not None else Text("", "")
    return filled(wording, proposed=proposed, date=date)


_PROPOSED = Text(vi=" (đề nghị {value})", en=" (proposing {value})")
_ON = Text(vi=" {date}", en=" of {date}")
_OUTCOMES = {
    None: Text(vi="; đã có đối thoại{date}{proposed}", en="; there is a dialogue{date}{proposed}"),
    Outcome.PENDING: Text(vi="; đang đối thoại{date}{proposed}, chưa có kết quả", en="; a dialogue{date}{proposed} is pending"),
    Outcome.ACCEPTED: Text(
        vi="; đối thoại{date}{proposed} đã được chấp thuận, chỉ tiêu giao chưa sửa",
        en="; a dialogue{date}{proposed} was accepted, the assigned target is still the old one",
    ),
    Outcome.REFUSED: Text(vi="; đối thoại{date}{proposed} không được chấp thuận", en="; a dialogue{date}{proposed} was refused"),
}
_ASSIGNED = Text(vi="{plan} được giao {assigned} {unit}", en="{plan} was assigned {assigned} {unit}")
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
