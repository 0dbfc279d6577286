"""COM001: bodies that lead tasks and have committed to nothing."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report all of them in one finding; who declined is another rule's business."""
    committed = {body for commitment in plan.commitments for body in commitment.by}
    leads = {owner: where for owner, where in _leads(plan).items() if owner not in committed}
    if leads:
        yield Finding(
            path=("commitments",),
            values={"owners": tuple(leads)},
            related=tuple(Related(path, _LEADS, {"owner": owner, "id": name}) for owner, (path, name) in list(leads.items())[:_MOST]),
            subject=", ".join(leads),
        )


def _leads(plan: Plan) -> dict[str, tuple[KeyPath, str]]:
    """Find each body that leads something: where first, and what."""
    found: dict[str, tuple[KeyPath, str]] = {}
    for work, _task in works(plan):
        for part in (work, *work.co_owners) if work.co_owners else (work,):
            if part.owner is not None and part.owner not in found:
                found[part.owner] = (part.at("owner"), work.id)
    return found


_MOST = 3
_LEADS = Text(vi="{owner} chủ trì {id}", en="{owner} leads {id}")

RULE = Rule(
    code="COM001",
    name="owner-without-commitment",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="đơn vị chủ trì chưa có cam kết: {owners}", en="bodies that lead tasks have made no commitment: {owners}"),
    why=Text(
        vi="Bước khẳng định cam kết làm cho người chịu trách nhiệm nhận việc trước khi kế hoạch chạy.",
        en="Confirming commitments makes those accountable accept their work before the plan runs.",
    ),
    fix=Text(
        vi="Thêm cam kết trong `commitments` có các đơn vị này ở `by`, cho `tasks` hoặc `all: true`.",
        en="Add commitments with these bodies in `by`, for `tasks` or `all: true`.",
    ),
    source="S0-6",
    lacks=Text(vi="cam kết của đơn vị chủ trì", en="the commitment of the lead"),
    reads=("commitments.*.by",),
    check=check,
)
