"""LVL009: two plans that are one, or claim to be."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.extract import Extract
from kehoach.model.portfolio import Portfolio
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside, filled
from kehoach.values.text import fold


def check(portfolio: Portfolio, _: Context) -> Iterator[Finding]:
    """Report each further plan with an id that is taken, or for a locality, sector, period and kind that has one."""
    first_of_key: dict[tuple[str, ...], Extract] = {}
    for card in portfolio.extracts:
        first = portfolio.by_id.get(card.id)
        if first is not None and first is not card and not first.is_pinned:
            what = filled(_SAME_ID, id=card.id)
            values = {"what": what, "file": first.path}
            yield at(card, card.spots["id"], values, (beside(first, first.spots["id"], _FIRST, values),))
            continue
        if card.kind in _MANY or not all(card.has_read(key) for key in ("locality", "period", "kind", "sector")):
            continue
        key = (card.level, portfolio.unit_of(card), fold(card.sector), card.period.iso(), card.kind)
        twin = first_of_key.setdefault(key, card)
        if twin is not card:
            what = filled(_SAME_THING, id=card.id, other=twin.id, locality=card.locality.name, period=card.period)
            values = {"what": what, "file": twin.path}
            related = (beside(twin, twin.spots["id"], _FIRST, values),)
            yield at(card, card.spots["id"], values, related, severity=Severity.WARNING)


_MANY = frozenset((PlanKind.ACTION, PlanKind.PROGRAMME))
_SAME_ID = Text(vi="mã {id} đã là của một kế hoạch khác", en="the id {id} belongs to another plan already")
_SAME_THING = Text(
    vi="{id} và {other} cùng là kế hoạch của {locality} cho kỳ {period}",
    en="{id} and {other} are both the plan of {locality} for {period}",
)
_FIRST = Text(vi="kế hoạch kia", en="the other plan")

RULE = Rule(
    code="LVL009",
    name="duplicate-plan",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="{what} ({file})", en="{what} ({file})"),
    why=Text(
        vi="Một kế hoạch có hai tệp thì số liệu bị cộng hai lần và không biết tệp nào là bản đúng.",
        en="A plan that is there twice is counted twice, and nobody knows which file holds.",
    ),
    fix=Text(
        vi="Xóa tệp thừa, hoặc đặt mã khác nếu là hai kế hoạch.", en="Delete one file, or give it another id where they are two plans."
    ),
    source="format",
    scope=Scope.PORTFOLIO,
    check=check,
)
