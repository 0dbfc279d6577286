"""LVL006: lower plans that count on more money than the upper plan handed down, or has."""

from collections.abc import Iterator

from kehoach.analysis.handing import Claim, HandedFund, handed_funds, minus
from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.extract import Member
from kehoach.model.facts import FundFacts
from kehoach.model.portfolio import Family
from kehoach.model.spot import Spot
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside, filled


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each plan that takes more than its share, and each fund of which too much is handed out or taken."""
    if family.upper is None:
        return
    for row in handed_funds(family):
        for claim in row.claims:
            yield from _own(family.upper, row, claim)
        if family.portfolio.is_whole:
            yield from _together(family.upper, row)


def _own(upper: Member, row: HandedFund, claim: Claim) -> Iterator[Finding]:
    """Report a plan that takes more than it was handed; a warning where nothing was, and others were handed some."""
    fund = claim.funds[0]
    values = {"fund": fund.id, "plan": claim.member.card.id, "upper": upper.card.id, "name": row.fund.name, "taken": claim.amount}
    if claim.handed is not None and claim.over is not None:
        values |= {"what": filled(_MORE, handed=claim.handed.amount, over=claim.over), "handed": claim.handed.amount}
        related = (beside(upper.card, claim.handed.spot, _HANDED, values),)
        yield at(claim.member.card, _place(fund), values, related, subject=fund.id)
    elif claim.handed is None and row.handed is not None:
        values |= {"what": filled(_NOTHING, upper=upper.card.id)}
        related = (beside(upper.card, row.fund.spot, _FUND, values),)
        yield at(claim.member.card, _place(fund), values, related, severity=Severity.WARNING, subject=fund.id)


def _together(upper: Member, row: HandedFund) -> Iterator[Finding]:
    """Report a fund of which more is taken in a year, or handed out altogether, than it has."""
    found = False
    for year in row.years:
        over = minus(year.claimed, year.limit.amount.high)
        if over.value > 0:
            found = True
            what = filled(_HAS, has=year.limit.amount.high, over=over)
            yield _of_all(
                upper, row, year.limit.spot, {"taken": year.claimed, "what": what, "plan": filled(_ALL, year=str(year.limit.year))}
            )
    if not found and row.handed is not None and row.has is not None and row.handed.currency == row.has.currency:
        over = minus(row.handed, row.has)
        if over.value > 0:
            what = filled(_GIVES_OUT, has=row.has, over=over)
            yield _of_all(upper, row, row.fund.limits[0].spot, {"taken": row.handed, "what": what, "plan": _ASSIGNED})


def _of_all(upper: Member, row: HandedFund, spot: Spot, values: dict[str, object]) -> Finding:
    largest = sorted(row.claims, key=lambda claim: -claim.amount.value)[:_MOST]
    related = tuple(
        beside(claim.member.card, _place(claim.funds[0]), _TAKES, {"plan": claim.member.card.id, "taken": claim.amount})
        for claim in largest
    )
    return at(upper.card, spot, {"name": row.fund.name, "fund": row.fund.id, **values}, related, subject=row.fund.id)


def _place(fund: FundFacts) -> Spot:
    return fund.limits[0].spot if fund.limits else fund.spot


_MOST = 3
_MORE = Text(vi="trong khi được giao {handed}, vượt {over}", en="and was handed {handed}: {over} too much")
_NOTHING = Text(vi="trong khi {upper} không giao cho kế hoạch này", en="and was handed nothing of it by {upper}")
_HAS = Text(vi="trong khi nguồn chỉ có {has}, vượt {over}", en="and the fund has {has}: {over} too much")
_GIVES_OUT = Text(vi="trong khi nguồn chỉ có {has}, giao vượt {over}", en="and the fund has {has}: {over} too much")
_ALL = Text(vi="các kế hoạch cấp dưới cộng lại, năm {year},", en="all lower plans together, in {year},")
_ASSIGNED = Text(vi="phần giao cho cấp dưới cộng lại", en="what is assigned to lower plans together")
_HANDED = Text(vi="{upper} giao {handed}", en="{upper} hands down {handed}")
_FUND = Text(vi="nguồn {name} của {upper}", en="the fund {name} of {upper}")
_TAKES = Text(vi="{plan} tính {taken}", en="{plan} counts on {taken}")

RULE = Rule(
    code="LVL006",
    name="allocation-exceeded",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="{name}: {plan} tính {taken} {what}", en="{name}: {plan} counts on {taken} {what}"),
    why=Text(
        vi="Vốn cấp trên đã giao là giới hạn; tính quá thì có nhiệm vụ sẽ không có tiền.",
        en="What the plan above hands down is a limit; some task counted on beyond it will have no money.",
    ),
    fix=Text(
        vi="Đưa mức vốn về mức được giao, tìm nguồn khác, hoặc ghi kiến nghị ở `requests` để cấp trên điều chỉnh.",
        en="Keep to what was handed down, find other money, or ask for more in `requests`.",
    ),
    source="S1-3",
    scope=Scope.FAMILY,
    check=check,
)
