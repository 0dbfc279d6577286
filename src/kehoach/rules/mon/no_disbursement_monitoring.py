"""MON011: reports that follow the work and not the money."""

from collections.abc import Iterator

from kehoach.analysis.funding import takes_money
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Coverage
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report that tasks take money and no report covers how it is spent."""
    if plan.monitoring is None or not takes_money(plan):
        return
    if not any(Coverage.DISBURSEMENT in report.covers for report in plan.monitoring.reports):
        yield Finding(path=plan.monitoring.at("reports"))


RULE = Rule(
    code="MON011",
    name="no-disbursement-monitoring",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="chưa có báo cáo nào theo dõi giải ngân", en="no report covers the use of funds"),
    why=Text(
        vi="Theo dõi là theo dõi cả tiến độ và việc sử dụng nguồn vốn đã phân bổ.",
        en="Monitoring is about progress and about the use of the funds that were allocated.",
    ),
    fix=Text(
        vi="Thêm `disbursement` vào `covers` của một báo cáo trong `monitoring.reports`.",
        en="Add `disbursement` to `covers` of a report in `monitoring.reports`.",
    ),
    source="S2-B7",
    lacks=Text(vi="báo cáo theo dõi giải ngân", en="a report on the use of funds"),
    check=check,
)
