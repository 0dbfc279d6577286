"""The tasks and actions of a plan in one row."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, CoOwner, Task
from kehoach.remembered import remembered

Work: TypeAlias = Task | Action


class Placed(NamedTuple):
    """A task, or an action with the task it is a part of."""

    work: Work
    task: Task


@remembered
def works(plan: Plan) -> tuple[Placed, ...]:
    """List every task, each followed by its actions; the rules of one plan share one list."""
    found: list[Placed] = []
    for task in plan.tasks:
        found.append(_NEW(Placed, (task, task)))
        if task.actions:
            found += [_NEW(Placed, (action, task)) for action in task.actions]
    return tuple(found)


@remembered
def works_by_id(plan: Plan) -> Mapping[str, Placed]:
    """Find every task and action by its id; of an id that is written twice, the last."""
    return {placed.work.id: placed for placed in works(plan)}


@remembered
def leads(plan: Plan) -> Mapping[str, tuple[Work | CoOwner, Work]]:
    """Find each body that leads something or shares the lead: where it first does, and in which task or action."""
    found: dict[str, tuple[Work | CoOwner, Work]] = {}
    for work, _task in works(plan):
        if work.owner is not None and work.owner not in found:
            found[work.owner] = (work, work)
        for sharer in work.co_owners:
            if sharer.owner is not None and sharer.owner not in found:
                found[sharer.owner] = (sharer, work)
    return found


_NEW = tuple.__new__  # a named tuple's own constructor takes twice as long
