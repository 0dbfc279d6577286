"""RSK002: a risk that nobody does anything about."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each risk with neither prevention nor contingency."""
    for risk in plan.risks:
        if not risk.prevention and not risk.contingency:
            yield Finding(path=risk.at("prevention"), values={"id": risk.id}, subject=risk.id)


RULE = Rule(
    code="RSK002",
    name="risk-without-response",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="rủi ro {id} chưa có biện pháp phòng ngừa hay ứng phó",
        en="the risk {id} has neither prevention nor contingency",
    ),
    why=Text(
        vi="Nêu rủi ro mà không nêu cách xử lý thì cũng như chưa nêu.",
        en="A risk that is named and not answered might as well not be named.",
    ),
    fix=Text(
        vi="Ghi `prevention:` (làm gì để nó không xảy ra) hoặc `contingency:` (làm gì khi nó xảy ra).",
        en="Write `prevention:` (what keeps it from happening) or `contingency:` (what is done if it happens).",
    ),
    source="S0-5",
    lacks=Text(vi="biện pháp phòng ngừa, ứng phó", en="prevention or contingency"),
    reads=("..contingency",),
    check=check,
)
