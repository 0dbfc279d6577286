"""The geometry of charts: marks, breaks of lines, places on paper."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language import Language
from kehoach.reports.charts.catalogue import charts
from kehoach.reports.charts.drawing import TALLEST, WIDTH, wrap
from kehoach.reports.charts.scale import Days, Scale, months_between, nice_ticks
from kehoach.reports.options import Report
from kehoach.reports.views.telling import Teller
from reports.plans import NAMES, example, small

NUMBERS = st.decimals(min_value=-(10**15), max_value=10**15, places=4)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        ("0", "15", "0 5 10 15"),
        ("0", "16", "0 5 10 15 20"),
        ("0", "5300", "0 2000 4000 6000"),
        ("0", "0.07", "0 0.02 0.04 0.06 0.08"),
        ("-3", "4", "-4 -2 0 2 4"),
        ("0", "0", "0 0.2 0.4 0.6 0.8 1"),
        ("7", "7", "0 2 4 6 8"),
    ],
)
def test_ticks_are_round(low: str, high: str, ticks: str) -> None:
    assert nice_ticks(Decimal(low), Decimal(high)) == [Decimal(tick) for tick in ticks.split()]


@given(NUMBERS, NUMBERS)
def test_ticks_hold_what_they_are_for(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))

    ticks = nice_ticks(low, high)

    assert 2 <= len(ticks) <= 8
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert len({after - before for before, after in pairwise(ticks)}) == 1


def test_places_stay_on_their_line() -> None:
    scale = Scale(Decimal(0), Decimal(10), 100, 200)

    assert [scale.at(Decimal(value)) for value in (-5, 0, 5, 10, 99)] == [100, 100, 200, 300, 300]


def test_a_day_has_a_beginning_and_an_end() -> None:
    days = Days(date(2026, 1, 1), date(2026, 12, 31), 0, 365)

    assert (days.at(date(2026, 1, 1)), days.after(date(2026, 1, 1)), days.after(date(2026, 12, 31))) == (0, 1, 365)


@pytest.mark.parametrize(
    ("first", "last", "step", "marks"),
    [(2026, 2026, 1, 12), (2026, 2028, 3, 12), (2026, 2030, 6, 10), (2026, 2035, 12, 10), (2021, 2050, 60, 6)],
)
def test_months_are_marked_in_even_steps(first: int, last: int, step: int, marks: int) -> None:
    found, days = months_between(date(first, 1, 1), date(last, 12, 31))

    assert (found, len(days)) == (step, marks)


@given(st.text(), st.integers(5, 60), st.integers(1, 5))
def test_lines_are_never_too_long(words: str, width: int, most: int) -> None:
    lines = wrap(words, width, most)

    assert 1 <= len(lines) <= most
    assert all(len(line) <= width for line in lines)


def test_what_is_left_over_is_shown_to_be() -> None:
    assert wrap("Mở rộng 55 ha quế hữu cơ và liên kết bao tiêu", 20) == ["Mở rộng 55 ha quế", "hữu cơ và liên kết…"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_nothing_is_drawn_off_the_paper(name: str, language: Language) -> None:
    for report in Report:
        for chart in charts(report, Teller(example(name), language)):
            for drawing in chart["drawings"]:
                assert drawing["height"] <= TALLEST + 30
                for shape in drawing["shapes"]:
                    for x in (shape[key] for key in ("x", "x1", "x2") if key in shape):
                        assert 0 <= x <= WIDTH, (chart["name"], shape)
                    for y in (shape[key] for key in ("y", "y1", "y2") if key in shape):
                        assert 0 <= y <= drawing["height"], (chart["name"], shape)
                    if shape["shape"] == "rect":
                        assert shape["width"] > 0
                        assert shape["x"] + shape["width"] <= WIDTH


def test_the_bar_of_a_source_is_as_long_as_its_money() -> None:
    plan = small(
        """
unit: triệu đồng
tasks:
  - id: T1
    title: Một
    needs: [{fund: a, amount: 100, year: 2026}, {fund: a, amount: 300, year: 2027}, {fund: b, amount: 100, year: 2027}]
resources: {funds: [{id: a, name: Ngân sách tỉnh}, {id: b, name: Ngân sách xã}]}
""",
        period="2026-2027",
    )

    chart = next(charts(Report.BUDGET, Teller(plan, Language.VI)))

    bars = [shape for shape in chart["drawings"][0]["shapes"] if shape["shape"] == "rect" and shape["about"]]
    first, second, third = (bar["width"] + 1 for bar in bars)
    assert (first * 3, first) == (pytest.approx(second, abs=3), pytest.approx(third, abs=1))
    assert bars[1]["about"] == "Ngân sách tỉnh, Năm 2027: 300"


def test_a_long_name_stands_whole_beside_its_bar() -> None:
    name = "Kiểm kê, cân đối nguồn nguyên liệu và xây dựng cơ chế nâng giá trị gia tăng từ tài nguyên"
    plan = small(f"tasks: [{{id: T1, title: '{name}', start: 2026-02, end: 2026-05}}]")
    (drawn,) = charts(Report.PLAN, Teller(plan, Language.VI))

    said = [" ".join(line["text"] for line in one["lines"]) for one in drawn["drawings"][0]["shapes"] if one["shape"] == "text"]

    assert f"1. {name}" in said
    assert [row["cells"][0] for row in drawn["data"]["rows"]] == [f"1. {name}"]


def test_an_empty_plan_has_no_charts() -> None:
    assert not [chart for report in Report for chart in charts(report, Teller(small(""), Language.VI))]
