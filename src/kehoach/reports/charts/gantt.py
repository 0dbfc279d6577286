"""Tasks in time: a bar each, by phase or objective."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.reports.charts.drawing import LINE, TALLEST, WIDTH, Shape, chart, drawing, line, path, rect, text, wrap
from kehoach.reports.charts.scale import Days, months_between
from kehoach.reports.views.gantt import gantt
from kehoach.reports.views.pieces import CENTRE, Column, Piece, Row, entry, group, table
from kehoach.reports.views.telling import Teller

_LEFT = 350  # where the bars begin
_NAME = 46  # characters of a name in a line
_HEADING = 120
_TOP = 26  # the height of the axis
_PAD = 10
_BAR = 12
_CHARACTER = 7  # the width of a character, on average
_MOST_ROWS = 200  # more bars than these are no picture


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
    """Draw the tasks that have dates; a plan of very many is drawn by group."""
    found = gantt(teller)
    if found is None:
        return None
    lines = list(_lines(found, teller))
    bars = [one for one in lines if one.kind == "bar"]
    is_short = len(bars) > _MOST_ROWS
    shown = _by_group(lines) if is_short else lines
    first = min(one.first for one in lines)
    last = max(one.last for one in lines)
    days = Days(first.replace(month=1, day=1), last.replace(month=12, day=31), _LEFT, WIDTH - _LEFT - 20)
    drawings = [_drawing(page, days, teller) for page in _pages(shown)]
    about = teller.text(
        "{count} nhiệm vụ từ {first} đến {last}.", "Tasks: {count}, from {first} to {last}.", count=len(bars), first=first, last=last
    )
    short = teller.text("Mỗi thanh là một nhóm nhiệm vụ.", "Each bar is a group of tasks.") if is_short else ""
    return chart("gantt", found["title"], about, drawings, None if is_short else _data(found, teller), notes=(short, found["note"]))


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
            yield _Line("bar", wrap(bar["name"], _NAME), first, last, bar["when"], bar["name"])
        for point in section["points"]:
            day = date.fromisoformat(point["day"])
            yield _Line("point", wrap(point["name"], _NAME), day, day, point["when"] or teller.say(day), point["name"])


def _by_group(lines: list[_Line]) -> list[_Line]:
    """Keep one bar for each group, with its heading as its name."""
    return [one._replace(kind="bar", names=wrap(one.whole, _NAME, 3)) for one in lines if one.kind == "heading"]


def _pages(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Part the rows into drawings; no heading stands last in one."""
    page: list[_Line] = []
    height = _TOP
    for index, one in enumerate(lines):
        needed = one.height + (lines[index + 1].height if one.kind == "heading" and index + 1 < len(lines) else 0)
        if page and height + needed > TALLEST:
            yield page
            page, height = [], _TOP
        page.append(one)
        height += one.height
    yield page


def _drawing(lines: list[_Line], days: Days, teller: Teller) -> Piece:
    height = _TOP + sum(one.height for one in lines) + 6
    shapes = list(_axis(days, height, teller))
    y = _TOP
    for one in lines:
        shapes += _row(one, y, days)
        y += one.height
    return drawing(height, shapes)


def _axis(days: Days, height: int, teller: Teller) -> Iterator[Shape]:
    step, marks = months_between(days.first, days.last)
    for index, mark in enumerate(marks):
        x = days.at(mark)
        yield line(x, _TOP - 4, x, height, "grid")
        right = days.at(marks[index + 1]) if index + 1 < len(marks) else days.start + days.length
        yield text((x + right) // 2, _TOP - 10, _mark(mark, step, teller), "small", anchor="middle")
    end = days.start + days.length
    yield line(end, _TOP - 4, end, height, "grid")
    yield line(0, _TOP - 4, WIDTH, _TOP - 4, "axis")


def _mark(mark: date, step: int, teller: Teller) -> str:
    if step >= 12:  # noqa: PLR2004 - a year
        return str(mark.year)
    if step == 1:
        return teller.text("T{month}", "{month}", month=mark.month)
    if step == 3:  # noqa: PLR2004 - a quarter
        return teller.text(
            "Quý {roman}/{year}", "Q{number} {year}", roman=_ROMAN[mark.month // 3], number=mark.month // 3 + 1, year=str(mark.year)
        )
    return f"{mark.month:02}/{mark.year}"


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
    elif left - width > _LEFT:
        yield text(left - 6, foot, when, "small halo", anchor="end")


def _data(found: Piece, teller: Teller) -> Piece | None:
    columns = (Column(teller.text("Nhiệm vụ, mốc", "Task or milestone")), Column(teller.text("Thời gian", "Time"), CENTRE))
    rows: list[Row] = []
    for section in found["sections"]:
        if len(found["sections"]) > 1:
            rows.append(group(section["title"], ""))
        rows += [entry(one["name"], one["when"]) for one in (*section["bars"], *section["points"])]
    return table(columns, rows)


_ROMAN = ("I", "II", "III", "IV")
