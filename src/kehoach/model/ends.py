"""When a task or an action of another plan ends, with its place."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.model.spot import NAMED, Spot, way
from kehoach.values.dates import PlanDate, read_date
from kehoach.values.kind import Frame


class End(NamedTuple):
    """When a task or an action ends."""

    id: str
    end: PlanDate
    spot: Spot


def written(name: str, end: PlanDate) -> str:
    """Write when a task or an action ends, to stand where its spot says a pointer."""
    return f"{name} {end.iso()}"


def by_id(ends: Sequence[str]) -> Mapping[str, str]:
    """Find ends by the ids of what ends; of an id that is written twice, the first."""
    return {row.partition(NAMED)[2].partition(" ")[0]: row for row in reversed(ends)}


def end_of(name: str, ends: Mapping[str, str]) -> End | None:
    """Find when a task or an action ends; none where the plan has no such thing, or it has no end."""
    spot = Spot(ends.get(name, ""))
    if not spot:
        return None
    path = spot.path
    names = [name] if len(path) <= _OF_TASK else [_task(path, ends) or name, "actions", name]
    steady = "/".join(("", "tasks", *names, str(path[-1])))
    end = spot.steady.partition(" ")[2]
    return End(name, read_date(end, Frame()), Spot.of(path, spot.place, steady))


def _task(path: KeyPath, ends: Mapping[str, str]) -> str | None:
    """Find the id of the task that a date is in, where it ends itself."""
    head = f"{way(path[:2])}/"
    return next((name for name, row in ends.items() if row.startswith(head) and len(Spot(row).path) == _OF_TASK), None)


_OF_TASK = 3  # keys that lead to a date of a task; to one of an action there are more
