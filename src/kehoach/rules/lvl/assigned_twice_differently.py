"""LVL013: a target that a plan and the plan above tell differently."""

from collections.abc import Iterator

from kehoach.analysis.assigning import from_above, said_by_itself
from kehoach.analysis.measures import reach
from kehoach.language import Text
from kehoach.model.portfolio import Family
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each `assigned` that differs from what the plan above assigns for the same time."""
    for lower in family.lowers:
        for above in from_above(family, lower):
            own = said_by_itself(family, lower, above.indicator)
            if own is None or own.when != above.when:
                continue
            mine, theirs = reach(own.value, own.unit, own.unit), reach(above.value, above.unit, own.unit)
            if mine is None or theirs is None or (mine.low, mine.high) == (theirs.low, theirs.high):
                continue
            values = {
                "id": above.indicator.id,
                "own": own.value,
                "unit": own.unit,
                "upper": above.card.id,
                "theirs": above.value,
                "their_unit": above.unit,
            }
            yield at(lower.card, own.spot, values, (beside(above.card, above.spot, _GIVES, values),), subject=above.indicator.id)


_GIVES = Text(vi="{upper} giao {theirs} {their_unit}", en="{upper} assigns {theirs} {their_unit}")

RULE = Rule(
    code="LVL013",
    name="assigned-twice-differently",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="chỉ tiêu {id}: kế hoạch ghi được giao {own} {unit}, {upper} ghi giao {theirs} {their_unit}",
        en="the indicator {id}: the plan says {own} {unit} were assigned, {upper} says {theirs} {their_unit}",
    ),
    why=Text(vi="Một chỉ tiêu chỉ có thể được giao một mức.", en="One target can be assigned in one way only."),
    fix=Text(
        vi="Đối chiếu với quyết định giao chỉ tiêu, sửa `assigned` hoặc mục `assignments` của cấp trên.",
        en="Look it up in the decision that assigned it, and correct `assigned` or the `assignments` of the plan above.",
    ),
    source="S1-1",
    scope=Scope.FAMILY,
    check=check,
)
