"""RES004: too much of the need rests on money that nobody has promised."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach.analysis.balance import UNSURE, balance
from kehoach.analysis.budget import budget
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report a share over the threshold once, at the status of the fund that takes most of it."""
    unsecured = balance(plan).unsecured
    if unsecured.share <= context.thresholds.unsecured or plan.resources is None:
        return
    ledger = budget(plan)
    unsure = [fund for fund in plan.resources.funds if fund.status in UNSURE and ledger.costs_on(fund.id)]
    taken = {fund.id: ledger.sum(ledger.costs_on(fund.id)) for fund in unsure}
    first, *others = sorted(unsure, key=lambda fund: -taken[fund.id].value)
    yield Finding(
        path=first.at("status"),
        values={
            "amount": unsecured.amount,
            "share": _percent(unsecured.share),
            "threshold": _percent(context.thresholds.unsecured),
            "need": ledger.sum(),
        },
        related=tuple(Related(fund.at("status"), _ALSO, {"id": fund.id, "amount": taken[fund.id]}) for fund in others[:_MOST]),
        subject=first.id,
    )


def _percent(share: Decimal) -> Decimal:
    return (share * 100).quantize(Decimal("0.1"))


_MOST = 3
_ALSO = Text(vi="{id} cũng chưa chắc chắn: {amount}", en="{id} is not sure either: {amount}")

RULE = Rule(
    code="RES004",
    name="unsecured-need",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{amount} trên tổng nhu cầu {need} ({share}%) dựa vào nguồn mới dự kiến hoặc có thể huy động, quá ngưỡng {threshold}%",
        en="{amount} of the need of {need} ({share}%) rests on money only expected or mobilisable, over the threshold of {threshold}%",
    ),
    why=Text(
        vi="Nguồn chưa giao, chưa cam kết có thể không về; phần dựa vào đó càng lớn thì mục tiêu càng khó giữ.",
        en="Money that is neither allocated nor committed may not come; the more rests on it the less the objectives hold.",
    ),
    fix=Text(
        vi="Xin cam kết rồi sửa `status`, chuyển nhiệm vụ sang nguồn đã chắc, hoặc điều chỉnh mục tiêu.",
        en="Obtain commitments and change `status`, move tasks to sure funds, or adjust the objectives.",
    ),
    source="S1-3",
    reads=("unit", "resources.rates", "tasks.*.needs", "tasks.*.actions.*.needs"),
    check=check,
)
