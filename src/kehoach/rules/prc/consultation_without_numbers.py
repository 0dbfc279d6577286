"""PRC007: a consultation that does not say who came."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.party_vocabulary import ConsultedParty
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each consultation with people, not with officers, whose attendance leaves a group out; 0 is an answer."""
    for consultation in plan.process.consultations if plan.process else ():
        if consultation.with_ in _OFFICERS:
            continue
        missing = [key for key in _GROUPS if getattr(consultation, key) is None]
        if missing:
            values = {"id": consultation.id, "keys": tuple(missing)}
            yield Finding(
                path=consultation.at(missing[0]),
                values=values,
                subject=consultation.id,
                reads=tuple(consultation.at(key) for key in missing),
            )


_OFFICERS = (ConsultedParty.UPPER_LEVEL, ConsultedParty.SECTORS)
_GROUPS = ("people", "women", "ethnic_minority")

RULE = Rule(
    code="PRC007",
    name="consultation-without-numbers",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="cuộc tham vấn {id} chưa ghi số người dự: {keys}", en="the consultation {id} does not count who came: {keys}"),
    why=Text(
        vi="Không đếm thì không biết phụ nữ và đồng bào dân tộc thiểu số có được tham gia hay không.",
        en="Without counts nobody knows whether women and ethnic minorities took part.",
    ),
    fix=Text(
        vi="Ghi `people`, `women`, `ethnic_minority` theo danh sách dự họp; không có ai thì ghi 0.",
        en="Write `people`, `women`, `ethnic_minority` from the attendance list; 0 where there was nobody.",
    ),
    source="S1-2",
    lacks=Text(vi="số người dự tham vấn", en="the attendance of consultations"),
    reads=("..with", "locality.level", "kind"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR)),
    levels=frozenset((Level.COMMUNE,)),
    check=check,
)
