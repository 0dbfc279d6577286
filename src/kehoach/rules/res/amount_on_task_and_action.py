"""RES014: money on a task and on its actions."""

from collections.abc import Iterator

from kehoach.analysis.budget import budget
from kehoach.analysis.costs import has_money
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task whose money would be counted twice."""
    for task in budget(plan).doubled:
        actions = [action for action in task.actions if has_money(action)]
        yield Finding(
            path=task.at("needs"),
            values={"id": task.id, "actions": tuple(action.id for action in actions)},
            related=tuple(Related(action.at("needs"), _ALSO, {"id": action.id}) for action in actions[:_MOST]),
            subject=task.id,
        )


_MOST = 3
_ALSO = Text(vi="tiền của hành động {id}", en="the money of the action {id}")

RULE = Rule(
    code="RES014",
    name="amount-on-task-and-action",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="nhiệm vụ {id} ghi tiền ở cả nhiệm vụ và hành động ({actions})",
        en="the task {id} has money on itself and on its actions ({actions})",
    ),
    why=Text(
        vi="Ghi hai nơi thì không biết cộng cả hai hay một; các tổng chỉ tính phần ghi ở nhiệm vụ.",
        en="With money in both places nobody knows whether to add it; sums count what stands on the task alone.",
    ),
    fix=Text(
        vi="Chỉ để `needs` ở nhiệm vụ hoặc ở các hành động; tổng của nhiệm vụ ghi ở `total`.",
        en="Keep `needs` on the task or on its actions; write the sum of the task in `total`.",
    ),
    source="format",
    check=check,
)
