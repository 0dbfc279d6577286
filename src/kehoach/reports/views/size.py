"""How much there is to tell."""

from kehoach.model.plan import Plan
from kehoach.reports.views.telling import Teller

_MOST = 200


def is_crowded(plan: Plan) -> bool:
    """Tell whether a plan has more tasks than can be told or drawn one by one."""
    return len(plan.tasks) > _MOST


def task_count(count: int, teller: Teller) -> str:
    """Say how many tasks."""
    return teller.text("{count} nhiệm vụ", "{count} tasks", count=count)
