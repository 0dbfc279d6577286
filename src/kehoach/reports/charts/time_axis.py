"""Months, quarters or years along the top of a chart."""

from collections.abc import Iterator
from datetime import date

from kehoach.reports.charts.drawing import WIDTH, Shape, line, text
from kehoach.reports.charts.scale import Days, months_between
from kehoach.reports.views.telling import Teller

LEFT = 350
"""Where time begins; names stand before it."""

TOP = 26
"""The height of the axis."""


def whole_years(first: date, last: date) -> Days:
    """Lay out the years of these days beside the names."""
    return Days(first.replace(month=1, day=1), last.replace(month=12, day=31), LEFT, WIDTH - LEFT - 20)


def axis(days: Days, height: int, teller: Teller) -> Iterator[Shape]:
    """Draw the marks, with a line down through the chart at each."""
    step, marks = months_between(days.first, days.last)
    for index, mark in enumerate(marks):
        x = days.at(mark)
        yield line(x, TOP - 4, x, height, "grid")
        right = days.at(marks[index + 1]) if index + 1 < len(marks) else days.start + days.length
        yield text((x + right) // 2, TOP - 10, mark_of(mark, step, teller), "small", anchor="middle")
    end = days.start + days.length
    yield line(end, TOP - 4, end, height, "grid")
    yield line(0, TOP - 4, WIDTH, TOP - 4, "axis")


def mark_of(mark: date, step: int, teller: Teller) -> str:
    """Name the step of so many months that begins on a day."""
    if step >= 12:  # noqa: PLR2004 - a year
        return str(mark.year)
    if step == 1:
        return teller.text("T{month}", "{month}", month=mark.month)
    if step == 3:  # noqa: PLR2004 - a quarter
        return teller.text(
            "Quý {roman}/{year}", "Q{number} {year}", roman=_ROMAN[mark.month // 3], number=mark.month // 3 + 1, year=str(mark.year)
        )
    return f"{mark.month:02}/{mark.year}"


_ROMAN = ("I", "II", "III", "IV")
