"""LVL001: a plan that other plans refer to and that is not there."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.portfolio import Portfolio
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at


def check(portfolio: Portfolio, _: Context) -> Iterator[Finding]:
    """Report each parent that is neither in the workspace nor pinned; where all must be there, any other plan too."""
    severity = Severity.ERROR if portfolio.is_complete else None
    for card in portfolio.extracts:
        for plan, count in card.outward.items():
            if plan in portfolio.by_id:
                continue
            if plan == card.parent:
                yield at(card, card.spots["parent"], {"plan": plan, "count": count}, severity=severity)
            elif portfolio.is_complete:
                first = next(link for link in portfolio.opened(card).has.links if link.plan == plan)
                yield at(card, first.spot, {"plan": plan, "count": count}, severity=severity)


RULE = Rule(
    code="LVL001",
    name="unknown-parent",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="không có kế hoạch {plan} trong kho; số chỗ dẫn tới kế hoạch đó chưa được kiểm tra: {count}",
        en="the plan {plan} is not in the workspace; references to it that were not checked: {count}",
    ),
    why=Text(
        vi="Không có kế hoạch cấp trên thì không biết kế hoạch này có khớp với chỉ tiêu và vốn được giao hay không.",
        en="Without the plan above nobody knows whether this one keeps to the targets and the money it was given.",
    ),
    fix=Text(
        vi="Đưa tệp của kế hoạch {plan} vào kho, ghim nó bằng `kehoach rollup {plan} --pin`, hoặc sửa mã cho đúng.",
        en="Add the file of the plan {plan} to the workspace, pin it with `kehoach rollup {plan} --pin`, or correct the id.",
    ),
    source="format",
    scope=Scope.PORTFOLIO,
    check=check,
)
