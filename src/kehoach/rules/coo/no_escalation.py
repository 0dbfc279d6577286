"""COO005: a coordination mechanism that does not say where a problem goes."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that no way up is agreed."""
    if plan.coordination is not None and not plan.coordination.escalation:
        yield Finding(path=plan.coordination.at("escalation"))


RULE = Rule(
    code="COO005",
    name="no-escalation",
    nature=MISSING,
    severities=NOTE,
    message=Text(
        vi="cơ chế điều phối chưa nói vướng mắc thì báo cho ai, trong bao lâu",
        en="the coordination mechanism does not say to whom a problem goes, and how soon",
    ),
    why=Text(
        vi="Vướng mắc vượt thẩm quyền mà không có nơi nhận thì nằm yên tại chỗ.",
        en="A problem that is beyond somebody's powers stays where it is unless it is known who takes it up.",
    ),
    fix=Text(
        vi="Ghi `coordination.escalation` với `when`, `to` và `within_days`.",
        en="Write `coordination.escalation` with `when`, `to` and `within_days`.",
    ),
    source="S0-7",
    lacks=Text(vi="quy định báo cáo vượt cấp khi vướng mắc", en="a rule for escalation"),
    check=check,
)
