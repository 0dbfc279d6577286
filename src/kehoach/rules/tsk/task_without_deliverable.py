"""TSK003: a task that does not say what comes out of it."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task without deliverable, neither its own nor one of a milestone or an action."""
    for task in plan.tasks:
        if not _delivers(task):
            yield Finding(path=task.at("deliverable"), values={"id": task.id, "title": task.title}, subject=task.id)


def _delivers(task: Task) -> bool:
    if task.deliverable:
        return True
    works = (task, *task.actions)
    return any(work.deliverable or any(milestone.deliverable for milestone in work.milestones) for work in works)


RULE = Rule(
    code="TSK003",
    name="task-without-deliverable",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="nhiệm vụ {id} chưa ghi sản phẩm", en="the task {id} names no deliverable"),
    why=Text(
        vi="Sản phẩm cho biết khi nào nhiệm vụ xong và nghiệm thu cái gì.",
        en="The deliverable tells when a task is done, and what is accepted.",
    ),
    fix=Text(
        vi="Ghi `deliverable:` cho nhiệm vụ hoặc cho từng mốc của nó.",
        en="Write `deliverable:` in the task or in its milestones.",
    ),
    source="S0-1",
    lacks=Text(vi="sản phẩm của nhiệm vụ", en="the deliverable of a task"),
    reads=(
        "..milestones.*.deliverable",
        "..actions.*.deliverable",
        "..actions.*.milestones.*.deliverable",
    ),
    check=check,
)
