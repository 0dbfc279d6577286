"""LVL005: an upper target that the lower plans together do not reach."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach.analysis.coherence import Carried, carried
from kehoach.analysis.measures import Measure
from kehoach.language import Text
from kehoach.model.extract import Member
from kehoach.model.portfolio import Family
from kehoach.model.vocabulary import Aggregation, Direction
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside, filled, ids, time


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each target with what is missing, or too much, and which plans say nothing."""
    upper = family.upper
    if upper is None or not family.portfolio.is_whole:
        return
    for row in carried(family):
        if row.is_short and not row.unread:
            yield _finding(upper, row)


def _finding(upper: Member, row: Carried) -> Finding:
    assert row.result is not None
    missing = row.way is not Direction.DECREASE and row.result.high < row.asked.low
    values = {
        "id": row.indicator.id,
        "when": time(row.target.when),
        "count": len(row.parts),
        "how": _HOW[row.how],
        "given": row.measure(_rounded(row, missing=missing)),
        "target": Measure(row.asked.low if missing else row.asked.high, row.measure(row.residual).unit),
        "residual": filled(_SHORT if missing else _OVER, value=row.measure(_said(row.residual, row).normalize())),
        "silent": filled(_SILENT, count=len(row.silent), names=ids(row.silent)) if row.silent else Text("", ""),
    }
    parts = sorted(row.parts, key=lambda part: -part.reach.high)
    related = tuple(
        beside(part.member.card, part.figure.spot, _GIVES, {"plan": part.member.card.id, "value": row.measure(part.reach.high)})
        for part in parts[:_MOST]
    )
    return at(upper.card, row.target.spot, values, related, subject=row.indicator.id)


def _rounded(row: Carried, *, missing: bool) -> Decimal:
    assert row.result is not None
    return _said(row.result.high if missing else row.result.low, row)


def _said(value: Decimal, row: Carried) -> Decimal:
    """Say a mean with two digits, where that leaves anything to say, and a sum exactly."""
    return value if row.how in _EXACT else round(value, 2) or value


_MOST = 3
_EXACT = frozenset((Aggregation.SUM, Aggregation.MIN, Aggregation.MAX))
_HOW = {
    Aggregation.SUM: Text(vi="cộng lại được", en="add up to"),
    Aggregation.MEAN: Text(vi="bình quân được", en="average"),
    Aggregation.WEIGHTED_MEAN: Text(vi="bình quân có trọng số được", en="average by weight"),
    Aggregation.MIN: Text(vi="thấp nhất là", en="reach at least"),
    Aggregation.MAX: Text(vi="cao nhất là", en="reach at most"),
    Aggregation.NONE: Text("", ""),
}
_SHORT = Text(vi="còn thiếu {value}", en="{value} short")
_OVER = Text(vi="thừa {value}", en="{value} too much")
_SILENT = Text(vi="; {count} kế hoạch chưa đề ra: {names}", en="; {count} silent: {names}")
_GIVES = Text(vi="{plan}: {value}", en="{plan}: {value}")

RULE = Rule(
    code="LVL005",
    name="targets-do-not-add-up",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="chỉ tiêu {id} {when}: {count} kế hoạch cấp dưới {how} {given} so với {target}, {residual}{silent}",
        en="the indicator {id} for {when}: {count} lower plans {how} {given} of {target}, {residual}{silent}",
    ),
    why=Text(
        vi="Chỉ tiêu của cấp trên chỉ đạt khi các kế hoạch cấp dưới cùng gánh đủ.",
        en="The target of the upper plan is reached only if the lower plans carry all of it.",
    ),
    fix=Text(
        vi="Bàn với các địa phương còn thiếu để bổ sung chỉ tiêu, hoặc điều chỉnh chỉ tiêu của cấp trên.",
        en="Agree on the rest with those that fall short or say nothing, or adjust the upper target.",
    ),
    source="S3",
    scope=Scope.FAMILY,
    check=check,
)
