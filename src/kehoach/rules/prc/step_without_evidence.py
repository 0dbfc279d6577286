"""PRC002: a step that was done without anything to prove it."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each step with a date and no file of evidence."""
    for name, step in plan.process.steps.items() if plan.process else ():
        if step.done is not None and not step.evidence:
            yield Finding(path=step.at("evidence"), values={"id": name}, subject=name)


RULE = Rule(
    code="PRC002",
    name="step-without-evidence",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="bước {id} ghi là đã làm nhưng không có minh chứng", en="the step {id} was done, without any evidence"),
    why=Text(
        vi="Hội đồng nhân dân và cấp trên cần biên bản, quyết định, danh sách để tin rằng bước đó đã làm thật.",
        en="The council and the level above need minutes, decisions, lists to believe that the step was taken.",
    ),
    fix=Text(
        vi="Ghi `evidence:` với đường dẫn đến văn bản của bước.",
        en="Write `evidence:` with the path of the step's paper.",
    ),
    source="S4-1",
    lacks=Text(vi="minh chứng của bước đã làm", en="evidence of steps that were done"),
    reads=(".",),
    check=check,
)
