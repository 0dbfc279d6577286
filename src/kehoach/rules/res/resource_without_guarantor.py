"""RES010: a fund that nobody stands for."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each fund without a body that guarantees it."""
    for fund in plan.resources.funds if plan.resources else ():
        if fund.guaranteed_by is None:
            yield Finding(path=fund.at("guaranteed_by"), values={"id": fund.id, "name": fund.name}, subject=fund.id)


RULE = Rule(
    code="RES010",
    name="resource-without-guarantor",
    nature=MISSING,
    severities=WARNING,
    message=Text(vi="nguồn {id} ({name}) chưa có đơn vị bảo đảm", en="no body guarantees the fund {id} ({name})"),
    why=Text(
        vi="Kế hoạch hành động phải nói ai bảo đảm nguồn lực; khi tiền không về cần biết hỏi ai.",
        en="An action plan says who guarantees the resources; when money does not come one must know whom to ask.",
    ),
    fix=Text(vi="Ghi `guaranteed_by` là mã của một đơn vị trong `owners`.", en="Write `guaranteed_by` with the id of a body in `owners`."),
    source="S2-B6",
    lacks=Text(vi="đơn vị bảo đảm nguồn lực", en="a guarantor of the resource"),
    check=check,
)
