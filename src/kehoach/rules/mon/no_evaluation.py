"""MON007: a plan that is not evaluated, or not by the five criteria."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Criterion
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the criteria that all evaluations together leave out: all five where none is planned."""
    if plan.monitoring is None:
        return
    used = {criterion for evaluation in plan.monitoring.evaluations for criterion in evaluation.criteria}
    missing = tuple(label(criterion) for criterion in _CRITERIA if criterion not in used)
    if missing:
        yield Finding(path=plan.monitoring.at("evaluations"), values={"criteria": missing})


_CRITERIA = (
    Criterion.RELEVANCE,
    Criterion.EFFICIENCY,
    Criterion.EFFECTIVENESS,
    Criterion.IMPACT,
    Criterion.SUSTAINABILITY,
)

RULE = Rule(
    code="MON007",
    name="no-evaluation",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="chưa có cuộc đánh giá nào theo: {criteria}",
        en="no evaluation is planned of: {criteria}",
    ),
    why=Text(
        vi="Theo dõi cho biết tiến độ; đánh giá mới cho biết kế hoạch có đúng, có hiệu quả và để lại bài học gì cho kỳ sau.",
        en="Monitoring shows progress; only evaluation shows whether the plan was right, and gives lessons for the next.",
    ),
    fix=Text(
        vi="Ghi trong `monitoring.evaluations` một cuộc đánh giá với `date`, `by` và `criteria`.",
        en="Write an evaluation with `date`, `by` and `criteria` in `monitoring.evaluations`.",
    ),
    source="S2-B7",
    lacks=Text(vi="đánh giá theo đủ năm tiêu chí", en="an evaluation by all five criteria"),
    check=check,
)
