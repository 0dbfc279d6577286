"""MON004: an indicator that does not say what is to be reached."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each indicator without any target value."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        if all(target.value is None for target in indicator.targets):
            yield Finding(path=indicator.at("targets"), values={"id": indicator.id}, subject=indicator.id)


RULE = Rule(
    code="MON004",
    name="indicator-without-target",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chỉ tiêu {id} chưa có mức phấn đấu", en="the indicator {id} has no target"),
    why=Text(
        vi="Chỉ tiêu không có mức phấn đấu thì cuối kỳ không kết luận được đạt hay không đạt.",
        en="Without a target nobody can say at the end whether it was reached.",
    ),
    fix=Text(
        vi="Ghi `targets:` với `value` và `date`.",
        en="Write `targets:` with `value` and `date`.",
    ),
    source="S1-4",
    lacks=Text(vi="mức phấn đấu của chỉ tiêu", en="the target of an indicator"),
    reads=(".",),
    check=check,
)
