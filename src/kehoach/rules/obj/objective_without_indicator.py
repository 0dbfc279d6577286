"""OBJ003: an objective that nothing measures."""

from collections.abc import Iterator

from kehoach.analysis.chain import results_chain
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each objective without indicator; one with objectives below it is measured through them."""
    chain = results_chain(plan)
    for objective in chain.leaves():
        if objective.id not in chain.measuring:
            yield Finding(path=objective.at("id"), at_key=True, values={"id": objective.id}, subject=objective.id)


RULE = Rule(
    code="OBJ003",
    name="objective-without-indicator",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa có chỉ tiêu nào đo mục tiêu {id}", en="no indicator measures the objective {id}"),
    why=Text(
        vi="Kế hoạch dựa trên kết quả cần chỉ tiêu cho từng mục tiêu; không đo thì không biết đã đạt hay chưa.",
        en="A results-based plan needs an indicator for each objective; what is not measured cannot be said to be reached.",
    ),
    fix=Text(
        vi="Ghi mã của mục tiêu vào `objectives` của một chỉ tiêu trong `monitoring.indicators`.",
        en="Write the id of the objective in `objectives` of an indicator in `monitoring.indicators`.",
    ),
    source="S1-1",
    lacks=Text(vi="chỉ tiêu đo mục tiêu", en="an indicator of the objective"),
    reads=("objectives.*.parent", "monitoring.indicators.*.objectives"),
    check=check,
)
