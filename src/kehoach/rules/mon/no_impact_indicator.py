"""MON006: indicators that stop at outputs."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import IndicatorLevel
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that there are indicators, and none of an outcome or an impact."""
    indicators = plan.monitoring.indicators if plan.monitoring else ()
    if indicators and not any(indicator.level in _BEYOND_OUTPUTS for indicator in indicators):
        yield Finding(path=plan.at("monitoring", "indicators"))


_BEYOND_OUTPUTS = frozenset((IndicatorLevel.IMPACT, IndicatorLevel.OUTCOME))

RULE = Rule(
    code="MON006",
    name="no-impact-indicator",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="chưa có chỉ tiêu nào ở mức kết quả hoặc tác động",
        en="no indicator is one of outcome or impact",
    ),
    why=Text(
        vi="Cơ chế theo dõi phải theo dõi tác động; đếm đầu ra chỉ cho biết đã làm, không cho biết đời sống có khá hơn không.",
        en="Monitoring is about impact; outputs tell what was done, not whether lives got better.",
    ),
    fix=Text(
        vi="Ghi `level: impact` hoặc `level: outcome` cho các chỉ tiêu như vậy, hoặc thêm một chỉ tiêu.",
        en="Write `level: impact` or `level: outcome` in such indicators, or add one.",
    ),
    source="S0-8",
    lacks=Text(vi="chỉ tiêu theo dõi tác động", en="an indicator of impact"),
    check=check,
)
