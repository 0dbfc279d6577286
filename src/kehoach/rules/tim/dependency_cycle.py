"""TIM004: tasks that wait for each other in a circle."""

from collections.abc import Iterator

from kehoach.analysis.graph import cycles
from kehoach.analysis.schedule import circular_ones
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each cycle once, at its first member in the file's order."""
    if not circular_ones(plan):
        return
    works = {work.id: work for task in plan.tasks for work in (task, *task.actions)}
    for cycle in cycles({name: work.after for name, work in works.items()}):
        first, *others = cycle
        yield Finding(
            path=works[first].at("after"),
            values={"chain": " → ".join((*cycle, first))},
            related=tuple(Related(works[name].at("after"), _WAITS, {"id": name}) for name in others),
            subject=first,
        )


_WAITS = Text(vi="{id} cũng chờ", en="{id} waits too")

RULE = Rule(
    code="TIM004",
    name="dependency-cycle",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="các nhiệm vụ chờ nhau thành vòng: {chain}", en="the tasks wait for each other: {chain}"),
    why=Text(vi="Không nhiệm vụ nào trong vòng có thể bắt đầu.", en="None of them can ever start."),
    fix=Text(vi="Bỏ một liên kết `after` trong vòng.", en="Remove one of the `after` links."),
    source="S0-4",
    check=check,
)
