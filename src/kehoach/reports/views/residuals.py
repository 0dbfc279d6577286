"""What does not add up between an upper plan and its lower ones: by how much, and where at both ends."""

from collections.abc import Iterator, Sequence

from kehoach.analysis.assigning import Missed
from kehoach.analysis.coherence import Carried
from kehoach.analysis.handing import Claim, HandedFund, minus
from kehoach.analysis.measures import Measure, Reach, reach
from kehoach.analysis.rollup import Rollup
from kehoach.language import Text, say
from kehoach.reports.views.pieces import CENTRE, LEFT, Column, Piece, Row, entry, table
from kehoach.reports.views.rollup import Known
from kehoach.rules.between import discussed, time
from kehoach.values.money import Amount

_MOST = 8  # places that are listed one by one


def residuals(found: Rollup, known: Known) -> Piece | None:
    """Give them in one table: targets that do not add up, money beyond what was handed, assigned targets not taken up."""
    rows = [
        *(_indicator(row, found, known) for row in found.indicators if row.is_short),
        *(row for fund in found.funds for row in _fund(fund, found, known)),
        *(_missed(row, known) for row in found.missed),
    ]
    columns = [Column(text.to(known.language), align) for text, align in _COLUMNS]
    return table(columns, [row._replace(cells=(str(number), *row.cells)) for number, row in enumerate(rows, start=1)])


def _indicator(row: Carried, found: Rollup, known: Known) -> Row:
    parts = sorted(row.parts, key=lambda one: -one.reach.high)
    places = [
        known.say(_GIVES, what=say(row.measure(one.reach.high), known.language), where=known.place(one.member.card, one.figure.spot))
        for one in parts
    ]
    silent = [known.say(_GIVES, what=known.say(_SILENT), where=known.file(card)) for card in row.silent]
    is_too_little = row.result is not None and row.result.high < row.asked.low
    given = say(row.measure(row.said_result), known.language) if row.said_result is not None else ""
    unread = known.say(_UNREAD, count=len(row.unread)) if row.unread else ""
    return entry(
        known.say(_TARGET, id=row.indicator.id, name=row.indicator.name, when=time(row.target.when)),
        _range(row.asked, row.measure(row.asked.low).unit, known),
        known.say(_TOGETHER, given=given, count=len(row.parts), silent=len(row.silent), unread=unread),
        known.say(_TOO_LITTLE if is_too_little else _TOO_MUCH, value=row.measure(row.said_residual)),
        known.place(found.upper, row.target.spot),
        "\n".join(_shortened([*silent, *places], known)),
    )


def _range(value: Reach, unit: str, known: Known) -> str:
    if value.low == value.high:
        return Measure(value.high, unit).say(known.language)
    return f"{say(value.low, known.language)} - {Measure(value.high, unit).say(known.language)}"


def _shortened(places: list[str], known: Known) -> list[str]:
    more = len(places) - _MOST
    return [*places[:_MOST], known.say(_MORE, more=more)] if more > 1 else places


def _fund(fund: HandedFund, found: Rollup, known: Known) -> Iterator[Row]:
    for claim in fund.claims:
        if claim.over is not None and claim.handed is not None:
            yield entry(
                known.say(_OF_FUND, name=fund.fund.name, plan=known.plan(claim.member.card)),
                known.say(_HANDED, amount=claim.handed.amount),
                known.say(_CLAIMS, amount=claim.amount),
                known.say(_TOO_MUCH, value=claim.over),
                known.place(found.upper, claim.handed.spot),
                _claimed_at([claim], known),
            )
    for year in fund.years:
        yield from _beyond(fund, str(year.limit.year), year.claimed, year.limit.amount.high, found, known)
    if fund.handed is not None and fund.has is not None and fund.handed.currency == fund.has.currency:
        yield from _beyond(fund, "", fund.handed, fund.has, found, known)


def _beyond(fund: HandedFund, year: str, amount: Amount, has: Amount, found: Rollup, known: Known) -> Iterator[Row]:
    """Report a fund of which more is counted on in a year, or handed out altogether, than it has."""
    over = minus(amount, has)
    if over.value > 0:
        spots = [limit.spot for limit in fund.fund.limits if str(limit.year) == year]
        yield entry(
            known.say(_ALL_OF_FUND if year else _HANDED_OUT, name=fund.fund.name, year=year),
            known.say(_HAS, amount=has),
            known.say(_CLAIMS if year else _HANDED, amount=amount),
            known.say(_TOO_MUCH, value=over),
            known.place(found.upper, spots[0] if spots else fund.fund.spot),
            _claimed_at(fund.claims, known),
        )


