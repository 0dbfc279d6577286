"""What the tasks of a plan take, by task, fund and year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple, TypeAlias

from kehoach.analysis.costs import Cost, LeftOut, Unpriced, Use, exchanged, has_money, price
from kehoach.analysis.works import Work
from kehoach.model.plan import Plan
from kehoach.model.tasks import Need, Task
from kehoach.remembered import remembered
from kehoach.values.money import Amount, exact_sum, product, total
from kehoach.values.numbers import last_place
from kehoach.values.units import DONG, MoneyUnit, money_unit


class Budget(NamedTuple):
    """All that the tasks take.

    Attributes:
        currency: of every sum: đồng, unless the plan's unit is a foreign one without a rate.
        unit: in which sums are said: the plan's.
        only_year: the year of a need that names none; none where the period has several.
        rates: what one unit of a foreign currency is in đồng.
        costs: the money; where it stands on a task and on its actions, only the task's is counted.
        by_task, by_fund: the same, by the id of the task and of the fund.
        uses: the contributions in kind.
        unpriced, left_out: what is not in the sums.
        doubled: the tasks whose money stands on them and on their actions.
    """

    currency: str
    unit: MoneyUnit
    only_year: int | None
    rates: Mapping[str, Amount]
    costs: tuple[Cost, ...]
    by_task: Mapping[str, tuple[Cost, ...]]
    by_fund: Mapping[str | None, tuple[Cost, ...]]
    uses: tuple[Use, ...]
    unpriced: tuple[Unpriced, ...]
    left_out: tuple[LeftOut, ...]
    doubled: tuple[Task, ...]

    def costs_of(self, task_id: str) -> tuple[Cost, ...]:
        """List what one task takes, its actions' money included."""
        return self.by_task.get(task_id, ())

    def costs_on(self, fund_id: str) -> tuple[Cost, ...]:
        """List what is taken from one fund."""
        return self.by_fund.get(fund_id, ())

    def sum(self, costs: Iterable[Cost] | None = None) -> Amount:
        """Add costs, all of them if none are given; nothing makes 0 in the plan's unit."""
        return self.sum_of([cost.amount for cost in (self.costs if costs is None else costs)])

    def sum_of(self, amounts: Sequence[Amount]) -> Amount:
        """Add amounts in the currency of the budget; nothing makes 0 in the plan's unit."""
        return self.said(total(amounts)) if amounts else self.of(Decimal(0))

    def of(self, value: Decimal) -> Amount:
        """Make the amount of a number of single đồng, or of the budget's currency."""
        return Amount(value=value, currency=self.currency, step=last_place(value), text="", unit=self.unit)

    def said(self, amount: Amount) -> Amount:
        """Let an amount be said in the plan's unit."""
        return amount if amount.unit is self.unit or amount.currency != self.unit.currency else amount._replace(unit=self.unit)

    def exchanged(self, amount: Amount) -> Amount | None:
        """Turn an amount into the currency of the budget; none where there is no rate for it."""
        return exchanged(amount, self.currency, self.rates)

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which money is taken."""
        return tuple(sorted({cost.year for cost in self.costs if cost.year is not None}))

    @property
    def undated(self) -> tuple[Cost, ...]:
        """The money that names no year in a plan of several."""
        return tuple(cost for cost in self.costs if cost.year is None)


@remembered
def budget(plan: Plan) -> Budget:
    """Work out what the plan's tasks take; the rules of one plan share one answer."""
    rates = _rates(plan)
    unit = plan.unit or _first_unit(plan)
    currency = DONG.currency if unit.currency in rates else unit.currency
    years = plan.period.years
    builder = _Builder(currency, rates, years[0] if len(years) == 1 else None)
    for task in plan.tasks:
        if task.actions:
            builder.add(task)
        elif task.needs:
            builder.add_needs(task, task)
    return Budget(
        currency=currency,
        unit=unit if unit.currency == currency else DONG,
        only_year=builder.only_year,
        rates=rates,
        costs=tuple(builder.costs),
        by_task=builder.by_task,
        by_fund={fund: tuple(costs) for fund, costs in builder.by_fund.items()},
        uses=tuple(builder.uses),
        unpriced=tuple(builder.unpriced),
        left_out=tuple(builder.left_out),
        doubled=tuple(builder.doubled),
    )


