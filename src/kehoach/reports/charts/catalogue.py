"""Which charts a report has, and beside which section they stand."""

from collections.abc import Callable, Iterator
from functools import partial

from kehoach.reports.charts.chain import chain_chart
from kehoach.reports.charts.gantt import gantt_chart
from kehoach.reports.charts.indicators import indicators_chart
from kehoach.reports.charts.money import money_chart
from kehoach.reports.charts.risk_matrix import risk_matrix
from kehoach.reports.options import Report
from kehoach.reports.views.pieces import Piece
from kehoach.reports.views.size import is_crowded
from kehoach.reports.views.telling import Teller

_Draw = Callable[[Teller], Piece | None]

_CHARTS: dict[Report, tuple[tuple[str, _Draw], ...]] = {
    Report.PLAN: (
        ("objectives", chain_chart),
        ("objectives", indicators_chart),
        ("resources", money_chart),
        ("timelines", gantt_chart),
        ("risks", risk_matrix),
    ),
    Report.ASSIGNMENTS: (("", gantt_chart),),
    Report.INDICATORS: (("", indicators_chart),),
    Report.BUDGET: (("", money_chart),),
    Report.RISKS: (("", risk_matrix),),
    Report.MONITORING: (("", chain_chart), ("", indicators_chart)),
    Report.SUMMARY: (
        ("", gantt_chart),
        ("", money_chart),
        ("", partial(indicators_chart, key=True)),
        ("", risk_matrix),
        ("", chain_chart),
    ),
}

_IN_TABLES = {"indicators", "money", "risk-matrix"}


def charts(report: Report, teller: Teller) -> Iterator[Piece]:
    """Draw what a plan has the figures for; `section` says beside which section of a plan it stands."""
    is_long = report is Report.PLAN and is_crowded(teller.plan)
    for section, draw in _CHARTS.get(report, ()):
        drawn = indicators_chart(teller, key=True) if is_long and draw is indicators_chart else draw(teller)
        if drawn is not None:
            # A long plan says its figures once, in the table above the chart.
            data = None if is_long and drawn["name"] in _IN_TABLES else drawn["data"]
            yield drawn | {"section": section, "data": data}
