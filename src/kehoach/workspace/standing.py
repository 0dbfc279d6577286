"""How far a plan has come: its sections, processes, gates, choices and what to do next, worked out for any format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kehoach.analysis.costs import Quantity
from kehoach.analysis.scoring import Ranking
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Severity
from kehoach.language import Language, Text
from kehoach.model.vocabulary import Level
from kehoach.processes.gating import GateState
from kehoach.processes.status import StepState
from kehoach.values.dates import PlanDate
from kehoach.values.money import Amount
from kehoach.values.targets import TargetValue


class Spot(NamedTuple):
    """A place in the plan's file: its line, and the key by the names that lead to it."""

    line: int
    key: str


class SectionLine(NamedTuple):
    """One of the eight sections: its mark, how many findings it has, and what it lacks, the gravest first."""

    name: str
    mark: str
    findings: Mapping[Severity, int]
    lacks: tuple[Text, ...]


class Unmet(NamedTuple):
    """A requirement that does not hold, with its source."""

    id: str
    said: Text
    fix: Text
    severity: Severity
    source: str
    subjects: tuple[str, ...]
    spot: Spot


class Evidence(NamedTuple):
    """A file that proves a step; `exists` is none where nobody looked."""

    file: str
    exists: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step as one plan has taken it."""

    id: str
    title: Text
    source: str
    state: StepState
    done: PlanDate | None
    due: date | None
    is_late: bool
    reason: str  # why it does not apply
    evidence: tuple[Evidence, ...]
    blocked_by: tuple[str, ...]
    unmet: tuple[Unmet, ...]
    spot: Spot


class OverLimit(NamedTuple):
    """A limit that the tasks go beyond."""

    name: str
    year: int | None
    over: Amount | Quantity
    spot: Spot


class Adjusted(NamedTuple):
    """A change of objectives on record."""

    id: str
    date: PlanDate | None
    objective: str
    indicator: str
    was: TargetValue | None
    now: TargetValue | None
    reason: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class GateLine:
    """A gate as one plan stands before it, with the figures that decide.

    Attributes:
        asked, turns: how often the question was put, and how often the answer was no.
        uncertain: the share of the need on money that is only expected or mobilisable, from 0 to 100; `most` is the threshold.
        to_adjust: the objectives whose tasks cause the gap: id and statement.
    """

    id: str
    title: Text
    source: str
    state: GateState
    holds: bool
    asked: int
    turns: int
    last: PlanDate | None
    return_to: str
    need: Amount
    secured: Amount
    uncertain: int
    most: int
    over: tuple[OverLimit, ...]
    to_adjust: tuple[tuple[str, str], ...]
    adjustments: tuple[Adjusted, ...]
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessLine:
    """A process that the plan follows: how much of it is done, and what it still requires."""

    id: str
    title: Text
    source: str
    fits: bool
    levels: tuple[Level, ...]
    settled: int
    met: int
    required: int
    unmet: tuple[Unmet, ...]  # of the plan as a whole
    steps: tuple[StepLine, ...]
    gates: tuple[GateLine, ...]


class NextThing(NamedTuple):
    """One thing to do: what, where in the file and, where one helps, by which command."""

    what: Text  # a template filled with `values`
    values: Mapping[str, object]
    subjects: tuple[str, ...]
    spot: Spot
    command: str
    process: str

    @property
    def said(self) -> Text:
        """Say it, and of which things."""
        ids = listed(self.subjects)
        return Text(f"{self.what.fill(Language.VI, self.values)}{ids}", f"{self.what.fill(Language.EN, self.values)}{ids}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far one plan has come; no summary where the file could not be read as a plan."""

    path: str
    summary: PlanSummary | None
    counts: Mapping[Severity, int]
    sections: tuple[SectionLine, ...] = ()
    processes: tuple[ProcessLine, ...] = ()
    gates: tuple[GateLine, ...] = ()  # on record, and of no process that the plan follows
    unknown: tuple[str, ...] = ()  # names under `follows` that no process has
    chains: Ranking | None = None
    options: Ranking | None = None
    things: tuple[NextThing, ...] = field(default=())

    @property
    def complete(self) -> int:
        """How many of the sections that apply are complete."""
        return sum(section.mark == "complete" for section in self.sections)

    @property
    def all_gates(self) -> tuple[GateLine, ...]:
        """The gates of its processes, and those that it records beside them."""
        return (*(gate for process in self.processes for gate in process.gates), *self.gates)

    @property
    def settled(self) -> tuple[int, int]:
        """How many steps of all processes are done or do not apply, and how many there are."""
        return sum(each.settled for each in self.processes), sum(len(each.steps) for each in self.processes)


def listed(subjects: tuple[str, ...]) -> str:
    """List the first few things in brackets, and count the others."""
    if not subjects:
        return ""
    more = len(subjects) - _MOST_LISTED
    return f" ({', '.join(subjects[:_MOST_LISTED])}{f', … +{more}' if more > 0 else ''})"


def by_readiness(standings: list[Standing]) -> list[Standing]:
    """Sort: the readiest first, what could not be read last."""
    return sorted(standings, key=lambda each: (-_readiness(each), -each.settled[0], each.counts.get(Severity.ERROR, 0), each.path))


def _readiness(standing: Standing) -> int:
    summary = standing.summary
    return -1 if summary is None or summary.readiness is None else summary.readiness


_MOST_LISTED = 5
