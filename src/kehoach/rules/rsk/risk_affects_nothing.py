"""RSK006: a risk that affects no task."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each risk without a task, where the plan has tasks."""
    for risk in plan.risks:
        if plan.tasks and not risk.affects:
            yield Finding(path=risk.at("affects"), values={"id": risk.id}, subject=risk.id)


RULE = Rule(
    code="RSK006",
    name="risk-affects-nothing",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="rủi ro {id} không gắn với nhiệm vụ nào", en="the risk {id} affects no task"),
    why=Text(
        vi="Không biết rủi ro đụng đến việc gì thì không tính được chậm bao lâu, tốn thêm bao nhiêu.",
        en="Unless it is known which work a risk strikes, neither delay nor cost can be worked out.",
    ),
    fix=Text(
        vi="Ghi `affects:` là mã các nhiệm vụ bị ảnh hưởng.",
        en="Write `affects:` with the ids of the tasks it strikes.",
    ),
    source="S0-5",
    lacks=Text(vi="nhiệm vụ bị rủi ro ảnh hưởng", en="the tasks that the risk affects"),
    reads=(".",),
    check=check,
)
