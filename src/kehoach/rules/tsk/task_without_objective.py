"""TSK002: a task that leads to no objective."""

from collections.abc import Iterator

from kehoach.analysis.chain import results_chain, served_by
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task that serves nothing, or only outputs of no objective, where there are objectives to serve."""
    if not plan.objectives:
        return
    chain = results_chain(plan)
    without_objective = {name for name, output in chain.outputs.items() if output.objective is None}
    for task in plan.tasks:
        served = served_by(task)
        if without_objective.issuperset(served):
            outputs = [chain.outputs[name] for name in served]
            yield Finding(
                path=task.at("serves"),
                values={"id": task.id, "title": task.title},
                related=tuple(Related(output.at("id"), _LEADS_NOWHERE, {"id": output.id}) for output in outputs),
                subject=task.id,
            )


_LEADS_NOWHERE = Text(vi="đầu ra {id} chưa ghi mục tiêu", en="the output {id} names no objective")

RULE = Rule(
    code="TSK002",
    name="task-without-objective",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="nhiệm vụ {id} chưa gắn với mục tiêu nào", en="the task {id} leads to no objective"),
    why=Text(
        vi="Việc không phục vụ mục tiêu nào thì tốn nguồn lực mà không rõ để làm gì.",
        en="Work that serves no objective takes resources, and nobody can tell what for.",
    ),
    fix=Text(
        vi="Ghi vào `serves` mã của mục tiêu, hoặc của một đầu ra có `objective`.",
        en="Write the id of an objective in `serves`, or of an output that has an `objective`.",
    ),
    source="S1-1",
    lacks=Text(vi="mục tiêu mà nhiệm vụ phục vụ", en="the objective that a task serves"),
    reads=(".", "..actions.*.serves", "outputs.*.objective", "outputs.*.id"),
    check=check,
)
