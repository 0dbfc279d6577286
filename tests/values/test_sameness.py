import pytest

from kehoach.values.dates import DATE, PERIOD
from kehoach.values.kind import NO_FRAME, Kind
from kehoach.values.money import AMOUNT, AMOUNT_LIMIT


@pytest.mark.parametrize(
    ("kind", "one", "same", "other"),
    [
        (AMOUNT, "1,5 tỷ đồng", "1500 triệu đồng", "1500 USD"),
        (AMOUNT_LIMIT, "1 - 2 tỷ đồng", "1000 - 2000 triệu đồng", "1 - 3 tỷ đồng"),
        (DATE, "03/2026", "2026-03", "2026-03-01"),
        (PERIOD, "2026", "2026-01-01 .. 2026-12-31", "2026-2027"),
    ],
)
def test_how_a_value_was_written_makes_no_other_of_it(kind: Kind[object], one: str, same: str, other: str) -> None:
    first, second, third = (kind.read(text, NO_FRAME) for text in (one, same, other))

    assert (first == second, first != second) == (True, False)
    assert (first == third, first != third) == (False, True)
    assert hash(first) == hash(second)


def test_values_of_two_kinds_are_never_the_same() -> None:
    year: object = DATE.read("2026", NO_FRAME)

    assert year != PERIOD.read("2026", NO_FRAME)
