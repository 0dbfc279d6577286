"""SIT011: market opportunities that were not assessed: no chain, no scores, no choice."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ChainStatus
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report the first that lacks: a chain, the scores of one, a choice."""
    chains = plan.situation.value_chains if plan.situation else ()
    unscored = [chain for chain in chains if not chain.scores]
    if not chains:
        yield Finding(path=("situation", "value_chains"), values={"fault": _NONE})
    elif unscored:
        values = {"fault": Text(*(side.format(unscored[0].id) for side in _NO_SCORES))}
        yield Finding(path=unscored[0].at("scores"), values=values, subject=unscored[0].id)
    elif not any(chain.status is ChainStatus.PRIORITY for chain in chains):
        yield Finding(path=("situation", "value_chains"), values={"fault": _NO_CHOICE})


_NONE = Text(vi="chưa đánh giá chuỗi giá trị nào", en="no value chain was assessed")
_NO_SCORES = Text(vi="chuỗi {} chưa được chấm điểm", en="the chain {} has no scores")
_NO_CHOICE = Text(vi="chưa chọn chuỗi ưu tiên", en="no chain was chosen as a priority")

RULE = Rule(
    code="SIT011",
    name="no-value-chain",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="cơ hội thị trường: {fault}", en="market opportunities: {fault}"),
    why=Text(
        vi="Kế hoạch định hướng thị trường bắt đầu từ việc phân tích, chấm điểm và chọn chuỗi sản phẩm ưu tiên.",
        en="A market-oriented plan starts from product chains that were analysed, scored and chosen.",
    ),
    fix=Text(
        vi="Ghi `situation.value_chains` với `product`, `scores` (1 đến 5), và `status: priority` ở chuỗi được chọn.",
        en="Write `situation.value_chains` with `product`, `scores` (1 to 5), and `status: priority` at those chosen.",
    ),
    source="S4-3",
    lacks=Text(vi="chuỗi giá trị được chấm điểm và chọn", en="value chains scored and chosen"),
    silences=("SIT012",),
    reads=("situation.value_chains.*.status", "situation.value_chains.*.scores"),
    processes=frozenset(("mop-sedp",)),
    check=check,
)
