"""COM008: a party that declined, and a task that still relies on it."""

from collections.abc import Iterator

from kehoach.analysis.pledges import covers, parties, standing
from kehoach.analysis.works import Placed, works
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.party_vocabulary import CommitmentStatus
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING_THEN_ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each declined commitment once, with the tasks and actions that count on it."""
    for commitment in plan.commitments:
        if commitment.status is not CommitmentStatus.DECLINED:
            continue
        reliant = [
            (placed.work.id, path)
            for placed in works(plan)
            if covers(commitment, placed.work, placed.task.id) and (path := _reliance(plan, commitment, placed))
        ]
        if reliant:
            yield Finding(
                path=commitment.at("status"),
                values={"id": commitment.id, "by": commitment.by, "tasks": tuple(name for name, _path in reliant)},
                related=tuple(Related(path, _RELIES, {"id": name}) for name, path in reliant[:_MOST]),
                subject=commitment.id,
            )


def _reliance(plan: Plan, commitment: Commitment, placed: Placed) -> KeyPath | None:
    """Find where a task takes what was declined: the money or things, else the party's work."""
    work = placed.work
    if commitment.fund is not None or commitment.in_kind is not None:
        if any(_same_source(commitment, other) and covers(other, work, placed.task.id) for other in standing(plan)):
            return None
        return next((need.path for need in work.needs if _takes(need.fund, need.in_kind, commitment)), None)
    others = {body for other in standing(plan) if covers(other, work, placed.task.id) for body in other.by}
    declined = {body for body in commitment.by if body not in others and body in parties(work)}
    if not declined:
        return None
    if work.owner in declined:
        return work.at("owner")
    key = next((key for key in ("partners", "supporters") if not declined.isdisjoint(getattr(work, key))), "co_owners")
    return work.at(key)


def _takes(fund: str | None, in_kind: str | None, commitment: Commitment) -> bool:
    return (fund is not None and fund == commitment.fund) or (in_kind is not None and in_kind == commitment.in_kind)


def _same_source(commitment: Commitment, other: Commitment) -> bool:
    return _takes(other.fund, other.in_kind, commitment)


_MOST = 3
_RELIES = Text(vi="{id} vẫn dựa vào cam kết này", en="{id} still relies on it")

RULE = Rule(
    code="COM008",
    name="declined-commitment",
    nature=WRONG,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="{by} đã từ chối cam kết {id} nhưng {tasks} vẫn dựa vào",
        en="{by} declined the commitment {id} and {tasks} still relies on it",
    ),
    why=Text(
        vi="Bên đã từ chối thì không làm, không cấp; nhiệm vụ cần người khác hoặc nguồn khác.",
        en="Who declined will neither work nor pay; the task needs another body or another source.",
    ),
    fix=Text(
        vi="Giao cho đơn vị khác, đổi nguồn, hoặc ghi cam kết mới nếu các bên đã thống nhất lại.",
        en="Assign another body, change the source, or record the new commitment if the parties have agreed since.",
    ),
    source="S0-6",
    reads=(
        "commitments.*.by",
        "commitments.*.tasks",
        "commitments.*.all",
        "commitments.*.fund",
        "commitments.*.in_kind",
        "commitments.*.status",
    ),
    check=check,
)
