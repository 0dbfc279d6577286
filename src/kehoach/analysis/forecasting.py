"""What the methods of forecasting give for a series of yearly figures."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal, InvalidOperation

from kehoach.model.vocabulary import ForecastMethod

Series = Mapping[int, Decimal]

LEVEL_WEIGHT = Decimal("0.8")
"""Damped Holt: how much the newest figure counts for the level; short yearly series want a high one."""

TREND_WEIGHT = Decimal("0.2")
"""Damped Holt: how much the newest step counts for the trend."""

DAMPING = Decimal("0.9")
"""Damped Holt: what is left of the trend from one year to the next."""

_EXACT = Context(prec=50)


def forecast(method: ForecastMethod, series: Series, year: int) -> Decimal | None:
    """Give the figure of a year; none where the method says nothing of such a series or year.

    Average growth is compound: the last figure times the average yearly factor between the first and the last.
    The linear trend is the straight line of least squares. Damped Holt starts from the first figure and the
    first step and lets the trend die away (Gardner and McKenzie 1985).
    """
    method_of = _METHODS.get(method)
    if method_of is None or len(series) < _FEWEST[method] or year <= max(series):
        return None
    years = sorted(series)
    return method_of(years, [series[known] for known in years], year)


def _average_growth(years: Sequence[int], figures: Sequence[Decimal], year: int) -> Decimal | None:
    first, last = figures[0], figures[-1]
    if first <= 0 or last <= 0:
        return None
    exponent = _EXACT.divide(Decimal(year - years[-1]), Decimal(years[-1] - years[0]))
    try:
        return _EXACT.multiply(last, _EXACT.power(_EXACT.divide(last, first), exponent))
    except InvalidOperation:
        return None


def _linear_trend(years: Sequence[int], figures: Sequence[Decimal], year: int) -> Decimal | None:
    from fractions import Fraction  # noqa: PLC0415 - few forecasts need it

    count = len(years)
    middle = Fraction(sum(years), count)
    mean = sum(map(Fraction, figures), Fraction(0)) / count
    spread = sum(((known - middle) ** 2 for known in years), Fraction(0))
    slope = sum(((known - middle) * Fraction(figure) for known, figure in zip(years, figures, strict=True)), Fraction(0)) / spread
    value = mean + slope * (year - middle)
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _damped_holt(years: Sequence[int], figures: Sequence[Decimal], year: int) -> Decimal | None:
    if years[-1] - years[0] != len(years) - 1:
        return None  # a year is missing
    level, trend = figures[0], _EXACT.subtract(figures[1], figures[0])
    for figure in figures[1:]:
        carried = _EXACT.multiply(DAMPING, trend)
        before = level
        level = _mixed(LEVEL_WEIGHT, figure, _EXACT.add(level, carried))
        trend = _mixed(TREND_WEIGHT, _EXACT.subtract(level, before), carried)
    steps = sum((_EXACT.power(DAMPING, step) for step in range(1, year - years[-1] + 1)), Decimal(0))
    return _EXACT.add(level, _EXACT.multiply(steps, trend))


def _mixed(weight: Decimal, new: Decimal, old: Decimal) -> Decimal:
    return _EXACT.add(_EXACT.multiply(weight, new), _EXACT.multiply(_EXACT.subtract(Decimal(1), weight), old))


_METHODS: Mapping[ForecastMethod, Callable[[Sequence[int], Sequence[Decimal], int], Decimal | None]] = {
    ForecastMethod.AVERAGE_GROWTH: _average_growth,
    ForecastMethod.LINEAR_TREND: _linear_trend,
    ForecastMethod.DAMPED_HOLT: _damped_holt,
}
_FEWEST = {ForecastMethod.AVERAGE_GROWTH: 2, ForecastMethod.LINEAR_TREND: 2, ForecastMethod.DAMPED_HOLT: 3}
