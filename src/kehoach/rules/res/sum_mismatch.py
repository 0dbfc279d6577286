"""RES008: a printed total that its parts do not make."""

from collections.abc import Iterator

from kehoach.analysis.totals import mismatches
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each total that differs by more than rounding, with the largest parts."""
    for found in mismatches(plan):
        yield Finding(
            path=found.path,
            values={"what": found.what, "stated": found.stated, "sum": found.sum, "difference": found.difference},
            related=tuple(Related(path, _PART, {"id": name, "amount": amount}) for path, name, amount in found.parts[:_MOST]),
            subject=found.subject,
            reads=found.reads,
        )


_MOST = 3
_PART = Text(vi="{id}: {amount}", en="{id}: {amount}")

RULE = Rule(
    code="RES008",
    name="sum-mismatch",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="{what} ghi {stated}, các khoản cộng lại được {sum}, chênh {difference}",
        en="{what} is stated as {stated}, its parts make {sum}: {difference} apart",
    ),
    why=Text(
        vi="Tổng không khớp các khoản thì không biết con số nào đúng; chênh do làm tròn đã được bỏ qua.",
        en="When a total and its parts differ nobody knows which is right; what rounding explains is not reported.",
    ),
    fix=Text(vi="Sửa con số sai, hoặc bổ sung khoản còn thiếu.", en="Correct the wrong figure, or add the part that is missing."),
    source="S0-3",
    reads=("unit", "period", "resources.rates"),
    check=check,
)
