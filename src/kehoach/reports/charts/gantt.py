"""Tasks in time: a bar each, by phase or objective."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.reports.charts.crowd import crowd_chart
from kehoach.reports.charts.drawing import LINE, TALLEST, WIDTH, Shape, chart, drawing, path, rect, text, wrap
from kehoach.reports.charts.scale import Days
from kehoach.reports.charts.time_axis import LEFT, TOP, axis, whole_years
from kehoach.reports.views.gantt import scheduled
from kehoach.reports.views.pieces import CENTRE, Column, Piece, Row, entry, group, table
from kehoach.reports.views.size import is_crowded
from kehoach.reports.views.telling import Teller

_NAME = 46  # characters of a name in a line
_LINES = 3  # of a name, at most
_HEADING = 120
_PAD = 10
_BAR = 12
_CHARACTER = 7  # the width of a character, on average


class _Line(NamedTuple):
    """A row of the chart: a heading, a bar, or a point in time."""

    kind: str
    names: list[str]
    first: date
    last: date
    when: str
    whole: str

    @property
    def height(self) -> int:
        return LINE * len(self.names) + _PAD


def gantt_chart(teller: Teller) -> Piece | None:
    """Draw the tasks that have dates; of a crowded plan, how many are under way."""
    found = scheduled(teller)
    if found is None:
        return None
    lines = list(_lines(found, teller))
    bars = sum(one.kind == "bar" for one in lines)
    first = min(one.first for one in lines)
    last = max(one.last for one in lines)
    days = whole_years(first, last)
    if bars and is_crowded(teller.plan):
        return crowd_chart(found, days, teller)
    drawings = [_drawing(page, days, teller) for page in _pages(lines)]
    about = teller.text(
        "{count} nhiệm vụ từ {first} đến {last}.", "Tasks: {count}, from {first} to {last}.", count=bars, first=first, last=last
    )
    return chart("gantt", found["title"], about, drawings, _data(found, teller), notes=(found["note"],))


def _lines(found: Piece, teller: Teller) -> Iterator[_Line]:
    for section in found["sections"]:
        days = [
            *(date.fromisoformat(bar["first"]) for bar in section["bars"]),
            *(date.fromisoformat(one["day"]) for one in section["points"]),
        ]
        ends = [*(date.fromisoformat(bar["last"]) for bar in section["bars"]), *days]
        if len(found["sections"]) > 1:
            yield _Line("heading", wrap(section["title"], _HEADING), min(days), max(ends), "", section["title"])
        for bar in section["bars"]:
            first, last = date.fromisoformat(bar["first"]), date.fromisoformat(bar["last"])
            yield _Line("bar", wrap(bar["title"], _NAME, _LINES), first, last, bar["when"], bar["title"])
        for point in section["points"]:
            day = date.fromisoformat(point["day"])
            yield _Line("point", wrap(point["title"], _NAME, _LINES), day, day, point["when"] or teller.say(day), point["title"])


def _pages(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Part the rows into drawings; no heading stands last in one."""
    page: list[_Line] = []
    height = TOP
    for index, one in enumerate(lines):
        needed = one.height + (lines[index + 1].height if one.kind == "heading" and index + 1 < len(lines) else 0)
        if page and height + needed > TALLEST:
            yield page
            page, height = [], TOP
        page.append(one)
        height += one.height
    yield page


def _drawing(lines: list[_Line], days: Days, teller: Teller) -> Piece:
    height = TOP + sum(one.height for one in lines) + 6
    shapes = list(axis(days, height, teller))
    y = TOP
    for one in lines:
        shapes += _row(one, y, days)
        y += one.height
    return drawing(height, shapes)


def _row(one: _Line, y: int, days: Days) -> Iterator[Shape]:
    foot = y + LINE - 2
    yield text(0 if one.kind == "heading" else 8, foot, one.names, "strong halo" if one.kind == "heading" else "")
    if one.kind == "heading":
        return
    middle = y + (one.height - _PAD) // 2 + 2
    left, right = days.at(one.first), days.after(one.last)
    about = f"{one.whole}: {one.when}" if one.when else one.whole
    if one.kind == "point":
        yield path(f"M{left} {middle - 7}l7 7l-7 7l-7 -7z", "mark", about=about)
        left, right = left - 8, left + 8
    else:
        yield rect(left, middle - _BAR // 2, max(right - left, 3), _BAR, "bar", about=about)
    yield from _beside(one.when, left, right, middle + 4)


def _beside(when: str, left: int, right: int, foot: int) -> Iterator[Shape]:
    """Say when, behind the bar or before it, where there is room."""
    width = len(when) * _CHARACTER + 8
    if not when:
        return
    if right + width < WIDTH:
        yield text(right + 6, foot, when, "small halo")
    elif left - width > LEFT:
        yield text(left - 6, foot, when, "small halo", anchor="end")


def _data(found: Piece, teller: Teller) -> Piece | None:
    columns = (Column(teller.text("Nhiệm vụ, mốc", "Task or milestone")), Column(teller.text("Thời gian", "Time"), CENTRE))
    rows: list[Row] = []
    for section in found["sections"]:
        if len(found["sections"]) > 1:
            rows.append(group(section["title"], ""))
        rows += [entry(one["title"], one["when"]) for one in (*section["bars"], *section["points"])]
    return table(columns, rows)
