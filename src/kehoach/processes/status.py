"""How far a plan has come in a process: steps, requirements, gates, what to do next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kehoach.diagnostics import KeyPath, Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.process import Requirement, Step
from kehoach.model.process_record import StepRecord
from kehoach.processes.base import Judgement, ReadyProcess
from kehoach.processes.gating import GateState, GateStatus, gate_status
from kehoach.processes.recording import is_passed, is_settled, record


class StepState(StrEnum):
    """How a step stands."""

    DONE = "done"
    OPEN = "open"
    BLOCKED = "blocked"
    NOT_APPLICABLE = "not_applicable"


class Met(NamedTuple):
    """A requirement and what came of its check."""

    requirement: Requirement
    judgement: Judgement

    @property
    def is_met(self) -> bool:
        """Whether it holds, or could not be worked out."""
        return self.judgement.holds is not False


@dataclass(frozen=True, kw_only=True)
class StepStatus:
    """A step of one plan.

    Attributes:
        record: what the plan says of it.
        blocked_by: the ids of the steps and gates that it waits for.
        due: the day of the cycle by which it should be done.
        is_late: done after that day, or open as of today.
        requirements: its requirements, met or not.
    """

    step: Step
    state: StepState
    record: StepRecord | None
    blocked_by: tuple[str, ...]
    due: date | None
    is_late: bool
    requirements: tuple[Met, ...]


@dataclass(frozen=True, kw_only=True)
class ProcessStatus:
    """How far a plan has come in one process."""

    process: ReadyProcess
    fits: bool  # whether the process is meant for the plan's level and kind
    requirements: tuple[Met, ...]  # of the plan as a whole
    steps: tuple[StepStatus, ...]
    gates: tuple[GateStatus, ...]

    @property
    def settled(self) -> int:
        """How many steps are done or do not apply."""
        return sum(step.state in {StepState.DONE, StepState.NOT_APPLICABLE} for step in self.steps)

    @property
    def unmet(self) -> tuple[Met, ...]:
        """The requirements that do not hold, but for those of steps that do not apply."""
        of_steps = (met for step in self.steps if step.state is not StepState.NOT_APPLICABLE for met in step.requirements)
        return tuple(met for met in (*self.requirements, *of_steps) if not met.is_met)


class ToDo(NamedTuple):
    """One thing to do: what, where in the plan; `what` is a template filled with `values`."""

    what: Text
    values: dict[str, object]
    path: KeyPath
    process: str
    step: str = ""


def process_status(process: ReadyProcess, plan: Plan, unsecured: Decimal, today: date) -> ProcessStatus:
    """Tell how far a plan has come in a process."""
    node = process.node
    return ProcessStatus(
        process=process,
        fits=(not node.levels or plan.locality.level in node.levels) and (not node.kinds or plan.kind in node.kinds),
        requirements=_judged(node.requires, process, plan, unsecured),
        steps=tuple(_step(step, process, plan, unsecured, today) for step in node.steps),
        gates=tuple(
            gate_status(process, gate, plan, unsecured, is_reached=gate.after is None or is_settled(gate.after, plan))
            for gate in node.gates
        ),
    )


def next_things(statuses: Sequence[ProcessStatus], most: int = 3) -> tuple[ToDo, ...]:
    """List what to do next: gates against the figures, then open steps in order, then what the plan as a whole lacks."""
    found: dict[KeyPath, ToDo] = {}
    for things in (_gates_first, _steps_next, _rest_last):
        for status in statuses:
            for thing in things(status):
                found.setdefault(thing.path, thing)
    return tuple(found.values())[:most]


def _step(step: Step, process: ReadyProcess, plan: Plan, unsecured: Decimal, today: date) -> StepStatus:
    found = record(step.id, plan)
    waits = tuple(name for name in step.after if not _is_over(name, process, plan))
    if found is not None and found.not_applicable is not None:
        state = StepState.NOT_APPLICABLE
    elif found is not None and found.done is not None:
        state = StepState.DONE
    else:
        state = StepState.BLOCKED if waits else StepState.OPEN
    due = step.due.within(plan.period.first.year) if step.due else None
    return StepStatus(
        step=step,
        state=state,
        record=found,
        blocked_by=waits if state is StepState.BLOCKED else (),
        due=due,
        is_late=due is not None and _is_late(state, found, due, today),
        requirements=_judged(step.requires, process, plan, unsecured),
    )


def _is_over(name: str, process: ReadyProcess, plan: Plan) -> bool:
    gate = process.gates.get(name)
    return is_settled(name, plan) if gate is None else is_passed(gate, plan)


def _is_late(state: StepState, found: StepRecord | None, due: date, today: date) -> bool:
    if found is not None and found.done is not None:
        return found.done.first > due
    return state is not StepState.NOT_APPLICABLE and today > due


def _judged(requirements: Sequence[Requirement], process: ReadyProcess, plan: Plan, unsecured: Decimal) -> tuple[Met, ...]:
    return tuple(Met(each, process.judge(each, plan, unsecured)) for each in requirements)


def _gates_first(status: ProcessStatus) -> Iterator[ToDo]:
    for gate in status.gates:
        if gate.state is GateState.CONTRADICTED and gate.last is not None:
            yield ToDo(_CONTRADICTED, {"gate": gate.gate.id}, gate.last.at("ensured"), status.process.id)
        elif gate.state is GateState.OPEN:
            names = tuple(objective.id for objective in gate.to_adjust)
            what = _PUT if gate.holds else _ADJUST if names else _BALANCE
            yield ToDo(what, {"gate": gate.gate.id, "objectives": names}, ("process", "gates"), status.process.id)


def _steps_next(status: ProcessStatus) -> Iterator[ToDo]:
    for each in status.steps:
        if each.state is not StepState.OPEN:
            continue
        title = each.step.title.text
        for met in each.requirements:
            if not met.is_met:
                yield _demand(met, status.process.id, each.step.id)
        path = ("process", "steps", each.step.id)
        yield ToDo(_RECORD, {"step": each.step.id, "title": title}, path, status.process.id, each.step.id)


def _rest_last(status: ProcessStatus) -> Iterator[ToDo]:
    """What done steps and the plan as a whole still lack, the gravest first."""
    done = (met for step in status.steps if step.state is StepState.DONE for met in step.requirements)
    unmet = [met for met in (*status.requirements, *done) if not met.is_met]
    for met in sorted(unmet, key=lambda met: (met.requirement.severity or Severity.WARNING).rank):
        yield _demand(met, status.process.id, "")


def _demand(met: Met, process: str, step: str) -> ToDo:
    requirement = met.requirement
    said = (requirement.fix or requirement.message).text
    return ToDo(_DO, {"fix": said, "ids": met.judgement.subjects}, met.judgement.path, process, step)


_CONTRADICTED = Text(
    vi="Cổng {gate} ghi là đã qua nhưng số liệu không khớp: cân đối lại hoặc ghi `ensured: false`.",
    en="The gate {gate} is recorded as passed against the figures: balance them, or write `ensured: false`.",
)
_PUT = Text(
    vi="Số liệu đã cân đối: xét lại cổng {gate} và ghi kết quả.", en="The figures fit: put the question of {gate} and record the answer."
)
_ADJUST = Text(
    vi="Nguồn lực không bảo đảm: điều chỉnh mục tiêu {objectives}, ghi vào `process.adjustments`.",
    en="The resources are not ensured: adjust the objectives {objectives} and record it in `process.adjustments`.",
)
_BALANCE = Text(
    vi="Cổng {gate} chưa qua: cân đối lại nhu cầu và nguồn lực.",
    en="The gate {gate} is not passed: balance need and resources.",
)
_RECORD = Text(
    vi="Làm bước “{title}”, rồi ghi `process.steps.{step}` với `done` và `evidence`.",
    en="Do the step “{title}”, then write `process.steps.{step}` with `done` and `evidence`.",
)
_DO = Text(vi="{fix}", en="{fix}")
