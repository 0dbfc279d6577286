"""RES015: a source that is named without a sum."""

from collections.abc import Iterator

from kehoach.analysis.budget import budget
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each need with a fund and no amount, or a rate and no quantity."""
    for _task, work, need in budget(plan).unpriced:
        yield Finding(
            path=need.at("amount"),
            values={"id": work.id, "fund": need.fund or "…"},
            subject=work.id,
            reads=(need.at("rate"), need.at("quantity")),
        )


RULE = Rule(
    code="RES015",
    name="amount-unknown",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="{id} chưa ghi số tiền lấy từ nguồn {fund}", en="{id} does not say how much it takes from {fund}"),
    why=Text(
        vi="Nguồn chưa có số tiền không được tính vào nhu cầu nào.",
        en="A source without a sum is counted in no need.",
    ),
    fix=Text(vi="Ghi `amount`, hoặc `rate` và `quantity`.", en="Write `amount`, or `rate` and `quantity`."),
    source="S0-3",
    lacks=Text(vi="số tiền của nguồn đã nêu", en="the sum of a named source"),
    check=check,
)
