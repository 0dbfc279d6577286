"""Whether anything is set aside for a task."""

from kehoach.analysis.works import works
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task


def is_funded(task: Task) -> bool:
    """Tell whether a task or one of its actions names money, means in kind or the regular budget."""
    return bool(task.needs) or any(work.needs or work.total is not None or work.within_regular_budget for work in (task, *task.actions))


def takes_money(plan: Plan) -> bool:
    """Tell whether a task or an action of the plan takes money of its own."""
    return any(
        need.fund is not None or need.amount is not None or need.rate is not None for work, _task in works(plan) for need in work.needs
    )
