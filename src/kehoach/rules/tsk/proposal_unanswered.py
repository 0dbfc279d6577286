"""TSK007: a proposal from below that got no answer."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.coordination import Proposal
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Decision
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule
from kehoach.values.text import short


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each proposal without decision, and each put off or refused without a reason."""
    for number, proposal in enumerate(plan.coordination.proposals if plan.coordination else (), start=1):
        name = proposal.about or (short(proposal.what, _TITLE) if proposal.what else f"#{number}")
        key = _lacking(proposal)
        if key is not None:
            yield Finding(path=proposal.at(key), values={"proposal": name, "lack": _LACKS[key]}, subject=name)


def _lacking(proposal: Proposal) -> str | None:
    """Name the key that the answer lacks."""
    if proposal.decision is None:
        return "decision"
    return "reason" if proposal.decision in _WITH_REASON and proposal.reason is None else None


_TITLE = 50  # as much of a proposal as a table can hold
_WITH_REASON = frozenset((Decision.DEFERRED, Decision.REFUSED))
_LACKS = {
    "decision": Text(vi="câu trả lời", en="an answer"),
    "reason": Text(vi="lý do để lại hoặc không tiếp thu", en="the reason why it was put off or refused"),
}

RULE = Rule(
    code="TSK007",
    name="proposal-unanswered",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="đề xuất {proposal!r} còn thiếu {lack}", en="the proposal {proposal!r} lacks {lack}"),
    why=Text(
        vi="Đề xuất từ cơ sở phải được tiếp thu, ghép, để lại hoặc từ chối có lý do; im lặng thì lần sau không ai đề xuất nữa.",
        en="What comes from below is taken, merged, put off or refused with a reason; silence is the end of proposals.",
    ),
    fix=Text(
        vi="Ghi `decision:` (taken, merged, deferred hoặc refused) và `reason:` khi để lại hay không tiếp thu.",
        en="Write `decision:` (taken, merged, deferred or refused), and `reason:` where it is put off or refused.",
    ),
    source="S3-2",
    lacks=Text(vi="trả lời cho đề xuất từ cơ sở", en="an answer to proposals from below"),
    check=check,
)
