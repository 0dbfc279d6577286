"""The table of assigned targets: what goes to each plan below, what is left, and what came from above."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach.analysis.distribution import Distribution, SharedFund, SharedTarget, difference, distributions, own_target
from kehoach.analysis.measures import when
from kehoach.model.coordination import Dialogue
from kehoach.model.monitoring import Indicator
from kehoach.reports.options import Options
from kehoach.reports.views.indicators import assigned_value, target_text, value_text
from kehoach.reports.views.money import Money
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, Row, entry, part, table, totals
from kehoach.reports.views.telling import Teller, first_up
from kehoach.values.money import Amount

_MOST = 8
"""So many columns of figures stand side by side on a page."""


class Line(NamedTuple):
    """What is handed down of one target or fund, said."""

    name: str
    unit: str
    figures: dict[str, str]  # by plan
    handed: str
    whole: str
    left: str
    is_over: bool

    @property
    def title(self) -> str:
        """Name it with its unit, as the head of a column does."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


def assigned_parts(teller: Teller, options: Options) -> list[Piece]:
    """Give what is handed down, period by period, and what was assigned from above."""
    shared = list(distributions(teller.plan, {name: one.period for name, one in options.below.items()}))
    parts = [one for each in shared for one in _handed_down(each, teller, options)]
    return [*parts, part(teller.text("Chỉ tiêu được cấp trên giao", "Assigned from above"), table=_from_above(teller))]


def _handed_down(each: Distribution, teller: Teller, options: Options) -> Iterator[Piece]:
    """Give tables of units by figures, or of figures by units, whichever a page holds; many figures make several."""
    lines = [*(_target(one, teller) for one in each.targets), *(_fund(one, teller) for one in each.funds)]
    units = {plan: options.receiver(plan) for plan in each.plans}
    title = teller.text("Giao cho cấp dưới, {period}", "Handed down, {period}", period=teller.say(each.period))
    if len(lines) > _MOST >= len(units):
        yield part(title, table=_by_line(lines, units, teller))
        return
    pieces = [lines[start : start + _MOST] for start in range(0, len(lines), _MOST)]
    for number, piece in enumerate(pieces, start=1):
        more = f" ({number}/{len(pieces)})" if len(pieces) > 1 else ""
        yield part(f"{title}{more}", table=_by_unit(piece, units, teller))


def _target(shared: SharedTarget, teller: Teller) -> Line:
    one = shared.indicator
    return Line(
        name=one.name if one else shared.id,
        unit=(one.unit or "") if one else "",
        figures={plan: value_text(value, teller) for plan, value in shared.figures.items()},
        handed=_number(shared.handed, teller),
        whole=target_text(shared.whole, teller) if shared.whole else _NONE,
        left=_number(shared.left, teller),
        is_over=shared.left is not None and shared.left < 0,
    )


def _fund(shared: SharedFund, teller: Teller) -> Line:
    money = Money(teller)
    return Line(
        name=shared.fund.name if shared.fund else shared.id,
        unit=money.unit,
        figures={plan: _money(amount, money) for plan, amount in shared.amounts.items()},
        handed=_money(shared.handed, money),
        whole=_money(shared.whole, money),
        left=_money(shared.left, money),
        is_over=shared.left is not None and shared.left.value < 0,
    )


def _number(number: Decimal | None, teller: Teller) -> str:
    return _NONE if number is None else teller.say(number)


def _money(amount: Amount | None, money: Money) -> str:
    """Say an amount in the plan's unit; nothing left is 0, one of another currency is said with it."""
    if amount is None:
        return _NONE
    if amount.currency != money.ledger.unit.currency:
        return money.teller.say(amount)
    return money.value(amount.value) if amount.value else money.teller.say(0)


