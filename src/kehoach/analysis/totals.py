"""Totals as printed in a plan, held against their parts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach.analysis.budget import Budget, budget, taken
from kehoach.analysis.costs import Cost, exchanged, less
from kehoach.analysis.rounding import slack
from kehoach.analysis.works import Work, works
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.tasks import Need
from kehoach.values.money import Amount, exact_sum, total, total_value


class Mismatch(NamedTuple):
    """A stated total that its parts don't make, beyond what rounding explains."""

    path: KeyPath
    what: Text
    stated: Amount
    sum: Amount
    difference: Amount  # without sign
    parts: tuple[tuple[KeyPath, str, Amount], ...]  # the largest first, each with the id of its task or action
    reads: tuple[KeyPath, ...]  # what it hangs on beside its own path
    subject: str = ""


def mismatches(plan: Plan) -> Iterator[Mismatch]:
    """Compare every stated total with its parts; what lacks a part is wrong only when the rest is too much."""
    ledger = budget(plan)
    for work, task in works(plan):
        for need in work.needs:
            if need.rate is not None and need.amount is not None and need.quantity is not None:
                yield from _product(work, need, need.amount, need.rate.times(need.quantity), ledger)
        if work.total is not None:
            costs = [cost for cost in ledger.costs_of(task.id) if work is cost.task or work is cost.work]
            if not _is_met(work.total, costs, ledger):
                yield from _of_work(work, work.total, costs, ledger)
    yield from _by_year(plan, ledger)


def _product(work: Work, need: Need, stated: Amount, product: Amount, ledger: Budget) -> Iterator[Mismatch]:
    """Compare an amount with the rate × quantity beside it."""
    found = _compare(stated, [product], ledger)
    if found is not None and need.rate is not None:
        yield Mismatch(
            path=need.at("amount"),
            what=Text(vi=f"số tiền của {work.id}", en=f"the amount of {work.id}"),
            stated=found[0],
            sum=found[1],
            difference=found[2],
            parts=((need.at("rate"), work.id, ledger.said(need.rate)),),
            reads=(need.at("rate"), need.at("quantity")),
            subject=work.id,
        )


def _of_work(work: Work, stated: Amount, costs: Sequence[Cost], ledger: Budget) -> Iterator[Mismatch]:
    found = _compare(stated, [cost.written for cost in costs], ledger) if costs else None
    if found is None or (not _is_whole(work, ledger) and found[1].value < found[0].value):
        return
    yield Mismatch(
        path=work.at("total"),
        what=Text(vi=f"tổng của {work.id}", en=f"the total of {work.id}"),
        stated=found[0],
        sum=found[1],
        difference=found[2],
        parts=_largest(costs, ledger),
        reads=(work.at("needs"), work.at("actions", "*", "needs")),
        subject=work.id,
    )


def _is_met(stated: Amount, costs: Sequence[Cost], ledger: Budget) -> bool:
    """Tell whether the parts make the total to the last digit, all in the currency of the budget, as nearly always."""
    parts = [cost.value for cost in costs if cost.exchanged is None]
    return stated.currency == ledger.currency and len(parts) == len(costs) and stated.value == exact_sum(parts)


def _is_whole(work: Work, ledger: Budget) -> bool:
    """Tell whether every part of a task or action has a sum."""
    lacks = any(work in (missing.task, missing.work) for missing in ledger.unpriced)
    left_out = any(work is left.task for left in ledger.left_out)
    return not (lacks or left_out or work.within_regular_budget)


def _by_year(plan: Plan, ledger: Budget) -> Iterator[Mismatch]:
    """Compare the plan's totals with the needs, or with the funds' limits, which they may sum up as well."""
    totals = plan.resources.totals if plan.resources else {}
    if not totals or not ledger.costs:
        return
    assert plan.resources is not None
    if any(None in of_fund for of_fund in taken(plan).values()):
        if set(plan.period.years) <= set(totals):
            stated = list(totals.values())
            yield from _of_plan(plan, plan.resources.at("totals"), stated, None, ledger)
        return
    for year, amount in totals.items():
        yield from _of_plan(plan, plan.resources.at("totals", str(year)), [amount], year, ledger)


