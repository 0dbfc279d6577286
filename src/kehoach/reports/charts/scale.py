"""From values and days to places on paper."""

from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

_STEPS = (1, 2, 5, 10)
_EXACT = Context(prec=50)


def nice_ticks(low: Decimal, high: Decimal, most: int = 6) -> list[Decimal]:
    """Give round marks in even steps, the first not above `low`, the last not below `high`.

    Steps are 1, 2 or 5 times a power of ten; there are at least two marks and at most `most` and one.
    """
    if high <= low:
        low, high = (low, low + 1) if not low else (min(low, Decimal(0)), max(low, Decimal(0)))
    step = _step(_EXACT.divide(high - low, Decimal(most - 1)))
    first, last = _floor(low, step), -_floor(-high, step)
    return [_plain(index * step) for index in range(first, last + 1)]


def _step(least: Decimal) -> Decimal:
    power = Decimal(10) ** least.adjusted()
    return next(power * step for step in _STEPS if power * step >= least)


def _floor(value: Decimal, step: Decimal) -> int:
    return int(_EXACT.divide(value, step).to_integral_value("ROUND_FLOOR"))


def _plain(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize(_EXACT):f}")


class Scale(NamedTuple):
    """A line of `length` points that begins at `start` and stands for the values from `low` to `high`."""

    low: Decimal
    high: Decimal
    start: int
    length: int

    def at(self, value: Decimal) -> int:
        """Give the point of a value; what lies outside is put at the end."""
        if self.high <= self.low:
            return self.start
        kept = min(max(value, self.low), self.high)
        return self.start + round(_EXACT.divide((kept - self.low) * self.length, self.high - self.low))


class Days(NamedTuple):
    """A line that stands for the days from `first` to `last`, both whole."""

    first: date
    last: date
    start: int
    length: int

    def at(self, day: date) -> int:
        """Give the point where a day begins."""
        whole = (self.last - self.first).days + 1
        kept = min(max((day - self.first).days, 0), whole)
        return self.start + round(kept * self.length / whole)

    def after(self, day: date) -> int:
        """Give the point where a day ends."""
        whole = (self.last - self.first).days + 1
        kept = min(max((day - self.first).days + 1, 0), whole)
        return self.start + round(kept * self.length / whole)


_MONTHS = (1, 3, 6, 12, 24, 60, 120)


def months_between(first: date, last: date, most: int = 12) -> tuple[int, list[date]]:
    """Give the first days of months in even steps of months, and the step."""
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((months for months in _MONTHS if whole <= months * most), _MONTHS[-1])
    return step, [day for day in _months(first, last, step) if first <= day <= last]


def _months(first: date, last: date, step: int) -> Iterator[date]:
    months = first.year * 12 + first.month - 1
    index = months - months % min(step, 12) if step <= 12 else first.year // (step // 12) * step  # noqa: PLR2004 - a year
    while index // 12 <= last.year:
        yield date(index // 12, index % 12 + 1, 1)
        index += step
