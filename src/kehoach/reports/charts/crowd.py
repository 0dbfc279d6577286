"""The tasks of a crowded plan in time: how many are under way in each month or year, group by group."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kehoach.reports.charts.drawing import LINE, TALLEST, WIDTH, Shape, chart, drawing, line, rect, text, wrap
from kehoach.reports.charts.scale import Days, months_between
from kehoach.reports.charts.time_axis import LEFT, TOP, axis, mark_of
from kehoach.reports.views.pieces import RIGHT, Column, Piece, entry, table
from kehoach.reports.views.size import task_count
from kehoach.reports.views.telling import Teller

_NAME = 44  # characters of a name in a line
_HIGH = 44  # the highest column
_ROW = 76


class _Group(NamedTuple):
    """Some tasks, and how many of them are under way in each step of time."""

    title: str
    tasks: int
    busy: list[int]


def crowd_chart(found: Piece, days: Days, teller: Teller) -> Piece:
    """Draw a column for each group and step of time, as high as there are tasks under way."""
    step, marks = months_between(days.first, days.last)
    groups = [_group(one, marks, days.last) for one in found["sections"] if one["bars"]]
    most = max(count for one in groups for count in one.busy)
    room = (TALLEST - TOP) // _ROW
    pages = [groups[i : i + room] for i in range(0, len(groups), room)]
    drawings = [_drawing(page, most, marks, days, teller) for page in pages]
    about = teller.text(
        "{count}, nhiều nhất {most} cùng lúc.", "{count}, at most {most} at a time.", count=_whole(groups, teller), most=most
    )
    note = teller.text(
        "Mỗi cột là số nhiệm vụ đang thực hiện trong {span}.", "Each column: the tasks under way in the {span}.", span=_span(step, teller)
    )
    return chart("gantt", found["title"], about, drawings, _data(groups, step, marks, teller), notes=(note, found["note"]))


def _span(step: int, teller: Teller) -> str:
    match step:
        case 1:
            return teller.text("tháng", "month")
        case 3:
            return teller.text("quý", "quarter")
        case 12:
            return teller.text("năm", "year")
        case _:
            return teller.text("{step} tháng kể từ mốc", "{step} months from the mark", step=step)


def _group(section: Piece, marks: list[date], end: date) -> _Group:
    spans = [(date.fromisoformat(bar["first"]), date.fromisoformat(bar["last"])) for bar in section["bars"]]
    lasts = [*(mark - timedelta(days=1) for mark in marks[1:]), end]
    busy = [sum(first <= until and last >= mark for first, last in spans) for mark, until in zip(marks, lasts, strict=True)]
    return _Group(section["title"], len(spans), busy)


def _whole(groups: list[_Group], teller: Teller) -> str:
    return task_count(sum(one.tasks for one in groups), teller)


def _drawing(groups: list[_Group], most: int, marks: list[date], days: Days, teller: Teller) -> Piece:
    height = TOP + _ROW * len(groups) + 6
    shapes = list(axis(days, height, teller))
    ends = [*(days.at(mark) for mark in marks[1:]), days.start + days.length]
    for index, one in enumerate(groups):
        shapes += _row(one, most, TOP + _ROW * index, list(zip(map(days.at, marks), ends, strict=True)), teller)
    return drawing(height, shapes)


def _row(one: _Group, most: int, y: int, places: list[tuple[int, int]], teller: Teller) -> Iterator[Shape]:
    foot = y + _ROW - 6
    names = [*wrap(one.title, _NAME, 3), f"({task_count(one.tasks, teller)})"]
    yield text(0, y + (_ROW - LINE * len(names)) // 2 + LINE - 2, names)
    yield line(LEFT, foot, WIDTH - 20, foot, "axis")
    for count, (left, right) in zip(one.busy, places, strict=True):
        if count:
            high = max(2, round(_HIGH * count / most))
            yield rect(left + 3, foot - high, max(right - left - 6, 3), high, "bar")
            yield text((left + right) // 2, foot - high - 4, teller.say(count), "small halo", anchor="middle")


def _data(groups: list[_Group], step: int, marks: list[date], teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Nhóm nhiệm vụ", "Group of tasks")),
        *(Column(mark_of(mark, step, teller), RIGHT) for mark in marks),
        Column(teller.text("Nhiệm vụ", "Tasks"), RIGHT),
    )
    return table(columns, [entry(one.title, *map(teller.say, one.busy), teller.say(one.tasks)) for one in groups])
