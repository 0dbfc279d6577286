"""SIT013: an option that does not say what it serves or how."""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each option without objectives or actions; in an annual plan it is a note."""
    severity = Severity.NOTE if plan.kind is PlanKind.ANNUAL else None
    for option in plan.options:
        lacking = (*(() if option.objectives else (_OBJECTIVES,)), *(() if option.actions else (_ACTIONS,)))
        if lacking:
            path = option.at("actions" if option.objectives else "objectives")
            yield Finding(path=path, values={"id": option.id, "lacking": lacking}, severity=severity, subject=option.id)


_OBJECTIVES = Text(vi="phục vụ mục tiêu nào", en="which objectives it serves")
_ACTIONS = Text(vi="bằng hành động nào", en="by what actions")

RULE = Rule(
    code="SIT013",
    name="option-without-actions",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="phương án {id} chưa nêu {lacking}", en="the option {id} does not say {lacking}"),
    why=Text(
        vi="Phương án là cách đi đến mục tiêu: phải biết đến mục tiêu nào, bằng những hành động nào.",
        en="An option is a way to objectives: it must say to which, and by what actions.",
    ),
    fix=Text(vi="Ghi `objectives:` và `actions:` cho phương án.", en="Write `objectives:` and `actions:` for the option."),
    source="S2-B5",
    lacks=Text(vi="mục tiêu và hành động của phương án", en="the objectives and actions of options"),
    reads=("..actions", "..objectives"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC)),
    check=check,
)
