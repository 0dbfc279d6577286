import pytest

from expressions.plans import PLAN
from kehoach.expressions.expression import compile_expression
from kehoach.model.tasks import Task

TASK = PLAN.tasks[1]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("1 < 2", set()),
        ("task.owner == none", {"tasks/1/owner"}),
        ("task.beneficiaries.women > 0", {"tasks/1/beneficiaries/", "tasks/1/beneficiaries/women"}),
        ("count(task.needs) > 0", {"tasks/1/needs/*/"}),
        ("any(n.amount == none for n in task.needs if n.fund)", {"tasks/1/needs/*/", "tasks/1/needs/*/amount", "tasks/1/needs/*/fund"}),
        ("task.need > money('1 đồng')", {"tasks/1/needs", "tasks/1/actions/*/needs", "resources/rates"}),
        ("any(r.owner == none for r in task.risks)", {"risks/*/affects", "risks/*/owner"}),
        ("'prepare' in plan.process.steps", {"process/", "process/steps/*/"}),
        ("plan.period < date('2026')", {"period"}),
        ("any(x.owner == none for x in [task])", {"tasks/1/owner"}),
        (
            "-1 < min(1, 2) or not plan.swot_complete",
            {f"situation/{key}" for key in ("strengths", "weaknesses", "opportunities", "threats")},
        ),
    ],
)
def test_what_an_expression_looks_at(text: str, reads: set[str]) -> None:
    expression = compile_expression(text, {"task": Task})

    assert {"/".join(map(str, path)) for path in expression.reads({"task": TASK})} == reads
