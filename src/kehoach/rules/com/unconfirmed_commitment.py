"""COM003: a commitment that is not firm yet."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.labels import LABELS
from kehoach.model.party_vocabulary import CommitmentStatus
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each commitment only promised, conditional, or without a status."""
    for commitment in plan.commitments:
        if commitment.status in _FINAL:
            continue
        status = _NO_STATUS if commitment.status is None else LABELS[CommitmentStatus][commitment.status]
        yield Finding(
            path=commitment.at("status"),
            values={"id": commitment.id, "by": commitment.by, "status": status},
            subject=commitment.id,
        )


_FINAL = frozenset((CommitmentStatus.CONFIRMED, CommitmentStatus.DECLINED))
_NO_STATUS = Text(vi="chưa ghi mức chắc chắn", en="no status")

RULE = Rule(
    code="COM003",
    name="unconfirmed-commitment",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="cam kết {id} của {by} chưa được xác nhận ({status})",
        en="the commitment {id} of {by} is not confirmed ({status})",
    ),
    why=Text(
        vi="Kế hoạch trình duyệt chỉ nên dựa vào những gì các bên đã xác nhận.",
        en="A plan handed in for approval should rest on what the parties have confirmed.",
    ),
    fix=Text(
        vi="Lấy xác nhận của các bên rồi ghi `status: confirmed`, ngày và tệp minh chứng.",
        en="Have the parties confirm it, then write `status: confirmed`, the date and the evidence.",
    ),
    source="S0-6",
    lacks=Text(vi="xác nhận cam kết", en="the confirmation of a commitment"),
    check=check,
)
