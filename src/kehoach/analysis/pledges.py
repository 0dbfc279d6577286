"""Who has committed to what."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach.analysis.budget import Budget, Taken, budget, sums, taken
from kehoach.analysis.costs import Cost, Quantity, Use, less
from kehoach.analysis.rounding import written_slack
from kehoach.analysis.works import Work, works
from kehoach.diagnostics import KeyPath
from kehoach.model.commitments import Commitment
from kehoach.model.party_vocabulary import CommitmentStatus
from kehoach.model.plan import Plan
from kehoach.remembered import remembered
from kehoach.values.money import Amount, exact_sum, total_value


class Shortfall(NamedTuple):
    """Tasks that take more from a source than was committed to them."""

    source: str
    year: int | None
    commitments: tuple[Commitment, ...]
    committed: Amount | Quantity
    need: Amount | Quantity
    short: Amount | Quantity
    parts: tuple[tuple[KeyPath, str, Amount | Quantity], ...]  # the largest first, each with the id of its task or action


def standing(plan: Plan) -> tuple[Commitment, ...]:
    """List the commitments that were not declined."""
    return tuple(commitment for commitment in plan.commitments if commitment.status is not CommitmentStatus.DECLINED)


def parties(work: Work) -> tuple[str, ...]:
    """List the bodies on a task or action: owner, co-owners, partners, supporters."""
    leads: tuple[str, ...] = () if work.owner is None else (work.owner,)
    if work.co_owners:
        leads += tuple(shared.owner for shared in work.co_owners if shared.owner is not None)
    return leads + work.partners + work.supporters


def covers(commitment: Commitment, work: Work, task_id: str) -> bool:
    """Tell whether a commitment is for a task, or for an action by its task."""
    return is_for_all(commitment) or not _names(work, task_id).isdisjoint(commitment.tasks)


def is_for_all(commitment: Commitment) -> bool:
    """Tell whether a commitment is for every task: it says so, or names none."""
    return bool(commitment.all) or not commitment.tasks


def _names(work: Work, task_id: str) -> set[str]:
    """Give the ids by which a commitment may name a task or action."""
    return {task_id, work.id, *(action.id for action in getattr(work, "actions", ()))}


def shortfalls(plan: Plan) -> Iterator[Shortfall]:
    """Compare what was committed with what is taken, for commitments that share tasks together."""
    ledger = budget(plan)
    money: dict[str, list[Commitment]] = defaultdict(list)
    kind: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in standing(plan):
        if commitment.fund is not None:
            money[commitment.fund].append(commitment)
        if commitment.in_kind is not None:
            kind[commitment.in_kind].append(commitment)
    for source, commitments in money.items():
        for group in _groups(plan, commitments):
            covered = _Cover(group)
            costs = ledger.costs_on(source)
            if covered.is_all:
                spent = taken(plan).get(source, {})
            else:
                costs = tuple(filter(covered.takes_in, costs))
                spent = sums(costs)
            yield from _money_shortfalls(source, group, costs, spent, ledger)
    units = {source.id: source.unit or "" for source in (plan.resources.in_kind if plan.resources else ())}
    for source, commitments in kind.items():
        for group in _groups(plan, commitments):
            covered = _Cover(group)
            uses = [use for use in ledger.uses if use.need.in_kind == source and covered.takes_in(use)]
            yield from _kind_shortfalls(source, group, uses, units.get(source, ""), ledger)


class _Cover:
    """What a group of commitments is for."""

    def __init__(self, group: Sequence[Commitment]) -> None:
        self.is_all = any(map(is_for_all, group))
        self.names = {name for commitment in group for name in commitment.tasks}

    def takes_in(self, taken: Cost | Use) -> bool:
        """Tell whether one of them is for what is taken."""
        return self.is_all or taken.task.id in self.names or not self.names.isdisjoint(_names(taken.work, taken.task.id))


@remembered
def _tasks_of(plan: Plan) -> Mapping[str, set[str]]:
    """Give the tasks that are called by an id, their own or one of their actions'."""
    found: dict[str, set[str]] = defaultdict(set)
    for work, task in works(plan):
        found[work.id].add(task.id)
    return found


def _groups(plan: Plan, commitments: Sequence[Commitment]) -> list[list[Commitment]]:
    """Put together what is for the same tasks, directly or through a third."""
    if len(commitments) == 1:
        return [list(commitments)]
    every, tasks_of = frozenset(task.id for task in plan.tasks), _tasks_of(plan)
    groups: list[tuple[set[str], list[Commitment]]] = []
    for commitment in commitments:
        tasks = set(every) if is_for_all(commitment) else {task for name in commitment.tasks for task in tasks_of.get(name, ())}
        members = [commitment]
        for group in [group for group in groups if not tasks.isdisjoint(group[0])]:
            groups.remove(group)
            tasks |= group[0]
            members = [*group[1], *members]
        groups.append((tasks, members))
    return [members for _, members in groups]


def _money_shortfalls(source: str, group: list[Commitment], costs: Sequence[Cost], spent: Taken, ledger: Budget) -> Iterator[Shortfall]:
    amounts = [ledger.exchanged(commitment.amount) if commitment.amount else None for commitment in group]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(group):
        return
    for year in _years(group, spent, ledger):
        given = [amount for amount, commitment in zip(known, group, strict=True) if _is_of(commitment, year, ledger)]
        if (exact_sum(spent.values()) if year is None else spent.get(year, 0)) <= total_value(given):
            continue
        takes = [cost for cost in costs if year is None or cost.year == year]
        need, committed = ledger.sum(takes), ledger.sum_of(given)
        short = less(need, committed)
        if short > written_slack([cost.amount for cost in takes]):
            largest = sorted(takes, key=lambda cost: -cost.value)
            yield Shortfall(
                source=source,
                year=year,
                commitments=tuple(commitment for commitment in group if _is_of(commitment, year, ledger)),
                committed=committed,
                need=need,
                short=ledger.of(short),
                parts=tuple((cost.path, cost.work.id, ledger.said(cost.amount)) for cost in largest),
            )


def _kind_shortfalls(source: str, group: list[Commitment], uses: Sequence[Use], unit: str, ledger: Budget) -> Iterator[Shortfall]:
    if any(commitment.quantity is None for commitment in group):
        return
    for year in _years(group, [use.year for use in uses], ledger):
        takes = [use for use in uses if year is None or use.year == year]
        members = tuple(commitment for commitment in group if _is_of(commitment, year, ledger))
        need = sum((use.quantity for use in takes), Decimal(0))
        committed = sum((commitment.quantity or Decimal(0) for commitment in members), Decimal(0))
        if need > committed:
            largest = sorted(takes, key=lambda use: -use.quantity)
            yield Shortfall(
                source=source,
                year=year,
                commitments=members,
                committed=Quantity(committed, unit),
                need=Quantity(need, unit),
                short=Quantity(need - committed, unit),
                parts=tuple((use.need.at("quantity"), use.work.id, Quantity(use.quantity, unit)) for use in largest),
            )


def _is_of(commitment: Commitment, year: int | None, ledger: Budget) -> bool:
    return year is None or (commitment.year or ledger.only_year) == year


def _years(group: Sequence[Commitment], takes: Collection[int | None], ledger: Budget) -> list[int | None]:
    """List the years in which both sides can be compared; `None` where only their totals can."""
    given = [commitment.year or ledger.only_year for commitment in group]
    if None not in given and None not in takes:
        return list(dict.fromkeys(given))
    return [None] if given.count(None) == len(given) else []
