"""The indicators of a generated plan and how it is watched."""

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from links import HOUSEHOLDS, Links, tenths
from phrases import MEASURES, Measure

if TYPE_CHECKING:
    from writing import Plan


class Target(NamedTuple):
    """An indicator of a plan, with where it starts and where it shall be, in tenths."""

    id: str
    measure: Measure
    start: int
    goal: int


def targets(random: Random, links: Links, tasks: int) -> Iterator[Target]:
    """Choose the figures of as many indicators as a plan of so many tasks has."""
    for number in range(max(len(MEASURES), tasks // 7)):
        measure = MEASURES[number % len(MEASURES)]
        copy = number // len(MEASURES)
        start, step = random.randint(*measure.start), random.randint(*measure.step)
        step = step if measure.direction == "increase" else -step
        goal = start + step if copy else links.goal(measure, start + step)
        yield Target(f"{measure.id}-{copy}" if copy else measure.id, measure, goal - step, goal)


def monitoring(plan: "Plan") -> None:
    """Write the indicators, reports and evaluations."""
    plan.write("", "monitoring:", "  lead: vp-xa", "  indicators:")
    for number, target in enumerate(plan.targets):
        _indicator(plan, number, target)
    _households(plan)
    plan.write(
        "  reports:",
        "    - title: Báo cáo thực hiện kế hoạch hằng quý",
        "      frequency: quarterly",
        "      due_day: 20",
        "      by: vp-xa",
        "      to: so-tai-chinh",
        "      form: Mẫu BC-01",
        "      covers: [tasks, indicators, disbursement]",
        "  evaluations:",
        "    - id: E1",
        "      title: Đánh giá giữa năm",
        "      date: 2026-07-10",
        "      by: vp-xa",
        "      criteria: [relevance, efficiency, effectiveness, impact, sustainability]",
    )


def _indicator(plan: "Plan", number: int, target: Target) -> None:
    measure, goal = target.measure, tenths(target.goal)
    where = "" if target.id == measure.id else f" tại Thôn {plan.villages[number // len(MEASURES) % len(plan.villages)]}"
    plan.write(
        f"    - id: {target.id}",
        f"      name: {measure.name}{where}",
        f"      definition: {measure.definition}",
        *(["      key: true"] if number < 8 else ()),
        f"      level: {measure.level}",
        f"      objectives: [O1.{measure.objective}]",
        f"      unit: {plan.links.unit(measure)}",
        f"      counts: {measure.counts}",
        f"      direction: {measure.direction}",
        "      expresses: level",
        "      accumulation: point_in_time",
        *(["      price_basis: current"] if measure.counts == "money" else ()),
        f"      baseline: {{value: {tenths(target.start)}, date: 2025}}",
        "      targets:",
        f"        - {{value: {goal}, is: {'at_least' if measure.direction == 'increase' else 'at_most'}, date: 2026}}",
        *plan.links.indicator(target.id, goal),
        f"      source: {measure.source}",
        f"      collector: {measure.collector}",
        f"      frequency: {measure.frequency}",
        f"      form: Biểu {number + 1:02}-KH",
        *([f"      disaggregated_by: [{measure.split}]"] if measure.split else ()),
    )


def _households(plan: "Plan") -> None:
    """Write what means over several plans are weighted by."""
    if not plan.links.households:
        return
    plan.write(
        f"    - id: {HOUSEHOLDS}",
        "      name: Số hộ",
        "      definition: Số hộ thực tế thường trú tại thời điểm rà soát",
        "      level: input",
        "      objectives: [O1.2]",
        "      unit: hộ",
        "      counts: households",
        "      expresses: level",
        "      accumulation: point_in_time",
        f"      baseline: {{value: {plan.links.households}, date: 2025}}",
        "      targets:",
        f"        - {{value: {plan.links.households}, date: 2026}}",
        f"      register: {HOUSEHOLDS}",
        "      source: Kết quả rà soát hộ nghèo hằng năm",
        "      collector: phong-vhxh",
        "      frequency: annual",
        f"      form: Biểu {len(plan.targets) + 1:02}-KH",
    )
