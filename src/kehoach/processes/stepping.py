"""Steps: when each was done by the record, and what it waits for."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.model.plan import Plan
from kehoach.model.process import Gate, Step
from kehoach.model.process_record import StepRecord
from kehoach.model.vocabulary import ConsultedParty, Stage, StepSource
from kehoach.processes.gating import latest, records_of
from kehoach.values.dates import PlanDate

STAGES = tuple(Stage)
"""The stages in their order."""


class Moment(NamedTuple):
    """A date in the record, and where it stands."""

    date: PlanDate
    path: KeyPath


def record(step: str, plan: Plan) -> StepRecord | None:
    """Give what the plan says of a step."""
    return plan.process.steps.get(step) if plan.process else None


def is_settled(step: str, plan: Plan) -> bool:
    """Tell whether a step was done or does not apply."""
    found = record(step, plan)
    return found is not None and (found.done is not None or found.not_applicable is not None)


def is_passed(gate: Gate, plan: Plan) -> bool:
    """Tell whether the last answer at a gate was yes, by the record."""
    last = latest(records_of(gate.id, plan))
    return last is not None and bool(last.ensured)


def is_due_at(before_stage: Stage | None, stage: Stage) -> bool:
    """Tell whether something that must come before one stage should be there at another."""
    return before_stage is not None and STAGES.index(stage) >= STAGES.index(before_stage)


def done(step: str, plan: Plan) -> Moment | None:
    """Give when a step was done, as its own record says."""
    found = record(step, plan)
    return Moment(found.done, found.at("done")) if found is not None and found.done is not None else None


def events(step: Step, plan: Plan) -> tuple[Moment, ...]:
    """List the consultations, approvals or notices that belong to a step, by their date."""
    return tuple(sorted(_events(step, plan), key=lambda moment: (moment.date.first, moment.date.last)))


def reached(step: Step, plan: Plan) -> Moment | None:
    """Give when a step was over: the later of its record and of the first event that belongs to it."""
    found = [*filter(None, (done(step.id, plan),)), *events(step, plan)[:1]]
    return max(found, key=lambda moment: moment.date.last) if found else None


def passed(gate: Gate, plan: Plan) -> Moment | None:
    """Give when a gate was passed."""
    last = latest(records_of(gate.id, plan))
    return Moment(last.date, last.at("date")) if last is not None and last.ensured and last.date is not None else None


def _events(step: Step, plan: Plan) -> Iterator[Moment]:
    made = plan.process
    if made is None or step.recorded_by is None:
        return
    if step.recorded_by is StepSource.APPROVAL:
        found = [(each.date, each.at("date")) for each in made.approvals]
    elif step.recorded_by is StepSource.DISCLOSURE:
        found = [(each.date, each.at("date")) for each in made.disclosure]
    else:
        party = ConsultedParty(step.recorded_by.value)
        found = [(each.date, each.at("date")) for each in made.consultations if each.with_ is party]
    yield from (Moment(date, path) for date, path in found if date is not None)
