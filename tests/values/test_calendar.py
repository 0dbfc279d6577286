from datetime import date

import pytest

from kehoach.values.calendar import CYCLE_DAY
from kehoach.values.kind import NO_FRAME, BadValueError


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("07-31 previous", date(2025, 7, 31)),
        ("12-31 same", date(2026, 12, 31)),
        ("12-31", date(2026, 12, 31)),
        ("03-31 next", date(2027, 3, 31)),
    ],
)
def test_days_are_counted_from_the_first_year(text: str, day: date) -> None:
    assert CYCLE_DAY.read(text, NO_FRAME).within(2026) == day


@pytest.mark.parametrize("text", ["31/07", "07-32", "02-29", "13-01", "07-31 last", "7-31", "２-31", ""])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        CYCLE_DAY.read(text, NO_FRAME)
