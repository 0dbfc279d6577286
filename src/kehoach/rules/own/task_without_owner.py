"""OWN001: a task that nobody leads."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task without an owner; its actions inherit one."""
    for task in plan.tasks:
        if task.owner is None and not task.co_owners:
            yield Finding(path=task.at("owner"), values={"id": task.id, "title": task.title}, subject=task.id)


RULE = Rule(
    code="OWN001",
    name="task-without-owner",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="nhiệm vụ {id} chưa có đơn vị chủ trì", en="the task {id} has no owner"),
    why=Text(
        vi="Mỗi nhiệm vụ cần đúng một đơn vị chịu trách nhiệm; không ai đứng tên thì không ai làm.",
        en="Each task needs exactly one accountable body; what nobody leads, nobody does.",
    ),
    fix=Text(vi="Ghi `owner:` là mã của một đơn vị trong `owners`.", en="Write `owner:` with the id of a body in `owners`."),
    source="S0-2",
    lacks=Text(vi="đơn vị chủ trì", en="an owner"),
    reads=("..co_owners",),
    check=check,
)
