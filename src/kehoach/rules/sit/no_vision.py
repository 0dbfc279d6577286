"""SIT007: a plan without a vision."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a plan without a vision; in an annual one it is a note."""
    if plan.vision is None or not plan.vision.statement:
        yield Finding(path=("vision",), severity=Severity.NOTE if plan.kind is PlanKind.ANNUAL else None)


RULE = Rule(
    code="SIT007",
    name="no-vision",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa có tầm nhìn", en="the plan has no vision"),
    why=Text(
        vi="Tầm nhìn nói địa phương muốn thành nơi thế nào; mục tiêu từng kỳ phải dẫn về đó.",
        en="A vision says what the locality wants to become; the objectives of each period lead there.",
    ),
    fix=Text(vi="Ghi `vision:` với `statement` và `horizon`.", en="Write a `vision:` with `statement` and `horizon`."),
    source="S2-B3",
    lacks=Text(vi="tầm nhìn", en="a vision"),
    reads=("vision.statement",),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC)),
    check=check,
)
