"""Files and findings to standings: what `status` shows of each plan."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach.analysis.balance import balance
from kehoach.analysis.scoring import Ranking, rank_options, rank_value_chains
from kehoach.checking import Checked
from kehoach.diagnostics import KeyPath, Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level
from kehoach.processes.base import ACTION_PLAN, RESOURCES, ReadyProcess
from kehoach.processes.catalogue import followed, process
from kehoach.processes.gating import GateStatus, gate_status
from kehoach.processes.recording import records_of
from kehoach.processes.status import Met, ProcessStatus, StepStatus, ToDo, next_things, process_status
from kehoach.reading.loading import Loaded, load
from kehoach.remembered import let_go
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import STDIN, Source, below_root, read
from kehoach.workspace.execution import in_processes
from kehoach.workspace.running import Run
from kehoach.workspace.sectioning import lines, to_correct
from kehoach.workspace.standing import (
    Adjusted,
    Evidence,
    GateLine,
    NextThing,
    OverLimit,
    ProcessLine,
    Spot,
    Standing,
    StepLine,
    Unmet,
)

THINGS = 3
"""So many things to do next are named."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """What standings are worked out by: the day, the workspace's processes and its threshold."""

    today: date
    follows: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    processes: str = ""  # the folder of the workspace's own; empty: it has none
    unsecured: Decimal = Decimal("0.30")


def standings(done: Run, today: date, stdin: bytes = b"") -> Iterator[Standing]:
    """Work out how far each plan of a run has come; what is no plan is passed over.

    Raises:
        KehoachError: a process document of the workspace is wrong; a file can no longer be read.
    """
    wanted = survey(done.configuration, today)
    results = {result.path: result for result in done.results if not result.skipped}
    if any(source.file == STDIN for source in done.sources):
        yield from (standing(result, load(stdin, result.path), wanted) for result in results.values())
        return
    asked = [_Asked(results[source.name], source) for source in done.sources if source.name in results]
    yield from in_processes(asked, partial(_standings, wanted))


class _Asked(NamedTuple):
    checked: Checked
    source: Source


def _standings(wanted: Survey, asked: Sequence[_Asked]) -> list[Standing]:
    """Work out how far some plans have come, in whichever process there is."""
    found = []
    for checked, source in asked:
        folder = Path(source.file).absolute().parent
        found.append(standing(checked, load(read(source), source.name, folder, below_root(folder)), wanted))
        let_go()
    return found


def survey(settings: Configuration, today: date) -> Survey:
    """Take from a workspace's settings what standings are worked out by."""
    return Survey(
        today=today,
        follows=settings.follows,
        processes=str(settings.root / settings.processes) if settings.processes else "",
        unsecured=settings.thresholds.unsecured,
    )


def processes_of(plan: Plan, wanted: Survey) -> tuple[ReadyProcess, ...]:
    """Give the processes that a plan follows: those it names, else its workspace for its level; the action plan always, last."""
    named = (plan.process.follows if plan.process else ()) or wanted.follows.get(plan.locality.level, ())
    return followed((*(name for name in named if name != ACTION_PLAN), ACTION_PLAN), wanted.processes)


def standing(checked: Checked, loaded: Loaded, wanted: Survey) -> Standing:
    """Work out how far one plan has come."""
    counts = Counter(d.severity for d in checked.diagnostics)
    if loaded.built is None or checked.plan is None:
        return Standing(path=checked.path, summary=None, counts=counts, things=tuple(_errors_first(checked)))
    plan = loaded.built.node
    ready = processes_of(plan, wanted)
    statuses = [process_status(each, plan, wanted.unsecured, wanted.today) for each in ready]
    writer = _Writer(checked, loaded, plan, wanted)
    known = {each.id for each in ready}
    asked = [writer.thing(thing) for thing in next_things(statuses, THINGS)]
    return Standing(
        path=checked.path,
        summary=checked.plan,
        counts=counts,
        sections=tuple(lines(checked)),
        processes=tuple(writer.process(status) for status in statuses),
        gates=tuple(writer.gate(status) for status in _recorded_beside(ready, plan, wanted)),
        unknown=tuple(name for name in (plan.process.follows if plan.process else ()) if name not in known),
        chains=_scored(rank_value_chains(plan)),
        options=_scored(rank_options(plan)),
        things=(*_errors_first(checked), *asked, *writer.lacking_in_sections(asked))[:THINGS],
    )


def _recorded_beside(ready: Sequence[ReadyProcess], plan: Plan, wanted: Survey) -> Iterator[GateStatus]:
    """Give the gate of the resources where a plan records it and follows no process that has it."""
    if not records_of(RESOURCES, plan) or any(RESOURCES in one.gates for one in ready):
        return
    strategic = process(_STRATEGIC)
    yield gate_status(strategic, strategic.gates[RESOURCES], plan, wanted.unsecured, is_reached=True)


