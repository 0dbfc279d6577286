"""What a generated plan says of other plans: the targets and the money of a province are those of its communes."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from localities import YEAR, Place
from phrases import REQUESTS, Measure

from faults import MISSED_BY, OVER, TOO_MUCH, Fault, Seeded

SUMMED = ("thu-ngan-sach", "dien-tich-cay")
"""Indicators that add up over communes, said to be the same by `same_as`; the first ones are assigned."""

REGISTERED = ("ty-le-ngheo", "nuoc-sach")
"""Indicators of the register: the communes' mean, weighted by their households."""

HANDED = ("ctmtqg", "ns-tinh")
"""Funds of a province of which communes get a part."""

HOUSEHOLDS = "so-ho"
FIRST_ENDS = date(YEAR, 2, 28)
"""When the first task of a province ends, for which tasks of communes wait."""


class Shown(NamedTuple):
    """What the plan of a commune shows the plan above: targets in tenths of their unit, money in million đồng."""

    place: Place
    fault: Fault | None
    goals: dict[str, int]
    households: int
    limits: dict[str, int]
    asks: bool


class Links:
    """Of a plan that stands alone: none."""

    level = ""
    households = 0

    def goal(self, measure: Measure, chosen: int) -> int:
        """Give the target of an indicator, in tenths."""
        del measure
        return chosen

    def unit(self, measure: Measure) -> str:
        return measure.unit

    def supports(self, objective: int) -> Iterator[str]:
        del objective
        yield from ()

    def indicator(self, name: str, goal: str) -> Iterator[str]:
        """Write what an indicator says of other plans."""
        del name, goal
        yield from ()

    def fund(self, name: str) -> Iterator[str]:
        del name
        yield from ()

    def handed(self, name: str) -> int:
        """Give what is handed down of a fund."""
        del name
        return 0

    def answers(self) -> Iterator[str]:
        """Write answers to requests from below."""
        yield from ()

    def coordination(self, goals: dict[str, int]) -> Iterator[str]:
        del goals
        yield from ()

    def dates(self, number: int, dates: tuple[date, date]) -> tuple[date, date]:
        """Give the dates of a task."""
        del number
        return dates

    def waits(self, number: int, first: date, chance: float) -> str:
        """Name a task of another plan that a task waits for."""
        del number, first, chance
        return ""


class Lower(Links):
    """Of a commune's plan, which stands below a province's."""

    level = "commune"

    def __init__(self, place: Place, fault: Fault | None, households: int, *, asks: bool) -> None:
        self.parent, self.fault, self.households = place.parent, fault, households
        self.asks = asks or fault is Fault.UNANSWERED

    def unit(self, measure: Measure) -> str:
        if (self.fault, measure.id) == (Fault.UNIT, SUMMED[1]):
            return "tấn"
        return "hộ" if (self.fault, measure.id) == (Fault.REGISTER, REGISTERED[1]) else measure.unit

    def supports(self, objective: int) -> Iterator[str]:
        is_wrong = self.fault is Fault.NOWHERE and objective == 5
        yield f"    supports: [{self.parent}#O1.{9 if is_wrong else objective}]"

    def indicator(self, name: str, goal: str) -> Iterator[str]:
        if name in SUMMED:
            yield f"      same_as: [{self.parent}#{name}]"
        if name in REGISTERED:
            yield from (f"      register: {name}", f"      weight: {HOUSEHOLDS}")
        if name == SUMMED[0] and self.fault is Fault.TWICE:
            yield f"      assigned: {{value: {goal}, date: {YEAR}}}"

    def fund(self, name: str) -> Iterator[str]:
        if name in HANDED:
            yield f"      from_plan: {self.parent}#{name}"

    def coordination(self, goals: dict[str, int]) -> Iterator[str]:
        if self.asks:
            what, amount = REQUESTS[self.households % len(REQUESTS)]
            yield "  requests:"
            yield from ("    - id: Y1", f"      what: {what}", f"      to: {self.parent}", f"      amount: {amount}")
        if self.fault is Fault.DISCUSSED:
            yield from ("  dialogues:", f"    - about: {SUMMED[0]}", f"      proposed: {tenths(goals[SUMMED[0]])}")
            yield "      reason: Hai cơ sở thu lớn trên địa bàn ngừng sản xuất từ quý IV năm trước"
            yield from (f"      with: {self.parent}", "      date: 2025-12-20", "      outcome: pending")

    def dates(self, number: int, dates: tuple[date, date]) -> tuple[date, date]:
        return (date(YEAR, 2, 10), date(YEAR, 6, 20)) if self.fault is Fault.LATE and number == 1 else dates

    def waits(self, number: int, first: date, chance: float) -> str:
        is_late = self.fault is Fault.LATE and number == 1
        return f"{self.parent}#T1" if is_late or (first > FIRST_ENDS and chance < 0.03) else ""


