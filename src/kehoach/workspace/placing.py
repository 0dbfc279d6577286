"""What a plan's processes have come to, line by line: steps, gates and what to do next, each with its place in the file."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kehoach.analysis.balance import balance
from kehoach.checking import Checked
from kehoach.diagnostics import KeyPath, Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.processes.gating import GateStatus
from kehoach.processes.recording import records_of
from kehoach.processes.status import Met, ProcessStatus, StepStatus, ToDo
from kehoach.reading.loading import Loaded
from kehoach.workspace.sectioning import to_correct
from kehoach.workspace.standing import (
    Adjusted,
    Evidence,
    GateLine,
    NextThing,
    OverLimit,
    ProcessLine,
    Spot,
    StepLine,
    Unmet,
)


class Placer:
    """Says of one plan, as it was checked, how far it has come; knows the places in its file."""

    def __init__(self, checked: Checked, loaded: Loaded, plan: Plan, unsecured: Decimal) -> None:
        """Take a plan.

        Args:
            checked: what was found in its file.
            loaded: the file as it was read.
            plan: what it says.
            unsecured: the share of the need, from 0 to 1, from which money that is only expected is too much.
        """
        self.path = checked.path
        self.diagnostics = checked.diagnostics
        self.document = loaded.document
        self.files = loaded.files
        self.plan = plan
        self.unsecured = unsecured

    def _spot(self, path: KeyPath) -> Spot:
        """Find the line of a value, else of what it would stand in."""
        place = self.document.place(self.document.span(path, of_key=True), quote=False)
        return Spot(place.line, ".".join(_names(self.document.data, path)))

    def _lacking(self, met: Met) -> Spot:
        """Find where something is lacking: of which things the check says so, else where a rule that speaks of it points."""
        found = [] if met.judgement.culprits else [d for d in self.diagnostics if d.code in met.requirement.rules]
        if not found:
            return self._spot(met.judgement.path)
        gravest = min(found, key=lambda d: d.severity.rank)
        return Spot(gravest.place.line, gravest.steady.strip("/").replace("/", "."))

    def process(self, status: ProcessStatus) -> ProcessLine:
        """Say how much of a process is done, and what it still requires."""
        node = status.process.node
        required = [*status.requirements, *(met for step in status.steps for met in step.requirements)]
        return ProcessLine(
            id=node.id,
            title=node.title.text,
            source=node.source or "",
            fits=status.fits,
            levels=node.levels,
            settled=status.settled,
            met=len(required) - len(status.unmet),
            required=len(required),
            unmet=self._unmet(status.requirements),
            steps=tuple(self._step(step, node.source or "") for step in status.steps),
            gates=tuple(self.gate(gate) for gate in status.gates),
        )

    def _unmet(self, requirements: Sequence[Met]) -> tuple[Unmet, ...]:
        return tuple(
            Unmet(
                id=met.requirement.id,
                said=met.requirement.message.text,
                fix=(met.requirement.fix or met.requirement.message).text,
                severity=met.requirement.severity or Severity.WARNING,
                source=met.requirement.source or "",
                subjects=met.judgement.subjects,
                spot=self._lacking(met),
            )
            for met in requirements
            if not met.is_met
        )

    def _step(self, status: StepStatus, source: str) -> StepLine:
        record = status.record
        reason = record.not_applicable if record else None
        return StepLine(
            id=status.step.id,
            title=status.step.title.text,
            source=status.step.source or source,
            state=status.state,
            done=record.done if record else None,
            due=status.due,
            is_late=status.is_late,
            reason=reason or "",
            evidence=tuple(Evidence(file, self._exists(file)) for file in (record.evidence if record else ())),
            blocked_by=status.blocked_by,
            unmet=() if reason else self._unmet(status.requirements),
            spot=self._spot(("process", "steps", status.step.id)),
        )

    def _exists(self, file: str) -> bool | None:
        return None if self.files is None else file in self.files

    def gate(self, status: GateStatus) -> GateLine:
        """Say how the plan stands before a gate, with the figures that decide: shares from 0 to 100."""
        figures, gate = balance(self.plan), status.gate
        return GateLine(
            id=gate.id,
            title=gate.title.text if gate.title else Text(gate.id, gate.id),
            source=gate.source or "",
            state=status.state,
            holds=status.holds,
            asked=len(records_of(gate.id, self.plan)),
            turns=status.turns,
            last=status.last.date if status.last else None,
            return_to=gate.return_to or "",
            need=figures.need,
            secured=figures.secured,
            uncertain=int(figures.unsecured.share * 100),
            most=int(self.unsecured * 100),
            over=tuple(OverLimit(each.source.name, each.year, each.over, self._spot(each.path)) for each in figures.overruns),
            to_adjust=tuple((objective.id, objective.statement) for objective in status.to_adjust),
            adjustments=tuple(
                Adjusted(
                    each.id,
                    each.date,
                    each.objective or "",
                    each.indicator or "",
                    each.was,
                    each.now,
                    each.reason or "",
                    self._spot(each.path),
                )
                for each in status.adjustments
            ),
            spot=self._spot(status.last.path if status.last else ("process", "gates")),
        )

    def thing(self, todo: ToDo) -> NextThing:
        """Say what to do next, where, and by which command."""
        ids = todo.values.get("ids", ())
        subjects = tuple(map(str, ids)) if isinstance(ids, tuple) else ()
        return NextThing(todo.what, todo.values, subjects, self._spot(todo.path), self._adding(todo.path), todo.process)

    def lacking_in_sections(self, others: Sequence[NextThing]) -> Iterator[NextThing]:
        """Say what the sections lack beyond what is said of a place already."""
        said = {thing.spot.key for thing in others}
        for first, subjects in to_correct(self.diagnostics):
            spot = Spot(first.place.line, first.steady.strip("/").replace("/", "."))
            if spot.key not in said:
                yield NextThing(first.fix, first.values, subjects, spot, self._adding(tuple(first.pointer.strip("/").split("/"))), "")

    def _adding(self, path: KeyPath) -> str:
        """Name the command that adds what an empty list lacks."""
        word = _ADDED_BY.get(path[:2]) or _ADDED_BY.get(path[:1])
        is_empty = word is not None and not _inside(self.document.data, _ADDED_TO[word])
        return f"kehoach new {word} {self.path}" if is_empty else ""


_ADDED_TO: dict[str, KeyPath] = {
    "task": ("tasks",),
    "owner": ("owners",),
    "risk": ("risks",),
    "commitment": ("commitments",),
    "objective": ("objectives",),
    "output": ("outputs",),
    "fund": ("resources", "funds"),
    "indicator": ("monitoring", "indicators"),
}
"""Which lists `kehoach new` adds to."""

_ADDED_BY = {path: word for word, path in _ADDED_TO.items()}


def _names(data: object, path: KeyPath) -> Iterator[str]:
    """Name the keys of a path, a thing of a list by its id."""
    for key in path:
        inside = data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None
        if isinstance(data, dict):
            inside = data.get(key)
        name = inside.get("id") if isinstance(key, int) and isinstance(inside, dict) else None
        yield name if isinstance(name, str) else str(key)
        data = inside


def _inside(data: object, path: KeyPath) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data
