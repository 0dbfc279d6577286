"""What the needs of tasks take: money, something in kind, or what is not said."""

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import NamedTuple

from kehoach.analysis.works import Work
from kehoach.diagnostics import KeyPath
from kehoach.language import Language, say_number
from kehoach.model.tasks import Need, Task
from kehoach.values.money import Amount


class Quantity(NamedTuple):
    """So many units of something that is no money."""

    value: Decimal
    unit: str = ""

    def say(self, language: Language) -> str:
        """Write `2.400 ngày công`."""
        return f"{say_number(self.value, language)} {self.unit}".rstrip()


class Cost(NamedTuple):
    """The money of one need."""

    task: Task
    work: Work  # the task, or the action on which the need stands
    need: Need
    value: Decimal  # in the currency of the budget
    year: int | None  # none: undated money of a plan of several years
    exchanged: Amount | None  # in the currency of the budget, where it was written in another one

    @property
    def amount(self) -> Amount:
        """The money in the currency of the budget."""
        return self.exchanged or self.written

    @property
    def written(self) -> Amount:
        """The money in its own currency, made only where it is said: most rules ask for the value alone."""
        written = price(self.need)
        assert written is not None
        return written

    @property
    def path(self) -> KeyPath:
        """Lead to the figure."""
        return self.need.at("amount" if self.need.amount else "rate")


class Use(NamedTuple):
    """The quantity of one in-kind need; never added to money."""

    task: Task
    work: Work
    need: Need
    quantity: Decimal
    year: int | None


class Unpriced(NamedTuple):
    """A need whose source is named without a sum."""

    task: Task
    work: Work
    need: Need


class LeftOut(NamedTuple):
    """Money that no sum includes, for want of an exchange rate."""

    task: Task
    need: Need
    amount: Amount


def price(need: Need) -> Amount | None:
    """Give the money of one need as it was written: the amount, else rate × quantity."""
    if need.amount is not None:
        return need.amount
    return None if need.rate is None or need.quantity is None else need.rate.times(need.quantity)


def is_priced(need: Need) -> bool:
    """Tell whether a need has a sum of money."""
    return need.amount is not None or (need.rate is not None and need.quantity is not None)


def exchanged(amount: Amount, currency: str, rates: Mapping[str, Amount]) -> Amount | None:
    """Turn an amount into a currency; none where there is no rate for it."""
    if amount.currency == currency:
        return amount
    rate = rates.get(amount.currency)
    return rate.times(amount.value) if rate is not None and rate.currency == currency else None


def less(amount: Amount, other: Amount) -> Decimal:
    """Take one amount from another of the same currency, exactly."""
    return _EXACT.subtract(amount.value, other.value)


def has_money(work: Work) -> bool:
    """Tell whether a sum of money stands on the task or action itself."""
    return any(is_priced(need) for need in work.needs)


_EXACT = Context(prec=100)
