"""Amounts of several plans in one unit."""

from collections.abc import Sequence
from decimal import Context

from kehoach.analysis.handing import added
from kehoach.language import Language, Text
from kehoach.reports.views.pieces import Figure
from kehoach.values.money import Amount, say_money

_EXACT = Context(prec=60)


class Sums:
    """Says amounts in the unit of the first; one of another currency keeps its own."""

    def __init__(self, amounts: Sequence[Amount | None], language: Language) -> None:
        self.language = language
        self.unit = next((amount.unit for amount in amounts if amount is not None), None)

    @property
    def unit_line(self) -> str:
        """Name the unit over a table; empty where there is no amount."""
        return "" if self.unit is None else _UNIT.fill(self.language, {"unit": self.unit})

    def say(self, amount: Amount | None) -> str:
        """Say an amount; empty without one."""
        if amount is None:
            return ""
        if self.unit is None or amount.currency != self.unit.currency:
            return amount.say(self.language)
        return Figure(say_money(amount.value, self.unit, self.language), _EXACT.divide(amount.value, self.unit.factor))

    def say_all(self, amounts: Sequence[Amount | None]) -> str:
        """Say the sum of those that are known; empty where they are of several currencies."""
        return self.say(added([amount for amount in amounts if amount is not None]))


_UNIT = Text(vi="Đơn vị tính: {unit}", en="Unit: {unit}")
