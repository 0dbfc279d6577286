"""LVL015: a plan that the workspace expects and that is not there."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.extract import Extract
from kehoach.model.portfolio import ExpectedPlan, Portfolio
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule, Scope
from kehoach.rules.between import filled
from kehoach.values.text import fold


def check(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """Report each expected plan that no file is; an error once it was due."""
    if not portfolio.is_whole:
        return
    there = _Known(portfolio)
    for expected in portfolio.expected:
        if there.has(expected):
            continue
        is_late = expected.due is not None and expected.due.last < context.today
        locality = expected.locality
        yield Finding(
            path=expected.spot.path,
            document=expected.file,
            spot=expected.spot,
            values={
                "locality": locality.name or locality.code if locality is not None else _ANY,
                "period": filled(_FOR, period=expected.period) if expected.period is not None else Text("", ""),
                "due": filled(_DUE, due=expected.due) if expected.due is not None else Text("", ""),
            },
            severity=Severity.ERROR if is_late else None,
            subject=locality.code if locality is not None else "",
        )


class _Known:
    """The plans that are there, by the code and by the name of their locality."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        self.by_unit: dict[str, list[Extract]] = {}
        for card in portfolio.extracts:
            unit = portfolio.successor(card.locality, card.period)
            for key in {unit.code, fold(unit.name)} - {""}:
                self.by_unit.setdefault(key, []).append(card)

    def has(self, expected: ExpectedPlan) -> bool:
        """Tell whether a plan is the expected one; what could not be read may be."""
        locality = expected.locality
        if locality is None:
            return any(_fits(card, expected) for card in self.portfolio.extracts)
        by_code = self.by_unit.get(locality.code, ()) if locality.code else ()
        by_name = [
            card
            for card in self.by_unit.get(fold(locality.name), ())
            if not (card.locality.code and locality.code)
            and (not card.locality.within or not locality.within or fold(card.locality.within) == fold(locality.within))
        ]
        return any(_fits(card, expected) for card in (*by_code, *by_name))


def _fits(card: Extract, expected: ExpectedPlan) -> bool:
    period = expected.period
    return (
        (expected.level is None or card.level is expected.level or not card.has_read("locality"))
        and (expected.kind is None or card.kind is expected.kind or not card.has_read("kind"))
        and (period is None or not card.has_read("period") or (card.period.first, card.period.last) == (period.first, period.last))
        and (not card.sector or expected.kind is PlanKind.SECTOR)
    )


_ANY = Text(vi="địa phương nào", en="any locality")
_FOR = Text(vi=" cho kỳ {period}", en=" for {period}")
_DUE = Text(vi=", hạn {due}", en=", due {due}")

RULE = Rule(
    code="LVL015",
    name="plan-missing",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="chưa có kế hoạch của {locality}{period}{due}", en="there is no plan of {locality}{period}{due}"),
    why=Text(
        vi="Thiếu một kế hoạch thì tổng của cấp trên thiếu phần của địa phương đó mà không ai thấy.",
        en="Without the plan of a locality its part is missing from every sum above, and nobody sees it.",
    ),
    fix=Text(
        vi="Thêm kế hoạch vào kho, hoặc sửa `expected` trong kehoach.yaml.",
        en="Add the plan to the workspace, or correct `expected` in kehoach.yaml.",
    ),
    source="format",
    lacks=Text(vi="kế hoạch", en="the plan"),
    scope=Scope.PORTFOLIO,
    check=check,
)
