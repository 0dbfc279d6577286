"""COM004: a commitment called confirmed that nothing proves."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.party_vocabulary import CommitmentStatus
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each confirmed commitment without a document or without a date."""
    for commitment in plan.commitments:
        if commitment.status is not CommitmentStatus.CONFIRMED:
            continue
        missing = [what for key, what in _PROOFS if getattr(commitment, key) is None]
        if missing:
            what = Text(vi=", ".join(each.vi for each in missing), en=", ".join(each.en for each in missing))
            key = "evidence" if commitment.evidence is None else "date"
            yield Finding(
                path=commitment.at(key),
                values={"id": commitment.id, "missing": what},
                subject=commitment.id,
            )


_PROOFS = (
    ("evidence", Text(vi="tệp minh chứng", en="the document")),
    ("date", Text(vi="ngày cam kết", en="the date")),
)

RULE = Rule(
    code="COM004",
    name="confirmed-without-evidence",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="cam kết {id} ghi là đã xác nhận nhưng thiếu {missing}",
        en="the commitment {id} is called confirmed and lacks {missing}",
    ),
    why=Text(
        vi="Công văn, biên bản hay hợp đồng có ngày là cơ sở để sau này nhắc nhau thực hiện.",
        en="A dated letter, minute or contract is what the parties can be held to later.",
    ),
    fix=Text(
        vi="Ghi `date` và `evidence` (đường dẫn tới văn bản trong kho kế hoạch).",
        en="Write `date` and `evidence` (the path of the document in the repository).",
    ),
    source="S0-6",
    lacks=Text(vi="minh chứng của cam kết", en="the proof of a commitment"),
    check=check,
)
