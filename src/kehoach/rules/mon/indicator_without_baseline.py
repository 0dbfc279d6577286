"""MON003: an indicator that does not say where it starts."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Expresses
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each indicator of a level without the value at the start; a change starts from nothing."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        is_there = indicator.baseline is not None and indicator.baseline.value is not None
        if not is_there and indicator.expresses is not Expresses.CHANGE:
            yield Finding(path=indicator.at("baseline", "value"), values={"id": indicator.id}, subject=indicator.id)


RULE = Rule(
    code="MON003",
    name="indicator-without-baseline",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chỉ tiêu {id} chưa có giá trị gốc", en="the indicator {id} has no baseline"),
    why=Text(
        vi="Không biết xuất phát từ đâu thì không biết mức phấn đấu cao hay thấp, và không đo được tiến bộ.",
        en="Without the value at the start nobody can tell how far the target is, nor measure any progress.",
    ),
    fix=Text(
        vi="Ghi `baseline:` với `value` và `date`.",
        en="Write `baseline:` with `value` and `date`.",
    ),
    source="S0-0a; S1-4",
    lacks=Text(vi="giá trị gốc của chỉ tiêu", en="the baseline of an indicator"),
    reads=("...expresses",),
    check=check,
)
