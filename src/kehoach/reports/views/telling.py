"""A plan's values and things as one language says them."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kehoach.language import Language, Text, say
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import label
from kehoach.values.dates import PlanDate, Precision
from kehoach.values.money import say_money
from kehoach.values.text import fold


class Teller:
    """Says what stands in one plan; what is absent is an empty text."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language
        self.is_vietnamese = language is Language.VI
        self._names = dict(_names(plan))
        self._numbers = {work: number for number, work in _numbers(plan)}

    def text(self, vi: str, en: str, **values: object) -> str:
        """Choose one of two wordings, and fill it."""
        return Text(vi, en).fill(self.language, values)

    def say(self, value: object) -> str:
        """Say a value."""
        return "" if value is None else say(value, self.language)

    def label(self, word: StrEnum | None) -> str:
        """Say a word of an enumeration."""
        return "" if word is None else label(word).to(self.language)

    def labels(self, words: Iterable[StrEnum]) -> str:
        """Say several words of an enumeration."""
        return ", ".join(self.label(word) for word in words)

    def name(self, reference: str | None) -> str:
        """Name the thing that an id stands for; words stay as they are."""
        return "" if reference is None else self._names.get(reference, reference)

    def names(self, references: Iterable[str], separator: str = ", ") -> str:
        """Name several things."""
        return separator.join(self.name(reference) for reference in references)

    def number(self, reference: str) -> str:
        """Give the number that a task or action bears in every report; the id of one that is not here."""
        return self._numbers.get(reference, reference)

    def task_numbers(self, references: Iterable[str]) -> str:
        """Give the numbers of several tasks in their order."""
        return ", ".join(self.number(reference) for reference in references)

    @property
    def unit(self) -> str:
        """Say the unit in which the plan's amounts are printed."""
        return self.say(self.plan.unit) or self.text("đồng", "VND")

    def money(self, value: Decimal) -> str:
        """Say an amount of đồng as a number of the plan's unit."""
        return say_money(value, self.plan.unit, self.language)

    def money_with_unit(self, value: Decimal) -> str:
        """Say an amount of đồng in the plan's unit, with the unit."""
        return f"{self.money(value)} {self.unit}"

    def year(self, year: int) -> str:
        """Say a year as a heading does."""
        return self.text("Năm {year}", "{year}", year=str(year))

    def due(self, due: PlanDate | None) -> str:
        """Say a deadline; `trước 2030` and `cuối tháng 9` stay as they were written."""
        if due is None:
            return ""
        first_word, _, rest = due.text.strip().partition(" ")
        if fold(first_word) == "truoc" and rest:
            year = rest.strip().isdecimal()
            return self.text("trước năm {rest}" if year else "trước {rest}", "before {rest}", rest=rest.strip())
        if self.is_vietnamese and fold(first_word) == "cuoi" and rest:
            return due.text.strip().lower()
        return self.say(due)

    def official_day(self, day: PlanDate) -> str:
        """Say a day as official papers do: `ngày 05 tháng 02 năm 2026`."""
        if day.precision is not Precision.DAY or not self.is_vietnamese:
            return self.say(day)
        return official_date(day.first)


def official_date(day: date) -> str:
    """Write `ngày 05 tháng 02 năm 2026`: a zero before days below 10 and the months 1 and 2."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)  # noqa: PLR2004 - the decree's two months
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def first_up(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def _names(plan: Plan) -> Iterator[tuple[str, str]]:
    for owner in plan.owners:
        yield owner.id, owner.name
    for objective in plan.objectives:
        yield objective.id, objective.statement
    for thing in (*plan.outputs, *plan.options, *plan.tasks, *(action for task in plan.tasks for action in task.actions)):
        yield thing.id, thing.title
    if plan.resources:
        for resource in (*plan.resources.funds, *plan.resources.in_kind):
            yield resource.id, resource.name
    if plan.timelines:
        for point in (*plan.timelines.phases, *plan.timelines.milestones):
            yield point.id, point.title
    if plan.monitoring:
        for indicator in plan.monitoring.indicators:
            yield indicator.id, indicator.name
    if plan.situation:
        for chain in plan.situation.value_chains:
            yield chain.id, chain.product


def _numbers(plan: Plan) -> Iterator[tuple[str, str]]:
    for number, task in enumerate(plan.tasks, start=1):
        yield str(number), task.id
        for inner, action in enumerate(task.actions, start=1):
            yield f"{number}.{inner}", action.id
