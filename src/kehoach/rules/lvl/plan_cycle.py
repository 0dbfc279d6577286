"""LVL002: plans that stand above each other in a circle."""

from collections.abc import Iterator

from kehoach.analysis.graph import cycles
from kehoach.language import Text
from kehoach.model.portfolio import Portfolio
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside


def check(portfolio: Portfolio, _: Context) -> Iterator[Finding]:
    """Report each circle once, at its first plan in the order of the files."""
    plans = {card.id: card for card in portfolio.extracts if portfolio.by_id.get(card.id) is card}
    for cycle in cycles({name: (card.parent,) if card.parent else () for name, card in plans.items()}):
        first, *others = cycle
        shown = (*cycle, first) if len(cycle) <= _MOST else (*cycle[:_MOST], "…", first)
        yield at(
            plans[first],
            plans[first].spots["parent"],
            {"chain": " → ".join(shown)},
            tuple(beside(plans[name], plans[name].spots["parent"], _ABOVE, {"id": name}) for name in others[:_MOST]),
        )


_MOST = 10
_ABOVE = Text(vi="{id} cũng có cấp trên trong vòng", en="{id} has its parent in the circle too")

RULE = Rule(
    code="LVL002",
    name="plan-cycle",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="các kế hoạch là cấp trên của nhau thành vòng: {chain}", en="the plans stand above each other in a circle: {chain}"),
    why=Text(vi="Không kế hoạch nào trong vòng là cấp trên thật.", en="None of them can really be the one above."),
    fix=Text(vi="Sửa hoặc bỏ một `parent` trong vòng.", en="Correct or remove one `parent` in the circle."),
    source="format",
    scope=Scope.PORTFOLIO,
    check=check,
)
