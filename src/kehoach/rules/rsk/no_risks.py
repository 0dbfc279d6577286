"""RSK001: a plan without risks."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report an empty list of risks."""
    if not plan.risks:
        yield Finding(path=("risks",))


RULE = Rule(
    code="RSK001",
    name="no-risks",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa nêu rủi ro nào", en="the plan names no risks"),
    why=Text(
        vi="Danh mục kiểm tra hỏi điều gì có thể làm hỏng kế hoạch; không lường trước thì khi xảy ra không ai sẵn sàng.",
        en="The checklist asks what may go wrong; what was not foreseen finds nobody ready.",
    ),
    fix=Text(
        vi="Liệt kê trong `risks` những điều có thể làm chậm hoặc đội chi phí, mỗi rủi ro một `id` và một `description`.",
        en="List in `risks` what may delay the work or cost more, each with an `id` and a `description`.",
    ),
    source="S0-5",
    lacks=Text(vi="các rủi ro", en="the risks"),
    silences=("RSK005",),
    check=check,
)
