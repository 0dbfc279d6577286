"""SIT004: an analysis of strengths, weaknesses, opportunities and threats with an empty quarter."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import PlanKind
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the empty quarters together, at the first of them."""
    situation = plan.situation
    if situation is None:
        return
    empty = [key for key in _QUARTERS if not getattr(situation, key)]
    if empty:
        yield Finding(path=situation.at(empty[0]), values={"lacking": tuple(_QUARTERS[key] for key in empty)})


_QUARTERS = {
    "strengths": Text(vi="điểm mạnh", en="strengths"),
    "weaknesses": Text(vi="điểm yếu", en="weaknesses"),
    "opportunities": Text(vi="cơ hội", en="opportunities"),
    "threats": Text(vi="thách thức", en="threats"),
}

RULE = Rule(
    code="SIT004",
    name="swot-incomplete",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="phân tích SWOT còn thiếu: {lacking}", en="the SWOT analysis lacks: {lacking}"),
    why=Text(
        vi="Bốn phần đọc cùng nhau mới cho thấy hướng đi: dùng điểm mạnh để nắm cơ hội, khắc phục điểm yếu để tránh thách thức.",
        en="Only together do the four show a way: strengths to take opportunities, weaknesses to be mended against threats.",
    ),
    fix=Text(
        vi="Ghi ít nhất một ý ở mỗi mục `strengths`, `weaknesses`, `opportunities`, `threats`.",
        en="Write at least one entry in each of `strengths`, `weaknesses`, `opportunities`, `threats`.",
    ),
    source="S2-B2",
    lacks=Text(vi="phân tích SWOT đầy đủ", en="a full SWOT analysis"),
    reads=("situation.strengths", "situation.weaknesses", "situation.opportunities", "situation.threats"),
    kinds=frozenset((PlanKind.ANNUAL, PlanKind.FIVE_YEAR, PlanKind.STRATEGIC, PlanKind.SECTOR)),
    check=check,
)
