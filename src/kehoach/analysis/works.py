"""The tasks and actions of a plan in one row."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from kehoach.model.plan import Plan
from kehoach.model.tasks import Action, Task

Work: TypeAlias = Task | Action


class Placed(NamedTuple):
    """A task, or an action with the task it is a part of."""

    work: Work
    task: Task


def works(plan: Plan) -> Iterator[Placed]:
    """Walk every task, each followed by its actions."""
    for task in plan.tasks:
        yield Placed(task, task)
        for action in task.actions:
            yield Placed(action, task)
