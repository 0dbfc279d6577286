"""PRC006: a commune's plan that nobody was asked about."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.party_vocabulary import ConsultedParty
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report once a plan without a consultation with the community."""
    consultations = plan.process.consultations if plan.process else ()
    if not any(each.with_ in _COMMUNITY for each in consultations):
        yield Finding(path=("process", "consultations"))


_COMMUNITY = (ConsultedParty.COMMUNITY, None)  # with whom is not said: taken for the community

RULE = Rule(
    code="PRC006",
    name="no-consultation",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa có cuộc tham vấn cộng đồng nào", en="the community was not consulted"),
    why=Text(
        vi="Người dân phải được nêu nhu cầu và khả năng đóng góp trước khi kế hoạch được quyết định.",
        en="People must be able to say what they need and can contribute before the plan is decided.",
    ),
    fix=Text(
        vi="Họp thôn, bản rồi ghi `process.consultations` với `date`, `place`, `with: community`, số người dự, ý kiến.",
        en="Hold village meetings and record `process.consultations` with `date`, `place`, `with: community`, attendance, opinions.",
    ),
    source="S1-2",
    lacks=Text(vi="tham vấn cộng đồng", en="a consultation with the community"),
    silences=("PRC007",),
    reads=("process.consultations.*.with", "locality.level", "kind"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR)),
    levels=frozenset((Level.COMMUNE,)),
    check=check,
)
