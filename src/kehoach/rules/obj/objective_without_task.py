"""OBJ004: an objective that no task carries."""

from collections.abc import Iterator

from kehoach.analysis.chain import results_chain
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each objective that no task serves, itself or through its outputs; one above others is carried by them."""
    chain = results_chain(plan)
    for objective in chain.leaves():
        if not chain.is_carried(objective.id):
            yield Finding(path=objective.at("id"), at_key=True, values={"id": objective.id}, subject=objective.id)


RULE = Rule(
    code="OBJ004",
    name="objective-without-task",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa có nhiệm vụ nào thực hiện mục tiêu {id}", en="no task carries the objective {id}"),
    why=Text(
        vi="Mục tiêu không có việc làm đi kèm thì chỉ là mong muốn.",
        en="An objective that nothing is done for is only a wish.",
    ),
    fix=Text(
        vi="Ghi mã của mục tiêu, hoặc của một đầu ra thuộc mục tiêu, vào `serves` của một nhiệm vụ.",
        en="Write the id of the objective, or of an output of it, in `serves` of a task.",
    ),
    source="S1-1",
    lacks=Text(vi="nhiệm vụ thực hiện mục tiêu", en="a task for the objective"),
    reads=(
        "objectives.*.parent",
        "outputs.*.id",
        "outputs.*.objective",
        "tasks.*.id",
        "tasks.*.serves",
        "tasks.*.actions.*.serves",
    ),
    check=check,
)
