"""RSK004: a high risk without contingency or review."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.risks import Risk
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Report each high risk that lacks one of the two; none at all is said of every risk by RSK002."""
    for risk in plan.risks:
        if risk.likelihood is None or risk.impact is None:
            continue
        score = risk.likelihood * risk.impact
        lacking = _lacking(risk)
        if score >= context.thresholds.high_risk and lacking:
            values = {"id": risk.id, "score": score, "likelihood": risk.likelihood, "impact": risk.impact, "lacking": lacking}
            yield Finding(path=risk.at("likelihood"), values=values, subject=risk.id)


def _lacking(risk: Risk) -> tuple[Text, ...]:
    lacks_contingency = risk.prevention is not None and not risk.contingency
    return (*((_CONTINGENCY,) if lacks_contingency else ()), *(() if risk.review else (_REVIEW,)))


_CONTINGENCY = Text(vi="biện pháp ứng phó", en="a contingency")
_REVIEW = Text(vi="lịch rà soát", en="a review")

RULE = Rule(
    code="RSK004",
    name="high-risk-without-review",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="rủi ro {id} ở mức {score} ({likelihood} × {impact}) mà chưa có {lacking}",
        en="the risk {id} is at {score} ({likelihood} × {impact}) and lacks {lacking}",
    ),
    why=Text(
        vi="Rủi ro cao cần cách ứng phó chuẩn bị sẵn và được rà soát đều, vì phòng ngừa có thể không đủ.",
        en="A high risk needs a response at hand and a regular review, since prevention may fail.",
    ),
    fix=Text(
        vi="Ghi `contingency:` và `review:` (ví dụ `monthly`) cho rủi ro này.",
        en="Write a `contingency:` and a `review:` (such as `monthly`) for this risk.",
    ),
    source="S0-5",
    lacks=Text(vi="biện pháp ứng phó hoặc lịch rà soát của rủi ro cao", en="a contingency or a review of a high risk"),
    reads=("..impact", "..prevention", "..contingency", "..review"),
    check=check,
)
