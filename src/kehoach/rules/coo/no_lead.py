"""COO002: a coordination mechanism that nobody leads."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that the coordination has no leading body."""
    if plan.coordination is not None and plan.coordination.lead is None:
        yield Finding(path=plan.coordination.at("lead"))


RULE = Rule(
    code="COO002",
    name="no-lead",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="cơ chế điều phối chưa có đơn vị đầu mối", en="the coordination mechanism has no lead"),
    why=Text(
        vi="Phải có một đơn vị đôn đốc, tổng hợp và quyết định khi các bên vướng nhau.",
        en="Somebody must urge, bring together and decide where the parties get stuck.",
    ),
    fix=Text(
        vi="Ghi `coordination.lead` là mã của một đơn vị trong `owners`.",
        en="Write `coordination.lead` with the id of a body in `owners`.",
    ),
    source="S0-7",
    lacks=Text(vi="đơn vị đầu mối điều phối", en="a lead of the coordination"),
    check=check,
)
