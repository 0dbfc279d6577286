"""SIT010: an option that promises nothing."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each option without expected results; in an annual plan it is a note."""
    severity = Severity.NOTE if plan.kind is PlanKind.ANNUAL else None
    for option in plan.options:
        if not option.expected_results:
            yield Finding(path=option.at("expected_results"), values={"id": option.id}, severity=severity, subject=option.id)


RULE = Rule(
    code="SIT010",
    name="option-without-expected-results",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="phương án {id} chưa nêu kết quả mong đợi", en="the option {id} has no expected results"),
    why=Text(
        vi="Không nêu kết quả thì không so sánh được phương án này với phương án kia.", en="Without results the options cannot be compared."
    ),
    fix=Text(vi="Ghi `expected_results:` cho phương án.", en="Write `expected_results:` for the option."),
    source="S2-B5",
    lacks=Text(vi="kết quả mong đợi của phương án", en="the expected results of options"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC)),
    check=check,
)
