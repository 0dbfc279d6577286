"""Gates: whether the resources are ensured, how often the question was put, which objectives to adjust (S2)."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kehoach.analysis.balance import balance
from kehoach.analysis.chain import results_chain
from kehoach.analysis.works import works
from kehoach.model.objectives import Objective
from kehoach.model.plan import Plan
from kehoach.model.process import Gate
from kehoach.model.process_record import Adjustment, GateRecord
from kehoach.processes.base import ReadyProcess
from kehoach.processes.recording import latest, records_of


class GateState(StrEnum):
    """How a gate stands."""

    WAITING = "waiting"  # the step before it is not done
    OPEN = "open"
    PASSED = "passed"
    CONTRADICTED = "contradicted"  # recorded as passed, against the figures


class GateStatus(NamedTuple):
    """A gate of one plan.

    Attributes:
        holds: whether the figures of the plan let it pass.
        turns: how often the answer was no.
        last: the last time that the question was put.
        adjustments: the changes of objectives on record.
        to_adjust: while the figures don't fit: the objectives whose tasks cause it, the least urgent first.
    """

    gate: Gate
    state: GateState
    holds: bool
    turns: int
    last: GateRecord | None
    adjustments: tuple[Adjustment, ...]
    to_adjust: tuple[Objective, ...]


def gate_status(process: ReadyProcess, gate: Gate, plan: Plan, unsecured: Decimal, *, is_reached: bool) -> GateStatus:
    """Tell how a gate stands; `is_reached` is whether the step before it is done."""
    records = records_of(gate.id, plan)
    last = latest(records)
    holds = process.judge(gate, plan, unsecured).holds is True
    if last is not None and last.ensured:
        state = GateState.PASSED if holds else GateState.CONTRADICTED
    else:
        state = GateState.OPEN if is_reached or records else GateState.WAITING
    return GateStatus(
        gate=gate,
        state=state,
        holds=holds,
        turns=sum(record.ensured is False for record in records),
        last=last,
        adjustments=plan.process.adjustments if plan.process else (),
        to_adjust=() if holds else objectives_to_adjust(plan, unsecured),
    )


def objectives_to_adjust(plan: Plan, unsecured: Decimal) -> tuple[Objective, ...]:
    """List the objectives of the tasks that take too much or rest on unsure money; the lowest priority first."""
    result = balance(plan)
    chain = results_chain(plan)
    task_of = {placed.work.id: placed.task for placed in works(plan)}
    tasks = [task_of[part.id] for overrun in result.overruns for part in overrun.parts if part.id in task_of]
    if result.unsecured.share > unsecured:
        tasks += [cost.task for cost in result.unsecured.costs]
    nearest = dict.fromkeys(found[0] for task in tasks if (found := chain.objectives_of(task)))
    return tuple(sorted(nearest, key=lambda objective: -(objective.priority or 0)))