Taken: TypeAlias = Mapping[int | None, Decimal]
"""What is taken in each year; of no year: what names none in a plan of several."""


@remembered
def taken(plan: Plan) -> Mapping[str | None, Taken]:
    """Add up what is taken from each fund in each year; the rules of one plan share the sums."""
    return {fund: sums(costs) for fund, costs in budget(plan).by_fund.items()}


def sums(costs: Iterable[Cost]) -> Taken:
    """Add up what is taken in each year."""
    values: dict[int | None, list[Decimal]] = defaultdict(list)
    for cost in costs:
        values[cost.year].append(cost.value)
    return {year: exact_sum(parts) for year, parts in values.items()}


def by_year(costs: Sequence[Cost]) -> dict[int | None, tuple[Cost, ...]]:
    """Sort costs by their year, undated ones last."""
    ordered = sorted(costs, key=lambda cost: (cost.year is None, cost.year or 0))
    return {year: tuple(group) for year, group in groupby(ordered, key=lambda cost: cost.year)}


class _Builder:
    def __init__(self, currency: str, rates: Mapping[str, Amount], only_year: int | None) -> None:
        self.currency = currency
        self.rates = rates
        self.only_year = only_year
        self.costs: list[Cost] = []
        self.by_task: dict[str, tuple[Cost, ...]] = {}
        self.by_fund: defaultdict[str | None, list[Cost]] = defaultdict(list)
        self.uses: list[Use] = []
        self.unpriced: list[Unpriced] = []
        self.left_out: list[LeftOut] = []
        self.doubled: list[Task] = []

    def add(self, task: Task) -> None:
        """Add a task's needs, or those of its actions."""
        has_own = self.add_needs(task, task)
        if has_own and any(has_money(action) for action in task.actions):
            self.doubled.append(task)
        for action in task.actions:
            self.add_needs(task, action, is_counted=not has_own)

    def add_needs(self, task: Task, work: Work, *, is_counted: bool = True) -> bool:
        """Add the needs of a task or action, and tell whether money is among them."""
        is_money, currency, before = False, self.currency, len(self.costs)
        for need in work.needs:
            money = need.amount
            if money is not None:
                value = money.value
            elif need.rate is not None and need.quantity is not None:
                money = need.rate
                value = product(money.value, need.quantity)
            else:
                self.add_rest(task, work, need)
                continue
            is_money = True
            if not is_counted:
                continue
            if money.currency == currency:
                cost: Cost = _NEW(Cost, (task, work, need, value, need.year or self.only_year, None))
                self.costs.append(cost)
                self.by_fund[need.fund].append(cost)
            else:
                self.add_foreign(task, work, need)
        if len(self.costs) > before:
            self.by_task[task.id] = (*self.by_task.get(task.id, ()), *self.costs[before:])
        return is_money

    def add_foreign(self, task: Task, work: Work, need: Need) -> None:
        written = price(need)
        assert written is not None
        amount = exchanged(written, self.currency, self.rates)
        if amount is None:
            self.left_out.append(LeftOut(task, need, written))
        else:
            cost = Cost(task, work, need, amount.value, need.year or self.only_year, amount)
            self.costs.append(cost)
            self.by_fund[need.fund].append(cost)

    def add_rest(self, task: Task, work: Work, need: Need) -> None:
        if need.in_kind is None:
            if need.fund is not None or need.rate is not None:
                self.unpriced.append(Unpriced(task, work, need))
        elif need.quantity is not None:
            self.uses.append(Use(task, work, need, need.quantity, need.year or self.only_year))


def _rates(plan: Plan) -> dict[str, Amount]:
    found = {}
    for name, rate in (plan.resources.rates if plan.resources else {}).items():
        unit = money_unit(name)
        if unit is not None and rate.currency == DONG.currency != unit.currency and unit.factor == 1:
            found[unit.currency] = rate
    return found


def _first_unit(plan: Plan) -> MoneyUnit:
    """Say sums of a plan without a unit as its first amount in đồng was written."""
    written = (price(need) for need in _needs(plan))
    return next((amount.unit for amount in written if amount and amount.currency == DONG.currency), DONG)


_NEW = tuple.__new__  # a named tuple's own constructor takes twice as long


def _needs(plan: Plan) -> Iterator[Need]:
    for task in plan.tasks:
        for work in (task, *task.actions):
            yield from work.needs
