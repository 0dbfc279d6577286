"""Indicators from where they stand to where they are to be: each on a line of its own scale from zero."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kehoach.model.monitoring import Indicator
from kehoach.reports.charts.drawing import LINE, WIDTH, Shape, chart, circle, drawing, line, pages, rect, text, wrap
from kehoach.reports.charts.scale import Scale
from kehoach.reports.views.indicators import Numbered, baseline_text, listed, same_start, target_text
from kehoach.reports.views.pieces import CENTRE, RIGHT, Column, Piece, Row, entry, table
from kehoach.reports.views.telling import Teller
from kehoach.values.targets import TargetValue

_NAME = 44
_BASE = 450  # where the baselines end
_FROM, _LONG = 480, 250
_TARGET = 750
_TARGET_WIDTH = 26  # characters
_TOP = 28
_PAD = 12
_MOST = 80


class _Point(NamedTuple):
    """A value on the line; a range has two ends."""

    low: Decimal
    high: Decimal
    said: str


class _Heads(NamedTuple):
    """What stands over the columns; `start` is empty where baselines have their own dates."""

    start: str
    target: str
    is_dated: bool


class _Line(NamedTuple):
    """One indicator."""

    name: list[str]
    base: list[str]
    start: _Point | None
    points: tuple[_Point, ...]
    target: list[str]

    @property
    def height(self) -> int:
        return LINE * max(len(self.name), len(self.target), len(self.base)) + _PAD


def indicators_chart(teller: Teller, *, key: bool = False) -> Piece | None:
    """Draw the indicators that have a target; the main ones alone, where some are called so."""
    known = [one for one in listed(teller) if one.indicator.targets]
    main = [one for one in known if one.indicator.key]
    shown = (main if key and main else known)[:_MOST]
    heads = _heads([one.indicator for one in shown], teller)
    lines = [_line(one, heads, teller) for one in shown]
    if not any(one.points for one in lines):
        return None
    title = teller.text("Chỉ tiêu từ giá trị gốc đến mức phấn đấu", "Indicators from baseline to target")
    about = teller.text(
        "{count} chỉ tiêu; mỗi chỉ tiêu một dòng có thang đo riêng bắt đầu từ 0.",
        "Indicators: {count}, each on a line with its own scale from 0.",
        count=len(lines),
    )
    rest = len(known) - len(shown)
    more = (
        teller.text("Còn {rest} chỉ tiêu nữa trong biểu chỉ tiêu.", "More in the table of indicators: {rest}.", rest=rest) if rest else ""
    )
    drawings = [_drawing(page, heads, teller) for page in pages(lines, _TOP)]
    return chart("indicators", title, about, drawings, _data(shown, teller), notes=(more,))


def _heads(indicators: list[Indicator], teller: Teller) -> _Heads:
    """Say once when all start, and when all end, if it is the same moment."""
    start = same_start(tuple(indicators), teller)
    ends = {_end(one, teller) for one in indicators}
    end = ends.pop() if len(ends) == 1 else ""
    last = teller.text("Mức phấn đấu", "Target") if end else teller.text("Mức phấn đấu cuối", "Last target")
    return _Heads(start, f"{last} ({end})" if end else last, is_dated=bool(end))


def _end(one: Indicator, teller: Teller) -> str:
    last = one.targets[-1]
    return teller.due(last.date) or teller.say(last.over)


def _line(one: Numbered, heads: _Heads, teller: Teller) -> _Line:
    indicator = one.indicator
    unit = f" ({indicator.unit})" if indicator.unit else ""
    when = "" if heads.is_dated else _end(indicator, teller)
    said = target_text(indicator.targets[-1], teller)
    base = indicator.baseline.value if indicator.baseline else None
    points = [_point(target.value, _said(target_text(target, teller), teller.due(target.date))) for target in indicator.targets]
    return _Line(
        name=wrap(f"{one.number}. {indicator.name}{unit}", _NAME, 3),
        base=wrap(baseline_text(indicator, teller, with_date=not heads.start), 16, 2),
        start=_point(base, baseline_text(indicator, teller, with_date=True)),
        points=tuple(point for point in points if point),
        target=wrap(f"{said} ({when})" if when else said, _TARGET_WIDTH),
    )


def _said(value: str, when: str) -> str:
    return f"{when}: {value}" if when else value


def _point(value: TargetValue | None, said: str) -> _Point | None:
    if value is None or value.is_qualitative:
        return None
    low = value.low if value.low is not None else value.value
    high = value.high if value.high is not None else value.value
    return None if low is None or high is None else _Point(low, high, said)


def _drawing(lines: list[_Line], heads: _Heads, teller: Teller) -> Piece:
    shapes = [
        text(0, 14, teller.text("Chỉ tiêu", "Indicator"), "small"),
        text(_BASE, 14, heads.start or teller.text("Giá trị gốc", "Baseline"), "small", anchor="end"),
        text(_TARGET, 14, heads.target, "small"),
        line(0, _TOP - 6, WIDTH, _TOP - 6, "axis"),
    ]
    y = _TOP
    for one in lines:
        shapes += _row(one, y)
        y += one.height
        shapes.append(line(0, y - 4, WIDTH, y - 4, "grid"))
    return drawing(y, shapes)


def _row(one: _Line, y: int) -> Iterator[Shape]:
    foot = y + LINE - 2
    yield text(0, foot, one.name)
    yield text(_BASE, foot, one.base, "number", anchor="end")
    yield text(_TARGET, foot, one.target, "strong")
    if not one.points:
        return
    middle = y + LINE // 2 + 2
    known = [*((one.start,) if one.start else ()), *one.points]
    low = min(Decimal(0), *(point.low for point in known))
    scale = Scale(low, max(Decimal(0), *(point.high for point in known)), _FROM, _LONG)
    yield line(_FROM, middle, _FROM + _LONG, middle, "track")
    yield line(scale.at(Decimal(0)), middle - 6, scale.at(Decimal(0)), middle + 6, "axis")
    yield from _marks(one, scale, middle)


def _marks(one: _Line, scale: Scale, middle: int) -> Iterator[Shape]:
    along = [*((one.start,) if one.start else ()), *one.points]
    for before, after in pairwise(along):
        yield line(scale.at(before.high), middle, scale.at(after.high), middle, "way")
    for point in one.points[:-1]:
        yield circle(scale.at(point.high), middle, 4, "step", about=point.said)
    last = one.points[-1]
    if last.low != last.high:
        left, right = scale.at(last.low), scale.at(last.high)
        yield rect(left - 6, middle - 6, right - left + 12, 12, "goal", about=last.said)
    else:
        yield circle(scale.at(last.high), middle, 6, "goal", about=last.said)
    if one.start:
        yield circle(scale.at(one.start.high), middle, 6, "base", about=one.start.said)


def _data(shown: list[Numbered], teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("TT", "No."), CENTRE),
        Column(teller.text("Chỉ tiêu", "Indicator")),
        Column(teller.text("ĐVT", "Unit"), CENTRE, optional=True),
        Column(teller.text("Giá trị gốc", "Baseline"), RIGHT, optional=True),
        Column(teller.text("Các mức phấn đấu", "Targets")),
    )
    return table(columns, [_entry(one.number, one.indicator, teller) for one in shown])


def _entry(number: str, one: Indicator, teller: Teller) -> Row:
    targets = [_said(target_text(target, teller), teller.due(target.date) or teller.say(target.over)) for target in one.targets]
    return entry(number, one.name, one.unit or "", baseline_text(one, teller, with_date=True), "\n".join(targets))
