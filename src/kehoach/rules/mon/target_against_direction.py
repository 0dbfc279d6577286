"""MON005: a target on the wrong side of its baseline."""

from collections.abc import Iterator

from kehoach.analysis.direction import goes_against
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Direction
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each target that is certainly worse than the baseline."""
    for indicator in plan.monitoring.indicators if plan.monitoring else ():
        for target in indicator.targets:
            if not goes_against(indicator, target):
                continue
            assert indicator.direction is not None
            assert indicator.baseline is not None
            yield Finding(
                path=target.at("value"),
                values={
                    "id": indicator.id,
                    "direction": label(indicator.direction),
                    "target": target.value,
                    "position": _BELOW if indicator.direction is Direction.INCREASE else _ABOVE,
                    "baseline": indicator.baseline.value,
                },
                related=(Related(indicator.baseline.at("value"), _BASELINE, {"baseline": indicator.baseline.value}),),
                subject=indicator.id,
            )


_BELOW = Text(vi="thấp hơn", en="below")
_ABOVE = Text(vi="cao hơn", en="above")
_BASELINE = Text(vi="giá trị gốc: {baseline}", en="the baseline: {baseline}")

RULE = Rule(
    code="MON005",
    name="target-against-direction",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="chỉ tiêu {id} phải {direction} nhưng mức {target} lại {position} giá trị gốc {baseline}",
        en="the indicator {id} is to {direction}, but the target {target} is {position} the baseline {baseline}",
    ),
    why=Text(
        vi="Đạt mức này là đi ngược hướng mong muốn: nhầm số, nhầm `direction`, hoặc đây là mức thay đổi chứ không phải mức đạt.",
        en="To reach it is to go the wrong way: a wrong figure, a wrong `direction`, or a change taken for a level.",
    ),
    fix=Text(
        vi="Sửa `value`, `baseline` hoặc `direction`; nếu số là mức tăng, giảm thì ghi `expresses: change`.",
        en="Correct `value`, `baseline` or `direction`; where the figures are changes, write `expresses: change`.",
    ),
    source="S1-4",
    reads=(
        "..is",
        "..of",
        "..date",
        "....name",
        "....unit",
        "....direction",
        "....expresses",
        "....accumulation",
        "....baseline",
    ),
    check=check,
)
