"""The worked-out names that stand beside the keys of the format."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from kehoach.analysis.budget import price
from kehoach.analysis.funding import is_funded
from kehoach.analysis.pledges import parties
from kehoach.analysis.works import Work
from kehoach.expressions.facts import Facts, forecast_years
from kehoach.expressions.types import AMOUNT, NUMBER, TEXT, YES_NO, Type, Value, list_of, node_of
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.commitments import Commitment
from kehoach.model.coordination import Dialogue
from kehoach.model.monitoring import Indicator, Target
from kehoach.model.objectives import Objective, Option, Output
from kehoach.model.owners import Owner
from kehoach.model.plan import Plan
from kehoach.model.process_record import Consultation
from kehoach.model.resources import Fund
from kehoach.model.risks import Risk
from kehoach.model.situation import Comparison, Forecast, ValueChain
from kehoach.model.tasks import Action, Task
from kehoach.model.vocabulary import ComparisonKind, ConformityWith

NO_EFFORT = 1


class Name(NamedTuple):
    """A worked-out name of a kind of node.

    `reads` is what it hangs on: paths from the top of the plan, `*` for any key, or, after a dot, from the node.
    `effort` is how many steps it costs, where that grows with more than what it gives.
    """

    gives: Type
    about: Text
    work: Callable[[Any, Facts], Value]
    reads: tuple[str, ...]
    effort: Callable[[Any, Facts], int] = lambda _node, _facts: NO_EFFORT


def _years(found: Iterable[int] | None) -> tuple[Decimal, ...]:
    return tuple(Decimal(year) for year in found or ())


def _run_years(work: Work, facts: Facts) -> tuple[Decimal, ...]:
    return _years(facts.spans[work.id].years)


def _has_five_answers(indicator: Indicator) -> bool:
    measure = indicator.definition is not None or indicator.unit is not None
    return measure and None not in (indicator.source, indicator.collector, indicator.frequency, indicator.form)


def _targets_in_period(indicator: Indicator, facts: Facts) -> tuple[Target, ...]:
    def lies_within(target: Target) -> bool:
        when = target.date or target.over
        return when is None or facts.plan.period.overlaps(when)

    return tuple(target for target in indicator.targets if target.value is not None and lies_within(target))


def _bodies(task: Task) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for work in (task, *task.actions) for body in parties(work)))


def _price_is_known(task: Task) -> bool:
    needs = [need for work in (task, *task.actions) for need in work.needs]
    return all(price(need) is not None or need.in_kind is not None for need in needs)


def _outputs(task: Task, facts: Facts) -> tuple[Output, ...]:
    served = dict.fromkeys(name for work in (task, *task.actions) for name in work.serves)
    return tuple(facts.chain.outputs[name] for name in served if name in facts.chain.outputs)


def _risk_tasks(risk: Risk, facts: Facts) -> tuple[Task, ...]:
    return tuple(dict.fromkeys(facts.tasks[name] for name in risk.affects if name in facts.tasks))


def _compares(facts: Facts, kinds: Iterable[ComparisonKind]) -> bool:
    return any(comparison.kind in kinds for comparison in facts.situation.comparisons)


def _has_swot(facts: Facts) -> bool:
    situation = facts.situation
    return all((situation.strengths, situation.weaknesses, situation.opportunities, situation.threats))


def _conforms_to(facts: Facts) -> tuple[str, ...]:
    record = facts.plan.process
    return tuple(statement.with_ for statement in (record.conformity if record else ()) if statement.holds and statement.with_)


def _steps(facts: Facts, attribute: str) -> tuple[str, ...]:
    record = facts.plan.process
    return tuple(name for name, step in (record.steps if record else {}).items() if step.has(attribute))


def _below(objective: Objective, facts: Facts) -> int:
    return len(facts.chain.below(objective.id))


_IN_TIME = (ComparisonKind.PAST, ComparisonKind.PROJECTION)
_IN_SPACE = (ComparisonKind.LOCALITY, ComparisonKind.REGION, ComparisonKind.COUNTRY)

_OWN_MONEY = (".needs", ".actions.*.needs", "resources.rates")
_MONEY = ("tasks.*.needs", "tasks.*.actions.*.needs", "resources.rates")
_BALANCE = (*_MONEY, "resources.funds.*.limits", "resources.funds.*.status", "resources.in_kind.*.limits")
_CHAIN = ("tasks.*.serves", "tasks.*.actions.*.serves", "outputs.*.objective", "objectives.*.parent")
_DATES = (".start", ".end", ".date")
_LINKS = ("period", "tasks.*.start", "tasks.*.end", "tasks.*.date", "tasks.*.after", "tasks.*.lags", "tasks.*.actions")
_LEADS = ("tasks.*.owner", "tasks.*.co_owners.*.owner")
_COMMITTED = ("commitments.*.tasks", "commitments.*.all")

NAMES: Mapping[type[Node], Mapping[str, Name]] = {
    Plan: {
        "years": Name(
            list_of(NUMBER),
            Text(vi="Các năm của kỳ kế hoạch", en="The years of the period"),
            lambda plan, _: _years(plan.period.years),
            ("period",),
        ),
        "indicators": Name(
            list_of(Indicator),
            Text(vi="Mọi chỉ tiêu, như `plan.monitoring.indicators`", en="All indicators, as `plan.monitoring.indicators`"),
            lambda _, facts: facts.indicators,
            ("monitoring.indicators.*.",),
        ),
        "key_indicators": Name(
            list_of(Indicator),
            Text(vi="Các chỉ tiêu chủ yếu (`key: true`)", en="The main indicators (`key: true`)"),
            lambda _, facts: tuple(indicator for indicator in facts.indicators if indicator.key),
            ("monitoring.indicators.*.key",),
        ),
        "funds": Name(
            list_of(Fund),
            Text(vi="Mọi nguồn vốn, như `plan.resources.funds`", en="All funds, as `plan.resources.funds`"),
            lambda _, facts: facts.resources.funds,
            ("resources.funds.*.",),
        ),
        "consultations": Name(
            list_of(Consultation),
            Text(vi="Mọi cuộc tham vấn, như `plan.process.consultations`", en="All consultations, as `plan.process.consultations`"),
            lambda plan, _: plan.process.consultations if plan.process else (),
            ("process.consultations.*.",),
        ),
        "value_chains": Name(
            list_of(ValueChain),
            Text(vi="Mọi chuỗi giá trị, như `plan.situation.value_chains`", en="All value chains, as `plan.situation.value_chains`"),
            lambda _, facts: facts.situation.value_chains,
            ("situation.value_chains.*.",),
        ),
        "chosen_options": Name(
            list_of(Option),
            Text(vi="Các phương án được chọn", en="The options that were chosen"),
            lambda plan, _: tuple(option for option in plan.options if option.chosen),
            ("options.*.chosen",),
        ),
        "swot_complete": Name(
            YES_NO,
            Text(
                vi="Có đủ điểm mạnh, điểm yếu, cơ hội, thách thức",
                en="Whether strengths, weaknesses, opportunities and threats are all there",
            ),
            lambda _, facts: _has_swot(facts),
            ("situation.strengths", "situation.weaknesses", "situation.opportunities", "situation.threats"),
        ),
        "compares_time": Name(
            YES_NO,
            Text(vi="Có so sánh với quá khứ hoặc tương lai", en="Whether there is a comparison with the past or the future"),
            lambda _, facts: _compares(facts, _IN_TIME),
            ("situation.comparisons.*.kind",),
        ),
        "compares_place": Name(
            YES_NO,
            Text(
                vi="Có so sánh với địa phương khác, vùng hoặc cả nước",
                en="Whether there is a comparison with another locality, the region or the country",
            ),
            lambda _, facts: _compares(facts, _IN_SPACE),
            ("situation.comparisons.*.kind",),
        ),
        "need": Name(
            AMOUNT,
            Text(vi="Tổng nhu cầu vốn của các nhiệm vụ", en="What all tasks take"),
            lambda _, facts: facts.balance.need,
            _MONEY,
        ),
        "secured": Name(
            AMOUNT,
            Text(
                vi="Phần nhu cầu thuộc nguồn đã giao hoặc đã cam kết",
                en="The part of the need on funds that are more than expected or mobilisable",
            ),
            lambda _, facts: facts.balance.secured,
            _BALANCE,
        ),
        "unsecured_share": Name(
            NUMBER,
            Text(
                vi="Tỷ lệ nhu cầu thuộc nguồn mới dự kiến hoặc có thể huy động, từ 0 đến 1",
                en="The share of the need on funds that are only expected or mobilisable, from 0 to 1",
            ),
            lambda _, facts: facts.balance.unsecured.share,
            _BALANCE,
        ),
        "resources_ensured": Name(
            YES_NO,
            Text(
                vi="Nguồn lực được bảo đảm: không vượt mức trần nào, phần chưa chắc chắn không quá ngưỡng",
                en="Whether no limit is exceeded and no more than the threshold is unsecured",
            ),
            lambda _, facts: facts.balance.is_ensured(facts.unsecured),
            _BALANCE,
        ),
        "forecast_years": Name(
            list_of(NUMBER),
            Text(vi="Các năm đã dự báo nguồn vốn", en="The years for which a fund has a limit"),
            lambda _, facts: forecast_years(facts.resources.funds),
            ("resources.funds.*.limits",),
        ),
        "steps_done": Name(
            list_of(TEXT),
            Text(vi="Mã các bước của quy trình đã làm xong", en="The ids of the steps that were done"),
            lambda _, facts: _steps(facts, "done"),
            ("process.steps.*.done",),
        ),
        "steps_skipped": Name(
            list_of(TEXT),
            Text(vi="Mã các bước không áp dụng, có nêu lý do", en="The ids of the steps that do not apply, with a reason"),
            lambda _, facts: _steps(facts, "not_applicable"),
            ("process.steps.*.not_applicable",),
        ),
        "conforms_to": Name(
            list_of(Type(TEXT.sort, words=ConformityWith)),
            Text(vi="Những gì kế hoạch được xác nhận là phù hợp", en="What the plan is stated to agree with"),
            lambda _, facts: _conforms_to(facts),
            ("process.conformity.*.with", "process.conformity.*.holds"),
        ),
    },
    Objective: {
        "tasks": Name(
            list_of(Task),
            Text(
                vi="Các nhiệm vụ thực hiện mục tiêu, kể cả qua đầu ra và mục tiêu con",
                en="The tasks that carry it, through outputs and the objectives below it too",
            ),
            lambda objective, facts: facts.chain.tasks_for(objective.id),
            _CHAIN,
            _below,
        ),
        "indicators": Name(
            list_of(Indicator),
            Text(vi="Các chỉ tiêu đo mục tiêu, kể cả mục tiêu con", en="The indicators that measure it or an objective below it"),
            lambda objective, facts: facts.chain.indicators_for(objective.id),
            ("monitoring.indicators.*.objectives", "objectives.*.parent"),
            _below,
        ),
        "children": Name(
            list_of(Objective),
            Text(vi="Các mục tiêu trực tiếp thuộc nó", en="The objectives directly below it"),
            lambda objective, facts: facts.chain.children.get(objective.id, ()),
            ("objectives.*.parent",),
        ),
        "outputs": Name(
            list_of(Output),
            Text(vi="Các đầu ra của mục tiêu", en="Its outputs"),
            lambda objective, facts: facts.chain.outputs_of.get(objective.id, ()),
            ("outputs.*.objective",),
        ),
        "need": Name(
            AMOUNT,
            Text(vi="Nhu cầu vốn của các nhiệm vụ thực hiện mục tiêu", en="What its tasks take"),
            lambda objective, facts: facts.need_of(facts.chain.tasks_for(objective.id)),
            (*_CHAIN, *_MONEY),
            lambda objective, facts: _below(objective, facts) + len(facts.chain.tasks_for(objective.id)),
        ),
    },
    Output: {
        "tasks": Name(
            list_of(Task),
            Text(vi="Các nhiệm vụ tạo ra đầu ra", en="The tasks that produce it"),
            lambda output, facts: facts.chain.serving.get(output.id, ()),
            ("tasks.*.serves", "tasks.*.actions.*.serves"),
        ),
    },
    Task: {
        "need": Name(
            AMOUNT,
            Text(vi="Tổng nhu cầu vốn, kể cả các hành động", en="What it takes, its actions included"),
            lambda task, facts: facts.need(facts.costs.get(task.id, ())),
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
            _run_years,
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
            lambda task, facts: len(facts.chain.objectives_of(task)),
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
    },
    Action: {
        "task": Name(
            node_of(Task),
            Text(vi="Nhiệm vụ có hành động này", en="The task it is a part of"),
            lambda action, facts: facts.tasks[action.id],
            (".",),
        ),
        "need": Name(
            AMOUNT,
            Text(vi="Tổng nhu cầu vốn ghi ở hành động", en="What stands on the action itself"),
            lambda action, facts: facts.need(facts.costs.get(action.id, ())),
            (".needs", "resources.rates"),
        ),
        "years": Name(
            list_of(NUMBER),
            Text(vi="Các năm thực hiện; ngày không ghi thì theo nhiệm vụ", en="The years in which it runs; open dates are its task's"),
            _run_years,
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
    },
    Owner: {
        "tasks": Name(
            list_of(Task),
            Text(vi="Các nhiệm vụ chủ trì hoặc cùng chủ trì", en="The tasks it leads, alone or with others"),
            lambda owner, facts: facts.led_by.get(owner.id, ()),
            _LEADS,
        ),
        "joined_tasks": Name(
            list_of(Task),
            Text(vi="Các nhiệm vụ tham gia dưới mọi hình thức", en="The tasks in which it takes part in any way"),
            lambda owner, facts: facts.joined_by.get(owner.id, ()),
            (*_LEADS, "tasks.*.partners", "tasks.*.supporters", "tasks.*.actions"),
        ),
        "commitments": Name(
            list_of(Commitment),
            Text(vi="Các cam kết của đơn vị", en="Its commitments"),
            lambda owner, facts: facts.commitments_by.get(owner.id, ()),
            ("commitments.*.by",),
        ),
    },
    Fund: {
        "need": Name(
            AMOUNT,
            Text(vi="Nhu cầu vốn của các nhiệm vụ từ nguồn này", en="What the tasks take from it"),
            lambda fund, facts: facts.need(facts.costs_on.get(fund.id, ())),
            _MONEY,
        ),
        "over_limit": Name(
            YES_NO,
            Text(vi="Nhu cầu vượt mức trần", en="Whether more is taken than its limit"),
            lambda fund, facts: fund.id in facts.over_limit,
            _BALANCE,
        ),
        "commitments": Name(
            list_of(Commitment),
            Text(vi="Các cam kết về nguồn này", en="The commitments of money from it"),
            lambda fund, facts: facts.commitments_on.get(fund.id, ()),
            ("commitments.*.fund",),
        ),
    },
    Risk: {
        "score": Name(
            NUMBER,
            Text(vi="Khả năng × mức tác động; `none` nếu thiếu một", en="Likelihood × impact; `none` while one is missing"),
            lambda risk, _: None if risk.likelihood is None or risk.impact is None else Decimal(risk.likelihood * risk.impact),
            (".likelihood", ".impact"),
        ),
        "tasks": Name(
            list_of(Task),
            Text(vi="Các nhiệm vụ bị ảnh hưởng, kể cả qua hành động", en="The tasks it affects, themselves or by their actions"),
            _risk_tasks,
            (".affects",),
        ),
    },
    Indicator: {
        "five_answers": Name(
            YES_NO,
            Text(
                vi="Trả lời đủ năm câu hỏi: đo gì, nguồn số liệu, ai thu thập, bao lâu một lần, biểu mẫu nào",
                en="Whether all five questions are answered: measure, source, collector, frequency, form",
            ),
            lambda indicator, _: _has_five_answers(indicator),
            (".definition", ".unit", ".source", ".collector", ".frequency", ".form"),
        ),
        "targets_in_period": Name(
            list_of(Target),
            Text(vi="Các mức phấn đấu trong kỳ kế hoạch", en="The targets within the period"),
            _targets_in_period,
            (".targets", "period"),
        ),
        "forecasts": Name(
            list_of(Forecast),
            Text(vi="Các dự báo của chỉ tiêu", en="Its forecasts"),
            lambda indicator, facts: facts.forecasts.get(indicator.id, ()),
            ("situation.forecasts.*.indicator",),
        ),
        "comparisons": Name(
            list_of(Comparison),
            Text(vi="Các so sánh về chỉ tiêu", en="The comparisons of it"),
            lambda indicator, facts: facts.comparisons.get(indicator.id, ()),
            ("situation.comparisons.*.indicator",),
        ),
        "dialogues": Name(
            list_of(Dialogue),
            Text(vi="Các lần đối thoại về mức được giao", en="The dialogues about its assigned target"),
            lambda indicator, facts: facts.dialogues.get(indicator.id, ()),
            ("coordination.dialogues.*.about",),
        ),
    },
    ValueChain: {
        "tasks": Name(
            list_of(Task),
            Text(vi="Các nhiệm vụ cho chuỗi giá trị", en="The tasks for it"),
            lambda chain, facts: facts.in_chain.get(chain.id, ()),
            ("tasks.*.value_chain", "tasks.*.actions.*.value_chain"),
        ),
    },
}
