"""What is worked out of one plan for expressions, once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias, TypeVar

from kehoach.analysis.balance import Balance, balance
from kehoach.analysis.budget import Budget, budget
from kehoach.analysis.chain import Chain, results_chain
from kehoach.analysis.pledges import covers, parties
from kehoach.analysis.schedule import Slot, critical_path, schedule
from kehoach.analysis.span import Span, spans
from kehoach.analysis.works import Work, works
from kehoach.expressions.sorts import Value
from kehoach.model.base import Node
from kehoach.model.commitments import Commitment
from kehoach.model.coordination import Dialogue
from kehoach.model.monitoring import Indicator
from kehoach.model.plan import Plan
from kehoach.model.resources import Resources
from kehoach.model.risks import Risk
from kehoach.model.situation import Comparison, Forecast, Situation
from kehoach.model.tasks import Task
from kehoach.remembered import remembered
from kehoach.values.dates import PlanDate
from kehoach.values.money import Amount

N = TypeVar("N")
Groups = Mapping[str, tuple[N, ...]]
Known: TypeAlias = dict[tuple[Node, str], Value]


class Facts:
    """Sums and links of a plan, each worked out when it is first asked for."""

    def __init__(self, plan: Plan, unsecured: Decimal) -> None:
        self.plan = plan
        self.unsecured = unsecured
        self.known: Known = {}  # worked-out names, so that none is worked out twice
        self.effort = 0  # spent on them

    @cached_property
    def situation(self) -> Situation:
        """The situation; an empty one where there is none."""
        return self.plan.situation or Situation()

    @cached_property
    def resources(self) -> Resources:
        """The resources; empty where there are none."""
        return self.plan.resources or Resources()

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators."""
        return self.plan.monitoring.indicators if self.plan.monitoring else ()

    @cached_property
    def chain(self) -> Chain:
        """The results chain."""
        return results_chain(self.plan)

    @cached_property
    def budget(self) -> Budget:
        """What the tasks take."""
        return budget(self.plan)

    @cached_property
    def balance(self) -> Balance:
        """Need against limits."""
        return balance(self.plan)

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """When each task and action runs."""
        return spans(self.plan)

    @cached_property
    def slots(self) -> Mapping[str, Slot]:
        """The schedule."""
        return schedule(self.plan)

    @cached_property
    def critical(self) -> frozenset[str]:
        """The ids on the critical path."""
        return frozenset(critical_path(self.plan))

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """The task of each task's and each action's id."""
        return {placed.work.id: placed.task for placed in works(self.plan)}

    @cached_property
    def led_by(self) -> Groups[Task]:
        """The tasks that a body leads, all of them or a part."""
        return _grouped((lead, task) for task in self.plan.tasks for lead in (task.owner, *(shared.owner for shared in task.co_owners)))

    @cached_property
    def joined_by(self) -> Groups[Task]:
        """The tasks in which a body takes part in any way, its actions included."""
        return _grouped((body, task) for work, task in works(self.plan) for body in parties(work))

    @cached_property
    def in_chain(self) -> Groups[Task]:
        """The tasks for a value chain."""
        return _grouped((work.value_chain, task) for work, task in works(self.plan))

    @cached_property
    def needs(self) -> Mapping[str, Amount]:
        """What a task takes, or what of it stands on an action."""
        costs = _grouped((name, cost) for cost in self.budget.costs for name in (cost.task.id, cost.work.id))
        return {name: self.budget.sum(parts) for name, parts in costs.items()}

    @cached_property
    def needs_on(self) -> Mapping[str, Amount]:
        """What is taken from a fund."""
        costs = _grouped((cost.need.fund, cost) for cost in self.budget.costs)
        return {name: self.budget.sum(parts) for name, parts in costs.items()}

    @cached_property
    def nothing(self) -> Amount:
        """No money, in the plan's unit."""
        return self.budget.sum(())

    @cached_property
    def risks(self) -> Groups[Risk]:
        """The risks that affect a task, itself or by its actions, or an action."""
        return _grouped((name, risk) for risk in self.plan.risks for affected in risk.affects for name in self._task_too(affected))

    @cached_property
    def milestone_years(self) -> Groups[Decimal]:
        """The years in which a task has a milestone: its own, its actions', or the plan's that are tied to it."""
        own = ((task.id, milestone.date) for work, task in works(self.plan) for milestone in work.milestones)
        listed = self.plan.timelines.milestones if self.plan.timelines else ()
        ties = ((name, milestone.date) for milestone in listed for name in (milestone.task, *milestone.after) if name is not None)
        tied = ((self.tasks[name].id, date) for name, date in ties if name in self.tasks)
        return _grouped((name, _year(date)) for name, date in (*own, *tied) if date is not None)

    @cached_property
    def commitments_by(self) -> Groups[Commitment]:
        """The commitments of a body."""
        return _grouped((body, commitment) for commitment in self.plan.commitments for body in commitment.by)

    @cached_property
    def commitments_on(self) -> Groups[Commitment]:
        """The commitments of money from a fund."""
        return _grouped((commitment.fund, commitment) for commitment in self.plan.commitments)

    @cached_property
    def forecasts(self) -> Groups[Forecast]:
        """The forecasts of an indicator."""
        return _grouped((forecast.indicator, forecast) for forecast in self.situation.forecasts)

    @cached_property
    def comparisons(self) -> Groups[Comparison]:
        """The comparisons of an indicator."""
        return _grouped((comparison.indicator, comparison) for comparison in self.situation.comparisons)

    @cached_property
    def dialogues(self) -> Groups[Dialogue]:
        """The dialogues about an indicator's assigned target."""
        return _grouped((dialogue.about, dialogue) for dialogue in (self.plan.coordination.dialogues if self.plan.coordination else ()))

    @cached_property
    def over_limit(self) -> frozenset[str]:
        """The ids of the funds and contributions that the tasks overdraw."""
        return frozenset(overrun.source.id for overrun in self.balance.overruns)

    @cached_property
    def forecast_years(self) -> tuple[int, ...]:
        """The years for which a fund has a limit."""
        return tuple(sorted({year for fund in self.resources.funds for year in fund.limits}))

    def commitments_for(self, work: Work) -> tuple[Commitment, ...]:
        """List the commitments for a task or action, those for all tasks included."""
        task = self.tasks.get(work.id)
        names = {work.id, task.id if task else work.id, *(action.id for action in getattr(work, "actions", ()))}
        named = {id(commitment): commitment for name in names for commitment in self._commitments_naming.get(name, ())}
        general = {id(commitment): commitment for commitment in self._general_commitments}
        found = named | general
        return tuple(found.values())

    def need_of(self, tasks: Iterable[Task]) -> Amount:
        """Add up what several tasks take."""
        return self.budget.sum_of([self.needs.get(task.id, self.nothing) for task in tasks])

    @cached_property
    def _commitments_naming(self) -> Groups[Commitment]:
        return _grouped((name, commitment) for commitment in self.plan.commitments for name in commitment.tasks)

    @cached_property
    def _general_commitments(self) -> tuple[Commitment, ...]:
        nobodys = Task(id="")
        return tuple(commitment for commitment in self.plan.commitments if covers(commitment, nobodys, ""))

    def _task_too(self, name: str) -> tuple[str, ...]:
        task = self.tasks.get(name)
        return (name,) if task is None else (name, task.id)


@remembered
def facts(plan: Plan, unsecured: Decimal) -> Facts:
    """Share what is worked out of a plan between all expressions on it."""
    return Facts(plan, unsecured)


def _year(date: PlanDate) -> Decimal:
    return Decimal(date.last.year)


def _grouped(pairs: Iterable[tuple[str | None, N]]) -> Groups[N]:
    """Put together what hangs on one id, each once."""
    groups: defaultdict[str, dict[N, None]] = defaultdict(dict)
    for name, thing in pairs:
        if name is not None:
            groups[name][thing] = None
    return {name: tuple(things) for name, things in groups.items()}