class _Writer:
    """Writes the statuses of one plan with their places in its file."""

    def __init__(self, checked: Checked, loaded: Loaded, plan: Plan, wanted: Survey) -> None:
        self.path = checked.path
        self.diagnostics = checked.diagnostics
        self.document = loaded.document
        self.files = loaded.files
        self.plan = plan
        self.wanted = wanted

    def spot(self, path: KeyPath) -> Spot:
        """Find the line of a value, else of what it would stand in."""
        place = self.document.place(self.document.span(path, of_key=True), quote=False)
        return Spot(place.line, ".".join(_names(self.document.data, path)))

    def lacking(self, met: Met) -> Spot:
        """Find where something is lacking: of which things the check says so, else where a rule that speaks of it points."""
        found = [] if met.judgement.culprits else [d for d in self.diagnostics if d.code in met.requirement.rules]
        if not found:
            return self.spot(met.judgement.path)
        gravest = min(found, key=lambda d: d.severity.rank)
        return Spot(gravest.place.line, gravest.steady.strip("/").replace("/", "."))

    def process(self, status: ProcessStatus) -> ProcessLine:
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
            unmet=self.unmet(status.requirements),
            steps=tuple(self.step(step, node.source or "") for step in status.steps),
            gates=tuple(self.gate(gate) for gate in status.gates),
        )

    def unmet(self, requirements: Sequence[Met]) -> tuple[Unmet, ...]:
        return tuple(
            Unmet(
                id=met.requirement.id,
                said=met.requirement.message.text,
                fix=(met.requirement.fix or met.requirement.message).text,
                severity=met.requirement.severity or Severity.WARNING,
                source=met.requirement.source or "",
                subjects=met.judgement.subjects,
                spot=self.lacking(met),
            )
            for met in requirements
            if not met.is_met
        )

    def step(self, status: StepStatus, source: str) -> StepLine:
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
            evidence=tuple(Evidence(file, self.exists(file)) for file in (record.evidence if record else ())),
            blocked_by=status.blocked_by,
            unmet=() if reason else self.unmet(status.requirements),
            spot=self.spot(("process", "steps", status.step.id)),
        )

    def exists(self, file: str) -> bool | None:
        return None if self.files is None else file in self.files

    def gate(self, status: GateStatus) -> GateLine:
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
            most=int(self.wanted.unsecured * 100),
            over=tuple(OverLimit(each.source.name, each.year, each.over, self.spot(each.path)) for each in figures.overruns),
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
                    self.spot(each.path),
                )
                for each in status.adjustments
            ),
            spot=self.spot(status.last.path if status.last else ("process", "gates")),
        )

    def thing(self, todo: ToDo) -> NextThing:
        ids = todo.values.get("ids", ())
        subjects = tuple(map(str, ids)) if isinstance(ids, tuple) else ()
        return NextThing(todo.what, todo.values, subjects, self.spot(todo.path), self.command(todo), todo.process)

    def lacking_in_sections(self, others: Sequence[NextThing]) -> Iterator[NextThing]:
        """Say what the sections lack beyond what is said of a place already."""
        said = {thing.spot.key for thing in others}
        for first, subjects in to_correct(self.diagnostics):
            spot = Spot(first.place.line, first.steady.strip("/").replace("/", "."))
            if spot.key not in said:
                yield NextThing(first.fix, first.values, subjects, spot, self.adding(tuple(first.pointer.strip("/").split("/"))), "")

    def command(self, todo: ToDo) -> str:
        return self.adding(todo.path)

    def adding(self, path: KeyPath) -> str:
        """Name the command that adds what an empty list lacks."""
        word = _ADDED_BY.get(path[:2]) or _ADDED_BY.get(path[:1])
        is_empty = word is not None and not _inside(self.document.data, _ADDED_TO[word])
        return f"kehoach new {word} {self.path}" if is_empty else ""


_STRATEGIC = "led-strategic"

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


def _errors_first(checked: Checked) -> Iterator[NextThing]:
    errors = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
    if errors:
        spot = Spot(errors[0].place.line, errors[0].pointer.strip("/").replace("/", "."))
        codes = tuple(dict.fromkeys(d.code for d in errors))
        yield NextThing(_ERRORS, {"count": len(errors)}, codes, spot, f"kehoach validate {checked.path}", "")


def _scored(ranking: Ranking) -> Ranking | None:
    return ranking if ranking.scored else None


_ERRORS = Text(vi="Sửa các lỗi trong tệp, tất cả {count}.", en="Correct the errors in the file, {count} in all.")
