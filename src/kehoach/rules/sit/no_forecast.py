"""SIT006: a main indicator without a forecast."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, NOTE_THEN_WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each main indicator that is not forecast, or by no method."""
    forecasts = plan.situation.forecasts if plan.situation else ()
    forecast = {each.indicator for each in forecasts if each.values and each.method}
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        if indicator.key and indicator.id not in forecast:
            yield Finding(path=indicator.at("key"), values={"id": indicator.id}, subject=indicator.id)


RULE = Rule(
    code="SIT006",
    name="no-forecast",
    nature=MISSING,
    severities=NOTE_THEN_WARNING,
    message=Text(vi="chỉ tiêu chủ yếu {id} chưa có dự báo kèm phương pháp", en="the main indicator {id} has no forecast with its method"),
    why=Text(
        vi="Chỉ tiêu đặt ra mà không có dự báo thì không biết là vừa sức, quá cao hay tự nó cũng đạt.",
        en="Without a forecast nobody knows whether a target is in reach, too high, or reached without any plan.",
    ),
    fix=Text(
        vi="Thêm vào `situation.forecasts` một mục có `indicator`, `method`, `values`.",
        en="Add to `situation.forecasts` an entry with `indicator`, `method` and `values`.",
    ),
    source="S3",
    lacks=Text(vi="dự báo chỉ tiêu chủ yếu", en="a forecast of the main indicators"),
    reads=("situation.forecasts",),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC, PlanKind.SECTOR)),
    check=check,
)