def _claimed_at(claims: Sequence[Claim], known: Known) -> str:
    ordered = sorted(claims, key=lambda claim: -claim.amount.value)
    places = [(claim, claim.funds[0].limits[0].spot if claim.funds[0].limits else claim.funds[0].spot) for claim in ordered]
    said = [known.say(_GIVES, what=claim.amount, where=known.place(claim.member.card, spot)) for claim, spot in places]
    return "\n".join(_shortened(said, known))


def _missed(row: Missed, known: Known) -> Row:
    indicator, above = row.given.indicator, row.above or row.given
    unit = row.planned.value.unit or indicator.unit
    asked, own = reach(row.given.value, row.given.unit, unit), reach(row.planned.value, indicator.unit, unit)
    assert asked is not None
    assert own is not None
    is_little = own.high < asked.low
    difference = Measure(asked.low - own.high if is_little else own.low - asked.high, unit)
    said = (discussed(row.dialogue) if row.dialogue is not None else _NO_DIALOGUE).to(known.language)
    places = [known.say(_GIVES, what=_range(own, unit, known), where=known.place(row.lower.card, row.planned.spot))]
    if row.dialogue is not None:
        places.append(known.say(_GIVES, what=known.say(_DIALOGUE), where=known.place(row.lower.card, row.dialogue.spot)))
    return entry(
        known.say(_ASSIGNED, id=indicator.id, name=indicator.name, when=time(row.given.when), plan=known.plan(row.lower.card)),
        _range(asked, unit, known),
        _range(own, unit, known),
        f"{known.say(_TOO_LITTLE if is_little else _TOO_MUCH, value=difference)}; {said}",
        known.place(above.card, above.spot),
        "\n".join(places),
    )


_COLUMNS = (
    (Text(vi="TT", en="No."), CENTRE),
    (Text(vi="Nội dung", en="What"), LEFT),
    (Text(vi="Cấp trên", en="Upper plan"), LEFT),
    (Text(vi="Cấp dưới", en="Lower plans"), LEFT),
    (Text(vi="Chưa khớp", en="Residual"), LEFT),
    (Text(vi="Cấp trên ghi ở", en="Where above"), LEFT),
    (Text(vi="Cấp dưới ghi ở", en="Where below"), LEFT),
)
_TARGET = Text(vi="{name} ({id}), {when}", en="{name} ({id}), {when}")
_TOGETHER = Text(vi="{given} ({count} kế hoạch, {silent} chưa đề ra{unread})", en="{given} ({count} plans, {silent} silent{unread})")
_UNREAD = Text(vi=", {count} không đọc được", en=", {count} unreadable")
_TOO_LITTLE = Text(vi="thiếu {value}", en="{value} short")
_TOO_MUCH = Text(vi="vượt {value}", en="{value} too much")
_GIVES = Text(vi="{where}: {what}", en="{where}: {what}")
_SILENT = Text(vi="chưa đề ra", en="silent")
_MORE = Text(vi="và {more} kế hoạch khác, xem biểu dưới", en="and {more} more, see the table below")
_OF_FUND = Text(vi="{name}, {plan}", en="{name}, {plan}")
_ALL_OF_FUND = Text(vi="{name}, năm {year}, tất cả kế hoạch cấp dưới", en="{name}, {year}, all lower plans")
_HANDED_OUT = Text(vi="{name}, phần đã giao", en="{name}, what was handed down")
_HAS = Text(vi="có {amount}", en="has {amount}")
_HANDED = Text(vi="giao {amount}", en="handed {amount}")
_CLAIMS = Text(vi="tính {amount}", en="counts on {amount}")
_ASSIGNED = Text(vi="Chỉ tiêu giao: {name} ({id}), {when}, {plan}", en="Assigned: {name} ({id}), {when}, {plan}")
_NO_DIALOGUE = Text(vi="chưa có đối thoại", en="no dialogue")
_DIALOGUE = Text(vi="đối thoại", en="dialogue")
