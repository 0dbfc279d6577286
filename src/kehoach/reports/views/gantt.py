"""Bars in time: each with a name, a first day and so many days, fit for a chart of any format."""

from datetime import date

from kehoach.analysis.span import spans
from kehoach.reports.views import work
from kehoach.reports.views.pieces import Piece
from kehoach.reports.views.size import is_crowded, task_count
from kehoach.reports.views.tasks import grouped
from kehoach.reports.views.telling import Teller
from kehoach.values.text import short

_LONGEST_NAME = 70
_SHORT = 100  # days; in a longer plan months are enough
_LONGEST_SECTION = 36  # what stands beside the bars


def gantt(teller: Teller) -> Piece | None:
    """Give the bars of the tasks, of a crowded plan those of its groups."""
    found = scheduled(teller)
    if found is None or not is_crowded(teller.plan):
        return found
    return found | {"sections": [_gathered(one, teller) for one in found["sections"]]}


def _gathered(section: Piece, teller: Teller) -> Piece:
    """Put one bar in place of all those of a section."""
    bars = section["bars"]
    if not bars:
        return section
    first, last = (date.fromisoformat(day) for day in (min(bar["first"] for bar in bars), max(bar["last"] for bar in bars)))
    name = task_count(len(bars), teller)
    return section | {"bars": [_bar(name, first, last) | {"when": ""}]}


def scheduled(teller: Teller) -> Piece | None:
    """Give the bars of the tasks by phase or objective; what has no dates at all is counted, not drawn."""
    plan = teller.plan
    when = spans(plan)
    undated = 0
    sections = []
    for title, tasks in grouped(teller).items():
        bars = []
        for task in tasks:
            start, end = when[task.id]
            if start is None and end is None:
                undated += 1
                continue
            first = start.first if start else plan.period.first
            last = end.last if end else plan.period.last
            bar = _bar(f"{teller.number(task.id)}. {task.title}", first, max(first, last))
            bars.append(bar | {"when": work.when(task, teller)})
        if bars:
            sections.append({"name": short(title, _LONGEST_SECTION), "title": title, "bars": bars})
    points = [
        {"name": short(one.title, _LONGEST_NAME), "title": one.title, "day": one.date.last.isoformat(), "when": str(teller.due(one.date))}
        for one in (plan.timelines.milestones if plan.timelines else ())
        if one.date
    ]
    if points:
        name = teller.text("Các mốc", "Milestones")
        sections.append({"name": name, "title": name, "bars": [], "points": points})
    if not sections:
        return None
    return {
        "title": teller.text("Tiến độ nhiệm vụ", "Schedule of tasks"),
        "axis": "%d/%m/%Y" if (plan.period.last - plan.period.first).days < _SHORT else "%m/%Y",
        "sections": [{"points": [], **one} for one in sections],
        "undated": undated,
        "note": _note(undated, teller),
    }


def _bar(name: str, first: date, last: date) -> Piece:
    days = {"first": first.isoformat(), "last": last.isoformat(), "days": (last - first).days + 1}
    return {"name": short(name, _LONGEST_NAME), "title": name, **days}


def _note(undated: int, teller: Teller) -> str:
    if not undated:
        return ""
    return teller.text("{count} nhiệm vụ chưa có thời gian, không vẽ.", "Tasks without dates, not drawn: {count}.", count=undated)
