"""OBJ008: an output that no task produces."""

from collections.abc import Iterator

from kehoach.analysis.chain import results_chain
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each output that neither a task nor an action serves."""
    chain = results_chain(plan)
    for output in plan.outputs:
        if output.id not in chain.serving:
            yield Finding(path=output.at("id"), at_key=True, values={"id": output.id}, subject=output.id)


RULE = Rule(
    code="OBJ008",
    name="output-without-task",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa có nhiệm vụ nào tạo ra đầu ra {id}", en="no task produces the output {id}"),
    why=Text(
        vi="Đầu ra là sản phẩm của nhiệm vụ; không có nhiệm vụ thì không có đầu ra.",
        en="An output is what tasks produce; without a task there will be none.",
    ),
    fix=Text(
        vi="Ghi mã của đầu ra vào `serves` của nhiệm vụ tạo ra nó, hoặc bỏ đầu ra này.",
        en="Write the id of the output in `serves` of the task that produces it, or remove the output.",
    ),
    source="S0-1; S1-1",
    lacks=Text(vi="nhiệm vụ tạo ra đầu ra", en="a task for the output"),
    reads=("tasks.*.id", "tasks.*.serves", "tasks.*.actions.*.serves"),
    check=check,
)
