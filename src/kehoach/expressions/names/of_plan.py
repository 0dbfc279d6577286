"""The worked-out names of a plan."""

from collections.abc import Mapping

from kehoach.expressions.facts import Facts
from kehoach.expressions.names.base import BALANCE, MONEY, Name, numbers
from kehoach.expressions.sorts import AMOUNT, NUMBER, TEXT, YES_NO, Type, list_of
from kehoach.language import Text
from kehoach.model.monitoring import Indicator
from kehoach.model.objectives import Option
from kehoach.model.process_record import Consultation
from kehoach.model.resources import Fund
from kehoach.model.situation import ValueChain
from kehoach.model.vocabulary import ComparisonKind, ConformityWith


def _compares(facts: Facts, kinds: tuple[ComparisonKind, ...]) -> bool:
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


_IN_TIME = (ComparisonKind.PAST, ComparisonKind.PROJECTION)
_IN_SPACE = (ComparisonKind.LOCALITY, ComparisonKind.REGION, ComparisonKind.COUNTRY)

PLAN: Mapping[str, Name] = {
    "years": Name(
        list_of(NUMBER),
        Text(vi="Các năm của kỳ kế hoạch", en="The years of the period"),
        lambda plan, _: numbers(plan.period.years),
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
        MONEY,
    ),
    "secured": Name(
        AMOUNT,
        Text(
            vi="Phần nhu cầu thuộc nguồn đã giao hoặc đã cam kết",
            en="The part of the need on funds that are more than expected or mobilisable",
        ),
        lambda _, facts: facts.balance.secured,
        BALANCE,
    ),
    "unsecured_share": Name(
        NUMBER,
        Text(
            vi="Tỷ lệ nhu cầu thuộc nguồn mới dự kiến hoặc có thể huy động, từ 0 đến 1",
            en="The share of the need on funds that are only expected or mobilisable, from 0 to 1",
        ),
        lambda _, facts: facts.balance.unsecured.share,
        BALANCE,
    ),
    "resources_ensured": Name(
        YES_NO,
        Text(
            vi="Nguồn lực được bảo đảm: không vượt mức trần nào, phần chưa chắc chắn không quá ngưỡng",
            en="Whether no limit is exceeded and no more than the threshold is unsecured",
        ),
        lambda _, facts: facts.balance.is_ensured(facts.unsecured),
        BALANCE,
    ),
    "forecast_years": Name(
        list_of(NUMBER),
        Text(vi="Các năm đã dự báo nguồn vốn", en="The years for which a fund has a limit"),
        lambda _, facts: numbers(facts.forecast_years),
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
}
