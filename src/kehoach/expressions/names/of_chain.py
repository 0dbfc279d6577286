"""The worked-out names along the results chain: objectives, outputs, indicators, value chains."""

from collections.abc import Mapping

from kehoach.expressions.facts import Facts
from kehoach.expressions.names.base import CHAIN, MONEY, WALK, Name
from kehoach.expressions.sorts import AMOUNT, YES_NO, list_of
from kehoach.language import Text
from kehoach.model.coordination import Dialogue
from kehoach.model.monitoring import Indicator, Target
from kehoach.model.objectives import Objective, Output
from kehoach.model.situation import Comparison, Forecast
from kehoach.model.tasks import Task


def _below(objective: Objective, facts: Facts) -> int:
    return WALK * len(facts.chain.below(objective.id))


def _has_five_answers(indicator: Indicator) -> bool:
    measure = indicator.definition is not None or indicator.unit is not None
    return measure and None not in (indicator.source, indicator.collector, indicator.frequency, indicator.form)


def _targets_in_period(indicator: Indicator, facts: Facts) -> tuple[Target, ...]:
    def lies_within(target: Target) -> bool:
        when = target.date or target.over
        return when is None or facts.plan.period.overlaps(when)

    return tuple(target for target in indicator.targets if target.value is not None and lies_within(target))


OBJECTIVE: Mapping[str, Name] = {
    "tasks": Name(
        list_of(Task),
        Text(
            vi="Các nhiệm vụ thực hiện mục tiêu, kể cả qua đầu ra và mục tiêu con",
            en="The tasks that carry it, through outputs and the objectives below it too",
        ),
        lambda objective, facts: facts.chain.tasks_for(objective.id),
        CHAIN,
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
        (*CHAIN, *MONEY),
        lambda objective, facts: _below(objective, facts) + WALK * len(facts.chain.tasks_for(objective.id)),
    ),
}

OUTPUT: Mapping[str, Name] = {
    "tasks": Name(
        list_of(Task),
        Text(vi="Các nhiệm vụ tạo ra đầu ra", en="The tasks that produce it"),
        lambda output, facts: facts.chain.serving.get(output.id, ()),
        ("tasks.*.serves", "tasks.*.actions.*.serves"),
    ),
}

INDICATOR: Mapping[str, Name] = {
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
}

VALUE_CHAIN: Mapping[str, Name] = {
    "tasks": Name(
        list_of(Task),
        Text(vi="Các nhiệm vụ cho chuỗi giá trị", en="The tasks for it"),
        lambda chain, facts: facts.in_chain.get(chain.id, ()),
        ("tasks.*.value_chain", "tasks.*.actions.*.value_chain"),
    ),
}
