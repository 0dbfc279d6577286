"""MON002: an indicator that leaves one of the five questions open."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each indicator once, with all that it leaves open."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        missing = tuple(_open_questions(indicator))
        if missing:
            yield Finding(path=indicator.at("id"), at_key=True, values={"id": indicator.id, "missing": missing}, subject=indicator.id)


def _open_questions(indicator: Indicator) -> Iterator[Text]:
    """Name what is missing: measure, source, collector, frequency, form."""
    if indicator.definition is None and indicator.unit is None:
        yield Text(vi="cách tính hoặc đơn vị tính", en="definition or unit")
    if indicator.source is None:
        yield Text(vi="nguồn số liệu", en="source")
    if indicator.collector is None:
        yield Text(vi="đơn vị thu thập", en="collector")
    if indicator.frequency is None:
        yield Text(vi="định kỳ", en="frequency")
    if indicator.form is None:
        yield Text(vi="biểu mẫu", en="form")


RULE = Rule(
    code="MON002",
    name="indicator-incomplete",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chỉ tiêu {id} còn thiếu: {missing}", en="the indicator {id} lacks: {missing}"),
    why=Text(
        vi="Mỗi chỉ tiêu phải nói rõ đo gì, số liệu lấy ở đâu, ai thu thập, bao lâu một lần và theo biểu mẫu nào.",
        en="Each indicator must say what is measured, where the figure comes from, who collects it, how often and in what form.",
    ),
    fix=Text(
        vi="Ghi đủ `definition` hoặc `unit`, `source`, `collector`, `frequency`, `form`.",
        en="Write `definition` or `unit`, `source`, `collector`, `frequency` and `form`.",
    ),
    source="S1-4",
    lacks=Text(vi="một trong năm nội dung theo dõi của chỉ tiêu", en="an answer to the five questions of an indicator"),
    reads=("..definition", "..unit", "..source", "..collector", "..frequency", "..form"),
    check=check,
)
