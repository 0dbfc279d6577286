"""What is wrong on purpose in a generated country, so that a run over it can be held against a list."""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

MISSED_BY = 10  # % of its target that a commune was assigned beyond it
OVER = 3  # % of the communes' sum that a province asks for beyond it
TOO_MUCH = 50  # million đồng that a commune counts on beyond its share


class Seeded(NamedTuple):
    """A finding that a run must make: its code and severity, the file, the thing, and what is missing of a target."""

    code: str
    severity: str
    file: str
    subject: str
    residual: Fraction | None = None


class Fault(Enum):
    """What is wrong with a commune's plan: code, severity, and the thing that is complained of."""

    MISSED = ("LVL004", "error", "thu-ngan-sach", "assigned more than it plans")
    DISCUSSED = ("LVL004", "warning", "thu-ngan-sach", "the same, with a dialogue that is pending")
    TAKES_MORE = ("LVL006", "error", "ns-tinh", "counts on more money than it was handed")
    UNIT = ("LVL007", "error", "dien-tich-cay", "measures in another unit than the province")
    LATE = ("LVL012", "warning", "T1", "a task begins before the province's task that it waits for ends")
    TWICE = ("LVL013", "error", "thu-ngan-sach", "says that another target was assigned than the province says")
    UNANSWERED = ("LVL014", "warning", "Y1", "a request without an answer")
    NOWHERE = ("LVL017", "error", "O1.9", "supports an objective that the province does not have")
    REGISTER = ("MON010", "warning", "nuoc-sach", "measures in another unit than the register")

    def seeded(self, file: str) -> Seeded:
        """Say what a run must find."""
        code, severity, subject, _ = self.value
        return Seeded(code, severity, file, subject)


def spread(communes: int) -> Iterator[Fault | None]:
    """Give each commune of a province its fault: every sort once, far from each other."""
    places = {part * communes // len(Fault): fault for part, fault in enumerate(Fault)}
    for number in range(communes):
        yield places.get(number)
