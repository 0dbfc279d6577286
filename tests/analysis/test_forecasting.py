from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plans import plan
from kehoach.analysis.forecasting import DAMPING, forecast
from kehoach.model.vocabulary import ForecastMethod

GROWTH, LINE, HOLT = ForecastMethod.AVERAGE_GROWTH, ForecastMethod.LINEAR_TREND, ForecastMethod.DAMPED_HOLT


def series(first: int, *figures: object) -> dict[int, Decimal]:
    return {first + index: Decimal(str(figure)) for index, figure in enumerate(figures)}


def test_average_growth_is_compound() -> None:
    assert forecast(GROWTH, series(2023, 80, 100, 125), 2026) == Decimal("156.25")
    assert forecast(GROWTH, {2020: Decimal(100), 2024: Decimal("146.41")}, 2025) == Decimal("161.051")


@pytest.mark.parametrize("figures", [(0, 5), (-2, 4), (4, 0)])
def test_average_growth_says_nothing_of_zero_and_less(figures: tuple[int, ...]) -> None:
    assert forecast(GROWTH, series(2023, *figures), 2026) is None


def test_linear_trend_is_the_line_of_least_squares() -> None:
    # worked by hand: mean 35.3, slope 29.4 / 10 = 2.94
    assert forecast(LINE, series(2021, "29.5", "32.4", "35.1", "38.2", "41.3"), 2026) == Decimal("44.12")
    assert forecast(LINE, {2020: Decimal(1), 2023: Decimal(7)}, 2025) == Decimal(11)


def test_damped_holt_step_by_step() -> None:
    figures = series(2023, 10, 12, 15)
    first = Decimal("0.8") * 12 + Decimal("0.2") * (10 + DAMPING * 2)
    carried = Decimal("0.2") * (first - 10) + Decimal("0.8") * DAMPING * 2
    level = Decimal("0.8") * 15 + Decimal("0.2") * (first + DAMPING * carried)
    trend = Decimal("0.2") * (level - first) + Decimal("0.8") * DAMPING * carried

    assert forecast(HOLT, figures, 2026) == level + DAMPING * trend
    assert forecast(HOLT, figures, 2027) == level + (DAMPING + DAMPING**2) * trend


def test_damped_holt_wants_three_years_without_a_hole() -> None:
    assert forecast(HOLT, series(2024, 10, 12), 2026) is None
    assert forecast(HOLT, {2020: Decimal(1), 2022: Decimal(2), 2023: Decimal(3)}, 2026) is None


@pytest.mark.parametrize("method", [GROWTH, LINE, HOLT])
def test_nothing_is_forecast_within_the_series(method: ForecastMethod) -> None:
    assert forecast(method, series(2023, 10, 12, 15), 2025) is None
    assert forecast(method, {}, 2026) is None


def test_experts_are_not_calculated() -> None:
    assert forecast(ForecastMethod.EXPERT, series(2023, 10, 12, 15), 2026) is None


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=1), st.integers(-1000, 1000), st.integers(3, 12))
def test_a_straight_line_goes_on(start: list[int], step: int, length: int) -> None:
    figures = {2000 + index: Decimal(start[0] + step * index) for index in range(length)}

    assert forecast(LINE, figures, 2000 + length) == start[0] + step * length


def test_reads_what_plans_have() -> None:
    body = "situation:\n  forecasts:\n    - {method: linear_trend, series: {2024: 10, 2025: 12}, values: {2026: 14}}\n"
    situation = plan(body).situation
    assert situation is not None
    (each,) = situation.forecasts
    assert each.method is not None
    assert forecast(each.method, each.series, 2026) == each.values[2026]
