"""Files and findings to standings: what `status` shows of each plan."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach.analysis.scoring import Ranking, rank_options, rank_value_chains
from kehoach.checking import Checked
from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level
from kehoach.processes.base import ACTION_PLAN, RESOURCES, ReadyProcess
from kehoach.processes.catalogue import followed, process
from kehoach.processes.gating import GateStatus, gate_status
from kehoach.processes.recording import records_of
from kehoach.processes.status import next_things, process_status
from kehoach.reading.loading import Loaded, load
from kehoach.remembered import let_go
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import STDIN, Source, below_root, read
from kehoach.workspace.execution import in_processes
from kehoach.workspace.placing import Placer
from kehoach.workspace.running import Run
from kehoach.workspace.sectioning import lines
from kehoach.workspace.standing import (
    NextThing,
    Spot,
    Standing,
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
    placer = Placer(checked, loaded, plan, wanted.unsecured)
    known = {each.id for each in ready}
    asked = [placer.thing(thing) for thing in next_things(statuses, THINGS)]
    return Standing(
        path=checked.path,
        summary=checked.plan,
        counts=counts,
        sections=tuple(lines(checked)),
        processes=tuple(placer.process(status) for status in statuses),
        gates=tuple(placer.gate(status) for status in _recorded_beside(ready, plan, wanted)),
        unknown=tuple(name for name in (plan.process.follows if plan.process else ()) if name not in known),
        chains=_scored(rank_value_chains(plan)),
        options=_scored(rank_options(plan)),
        things=(*_errors_first(checked), *asked, *placer.lacking_in_sections(asked))[:THINGS],
    )


def _recorded_beside(ready: Sequence[ReadyProcess], plan: Plan, wanted: Survey) -> Iterator[GateStatus]:
    """Give the gate of the resources where a plan records it and follows no process that has it."""
    if not records_of(RESOURCES, plan) or any(RESOURCES in one.gates for one in ready):
        return
    strategic = process(_STRATEGIC)
    yield gate_status(strategic, strategic.gates[RESOURCES], plan, wanted.unsecured, is_reached=True)


_STRATEGIC = "led-strategic"


def _errors_first(checked: Checked) -> Iterator[NextThing]:
    errors = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
    if errors:
        spot = Spot(errors[0].place.line, errors[0].pointer.strip("/").replace("/", "."))
        codes = tuple(dict.fromkeys(d.code for d in errors))
        yield NextThing(_ERRORS, {"count": len(errors)}, codes, spot, f"kehoach validate {checked.path}", "")


def _scored(ranking: Ranking) -> Ranking | None:
    return ranking if ranking.scored else None


_ERRORS = Text(vi="Sửa các lỗi trong tệp, tất cả {count}.", en="Correct the errors in the file, {count} in all.")
