"""COO001: a plan that does not say how the parties work together."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that nothing of the mechanism is there; what passes between plans is no mechanism."""
    coordination = plan.coordination
    if coordination is None or not any(
        (coordination.lead, coordination.body, coordination.meetings, coordination.information, coordination.escalation)
    ):
        yield Finding(path=plan.at("coordination"))


RULE = Rule(
    code="COO001",
    name="no-coordination",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có cơ chế điều phối", en="the plan has no coordination mechanism"),
    why=Text(
        vi="Nhiều bên cùng làm mà không thống nhất ai đầu mối, họp và báo cáo thế nào thì việc chung không ai lo.",
        en="Where many work together and nobody has agreed who leads, meets and reports, the common work is left to chance.",
    ),
    fix=Text(
        vi="Ghi trong `coordination`: `lead`, `meetings`, `information` và `escalation`.",
        en="Write `lead`, `meetings`, `information` and `escalation` in `coordination`.",
    ),
    source="S0-7",
    lacks=Text(vi="cơ chế điều phối", en="a coordination mechanism"),
    silences=("COO",),
    check=check,
)