def _by_unit(lines: Sequence[Line], units: dict[str, str], teller: Teller) -> Piece | None:
    """Give a row for each unit, with the sums below."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Đơn vị", "Unit")),
        *(Column(line.title, RIGHT) for line in lines),
    )
    rows: list[Row] = [
        entry(str(number), name, *(line.figures.get(plan, "") for line in lines)) for number, (plan, name) in enumerate(units.items(), 1)
    ]
    rows += [
        totals("", teller.text("Cộng đã giao", "Handed down in all"), *(line.handed for line in lines)),
        totals("", teller.text("Mức của kế hoạch", "The plan's own figure"), *(line.whole for line in lines)),
        totals("", teller.text("Còn lại chưa giao", "Not handed down"), *(line.left for line in lines)),
    ]
    return table(columns, rows, notes=_notes(lines, teller))


def _by_line(lines: Sequence[Line], units: dict[str, str], teller: Teller) -> Piece | None:
    """Give a row for each target or fund, with the sums beside."""
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Chỉ tiêu", "Target")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        *(Column(name, RIGHT) for name in units.values()),
        Column(teller.text("Cộng đã giao", "Handed down in all"), RIGHT, adds=len(units)),
        Column(teller.text("Mức của kế hoạch", "The plan's own figure"), RIGHT),
        Column(teller.text("Còn lại chưa giao", "Not handed down"), RIGHT),
    )
    rows = [
        entry(str(number), line.name, line.unit, *(line.figures.get(plan, "") for plan in units), line.handed, line.whole, line.left)
        for number, line in enumerate(lines, start=1)
    ]
    return table(columns, rows, notes=_notes(lines, teller))


def _notes(lines: Sequence[Line], teller: Teller) -> list[str]:
    notes = []
    if any(_NONE in (line.handed, line.whole, line.left) for line in lines):
        notes.append(
            teller.text(
                "x: không cộng được giữa các đơn vị, hoặc kế hoạch không có mức cho thời điểm này.",
                "x: figures that make no sum, or the plan has none for this time.",
            )
        )
    if any(line.is_over for line in lines):
        notes.append(teller.text("Số âm: đã giao nhiều hơn mức của kế hoạch.", "Below zero: more was handed down than the plan has."))
    return notes


def _from_above(teller: Teller) -> Piece | None:
    """Hold what was assigned from above against the plan's own targets."""
    monitoring, coordination = teller.plan.monitoring, teller.plan.coordination
    talks = {one.about: one for one in (coordination.dialogues if coordination else ()) if one.about}
    given = [one for one in (monitoring.indicators if monitoring else ()) if one.assigned and one.assigned.value]
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Chỉ tiêu", "Target")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        Column(teller.text("Thời điểm", "When"), CENTRE, optional=True),
        Column(teller.text("Mức được giao", "Assigned"), RIGHT),
        Column(teller.text("Mức trong kế hoạch", "In the plan"), RIGHT, optional=True),
        Column(teller.text("Chênh lệch", "Difference"), RIGHT, optional=True),
        Column(teller.text("Cơ quan giao", "Assigned by"), optional=True),
        Column(teller.text("Văn bản giao", "Paper"), optional=True),
        Column(teller.text("Trao đổi, đối thoại", "Dialogue"), optional=True),
    )
    rows = [_given(number, one, talks.get(one.id), teller) for number, one in enumerate(given, start=1)]
    return table(columns, rows)


def _given(number: int, one: Indicator, talk: Dialogue | None, teller: Teller) -> Row:
    assigned = one.assigned
    assert assigned is not None
    own = own_target(one, when(assigned.date, None, teller.plan.period), teller.plan.period)
    apart = difference(one, own, assigned.value)
    return entry(
        str(number),
        one.name,
        one.unit or "",
        teller.due(assigned.date),
        assigned_value(assigned, teller),
        target_text(own, teller) if own else "",
        "" if apart is None else teller.say(apart),
        teller.name(assigned.by),
        assigned.document or "",
        _talk(talk, teller),
        about=one,
    )


def _talk(talk: Dialogue | None, teller: Teller) -> str:
    """Say what was proposed instead, when, and how it ended."""
    if talk is None:
        return ""
    proposed = teller.text("đề nghị {value}", "proposed {value}", value=value_text(talk.proposed, teller)) if talk.proposed else ""
    return first_up(", ".join(filter(None, (proposed, teller.say(talk.date), teller.label(talk.outcome)))))


_NONE = "x"
