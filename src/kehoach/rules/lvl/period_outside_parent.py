"""LVL003: a plan whose period goes beyond that of the plan above."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.portfolio import Portfolio
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside


def check(portfolio: Portfolio, _: Context) -> Iterator[Finding]:
    """Report each period that is not within the parent's."""
    for card in portfolio.extracts:
        upper = portfolio.by_id.get(card.parent)
        if upper is None or not (card.has_read("period") and upper.has_read("period")) or upper.period.contains(card.period):
            continue
        values = {"period": card.period, "plan": upper.id, "upper": upper.period}
        yield at(card, card.spots["period"], values, (beside(upper, upper.spots["period"], _ABOVE, values),))


_ABOVE = Text(vi="kỳ của kế hoạch cấp trên {plan}: {upper}", en="the period of the plan above, {plan}: {upper}")

RULE = Rule(
    code="LVL003",
    name="period-outside-parent",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="kỳ kế hoạch {period} không nằm trong kỳ {upper} của kế hoạch cấp trên {plan}",
        en="the period {period} does not lie within that of the plan above, {plan}: {upper}",
    ),
    why=Text(
        vi="Chỉ tiêu và vốn của cấp trên chỉ có trong kỳ của nó.",
        en="The targets and the money of the plan above hold for its own period only.",
    ),
    fix=Text(vi="Sửa `period`, hoặc chọn đúng kế hoạch ở `parent`.", en="Correct `period`, or name the right plan in `parent`."),
    source="format",
    scope=Scope.PORTFOLIO,
    check=check,
)
