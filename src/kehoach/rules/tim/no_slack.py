"""TIM009: a chain of tasks that must not be late by a day."""

from collections.abc import Iterator

from kehoach.analysis.schedule import critical_path, planned_links
from kehoach.analysis.span import end_path
from kehoach.analysis.works import works_by_id
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import NOTE, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the critical path once, at its last task, when it has no day to spare."""
    path = critical_path(plan)
    if not path or planned_links(plan).spare[path[-1]] > 0:
        return
    every = works_by_id(plan)
    yield Finding(
        path=end_path(every[path[-1]].work),
        values={"chain": " → ".join(path), "day": plan.period.last},
        related=tuple(Related(end_path(every[name].work), _ON_IT, {"id": name}) for name in path[:-1]),
        subject=path[-1],
    )


_ON_IT = Text(vi="{id} không được chậm ngày nào", en="{id} must not be late")

RULE = Rule(
    code="TIM009",
    name="no-slack",
    nature=WRONG,
    severities=NOTE,
    message=Text(
        vi="chuỗi {chain} nối liền đến hết kỳ ({day}), không còn ngày dự phòng",
        en="the chain {chain} runs without a break to the end of the period ({day})",
    ),
    why=Text(
        vi="Chậm một ngày ở bất cứ việc nào trong chuỗi là cả kế hoạch chậm.",
        en="One day lost on any task of the chain makes the whole plan late.",
    ),
    fix=Text(
        vi="Rút ngắn hoặc tách một việc trong chuỗi, hoặc cho việc cuối kết thúc sớm hơn.",
        en="Shorten or split a task of the chain, or let the last one end sooner.",
    ),
    source="S0-4",
    reads=("period", "tasks.*.start", "tasks.*.end", "tasks.*.date", "tasks.*.after", "tasks.*.lags", "tasks.*.actions"),
    check=check,
)
