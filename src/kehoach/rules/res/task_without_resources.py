"""RES001: a task that says nothing about what it takes."""

from collections.abc import Iterator

from kehoach.analysis.funding import is_funded
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task with neither needs nor the regular budget, on itself or on its actions."""
    for task in plan.tasks:
        if not is_funded(task):
            yield Finding(
                path=task.at("needs"),
                values={"id": task.id},
                subject=task.id,
                reads=(
                    task.at("total"),
                    task.at("within_regular_budget"),
                    task.at("actions", "*", "needs"),
                    task.at("actions", "*", "total"),
                    task.at("actions", "*", "within_regular_budget"),
                ),
            )


RULE = Rule(
    code="RES001",
    name="task-without-resources",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="nhiệm vụ {id} chưa ghi nguồn lực", en="the task {id} names no resources"),
    why=Text(
        vi="Nhiệm vụ không có tiền, không có người, không có vật tư thì không làm được.",
        en="A task without money, people or material cannot be done.",
    ),
    fix=Text(
        vi="Ghi `needs` (nguồn, số tiền, năm), hoặc `within_regular_budget: true` nếu dùng chi thường xuyên.",
        en="Write `needs` (fund, amount, year), or `within_regular_budget: true` where the regular budget pays.",
    ),
    source="S0-3",
    lacks=Text(vi="nguồn lực", en="resources"),
    check=check,
)
