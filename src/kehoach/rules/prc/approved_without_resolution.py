"""PRC009: an approved plan without the number and date of what approved it."""

from collections.abc import Iterator

from kehoach.analysis.councils import DECIDED_BY_COUNCIL, council
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Stage
from kehoach.rules.base import ERROR, MISSING, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report once; some plans need a council's resolution, for the others the paper's own number and date are enough."""
    if context.stage not in _APPROVED:
        return
    approvals = [each for each in (plan.process.approvals if plan.process else ()) if each.number and each.date is not None]
    if plan.kind in DECIDED_BY_COUNCIL:
        if not any(council(each, plan) is not None for each in approvals):
            yield Finding(path=("process", "approvals"), values={"what": _RESOLUTION})
    elif not approvals and not (plan.document and plan.document.number and plan.document.date):
        yield Finding(path=("document",), values={"what": _PAPER})


_APPROVED = (Stage.APPROVED, Stage.IN_FORCE, Stage.CLOSED)
_RESOLUTION = Text(vi="nghị quyết của hội đồng nhân dân", en="the council's resolution")
_PAPER = Text(vi="văn bản ban hành", en="the paper that issued it")

RULE = Rule(
    code="PRC009",
    name="approved-without-resolution",
    nature=MISSING,
    severities=ERROR,
    message=Text(
        vi="kế hoạch đã phê duyệt mà thiếu số, ngày của {what}",
        en="the plan is approved without number and date of {what}",
    ),
    why=Text(
        vi="Kế hoạch chỉ có hiệu lực khi có văn bản của cơ quan có thẩm quyền.",
        en="A plan is in force only by a paper of the body that may decide it.",
    ),
    fix=Text(
        vi="Ghi `process.approvals` với `by`, `number`, `date` (hoặc `document.number`, `document.date`), hoặc lùi `stage`.",
        en="Write `process.approvals` with `by`, `number`, `date` (or `document.number`, `document.date`), or set `stage` back.",
    ),
    source="S4-6",
    lacks=Text(vi="số, ngày của văn bản phê duyệt", en="number and date of the approval"),
    reads=("stage", "kind", "process.approvals.*", "document", "owners.*.type"),
    check=check,
)
