"""RES011: money or labour of the people, who were not asked."""

from collections.abc import Iterator
from typing import TypeAlias

from kehoach.language import Text
from kehoach.model.money_vocabulary import FundKind
from kehoach.model.party_vocabulary import CommitmentStatus, ConsultedParty, OwnerType
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund, InKind
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule

_Source: TypeAlias = Fund | InKind


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each contribution with neither a commitment for it nor a consultation of the community."""
    if _was_consulted(plan):
        return
    committed = {
        name
        for commitment in plan.commitments
        if commitment.status is not CommitmentStatus.DECLINED
        for name in (commitment.fund, commitment.in_kind)
    }
    for source in _contributions(plan):
        if source.id not in committed:
            yield Finding(path=source.at("id"), at_key=True, values={"id": source.id, "name": source.name}, subject=source.id)


def _was_consulted(plan: Plan) -> bool:
    return plan.process is not None and any(
        consultation.with_ in (ConsultedParty.COMMUNITY, None) and consultation.agreed is not False
        for consultation in plan.process.consultations
    )


def _contributions(plan: Plan) -> Iterator[_Source]:
    """List what the people give: cash of the community, and in kind unless only other bodies give it."""
    if plan.resources is None:
        return
    yield from (fund for fund in plan.resources.funds if fund.kind is FundKind.COMMUNITY_CASH)
    people = {owner.id for owner in plan.owners if owner.type in _PEOPLE}
    for source in plan.resources.in_kind:
        if not source.contributors or not people.isdisjoint(source.contributors):
            yield source


_PEOPLE = frozenset((OwnerType.COMMUNITY, OwnerType.VILLAGE, None))

RULE = Rule(
    code="RES011",
    name="community-contribution-without-consent",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="đóng góp {id} ({name}) chưa có cam kết và chưa có cuộc họp dân nào",
        en="the contribution {id} ({name}) rests on no commitment and no consultation of the community",
    ),
    why=Text(
        vi="Người dân bàn và quyết định mức đóng góp; kế hoạch không được ghi thay họ.",
        en="The people discuss and decide what they give; a plan must not decide for them.",
    ),
    fix=Text(
        vi="Ghi cuộc họp dân trong `process.consultations` (`with: community`), hoặc cam kết của thôn trong `commitments`.",
        en="Record the meeting in `process.consultations` (`with: community`), or the village's commitment in `commitments`.",
    ),
    source="S1-2",
    lacks=Text(vi="sự đồng thuận của người dân với đóng góp", en="the people's consent to a contribution"),
    reads=(
        "commitments.*.fund",
        "commitments.*.in_kind",
        "process.consultations.*.with",
        "process.consultations.*.agreed",
        "..contributors",
    ),
    check=check,
)
