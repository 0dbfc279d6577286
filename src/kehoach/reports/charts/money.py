"""Money by source and year: a bar for each source, a part of it for each year."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach.reports.charts.drawing import LINE, WIDTH, Shape, chart, drawing, line, rect, text, wrap
from kehoach.reports.charts.scale import Scale, nice_ticks
from kehoach.reports.views.budget import by_fund_and_year, fund_name, funds_used
from kehoach.reports.views.money import Money
from kehoach.reports.views.pieces import Piece
from kehoach.reports.views.telling import Teller

_LEFT = 300
_RIGHT = 110  # for the sum behind the longest bar
_NAME = 40
_ROW = 34
_CHARACTER = 8
_MOST_COLOURS = 6
_MOST_SOURCES = 12


class _Part(NamedTuple):
    """The money of one source in one year."""

    name: str
    value: Decimal
    said: str
    look: str


class _Bar(NamedTuple):
    """The money of one source."""

    name: str
    parts: tuple[_Part, ...]
    value: Decimal
    said: str


def money_chart(teller: Teller) -> Piece | None:
    """Draw what the tasks take."""
    money = Money(teller)
    if money.is_empty:
        return None
    moments: list[int | None] = [*money.ledger.years, *([None] if money.ledger.undated else [])]
    bars = [_bar(fund, moments, money) for fund in funds_used(money)]
    shown = [bar for bar in bars if bar.value > 0]
    if not shown:
        return None
    about = "; ".join(teller.text("{name}: {said}", "{name}: {said}", name=bar.name, said=bar.said) for bar in bars)
    title = teller.text("Kinh phí theo nguồn vốn và năm ({unit})", "Money by source and year ({unit})", unit=money.unit)
    whole = teller.text("Tổng cộng: {whole}.", "Total: {whole}.", whole=money.whole())
    pages = [shown[i : i + _MOST_SOURCES] for i in range(0, len(shown), _MOST_SOURCES)]
    drawings = [_drawing(page, shown, _legend(moments, teller), teller) for page in pages]
    return chart("money", title, f"{whole} {about}.", drawings, by_fund_and_year(money), notes=(whole,))


def _bar(fund: str | None, moments: Sequence[int | None], money: Money) -> _Bar:
    costs = [cost for cost in money.ledger.costs if cost.need.fund == fund]
    parts = []
    for index, year in enumerate(moments):
        amount = money.ledger.sum([cost for cost in costs if cost.year == year])
        look = _look(index, year)
        parts.append(_Part(_year(year, money.teller), amount.value, money.number(amount), look))
    whole = money.ledger.sum(costs)
    return _Bar(fund_name(fund, money.teller), tuple(parts), whole.value, money.number(whole))


def _look(index: int, year: int | None) -> str:
    return "none" if year is None else f"c{index % _MOST_COLOURS + 1}"


def _year(year: int | None, teller: Teller) -> str:
    return teller.text("Chưa phân năm", "No year") if year is None else teller.year(year)


def _legend(moments: Sequence[int | None], teller: Teller) -> list[tuple[str, str]]:
    if len(moments) == 1 and moments[0] is not None:
        return []
    return [(_year(year, teller), _look(index, year)) for index, year in enumerate(moments)]


def _drawing(bars: list[_Bar], every: list[_Bar], legend: list[tuple[str, str]], teller: Teller) -> Piece:
    unit = Money(teller).ledger.unit.factor
    ticks = nice_ticks(Decimal(0), max(bar.value for bar in every) / unit)
    scale = Scale(Decimal(0), ticks[-1] * unit, _LEFT, WIDTH - _LEFT - _RIGHT)
    top = 28 if legend else 6
    foot = top + _ROW * len(bars)
    shapes = list(_key(legend))
    for tick in ticks:
        x = scale.at(tick * unit)
        shapes += [line(x, top, x, foot, "grid"), text(x, foot + 18, teller.say(tick), "small", anchor="middle")]
    for index, bar in enumerate(bars):
        shapes += _row(bar, top + _ROW * index, scale)
    shapes.append(line(_LEFT, top, _LEFT, foot, "axis"))
    return drawing(foot + 26, shapes)


def _key(legend: list[tuple[str, str]]) -> Iterator[Shape]:
    x = _LEFT
    for name, look in legend:
        yield rect(x, 4, 14, 14, look)
        yield text(x + 20, 16, name, "small")
        x += 40 + len(name) * _CHARACTER


def _row(bar: _Bar, y: int, scale: Scale) -> Iterator[Shape]:
    names = wrap(bar.name, _NAME)
    yield text(0, y + 22 - (len(names) - 1) * LINE // 2, names)
    x = scale.start
    reached = Decimal(0)
    for part in bar.parts:
        if part.value <= 0:
            continue
        reached += part.value
        end = max(scale.at(reached), x + 2)
        yield rect(x, y + 6, end - x - 1, _ROW - 12, part.look, about=f"{bar.name}, {part.name}: {part.said}")
        if len(bar.parts) > 1 and end - x > len(part.said) * _CHARACTER + 8:
            yield text((x + end) // 2, y + 22, part.said, f"small on-{part.look}", anchor="middle")
        x = end
    yield text(x + 6, y + 22, bar.said, "strong")
