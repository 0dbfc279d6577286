"""PRC004: a stage that the process has not come to."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Stage
from kehoach.processes.recording import is_due_at, is_passed, is_settled
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report once the steps and gates that ought to be over; in a closed plan typed in for the record it is a note."""
    stage = context.stage
    names = [
        step.id
        for process in context.processes
        for step in process.node.steps
        if is_due_at(step.before_stage, stage) and not is_settled(step.id, plan)
    ]
    names += [
        gate.id
        for process in context.processes
        for gate in process.node.gates
        if is_due_at(gate.before_stage, stage) and not is_passed(gate, plan)
    ]
    if names:
        severity = Severity.NOTE if stage is Stage.CLOSED else None
        yield Finding(path=plan.at("stage"), values={"stage": stage.value, "ids": tuple(dict.fromkeys(names))}, severity=severity)


RULE = Rule(
    code="PRC004",
    name="stage-ahead-of-process",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="kế hoạch ở giai đoạn {stage} mà chưa xong: {ids}",
        en="the plan is at the stage {stage} while these are open: {ids}",
    ),
    why=Text(
        vi="Kế hoạch chỉ được trình, phê duyệt khi các bước trước đó của quy trình đã xong.",
        en="A plan is submitted and approved only after the steps of its process that come before.",
    ),
    fix=Text(
        vi="Ghi `done` và `evidence` của từng bước trong `process.steps` (hoặc `not_applicable` kèm lý do), hoặc lùi `stage`.",
        en="Write `done` and `evidence` of each step in `process.steps` (or `not_applicable` with the reason), or set `stage` back.",
    ),
    source="S4-6",
    reads=("process.steps", "process.gates"),
    check=check,
)
