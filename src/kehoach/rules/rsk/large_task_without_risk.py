"""RSK005: a costly or critical task that no risk affects."""

from collections.abc import Iterator

from kehoach.analysis.budget import Budget, budget
from kehoach.analysis.schedule import critical_path
from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule
from kehoach.values.money import exact_sum


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the tasks of the costliest tenth or the critical path that stand in no risk."""
    affected = {name for risk in plan.risks for name in risk.affects}
    costly, critical = _costliest(plan, budget(plan)) - affected, frozenset(critical_path(plan)) - affected
    if not costly and not critical:
        return
    for task in dict.fromkeys(task for work, task in works(plan) if task.id in costly or work.id in critical):
        if affected.isdisjoint((task.id, *[action.id for action in task.actions])):
            because = _COSTLY if task.id in costly else _CRITICAL
            yield Finding(path=task.at("id"), values={"id": task.id, "because": because}, subject=task.id)


def _costliest(plan: Plan, money: Budget) -> frozenset[str]:
    """Find the tenth of the tasks with money, rounded up, that takes most."""
    costs = {name: taken[0].value if len(taken) == 1 else exact_sum(cost.value for cost in taken) for name, taken in money.by_task.items()}
    paid = sorted([task.id for task in plan.tasks if costs.get(task.id)], key=costs.__getitem__, reverse=True)
    return frozenset(paid[: -(-len(paid) // _TENTH)])


_TENTH = 10
_COSTLY = Text(vi="tốn kém nhất", en="the costliest")
_CRITICAL = Text(vi="quyết định ngày kết thúc (đường găng)", en="those that decide when the plan ends (the critical path)")

RULE = Rule(
    code="RSK005",
    name="large-task-without-risk",
    nature=MISSING,
    severities=NOTE,
    message=Text(
        vi="nhiệm vụ {id} thuộc nhóm {because} mà không rủi ro nào nhắc đến",
        en="the task {id} is among {because} and stands in no risk",
    ),
    why=Text(
        vi="Việc lớn mà hỏng thì kéo theo cả kế hoạch; nên hỏi điều gì có thể làm hỏng nó.",
        en="When a large task fails the plan fails with it; it is worth asking what could make it fail.",
    ),
    fix=Text(
        vi="Ghi {id} trong `affects:` của một rủi ro, hoặc thêm rủi ro của nhiệm vụ này.",
        en="Write {id} in the `affects:` of a risk, or add what may go wrong with it.",
    ),
    source="S0-5",
    lacks=Text(vi="rủi ro của nhiệm vụ lớn", en="the risks of large tasks"),
    reads=("risks.*.affects", "tasks.*.needs", "tasks.*.actions.*.needs", "tasks.*.after", "tasks.*.end"),
    check=check,
)
