"""OWN009: a plan that names no bodies."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report an empty list of owners."""
    if not plan.owners:
        yield Finding(path=("owners",))


RULE = Rule(
    code="OWN009",
    name="no-owners",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="kế hoạch chưa nêu đơn vị nào", en="the plan names no bodies"),
    why=Text(
        vi="Danh mục kiểm tra hỏi ai chịu trách nhiệm: không có đơn vị thì không giao được việc, không ai cam kết được.",
        en="The checklist asks who is accountable: without bodies nothing can be assigned and nobody can commit.",
    ),
    fix=Text(
        vi="Liệt kê các đơn vị tham gia trong `owners`, mỗi đơn vị một `id` và một `name`.",
        en="List the bodies that take part in `owners`, each with an `id` and a `name`.",
    ),
    source="S0-2",
    lacks=Text(vi="các đơn vị tham gia", en="the bodies that take part"),
    silences=("OWN001", "COM001"),
    check=check,
)
