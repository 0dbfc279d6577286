"""When a task or an action of another plan ends, with its place."""

from typing import NamedTuple

from kehoach.diagnostics import Place
from kehoach.model.extract import Details, Spot
from kehoach.values.dates import PlanDate, read_date
from kehoach.values.kind import Frame


class End(NamedTuple):
    """When a task or an action ends."""

    id: str
    end: PlanDate
    spot: Spot


def end_of(name: str, details: Details) -> End | None:
    """Find when a task or an action ends; none where the plan has no such thing, or it has no end."""
    row = next((row for row in details.ends if row[0] == name), None)
    if row is None:
        return None
    _, end, path, place = row
    task = next((other[0] for other in details.ends if other[2][:2] == path[:2] and len(other[2]) < len(path)), name)
    steady = "/".join(("", "tasks", task, *(("actions", name) if len(path) > _OF_TASK else ()), str(path[-1])))
    return End(name, read_date(end, Frame()), Spot(path, Place(*place), steady))


_OF_TASK = 3  # keys that lead to a date of a task; to one of an action there are more
