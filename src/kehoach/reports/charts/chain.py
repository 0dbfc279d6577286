"""The results chain: objectives, what they need, and the tasks that carry them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.chain import Chain, results_chain
from kehoach.model.objectives import Objective, Output
from kehoach.model.tasks import Task
from kehoach.reports.charts.drawing import LINE, TALLEST, WIDTH, Shape, chart, drawing, path, rect, text, wrap
from kehoach.reports.views.pieces import Column, Piece, entry, table
from kehoach.reports.views.size import is_crowded, task_count
from kehoach.reports.views.telling import Teller

_GAP = 28
_PAD = 8
_TOP = 26
_MOST_TASKS = 5
_DEEPEST = 3  # objectives below objectives
_MOST_ROWS = 30


class _Box(NamedTuple):
    """A thing of the chain."""

    id: str
    column: str
    words: str
    look: str
    most: int = 4  # lines


_Row = tuple[_Box, ...]


def chain_chart(teller: Teller) -> Piece | None:
    """Draw the chain from left to right; a plan without objectives or tasks has none."""
    chain = results_chain(teller.plan)
    rows = list(_rows(chain, teller))
    if not rows or not teller.plan.tasks:
        return None
    shown = rows[:_MOST_ROWS]
    columns = [
        name
        for name in (*(f"o{depth}" for depth in range(_DEEPEST)), "outputs", "tasks")
        if any(box.column == name for row in rows for box in row)
    ]
    drawings = [_drawing(page, heights, columns, teller) for page, heights in _pages(shown, columns)]
    about = teller.text(
        "Từ {objectives} mục tiêu qua {outputs} đầu ra đến {tasks} nhiệm vụ.",
        "From objectives ({objectives}) through outputs ({outputs}) to tasks ({tasks}).",
        objectives=len(teller.plan.objectives),
        outputs=len(teller.plan.outputs),
        tasks=len(teller.plan.tasks),
    )
    title = teller.text("Chuỗi kết quả: mục tiêu, đầu ra, nhiệm vụ", "Results chain: objectives, outputs, tasks")
    more = len(rows) - len(shown)
    note = teller.text("Còn {more} nhánh trong bảng số liệu.", "More branches in the table: {more}.", more=more) if more else ""
    return chart("chain", title, about, drawings, _data(chain, teller), notes=(note,))


def _rows(chain: Chain, teller: Teller) -> Iterator[_Row]:
    """Give the branches from the top to the tasks, each once, in the order of the plan."""
    tops = [one for one in chain.objectives.values() if one.parent is None or one.parent not in chain.objectives]
    seen: set[str] = set()
    for one in tops:
        yield from _branches(one, (), chain, teller, seen)


def _branches(one: Objective, above: _Row, chain: Chain, teller: Teller, seen: set[str]) -> Iterator[_Row]:
    if one.id in seen:
        return
    seen.add(one.id)
    row = above if len(above) == _DEEPEST else (*above, _objective(one, len(above), chain, teller))
    found = False
    outputs = chain.outputs_of.get(one.id, ())
    if outputs and is_crowded(teller.plan):
        found = True
        yield (*row, *_counted(one, outputs, chain, teller))
        outputs = ()
    for output in outputs:
        found = True
        made = _Box(output.id, "outputs", output.title, "output")
        yield (*row, made, *_tasks(chain.serving.get(output.id, ()), output.id, teller))
    for child in chain.children.get(one.id, ()):
        if child.id not in seen:
            found = True
            yield from _branches(child, row, chain, teller, seen)
    served = chain.serving.get(one.id, ())
    if served or not found:
        yield (*row, *_tasks(served, one.id, teller))


def _counted(one: Objective, outputs: Sequence[Output], chain: Chain, teller: Teller) -> _Row:
    """Count the outputs of an objective and their tasks, where there are too many to name."""
    count = teller.text("{count} đầu ra", "{count} outputs", count=len(outputs))
    tasks = {task.id for output in outputs for task in chain.serving.get(output.id, ())}
    made = _Box(f"{one.id}/outputs", "outputs", count, "output")
    return (made, _Box(f"{one.id}/tasks", "tasks", task_count(len(tasks), teller), "task")) if tasks else (made,)


def _objective(one: Objective, depth: int, chain: Chain, teller: Teller) -> _Box:
    measured = len(chain.measuring.get(one.id, ()))
    count = teller.text("({count} chỉ tiêu)", "(indicators: {count})", count=measured) if measured else ""
    return _Box(one.id, f"o{depth}", f"{one.statement}\n{count}".strip(), "objective", 6)


def _tasks(tasks: tuple[Task, ...], of: str, teller: Teller) -> _Row:
    if not tasks:
        return ()
    if is_crowded(teller.plan):
        return (_Box(f"{of}/tasks", "tasks", task_count(len(tasks), teller), "task"),)
    if len(tasks) > _MOST_TASKS:
        numbers = teller.task_numbers(task.id for task in tasks)
        return (_Box(f"{of}/tasks", "tasks", teller.text("Nhiệm vụ {numbers}", "Tasks {numbers}", numbers=numbers), "task", 6),)
    lines = "\n".join(f"{teller.number(task.id)}. {task.title}" for task in tasks)
    return (_Box(f"{of}/tasks", "tasks", lines, "task", 3),)


def _lines(box: _Box, width: int) -> list[str]:
    letters = (width - 2 * _PAD) * 10 // 74
    return [line for part in box.words.split("\n") for line in wrap(part, letters, box.most)]


def _height(box: _Box, width: int) -> int:
    return LINE * len(_lines(box, width)) + 2 * _PAD


def _pages(rows: list[_Row], columns: list[str]) -> Iterator[tuple[list[_Row], list[int]]]:
    """Part the branches into drawings, with the height of each branch."""
    width = _width(columns)
    page: list[_Row] = []
    for row in rows:
        tried = [*page, row]
        if page and sum(_heights(tried, width)) + _TOP > TALLEST:
            yield page, _heights(page, width)
            tried = [row]
        page = tried
    yield page, _heights(page, width)


def _heights(rows: list[_Row], width: int) -> list[int]:
    """Make each branch as high as its boxes, the last of a group high enough for the box that they share."""
    heights = [_height(row[-1], width) + _PAD for row in rows]
    for column in reversed(range(max(len(row) for row in rows))):
        for first, last, box in _spans(rows, column):
            lacking = _height(box, width) + _PAD - sum(heights[first : last + 1])
            if lacking > 0:
                heights[last] += lacking
    return heights


def _spans(rows: list[_Row], column: int) -> Iterator[tuple[int, int, _Box]]:
    """Give each box of a column with the first and the last branch that it holds."""
    first = 0
    while first < len(rows):
        box = rows[first][column] if column < len(rows[first]) else None
        last = first
        while box and last + 1 < len(rows) and column < len(rows[last + 1]) and rows[last + 1][: column + 1] == rows[first][: column + 1]:
            last += 1
        if box:
            yield first, last, box
        first = last + 1


def _width(columns: list[str]) -> int:
    return (WIDTH - _GAP * (len(columns) - 1)) // len(columns)


def _drawing(rows: list[_Row], heights: list[int], columns: list[str], teller: Teller) -> Piece:
    width = _width(columns)
    tops = [_TOP + sum(heights[:i]) for i in range(len(rows) + 1)]
    shapes = [
        text(columns.index(name) * (width + _GAP) + width // 2, 14, _heading(name, teller), "small", anchor="middle") for name in columns
    ]
    places: dict[_Row, tuple[int, int]] = {}
    for column in range(max(len(row) for row in rows)):
        for first, last, box in _spans(rows, column):
            x = columns.index(box.column) * (width + _GAP)
            middle = (tops[first] + tops[last + 1] - _PAD) // 2
            above = places.get(rows[first][:column])
            places[rows[first][: column + 1]] = (x + width, middle)
            if above:
                shapes.append(path(f"M{above[0]} {above[1]}H{above[0] + _GAP // 2}V{middle}H{x}", "link"))
            shapes += _drawn(box, x, middle, width)
    return drawing(tops[-1], shapes)


def _drawn(box: _Box, x: int, middle: int, width: int) -> Iterator[Shape]:
    lines = _lines(box, width)
    height = _height(box, width)
    yield rect(x, middle - height // 2, width, height, box.look, about=_cut(box, lines))
    yield text(x + _PAD, middle - height // 2 + _PAD + 12, lines, "on-box")


def _cut(box: _Box, lines: list[str]) -> str:
    """Give the words that did not fit, for who points at the box."""
    return box.words.replace("\n", "; ") if any(line.endswith("…") for line in lines) else ""


def _heading(column: str, teller: Teller) -> str:
    match column:
        case "outputs":
            return teller.text("Đầu ra", "Outputs")
        case "tasks":
            return teller.text("Nhiệm vụ", "Tasks")
        case "o0":
            return teller.text("Mục tiêu", "Objectives")
        case _:
            return teller.text("Mục tiêu cụ thể", "Specific objectives")


def _data(chain: Chain, teller: Teller) -> Piece | None:
    columns = (
        Column(teller.text("Mục tiêu", "Objective")),
        Column(teller.text("Đầu ra", "Outputs"), optional=True),
        Column(teller.text("Nhiệm vụ", "Tasks"), optional=True),
        Column(teller.text("Chỉ tiêu đo", "Indicators"), optional=True),
    )
    rows = []
    for one in chain.objectives.values():
        outputs = chain.outputs_of.get(one.id, ())
        served = [one.id, *(output.id for output in outputs)]
        tasks = dict.fromkeys(task.id for name in served for task in chain.serving.get(name, ()))
        measuring = chain.measuring.get(one.id, ())
        if is_crowded(teller.plan):
            rows.append(entry(one.statement, *(teller.say(len(things)) if things else "" for things in (outputs, tasks, measuring))))
        else:
            rows.append(
                entry(
                    one.statement,
                    "\n".join(output.title for output in outputs),
                    teller.task_numbers(tasks),
                    "\n".join(indicator.name for indicator in measuring),
                )
            )
    return table(columns, rows)
