"""SIT012: a priority value chain for which nothing is done."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import ChainStatus
from kehoach.rules.base import MISSING, WARNING_THEN_ERROR, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each priority chain that no task or action names."""
    served = {placed.work.value_chain for placed in works(plan)}
    for chain in plan.situation.value_chains if plan.situation else ():
        if chain.status is ChainStatus.PRIORITY and chain.id not in served:
            yield Finding(path=chain.path, values={"id": chain.id, "product": chain.product}, subject=chain.id, reads=(chain.at("id"),))


RULE = Rule(
    code="SIT012",
    name="priority-chain-without-task",
    nature=MISSING,
    severities=WARNING_THEN_ERROR,
    message=Text(
        vi="chuỗi ưu tiên {id} ({product}) chưa có nhiệm vụ nào",
        en="no task serves the priority chain {id} ({product})",
    ),
    why=Text(
        vi="Chọn chuỗi ưu tiên là để đề xuất hoạt động thúc đẩy chuỗi đó.",
        en="A chain is chosen so that activities for it are proposed.",
    ),
    fix=Text(
        vi="Ghi `value_chain: {id}` ở nhiệm vụ phục vụ chuỗi, hoặc đổi `status` của chuỗi.",
        en="Write `value_chain: {id}` at the task that serves it, or change the chain's `status`.",
    ),
    source="S4-3",
    lacks=Text(vi="nhiệm vụ cho chuỗi ưu tiên", en="a task for priority chains"),
    reads=("tasks.*.value_chain", "tasks.*.actions.*.value_chain", ".status"),
    processes=frozenset(("mop-sedp",)),
    check=check,
)
