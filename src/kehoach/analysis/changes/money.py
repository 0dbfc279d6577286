"""What the change of a plan means for its money: in all, by task, by source and by year."""

from collections.abc import Iterable, Mapping
from decimal import Context
from typing import NamedTuple

from kehoach.analysis.budget import Budget, budget
from kehoach.analysis.changes.sides import Side
from kehoach.analysis.costs import Cost
from kehoach.values.money import Amount


class Shift(NamedTuple):
    """One sum in both plans, in the notation of the new one."""

    key: str | int | None  # the id of a task or fund, as the new plan has it, or a year; none: money without one
    before: Amount
    after: Amount
    difference: Amount


class Money(NamedTuple):
    """The sums that differ; each of the three tables adds up to the difference of the whole."""

    total: Shift
    tasks: tuple[Shift, ...]
    funds: tuple[Shift, ...]
    years: tuple[Shift, ...]

    @property
    def is_changed(self) -> bool:
        """Whether any sum differs."""
        return bool(self.tasks or self.funds or self.years)

    def transfer(self, shifts: tuple[Shift, ...]) -> tuple[Shift, Shift] | None:
        """Give the two sums between which money went, from and to; none where it is not as simple."""
        if self.total.difference.value or len(shifts) != _BOTH:
            return None
        less, more = sorted(shifts, key=lambda shift: shift.difference.value)
        return less, more


def money(old: Side, new: Side) -> Money | None:
    """Compare the sums of two plans; none where they are in two currencies."""
    before, after = budget(old.plan), budget(new.plan)
    if before.currency != after.currency:
        return None
    return Money(
        total=_shift(None, before.costs, after.costs, (before, after)),
        tasks=_shifts(_by_key(old, before.by_task), _by_key(new, after.by_task), (before, after)),
        funds=_shifts(_by_key(old, before.by_fund), _by_key(new, after.by_fund), (before, after)),
        years=_shifts(_by_year(before), _by_year(after), (before, after)),
    )


def _by_key(
    side: Side, costs: Mapping[str, tuple[Cost, ...]] | Mapping[str | None, tuple[Cost, ...]]
) -> dict[str | int | None, tuple[Cost, ...]]:
    return {(side.renames.get(key, key) if key is not None else None): value for key, value in costs.items()}


def _by_year(of: Budget) -> dict[str | int | None, tuple[Cost, ...]]:
    years: dict[str | int | None, tuple[Cost, ...]] = {year: tuple(c for c in of.costs if c.year == year) for year in of.years}
    return years | ({None: of.undated} if of.undated else {})


def _shifts(
    olds: Mapping[str | int | None, tuple[Cost, ...]], news: Mapping[str | int | None, tuple[Cost, ...]], budgets: tuple[Budget, Budget]
) -> tuple[Shift, ...]:
    keys = dict.fromkeys((*news, *olds))
    shifts = (_shift(key, olds.get(key, ()), news.get(key, ()), budgets) for key in keys)
    return tuple(shift for shift in shifts if shift.difference.value)


def _shift(key: str | int | None, olds: Iterable[Cost], news: Iterable[Cost], budgets: tuple[Budget, Budget]) -> Shift:
    """Add both sides, said in the unit of the new plan."""
    said = budgets[1]
    before, after = (said.said(of.sum(costs)) for of, costs in zip(budgets, (list(olds), list(news)), strict=True))
    return Shift(key, before, after, said.of(_EXACT.subtract(after.value, before.value)))


_BOTH = 2
_EXACT = Context(prec=100)
