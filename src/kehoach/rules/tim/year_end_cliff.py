"""TIM008: too much that ends on the last day."""

from collections.abc import Iterator

from kehoach.analysis.span import end_path
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import NOTE, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report once when more than a third of the dated tasks end on the last day of the period."""
    ends = [(task, end) for task in plan.tasks if task.recurring is None and (end := task.end or task.date) is not None]
    last = [task for task, end in ends if end.last == plan.period.last]
    if len(ends) >= _FEWEST and len(last) * _THIRD > len(ends):
        first, *others = last
        yield Finding(
            path=end_path(first),
            values={"count": len(last), "dated": len(ends), "day": plan.period.last},
            related=tuple(Related(end_path(task), _ALSO, {"id": task.id}) for task in others[:_MOST]),
            subject=first.id,
        )


_FEWEST = 3  # of two tasks one on the last day says nothing
_THIRD = 3
_MOST = 3
_ALSO = Text(vi="{id} cũng kết thúc ngày đó", en="{id} ends on that day too")

RULE = Rule(
    code="TIM008",
    name="year-end-cliff",
    nature=WRONG,
    severities=NOTE,
    message=Text(
        vi="{count} trên {dated} nhiệm vụ có thời hạn kết thúc đúng ngày cuối kỳ {day}",
        en="{count} of {dated} dated tasks end on the last day of the period, {day}",
    ),
    why=Text(
        vi="Dồn việc vào ngày cuối kỳ thường là chưa định thời hạn thật, và không còn ngày nào để bù khi chậm.",
        en="Ends on the last day are often no real deadlines, and leave no day to make up for a delay.",
    ),
    fix=Text(
        vi="Định thời hạn thật của từng nhiệm vụ, sớm hơn ngày cuối kỳ.", en="Set the real deadline of each task, before the last day."
    ),
    source="S0-4",
    reads=("period", "tasks.*.end", "tasks.*.date", "tasks.*.recurring"),
    check=check,
)
