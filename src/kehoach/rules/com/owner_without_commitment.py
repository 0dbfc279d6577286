"""COM001: bodies that lead tasks and have committed to nothing."""

from collections.abc import Iterator

from kehoach.analysis.works import leads
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report all of them in one finding; who declined is another rule's business."""
    committed = {body for commitment in plan.commitments for body in commitment.by}
    lacking = [(owner, part.at("owner"), work.id) for owner, (part, work) in leads(plan).items() if owner not in committed]
    if lacking:
        owners = tuple(owner for owner, _path, _name in lacking)
        yield Finding(
            path=("commitments",),
            values={"owners": owners},
            related=tuple(Related(path, _LEADS, {"owner": owner, "id": name}) for owner, path, name in lacking[:_MOST]),
            subject=", ".join(owners),
        )


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
