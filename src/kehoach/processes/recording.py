"""What a plan records of its process: steps, events, gates, with their dates."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.model.party_vocabulary import ConsultedParty, StepSource
from kehoach.model.plan import Plan
from kehoach.model.process import Gate, Step
from kehoach.model.process_record import GateRecord, StepRecord
from kehoach.model.vocabulary import Stage
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


def records_of(gate: str, plan: Plan) -> tuple[GateRecord, ...]:
    """List the times that a gate's question was put, in the order of the file."""
    return tuple(record for record in (plan.process.gates if plan.process else ()) if record.gate == gate)


def latest(records: tuple[GateRecord, ...]) -> GateRecord | None:
    """Find the last record: by date where all have one, else by the order of the file."""
    dated = [(record.date.last, index, record) for index, record in enumerate(records) if record.date is not None]
    if not records or len(dated) < len(records):
        return records[-1] if records else None
    return max(dated, key=lambda each: each[:2])[2]


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