def _of_plan(plan: Plan, path: KeyPath, stated: Sequence[Amount], year: int | None, ledger: Budget) -> Iterator[Mismatch]:
    sums = [ledger.exchanged(amount) for amount in stated]
    known = [amount for amount in sums if amount is not None]
    if len(known) < len(sums):
        return
    whole = total(known)
    spent = [value for of_fund in taken(plan).values() for of_year, value in of_fund.items() if year in (None, of_year)]
    if whole.currency == ledger.currency and whole.value == exact_sum(spent):
        return
    costs = [cost for cost in ledger.costs if year is None or cost.year == year]
    found = _compare(whole, [cost.amount for cost in costs], ledger)
    if found is None or _is_forecast(plan, whole, year, ledger):
        return
    if found[1].value < found[0].value and not _is_complete(plan, ledger):
        return
    yield Mismatch(
        path=path,
        what=Text(vi="tổng cả kỳ", en="the total of all years") if year is None else _of_year(year),
        stated=found[0],
        sum=found[1],
        difference=found[2],
        parts=_largest(costs, ledger),
        reads=(
            ("tasks", "*", "needs"),
            ("tasks", "*", "actions", "*", "needs"),
            ("resources", "totals"),
            ("resources", "funds", "*", "limits"),
        ),
    )


def _of_year(year: int) -> Text:
    return Text(vi=f"tổng năm {year}", en=f"the total of {year}")


def _is_forecast(plan: Plan, stated: Amount, year: int | None, ledger: Budget) -> bool:
    """Tell whether a stated total sums up the funds' limits rather than the tasks' needs."""
    assert plan.resources is not None
    limits = [limit for fund in plan.resources.funds for of_year, limit in fund.limits.items() if year in (None, of_year)]
    lows = [low for limit in limits if (low := ledger.exchanged(limit.low)) is not None]
    highs = [high for limit in limits if (high := ledger.exchanged(limit.high)) is not None]
    if not limits or len(lows) < len(limits) or len(highs) < len(limits):
        return False
    may_differ = slack(highs, stated)
    return total(lows).value - may_differ <= stated.value <= total(highs).value + may_differ


def _is_complete(plan: Plan, ledger: Budget) -> bool:
    """Tell whether every task says what it takes."""
    if ledger.unpriced or ledger.left_out:
        return False
    return all(any(work.needs or work.within_regular_budget for work in (task, *task.actions)) for task in plan.tasks)


def _compare(stated: Amount, parts: Sequence[Amount], ledger: Budget) -> tuple[Amount, Amount, Amount] | None:
    """Give the stated total, the sum and their difference where rounding does not explain it."""
    if stated.value == total_value(parts) and all(part.currency == stated.currency for part in parts):
        return None
    if any(part.currency != stated.currency for part in parts):
        whole = exchanged(stated, ledger.currency, ledger.rates)
        known = [amount for part in parts if (amount := ledger.exchanged(part)) is not None]
        if whole is None or len(known) < len(parts):
            return None
        stated, parts = whole, known
    summed = total(parts) if parts else ledger.sum([])
    difference = abs(less(summed, stated))
    if difference <= slack(parts, stated):
        return None
    unit = stated.unit if stated.currency != ledger.currency else ledger.unit
    apart = Amount(value=difference, currency=stated.currency, step=Decimal(1), text="", unit=unit)
    return ledger.said(stated), ledger.said(summed), apart


def _largest(costs: Sequence[Cost], ledger: Budget) -> tuple[tuple[KeyPath, str, Amount], ...]:
    ordered = sorted(costs, key=lambda cost: -cost.value)
    return tuple((cost.path, cost.work.id, ledger.said(cost.amount)) for cost in ordered)
