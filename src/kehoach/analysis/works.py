"""The tasks and actions of a plan in one row."""

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, Task

Work: TypeAlias = Task | Action


class Placed(NamedTuple):
    """A task, or an action with the task it is a part of."""

    work: Work
    task: Task


@lru_cache(maxsize=4)
def works(plan: Plan) -> tuple[Placed, ...]:
    """List every task, each followed by its actions; the rules of one plan share one list."""
    return tuple(placed for task in plan.tasks for placed in (Placed(task, task), *(Placed(action, task) for action in task.actions)))
