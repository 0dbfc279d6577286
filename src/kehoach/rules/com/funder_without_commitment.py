"""COM002: a fund that tasks draw on and nobody has committed."""

from collections.abc import Collection, Iterator

from kehoach.analysis.budget import budget
from kehoach.analysis.pledges import parties
from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each fund in use that no commitment is for; who declined is another rule's business."""
    pledged = {commitment.fund for commitment in plan.commitments}
    unpledged = [fund for fund in (plan.resources.funds if plan.resources else ()) if fund.id not in pledged]
    if not unpledged:
        return
    users = {need.fund: work for work, _task in works(plan) for need in work.needs if need.fund is not None}
    on_tasks = {body for work, _task in works(plan) for body in parties(work)}
    ledger = budget(plan)
    for fund in unpledged:
        if fund.id in users and not any(_is_guarantors(commitment, fund, on_tasks) for commitment in plan.commitments):
            need = ledger.sum(ledger.costs_on(fund.id))
            yield Finding(
                path=fund.at("id"),
                values={"id": fund.id, "name": fund.name},
                related=(Related(users[fund.id].at("needs"), _TAKES, {"need": need}),),
                subject=fund.id,
                reads=(fund.at("guaranteed_by"),),
            )


def _is_guarantors(commitment: Commitment, fund: Fund, on_tasks: Collection[str]) -> bool:
    """Tell whether a commitment that names no source is that of the fund's guarantor, who has no other business in the plan."""
    if commitment.fund is not None or commitment.in_kind is not None:
        return False
    return fund.guaranteed_by is not None and fund.guaranteed_by in commitment.by and fund.guaranteed_by not in on_tasks


_TAKES = Text(vi="các nhiệm vụ lấy {need} từ nguồn này", en="the tasks take {need} from it")

RULE = Rule(
    code="COM002",
    name="funder-without-commitment",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="nguồn {id} ({name}) chưa có bên nào cam kết", en="nobody has committed the fund {id} ({name})"),
    why=Text(
        vi="Nhiệm vụ dựa vào nguồn chưa ai cam kết thì có thể không có tiền để làm.",
        en="Tasks that rest on money nobody has committed may have none.",
    ),
    fix=Text(
        vi="Thêm cam kết của bên cấp vốn trong `commitments`, ghi `fund: {id}`, số tiền và năm.",
        en="Add the funder's commitment in `commitments`, with `fund: {id}`, the amount and the year.",
    ),
    source="S0-6",
    lacks=Text(vi="cam kết của bên cấp vốn", en="the commitment of the funder"),
    reads=("commitments.*.by", "commitments.*.fund", "commitments.*.in_kind"),
    check=check,
)
