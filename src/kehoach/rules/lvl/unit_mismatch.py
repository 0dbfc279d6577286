"""LVL007: one indicator that two plans measure in different units."""

from collections.abc import Iterator

from kehoach.analysis.coherence import matches
from kehoach.analysis.measures import factor
from kehoach.language import Text
from kehoach.model.extract import Member
from kehoach.model.facts import IndicatorFacts
from kehoach.model.portfolio import Family
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each indicator whose unit cannot be turned into that of the same one elsewhere."""
    for lower in family.lowers:
        for indicator, other, theirs in _pairs(family, lower):
            if indicator.is_whole and theirs.is_whole and factor(indicator.unit, theirs.unit) is None:
                values = {
                    "id": indicator.id,
                    "unit": indicator.unit,
                    "other": f"{other.card.id}#{theirs.id}",
                    "other_unit": theirs.unit,
                }
                yield at(
                    lower.card, indicator.unit_spot, values, (beside(other.card, theirs.unit_spot, _THEIRS, values),), subject=indicator.id
                )


def _pairs(family: Family, lower: Member) -> Iterator[tuple[IndicatorFacts, Member, IndicatorFacts]]:
    """Give each indicator with the same one of the plan above, or of whichever plan it names."""
    if family.upper is not None:
        for name, indicator in matches(family.upper, lower).items():
            theirs = family.upper.has.indicator(name)
            is_registered = indicator.register is not None and indicator.register.to in family.portfolio.registers
            if theirs is not None and not (is_registered and theirs.register is not None):
                yield indicator, family.upper, theirs
    for indicator in lower.has.linked:
        for link in indicator.same_as:
            if family.upper is not None and link.plan == family.upper.card.id:
                continue
            other = family.portfolio.member(link.plan)
            theirs = other.has.indicator(link.thing) if other is not None else None
            if other is not None and theirs is not None:
                yield indicator, other, theirs


_THEIRS = Text(vi="{other} tính bằng {other_unit}", en="{other} is measured in {other_unit}")

RULE = Rule(
    code="LVL007",
    name="unit-mismatch",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="chỉ tiêu {id} tính bằng {unit}, cùng chỉ tiêu {other} tính bằng {other_unit}",
        en="the indicator {id} is measured in {unit}, the same one in {other} is measured in {other_unit}",
    ),
    why=Text(
        vi="Hai đơn vị không quy đổi được cho nhau thì không cộng, không so sánh được.",
        en="Figures in units that cannot be converted can be neither added nor compared.",
    ),
    fix=Text(
        vi="Dùng đơn vị của kế hoạch cấp trên, hoặc bỏ `same_as` nếu là chỉ tiêu khác.",
        en="Use the unit of the plan above, or remove `same_as` where it is another indicator.",
    ),
    source="format",
    scope=Scope.FAMILY,
    check=check,
)
