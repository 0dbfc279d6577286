"""The chain of linked tasks that decides when a plan ends, and how many days it can spare."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.analysis.graph import cycles, in_order
from kehoach.analysis.span import Span, span
from kehoach.analysis.works import Placed, works_by_id
from kehoach.model.plan import Plan
from kehoach.remembered import remembered


class Slot(NamedTuple):
    """When a task or action is planned: a start's first day, an end's last.

    `float_days` is how late it can be before a task that waits for it is moved or the period is over; below 0
    where it ends after the period.
    """

    start: date
    end: date
    float_days: int


class Planned(NamedTuple):
    """The first and last day of each task and action whose end is known, and how many days it can spare."""

    days: Mapping[str, tuple[date, date]]
    spare: Mapping[str, int]


class _Links(NamedTuple):
    after: Mapping[str, Sequence[str]]  # what each waits for, circles left out
    lags: Mapping[tuple[str, str], int]
    order: tuple[str, ...]  # what is waited for comes first


@remembered
def linked(plan: Plan) -> Mapping[str, Placed]:
    """Find, in the file's order, what waits for something or is waited for: all that a critical path may lead through."""
    every = works_by_id(plan)
    waiting = {name for name, placed in every.items() if placed.work.after}
    awaited = {other for name in waiting for other in every[name].work.after}
    return {name: placed for name, placed in every.items() if name in waiting or name in awaited} if waiting else {}


@remembered
def linked_spans(plan: Plan) -> Mapping[str, Span]:
    """Give the dates of all that is linked."""
    return {name: span(placed) for name, placed in linked(plan).items()}


@remembered
def planned_links(plan: Plan) -> Planned:
    """Work out when what is linked runs; what stands in a circle is left out."""
    return _planned(plan, _links(plan))


@remembered
def schedule(plan: Plan) -> Mapping[str, Slot]:
    """Give a slot to each task and action whose end is known; what stands in a circle has none."""
    days, spare = _planned(plan, _linked_up(plan, works_by_id(plan)))
    return {name: Slot(start, end, spare[name]) for name, (start, end) in days.items()}


@remembered
def critical_path(plan: Plan) -> tuple[str, ...]:
    """Give the ids of the longest chain of linked tasks with the least float; none where no tasks are linked."""
    if not linked(plan) or _is_last_spared(plan):
        return ()
    links, (days, spare) = _links(plan), planned_links(plan)
    pairs = [(name, other) for name in links.order if links.after[name] for other in links.after[name] if name in days and other in days]
    if not pairs:
        return ()
    least = min(spare[name] for pair in pairs for name in pair)
    lengths: dict[str, int] = {}
    before: dict[str, str] = {}
    for name, other in pairs:
        if spare[name] == spare[other] == least:
            length = lengths.setdefault(other, 1) + 1
            if length > lengths.get(name, 1):
                lengths[name], before[name] = length, other
    return _chain(max(lengths, key=lengths.__getitem__), before) if before else ()


@remembered
def circular_ones(plan: Plan) -> frozenset[str]:
    """Give the ids of the tasks and actions that wait for each other in a circle."""
    after = {name: placed.work.after for name, placed in linked(plan).items()}
    return frozenset(name for circle in cycles(after) for name in circle)


@remembered
def _links(plan: Plan) -> _Links:
    return _linked_up(plan, linked(plan))


def _is_last_spared(plan: Plan) -> bool:
    """Tell whether what ends last of all that is linked surely waits for nothing without a day between: no chain is critical then."""
    if circular_ones(plan):
        return False
    works, dates = linked(plan), linked_spans(plan)
    ends = {name: days.end.last for name, days in dates.items() if days.end is not None}
    pairs = [(name, other) for name in ends for other in works[name].work.after if other in ends]
    latest = max([ends[name] for pair in pairs for name in pair], default=None)
    for name, other in pairs:
        if ends[name] == latest:
            start, lag = dates[name].start, works[name].work.lags.get(other, 0)
            if start is None or ends[other] == latest or _gap(min(start.first, latest), ends[other], lag) <= 0:
                return False
    return True


def _linked_up(plan: Plan, things: Mapping[str, Placed]) -> _Links:
    circular = circular_ones(plan)
    sound = {name: placed.work for name, placed in things.items() if name not in circular}
    after = {name: tuple(other for other in work.after if other in sound) if work.after else () for name, work in sound.items()}
    lags = {(name, other): lag for name, work in sound.items() if work.lags for other, lag in work.lags.items()}
    return _Links(after, lags, in_order(after))


def _planned(plan: Plan, links: _Links) -> Planned:
    days, whole = _days(links, works_by_id(plan)), plan.period.last
    spare = {name: (whole - end).days for name, (_, end) in days.items()}
    for name in reversed(links.order):
        for other in links.after[name]:
            if name in days and other in days:
                gap = _gap(days[name][0], days[other][1], links.lags.get((name, other), 0))
                spare[other] = min(spare[other], spare[name] + max(gap, 0))
    return Planned(days, spare)


def _gap(start: date, end: date, lag: int) -> int:
    """Count the days between an end with the days to wait after it, and the start of what waits."""
    return (start - end).days - 1 - lag


def _days(links: _Links, every: Mapping[str, Placed]) -> dict[str, tuple[date, date]]:
    """Give the first and last day of what has an end; a start left out is the day after all it waits for."""
    days: dict[str, tuple[date, date]] = {}
    for name in links.order:
        begin, end = span(every[name])
        if end is None:
            continue
        last = end.last
        start = begin.first if begin else _after_all(name, last, links, days)
        days[name] = (min(start, last), last)
    return days


def _after_all(name: str, last: date, links: _Links, days: Mapping[str, tuple[date, date]]) -> date:
    waits = [days[other][1].toordinal() + 1 + links.lags.get((name, other), 0) for other in links.after[name] if other in days]
    return date.fromordinal(max(min(max(waits), last.toordinal()), 1)) if waits else last


def _chain(last: str, before: Mapping[str, str]) -> tuple[str, ...]:
    chain = [last]
    while chain[-1] in before:
        chain.append(before[chain[-1]])
    return tuple(reversed(chain))
