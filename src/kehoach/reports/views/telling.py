"""A plan's values and things as one language says them."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kehoach.analysis.budget import budget
from kehoach.analysis.works import works
from kehoach.language import Language, Text, say
from kehoach.model.labels import label
from kehoach.model.plan import Plan
from kehoach.model.resources import Resources
from kehoach.model.timelines import Timelines
from kehoach.reports.views.pieces import Figure
from kehoach.values.date_text import repeated_limit
from kehoach.values.dates import PlanDate, Precision
from kehoach.values.money import Amount, say_money
from kehoach.values.targets import TargetValue


class Teller:
    """Says what stands in one plan; what is absent is an empty text."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language
        self.is_vietnamese = language is Language.VI
        self.money_unit = budget(plan).unit
        self._names = dict(_names(plan))
        self._numbers = {work: number for number, work in _numbers(plan)}

    def text(self, vi: str, en: str, **values: object) -> str:
        """Choose one of two wordings, and fill it."""
        return Text(vi, en).fill(self.language, values)

    def say(self, value: object) -> str:
        """Say a value; one number or one day keeps its exact value."""
        if value is None:
            return ""
        said, exact = say(value, self.language), _exact(value)
        return said if exact is None else Figure(said, exact)

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
        return self.say(self.money_unit)

    def money(self, amount: Amount) -> str:
        """Say an amount in the plan's unit; one of another currency in its own."""
        if amount.currency != self.money_unit.currency:
            return self.say(amount)
        return f"{say_money(amount.value, self.money_unit, self.language)} {self.unit}"

    def year(self, year: int) -> str:
        """Say a year as a heading does."""
        return self.text("Năm {year}", "{year}", year=str(year))

    def due(self, due: PlanDate | None) -> str:
        """Say a deadline; `trước 2030` and `cuối tháng 9` stay as they were written."""
        if due is None:
            return ""
        repeated = repeated_limit(due.text)
        if repeated is None:
            return self.say(due)
        limit, rest = repeated
        if not self.is_vietnamese:
            return f"before {rest}" if limit == "truoc" and rest.isdecimal() else self.say(due)
        return f"{'trước' if limit == 'truoc' else 'cuối'} {f'năm {rest}' if rest.isdecimal() else first_down(rest)}"

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


def first_down(text: str) -> str:
    """Begin a text with a small letter."""
    return text[:1].lower() + text[1:]


def _exact(value: object) -> Decimal | int | str | None:
    match value:
        case bool():
            return None
        case int() | Decimal():
            return value
        case date():
            return value.isoformat()
        case PlanDate(precision=Precision.DAY):
            return value.first.isoformat()
        case TargetValue(comparison=None, of=None):
            return value.value
        case _:
            return None


def _names(plan: Plan) -> Iterator[tuple[str, str]]:
    resources, timelines = plan.resources or Resources(), plan.timelines or Timelines()
    yield from ((one.id, one.name) for one in plan.owners)
    yield from ((one.id, one.statement) for one in plan.objectives)
    yield from ((one.id, one.title) for one in plan.outputs)
    yield from ((one.id, one.title) for one in plan.options)
    yield from ((one.work.id, one.work.title) for one in works(plan))
    yield from ((one.id, one.name) for one in resources.funds)
    yield from ((one.id, one.name) for one in resources.in_kind)
    yield from ((one.id, one.title) for one in timelines.phases)
    yield from ((one.id, one.title) for one in timelines.milestones)
    yield from ((one.id, one.name) for one in (plan.monitoring.indicators if plan.monitoring else ()))
    yield from ((one.id, one.product) for one in (plan.situation.value_chains if plan.situation else ()))


def _numbers(plan: Plan) -> Iterator[tuple[str, str]]:
    for number, task in enumerate(plan.tasks, start=1):
        yield str(number), task.id
        for inner, action in enumerate(task.actions, start=1):
            yield f"{number}.{inner}", action.id
