"""RES009: amounts a thousand times apart in one table."""

from collections.abc import Iterator

from kehoach.analysis.budget import budget
from kehoach.analysis.scale import gaps
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each gap once, at the first of the amounts that don't fit."""
    ledger = budget(plan)
    for gap in gaps(plan):
        first, *others = gap.strange
        yield Finding(
            path=first.path,
            values={"amount": ledger.said(first.amount), "nearest": ledger.said(gap.nearest.amount)},
            related=(
                Related(gap.nearest.path, _NEAREST, {"amount": ledger.said(gap.nearest.amount)}),
                *(Related(figure.path, _ALSO, {"amount": ledger.said(figure.amount)}) for figure in others[:_MOST]),
            ),
        )


_MOST = 3
_NEAREST = Text(vi="số gần nhất trong bảng: {amount}", en="the nearest amount of the table: {amount}")
_ALSO = Text(vi="cũng khác bậc: {amount}", en="out of scale too: {amount}")

RULE = Rule(
    code="RES009",
    name="scale-suspect",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{amount} lệch từ một nghìn lần trở lên so với số gần nhất trong bảng ({nearest})",
        en="{amount} is a thousand times or more away from the nearest amount of the table ({nearest})",
    ),
    why=Text(
        vi="Trong một bảng thường lẫn đồng, nghìn đồng, triệu đồng, tỷ đồng; lệch nghìn lần hay là nhầm đơn vị.",
        en="Tables often mix đồng, thousands, millions and billions; a thousandfold gap is usually a wrong unit.",
    ),
    fix=Text(
        vi="Xem lại đơn vị: số không ghi đơn vị được hiểu theo `unit` của kế hoạch; ghi rõ đơn vị, ví dụ `850 triệu đồng`.",
        en="Check the unit: a bare number is in the plan's `unit`; write the unit out, such as `850 triệu đồng`.",
    ),
    source="S0-3",
    reads=("unit", "resources.rates", "tasks.*.needs", "tasks.*.actions.*.needs", "resources.funds.*.limits"),
    check=check,
)
