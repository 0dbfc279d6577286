"""LVL016: a sector that a plan has tasks in and no plan for."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.extract import Member
from kehoach.model.portfolio import Family, Portfolio
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule, Scope
from kehoach.rules.between import at
from kehoach.values.text import fold


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each sector of the tasks of a whole plan for which no sector plan stands below it."""
    if not family.portfolio.is_whole:
        return
    for member in family.lowers:
        card = member.card
        if not card.sector and card.kind in _WHOLE:
            yield from _missing(member, family.portfolio)


def _missing(member: Member, portfolio: Portfolio) -> Iterator[Finding]:
    there = {fold(lower.sector) for lower in portfolio.lowers.get(member.card.id, ()) if lower.sector}
    for sector in member.has.sectors:
        if fold(sector.name) not in there:
            values = {"sector": sector.name, "id": sector.task, "plan": member.card.id}
            yield at(member.card, sector.spot, values, subject=sector.task)


_WHOLE = frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC))

RULE = Rule(
    code="LVL016",
    name="sector-plan-missing",
    nature=MISSING,
    severities=NOTE,
    message=Text(
        vi="nhiệm vụ {id} thuộc ngành {sector} mà chưa có kế hoạch ngành {sector} dưới {plan}",
        en="the task {id} is of the sector {sector}, and no plan of that sector stands below {plan}",
    ),
    why=Text(
        vi="Kế hoạch chung được tổng hợp từ kế hoạch các ngành; thiếu kế hoạch ngành thì nhiệm vụ không có căn cứ chi tiết.",
        en="A locality's plan is put together from those of its sectors; without one its tasks lack their detail.",
    ),
    fix=Text(
        vi="Thêm kế hoạch ngành có `sector: {sector}` và `parent: {plan}`, nếu ngành có kế hoạch riêng.",
        en="Add a sector plan with `sector: {sector}` and `parent: {plan}`, if the sector has one.",
    ),
    source="S3",
    lacks=Text(vi="kế hoạch ngành", en="a sector plan"),
    scope=Scope.FAMILY,
    check=check,
)
