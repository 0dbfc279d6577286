"""RSK003: a risk that nobody watches."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each risk without an owner."""
    for risk in plan.risks:
        if risk.owner is None:
            yield Finding(path=risk.at("owner"), values={"id": risk.id}, subject=risk.id)


RULE = Rule(
    code="RSK003",
    name="risk-without-owner",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="rủi ro {id} chưa có đơn vị theo dõi", en="the risk {id} has no owner"),
    why=Text(
        vi="Không ai theo dõi thì dấu hiệu đầu tiên bị bỏ qua.",
        en="Where nobody watches, the first signs go unseen.",
    ),
    fix=Text(vi="Ghi `owner:` là mã của một đơn vị trong `owners`.", en="Write `owner:` with the id of a body in `owners`."),
    source="S0-5",
    lacks=Text(vi="đơn vị theo dõi rủi ro", en="a body that watches the risk"),
    check=check,
)
