"""TIM010: a planning step taken after its day in the annual cycle."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.processes.recording import done
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each step that was certainly done after it was due; a step of two processes by the later day."""
    days = [
        (step.id, step.due.within(plan.period.first.year))
        for process in context.processes
        for step in process.node.steps
        if step.due is not None
    ]
    latest = {name: max(day for other, day in days if other == name) for name, _ in days}
    for name, day in latest.items():
        moment = done(name, plan)
        if moment is not None and moment.date.first > day:
            yield Finding(path=moment.path, values={"id": name, "done": moment.date, "due": day}, subject=name)


RULE = Rule(
    code="TIM010",
    name="late-in-cycle",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="bước {id} làm ngày {done}, sau hạn {due} của chu kỳ kế hoạch",
        en="the step {id} was done on {done}, after its day in the cycle, {due}",
    ),
    why=Text(
        vi="Kế hoạch làm muộn so với chu kỳ thì không kịp đối thoại với cấp trên và không vào được dự toán.",
        en="A plan that runs late against the cycle misses the dialogue with the level above and the budget.",
    ),
    fix=Text(
        vi="Sửa ngày nếu ghi sai; nếu đúng, năm sau bắt đầu sớm hơn.",
        en="Correct the date; if it is right, begin earlier next year.",
    ),
    source="S3",
    reads=("period",),
    check=check,
)
