"""When tasks and actions run, as far as their dates say."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach.analysis.works import Placed, Work, works
from kehoach.diagnostics import KeyPath
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.remembered import remembered
from kehoach.values.dates import PlanDate


class Span(NamedTuple):
    """A start and an end, each of which may be unknown or known to the quarter only."""

    start: PlanDate | None
    end: PlanDate | None

    @property
    def latest_start(self) -> date | None:
        """The last day on which it can start: no later than it can end."""
        if self.start is None or self.end is None:
            known = self.start or self.end
            return None if known is None else known.last
        return self.start.last if self.is_backwards else min(self.start.last, self.end.last)

    @property
    def earliest_end(self) -> date | None:
        """The first day on which it can be over: no sooner than it can start."""
        if self.start is None or self.end is None:
            known = self.end or self.start
            return None if known is None else known.first
        return self.end.first if self.is_backwards else max(self.end.first, self.start.first)

    @property
    def is_backwards(self) -> bool:
        """Whether every choice of days ends it before it starts."""
        return self.start is not None and self.end is not None and self.end.certainly_before(self.start)

    @property
    def years(self) -> range | None:
        """The calendar years that it may touch; none where either side is open."""
        if self.start is None or self.end is None:
            return None
        return range(self.start.first.year, self.end.last.year + 1)


def span(placed: Placed) -> Span:
    """Give the dates of a task or action; what an action leaves out is its task's."""
    own = own_span(placed.work)
    if placed.work is placed.task or (own.start and own.end):
        return own
    inherited = own_span(placed.task)
    return Span(own.start or inherited.start, own.end or inherited.end)


def own_span(work: Work) -> Span:
    """Give the dates that stand on the task or action itself; an event starts and ends on its date."""
    return _NEW(Span, (work.start or work.date, work.end or work.date))


@remembered
def dated(plan: Plan) -> tuple[tuple[Work, Task, Span], ...]:
    """List every task and action with the task it is a part of and its dates, in the order of `works`."""
    found: list[tuple[Work, Task, Span]] = []
    for placed in works(plan):
        work, task = placed
        start, end = work.start or work.date, work.end or work.date
        own = work is task or (start and end)
        found.append((work, task, _NEW(Span, (start, end)) if own else span(placed)))
    return tuple(found)


@remembered
def spans(plan: Plan) -> Mapping[str, Span]:
    """Give the dates of every task and action by its id."""
    return {work.id: dates for work, _task, dates in dated(plan)}


def start_path(work: Work) -> KeyPath:
    """Lead to the date on which it starts."""
    return work.at("start" if work.start or not work.date else "date")


def end_path(work: Work) -> KeyPath:
    """Lead to the date on which it ends."""
    return work.at("end" if work.end or not work.date else "date")


_NEW = tuple.__new__  # a named tuple's own constructor takes twice as long
