"""RSK005: a costly task that no risk affects."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Need, Task
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule
from kehoach.values.money import Amount, total


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the tasks in the top tenth of cost that stand in no risk."""
    affected = {name for risk in plan.risks for name in risk.affects}
    costs = sorted(((cost, task) for task in plan.tasks if (cost := _cost(task)).value > 0), key=_by_cost, reverse=True)
    for cost, task in costs[: (len(costs) + _TENTH - 1) // _TENTH]:
        if affected.isdisjoint((task.id, *(action.id for action in task.actions))):
            yield Finding(path=task.at("id"), at_key=True, values={"id": task.id, "cost": cost}, subject=task.id)


def _by_cost(pair: tuple[Amount, Task]) -> Decimal:
    return pair[0].value


def _cost(task: Task) -> Amount:
    """Add up the đồng that a task and its actions take; money abroad is left out."""
    amounts = [_amount(need) for work in (task, *task.actions) for need in work.needs]
    return total([amount for amount in amounts if amount is not None and amount.currency == "VND"])


def _amount(need: Need) -> Amount | None:
    if need.amount is None and need.rate is not None and need.quantity is not None:
        return need.rate.times(need.quantity)
    return need.amount


_TENTH = 10

RULE = Rule(
    code="RSK005",
    name="large-task-without-risk",
    nature=MISSING,
    severities=NOTE,
    message=Text(
        vi="nhiệm vụ {id} thuộc nhóm tốn kém nhất ({cost}) mà không rủi ro nào nhắc đến",
        en="the task {id} is among the costliest ({cost}) and stands in no risk",
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
    reads=("risks.*.affects", "tasks.*.needs", "tasks.*.actions.*.needs"),
    check=check,
)