class Upper(Links):
    """Of a province's plan, which stands above those of its communes."""

    level = "province"

    def __init__(self, communes: Sequence[Shown], number: int) -> None:
        self.communes = communes
        self.number = number
        self.households = sum(shown.households for shown in communes)
        self.residuals: dict[str, Fraction] = {}  # by indicator, in its unit

    def goal(self, measure: Measure, chosen: int) -> int:
        if measure.id in SUMMED:
            whole = sum(shown.goals[measure.id] for shown in self.communes if _counts(shown, measure.id))
            more = whole * OVER // 100 if measure.id == SUMMED[0] and self.number % 4 == 0 else 0
            if more:
                self.residuals[measure.id] = Fraction(more, 10)
            return whole + more
        if measure.id in REGISTERED:
            return self._mean(measure)
        return chosen

    def _mean(self, measure: Measure) -> int:
        """Round the communes' weighted mean so that they reach it; in some provinces, ask for more."""
        counted = [shown for shown in self.communes if _counts(shown, measure.id)]
        mean = Fraction(sum(s.goals[measure.id] * s.households for s in counted), sum(s.households for s in counted))
        if measure.direction == "increase":
            return int(mean)
        goal = -int(-mean // 1)
        if self.number % 4 == 2:
            goal -= 5
            self.residuals[measure.id] = (mean - goal) / 10
        return goal

    def indicator(self, name: str, goal: str) -> Iterator[str]:
        del goal
        if name in SUMMED:
            yield "      aggregation: sum"
        if name in REGISTERED:
            yield from (f"      register: {name}", f"      weight: {HOUSEHOLDS}")

    def handed(self, name: str) -> int:
        return sum(shown.limits[name] for shown in self.communes) if name in HANDED else 0

    def answers(self) -> Iterator[str]:
        for shown in self.communes:
            if shown.asks and shown.fault is not Fault.UNANSWERED:
                yield from (f"    - about: {shown.place.id}#Y1", "      decision: deferred")
                yield "      reason: Cân đối trong phương án phân bổ sáu tháng cuối năm"

    def coordination(self, goals: dict[str, int]) -> Iterator[str]:
        del goals
        yield "  assignments:"
        for shown in self.communes:
            targets = ", ".join(f"{name}: {tenths(_assigned(shown, name))}" for name in SUMMED)
            money = ", ".join(f"{name}: {shown.limits[name] - _withheld(shown, name)}" for name in HANDED)
            yield f"    - {{plan: {shown.place.id}, indicators: {{{targets}}}, funds: {{{money}}}}}"

    def dates(self, number: int, dates: tuple[date, date]) -> tuple[date, date]:
        return (date(YEAR, 1, 6), FIRST_ENDS) if number == 1 else dates

    def seeded(self, file: str) -> Iterator[Seeded]:
        """Tell which targets the communes do not reach."""
        for name, residual in self.residuals.items():
            yield Seeded("LVL005", "warning", file, name, residual)


def tenths(value: int) -> str:
    """Write a number of tenths."""
    return f"{value // 10}.{value % 10}" if value % 10 else f"{value // 10}"


def _counts(shown: Shown, name: str) -> bool:
    """Tell whether a commune's figure can be added to the others: not where its unit is wrong."""
    return (shown.fault, name) not in ((Fault.UNIT, SUMMED[1]), (Fault.REGISTER, REGISTERED[1]))


def _assigned(shown: Shown, name: str) -> int:
    goal = shown.goals[name]
    if name == SUMMED[0] and shown.fault in (Fault.MISSED, Fault.DISCUSSED):
        return goal + goal * MISSED_BY // 100
    return goal - goal // 10 if name == SUMMED[0] and shown.fault is Fault.TWICE else goal


def _withheld(shown: Shown, name: str) -> int:
    return TOO_MUCH if name == HANDED[1] and shown.fault is Fault.TAKES_MORE else 0
