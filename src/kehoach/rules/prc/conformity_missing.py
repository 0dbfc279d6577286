"""PRC010: statements that the plan fits what stands above it."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ConformityWith
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report once which of the three statements are missing or do not hold."""
    stated = {each.with_ for each in (plan.process.conformity if plan.process else ()) if each.holds}
    missing = [each for each in ConformityWith if each not in stated]
    if missing:
        names = Text(*(", ".join(label(each)[side] for each in missing) for side in (0, 1)))
        yield Finding(path=("process", "conformity"), values={"names": names})


RULE = Rule(
    code="PRC010",
    name="conformity-missing",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(vi="chưa xác nhận phù hợp với: {names}", en="not stated to agree with: {names}"),
    why=Text(
        vi="Kế hoạch xã phải phù hợp chiến lược, quy hoạch ngành và phân bổ ngân sách của cấp trên thì mới thực hiện được.",
        en="A commune's plan can only be carried out where it fits the upper strategy, the sector plans and the budget allocation.",
    ),
    fix=Text(
        vi="Ghi `process.conformity`: `with: upper_strategy`, `sector_plan`, `budget_allocation`, mỗi mục có `document` và `holds: true`.",
        en="Write in `process.conformity` `with: upper_strategy`, `sector_plan`, `budget_allocation`, each with `document`, `holds: true`.",
    ),
    source="S4-6",
    lacks=Text(vi="xác nhận sự phù hợp", en="statements of conformity"),
    reads=("process.conformity.*.with", "process.conformity.*.holds"),
    processes=frozenset(("mop-sedp",)),
    check=check,
)
