"""OBJ005: an objective whose tasks have nothing to work with."""

from collections.abc import Iterator

from kehoach.analysis.chain import results_chain
from kehoach.analysis.funding import is_funded
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each objective that has tasks, but none of them with resources or the regular budget."""
    chain = results_chain(plan)
    for objective in chain.leaves():
        tasks = chain.tasks_for(objective.id)
        if tasks and not any(is_funded(task) for task in tasks):
            yield Finding(
                path=objective.at("id"),
                at_key=True,
                values={"id": objective.id, "tasks": tuple(task.id for task in tasks)},
                subject=objective.id,
            )


RULE = Rule(
    code="OBJ005",
    name="unfunded-objective",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="mục tiêu {id} chưa có kinh phí: các nhiệm vụ {tasks} không ghi nguồn lực nào",
        en="the objective {id} has no money: the tasks {tasks} name no resources",
    ),
    why=Text(
        vi="Không thể lập kế hoạch mà không có nguồn lực.",
        en="There is no planning without resources.",
    ),
    fix=Text(
        vi="Ghi `needs` cho nhiệm vụ, hoặc `within_regular_budget: true` nếu dùng chi thường xuyên.",
        en="Write `needs` in the tasks, or `within_regular_budget: true` where the regular budget pays.",
    ),
    source="S1-3",
    lacks=Text(vi="kinh phí cho mục tiêu", en="money for the objective"),
    reads=(
        "objectives.*.parent",
        "outputs.*.id",
        "outputs.*.objective",
        "tasks.*.id",
        "tasks.*.serves",
        "tasks.*.needs",
        "tasks.*.total",
        "tasks.*.within_regular_budget",
        "tasks.*.actions.*.serves",
        "tasks.*.actions.*.needs",
        "tasks.*.actions.*.total",
        "tasks.*.actions.*.within_regular_budget",
    ),
    check=check,
)
