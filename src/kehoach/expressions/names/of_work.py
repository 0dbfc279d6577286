"""The worked-out names of tasks and actions."""

from collections.abc import Mapping
from decimal import Decimal

from kehoach.analysis.costs import is_priced
from kehoach.analysis.funding import is_funded
from kehoach.analysis.pledges import parties
from kehoach.analysis.works import Work
from kehoach.expressions.facts import Facts
from kehoach.expressions.names.base import WALK, Name, numbers
from kehoach.expressions.sorts import AMOUNT, NUMBER, TEXT, YES_NO, list_of, node_of
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.objectives import Objective, Output
from kehoach.model.risks import Risk
from kehoach.model.tasks import Task


def _years(work: Work, facts: Facts) -> tuple[Decimal, ...]:
    span = facts.spans.get(work.id)
    return numbers(span.years) if span else ()


def _bodies(task: Task) -> tuple[str, ...]:
    works: tuple[Work, ...] = (task, *task.actions)
    return tuple(dict.fromkeys(body for work in works for body in parties(work)))


def _price_is_known(task: Task) -> bool:
    needs = [need for work in (task, *task.actions) for need in work.needs]
    return all(is_priced(need) or need.in_kind is not None for need in needs)


def _outputs(task: Task, facts: Facts) -> tuple[Output, ...]:
    served = dict.fromkeys(name for work in (task, *task.actions) for name in work.serves)
    return tuple(facts.chain.outputs[name] for name in served if name in facts.chain.outputs)


_OWN_MONEY = (".needs", ".actions.*.needs", "resources.rates")
_DATES = (".start", ".end", ".date")
_LINKS = ("period", "tasks.*.start", "tasks.*.end", "tasks.*.date", "tasks.*.after", "tasks.*.lags", "tasks.*.actions")
_COMMITTED = ("commitments.*.tasks", "commitments.*.all")

TASK: Mapping[str, Name] = {
    "need": Name(
        AMOUNT,
        Text(vi="Tổng nhu cầu vốn, kể cả các hành động", en="What it takes, its actions included"),
        lambda task, facts: facts.needs.get(task.id, facts.nothing),
        _OWN_MONEY,
    ),
    "is_funded": Name(
        YES_NO,
        Text(vi="Có ghi nguồn lực hoặc chi thường xuyên", en="Whether it names resources or the regular budget"),
        lambda task, _: is_funded(task),
        (".needs", ".total", ".within_regular_budget", ".actions"),
    ),
    "price_known": Name(
        YES_NO,
        Text(vi="Không nguồn nào thiếu số tiền", en="Whether no source is named without a sum"),
        lambda task, _: _price_is_known(task),
        (".needs", ".actions.*.needs"),
    ),
    "years": Name(
        list_of(NUMBER),
        Text(vi="Các năm thực hiện; trống nếu thiếu bắt đầu hoặc kết thúc", en="The years in which it runs; none while an end is open"),
        _years,
        _DATES,
    ),
    "milestone_years": Name(
        list_of(NUMBER),
        Text(
            vi="Các năm có mốc, của nhiệm vụ hoặc của kế hoạch gắn với nó",
            en="The years with a milestone, its own or one of the plan's that is tied to it",
        ),
        lambda task, facts: facts.milestone_years.get(task.id, ()),
        (".milestones", ".actions.*.milestones", "timelines.milestones"),
    ),
    "objectives": Name(
        list_of(Objective),
        Text(vi="Các mục tiêu mà nhiệm vụ dẫn tới, gần nhất trước", en="The objectives it leads to, the nearest first"),
        lambda task, facts: facts.chain.objectives_of(task),
        (".serves", ".actions.*.serves", "outputs.*.objective", "objectives.*.parent"),
        lambda task, facts: WALK * len(facts.chain.objectives_of(task)),
    ),
    "outputs": Name(
        list_of(Output),
        Text(vi="Các đầu ra mà nhiệm vụ tạo ra", en="The outputs it serves"),
        _outputs,
        (".serves", ".actions.*.serves"),
    ),
    "risks": Name(
        list_of(Risk),
        Text(vi="Các rủi ro ảnh hưởng đến nó hoặc hành động của nó", en="The risks that affect it or its actions"),
        lambda task, facts: facts.risks.get(task.id, ()),
        ("risks.*.affects",),
    ),
    "commitments": Name(
        list_of(Commitment),
        Text(vi="Các cam kết cho nó, kể cả cam kết cho mọi nhiệm vụ", en="The commitments for it, those for all tasks included"),
        lambda task, facts: facts.commitments_for(task),
        _COMMITTED,
    ),
    "bodies": Name(
        list_of(TEXT),
        Text(
            vi="Mã các bên tham gia: chủ trì, cùng chủ trì, phối hợp, hỗ trợ",
            en="The ids of all on it: owner, co-owners, partners, supporters",
        ),
        lambda task, _: _bodies(task),
        (".owner", ".co_owners", ".partners", ".supporters", ".actions"),
    ),
    "is_critical": Name(
        YES_NO,
        Text(vi="Nằm trên đường găng", en="Whether it lies on the critical path"),
        lambda task, facts: task.id in facts.critical,
        _LINKS,
    ),
    "float_days": Name(
        NUMBER,
        Text(
            vi="Số ngày được phép chậm; `none` nếu chưa rõ ngày",
            en="How many days it can be late; `none` while its dates are unknown",
        ),
        lambda task, facts: Decimal(facts.slots[task.id].float_days) if task.id in facts.slots else None,
        _LINKS,
    ),
}

ACTION: Mapping[str, Name] = {
    "task": Name(
        node_of(Task),
        Text(vi="Nhiệm vụ có hành động này", en="The task it is a part of"),
        lambda action, facts: facts.tasks.get(action.id),
        (".",),
    ),
    "need": Name(
        AMOUNT,
        Text(vi="Tổng nhu cầu vốn ghi ở hành động", en="What stands on the action itself"),
        lambda action, facts: facts.needs.get(action.id, facts.nothing),
        (".needs", "resources.rates"),
    ),
    "years": Name(
        list_of(NUMBER),
        Text(vi="Các năm thực hiện; ngày không ghi thì theo nhiệm vụ", en="The years in which it runs; open dates are its task's"),
        _years,
        (*_DATES, "tasks.*.start", "tasks.*.end", "tasks.*.date"),
    ),
    "risks": Name(
        list_of(Risk),
        Text(vi="Các rủi ro ảnh hưởng đến nó", en="The risks that affect it"),
        lambda action, facts: facts.risks.get(action.id, ()),
        ("risks.*.affects",),
    ),
    "commitments": Name(
        list_of(Commitment),
        Text(vi="Các cam kết cho nó hoặc cho nhiệm vụ của nó", en="The commitments for it or its task"),
        lambda action, facts: facts.commitments_for(action),
        _COMMITTED,
    ),
}
