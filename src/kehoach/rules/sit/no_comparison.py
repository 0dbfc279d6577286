"""SIT005: a situation that is compared with nothing."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ComparisonKind, PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report a situation without a comparison in time, or without one with another place."""
    situation = plan.situation
    if situation is None:
        return
    kinds = {comparison.kind for comparison in situation.comparisons}
    lacking = (*(() if ComparisonKind.PAST in kinds else (_PAST,)), *(() if kinds & _PLACES else (_PLACE,)))
    if lacking:
        yield Finding(path=situation.at("comparisons"), values={"lacking": lacking})


_PLACES = frozenset((ComparisonKind.LOCALITY, ComparisonKind.REGION, ComparisonKind.COUNTRY))
_PAST = Text(vi="với quá khứ", en="with the past")
_PLACE = Text(vi="với nơi khác", en="with another place")

RULE = Rule(
    code="SIT005",
    name="no-comparison",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="thực trạng chưa được so sánh {lacking}", en="the situation is not compared {lacking}"),
    why=Text(
        vi="Một con số chỉ có nghĩa khi so với năm trước và với nơi khác.",
        en="A figure means something only beside last year's and another place's.",
    ),
    fix=Text(
        vi="Thêm vào `comparisons` một mục `kind: past` và một mục `kind: locality`, `region` hoặc `country`.",
        en="Add to `comparisons` an entry of `kind: past` and one of `kind: locality`, `region` or `country`.",
    ),
    source="S2-B2",
    lacks=Text(vi="so sánh theo thời gian và với nơi khác", en="comparisons in time and with another place"),
    reads=("situation.comparisons",),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC, PlanKind.SECTOR)),
    check=check,
)
