from datetime import date

import pytest

from kehoach.checking import Request, check

HEAD = """kehoach: plan/1
id: ke-hoach
title: Kế hoạch xã Bắc Hà
kind: annual
locality: {name: Xã Bắc Hà, level: commune}
period: 2026
monitoring:
  indicators:
"""


def is_against(indicator: str) -> bool:
    text = f"{HEAD}    - {{id: a, name: Chỉ tiêu, {indicator}}}\n"
    checked = check(text.encode(), "plan.yaml", Request(today=date(2026, 6, 30)))
    assert not [d for d in checked.diagnostics if d.code.startswith(("YML", "REF"))]
    return "MON005" in {d.code for d in checked.diagnostics}


@pytest.mark.parametrize(
    ("direction", "start", "target", "expected"),
    [
        ("increase", "10", "{value: 9}", True),
        ("increase", "10", "{value: 10}", False),
        ("increase", "10", "{value: 9, is: at_least}", True),
        ("increase", "10", "{value: 12, is: at_most}", False),
        ("increase", "10", "{value: 8, is: at_most}", True),
        ("increase", "10", "{value: 10, is: less_than}", True),
        ("increase", "10", "{value: 10, is: more_than}", False),
        ("increase", "10", '{value: "9 - 11"}', False),
        ("increase", "10", '{value: "8 - 9,5"}', True),
        ("increase", "trên 10", "{value: 9}", True),
        ("increase", "dưới 10", "{value: 9}", False),
        ("decrease", "14.3", "{value: 16.5, is: at_most}", True),
        ("decrease", "14.3", "{value: 11, is: at_most}", False),
        ("decrease", "14.3", "{value: trên 14.3}", True),
        ("decrease", "trên 14", "{value: 16}", False),
        ("maintain", "10", "{value: 9}", False),
    ],
)
def test_sides_of_the_baseline(direction: str, start: str, target: str, *, expected: bool) -> None:
    assert is_against(f"direction: {direction}, baseline: {{value: {start}}}, targets: [{target}]") is expected


@pytest.mark.parametrize(
    "indicator",
    [
        "baseline: {value: 10}, targets: [{value: 9}]",
        "direction: increase, targets: [{value: 9}]",
        "direction: increase, baseline: {value: Đạt}, targets: [{value: 9}]",
        "direction: increase, baseline: {value: 10}, targets: [{value: Đạt chuẩn}]",
        'direction: increase, unit: lượt khách, baseline: {value: 18000}, targets: [{value: "20 nghìn lượt"}]',
        'direction: increase, unit: "%", baseline: {value: 45}, targets: [{value: 4/9}]',
        "direction: increase, baseline: {value: 4/9}, targets: [{value: 4/8}]",
        "direction: increase, baseline: {value: 10, date: 2025}, targets: [{value: 9, date: 2024}]",
    ],
)
def test_what_cannot_be_compared_is_left_alone(indicator: str) -> None:
    assert not is_against(indicator)


def test_shares_of_one_whole_are_compared() -> None:
    assert is_against("direction: increase, baseline: {value: 4/9}, targets: [{value: 3, of: 9}]")


@pytest.mark.parametrize(
    ("accumulation", "day", "expected"),
    [
        ("point_in_time", "2026-06-30", True),
        ("cumulative", "2026-06-30", False),
        ("cumulative", "2026-12-31", True),
        ("per_period", "2026-Q4", False),
        ("per_period", "2026", True),
    ],
)
def test_a_part_of_a_year_is_not_compared_with_a_year(accumulation: str, day: str, *, expected: bool) -> None:
    indicator = f"direction: increase, accumulation: {accumulation}, baseline: {{value: 3850, date: 2025}}"

    assert is_against(f"{indicator}, targets: [{{value: 2000, date: {day}}}]") is expected


@pytest.mark.parametrize(
    ("direction", "start", "target", "expected"),
    [
        ("increase", "8", "7", False),
        ("increase", "2", "-1", True),
        ("increase", "-3", "-1", False),
        ("decrease", "2", "3", False),
    ],
)
def test_a_smaller_rise_is_a_rise(direction: str, start: str, target: str, *, expected: bool) -> None:
    indicator = f"expresses: change, direction: {direction}, baseline: {{value: {start}}}, targets: [{{value: {target}}}]"

    assert is_against(indicator) is expected
