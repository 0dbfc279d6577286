"""SIT014: a community that is told nothing of the market."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report once."""
    if not (plan.situation and plan.situation.market_information):
        yield Finding(path=("situation", "market_information"))


RULE = Rule(
    code="SIT014",
    name="no-market-information",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="chưa có thông tin thị trường cho cộng đồng", en="the community gets no market information"),
    why=Text(
        vi="Người dân cần biết giá cả và quy luật giá thì mới chọn được sản phẩm và bàn việc làm ăn.",
        en="People need prices and their patterns to choose products and discuss their business.",
    ),
    fix=Text(
        vi="Ghi `situation.market_information`: `what`, `to`, `frequency`, `channel`, `by`.",
        en="Write `situation.market_information`: `what`, `to`, `frequency`, `channel`, `by`.",
    ),
    source="S4-0",
    lacks=Text(vi="thông tin thị trường", en="market information"),
    processes=frozenset(("mop-sedp",)),
    check=check,
)
