"""The pipeline: bytes → document → model → rules → diagnostics."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.accepting import acceptances, unsuppressed
from kehoach.checklist import PlanSummary, summary
from kehoach.diagnostics import Diagnostic, Severity, pointer, unsilenced
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level, Stage
from kehoach.processes.base import ACTION_PLAN
from kehoach.reading.building import Built
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.evidence import evidence
from kehoach.reading.loading import Loaded, load
from kehoach.remembered import let_go
from kehoach.rules.base import Context, Noting, Rule, Scope, Thresholds
from kehoach.rules.catalogue import by_code, checks, meant_for
from kehoach.rules.cuts import Cuts
from kehoach.telling import Teller

if TYPE_CHECKING:
    from kehoach.model.extract import Extract
    from kehoach.model.workspace import CustomRule


class Request(NamedTuple):
    """What a check is asked for.

    Attributes:
        today: the day as of which lateness is judged.
        stage: check as if the plan were at this stage; none: its own.
        select, ignore: codes or their beginnings; nothing selected means all.
        severities: another severity for a rule's code.
        ignore_in: codes to ignore in files whose name below `root` matches a glob.
        root: the workspace's folder.
        follows: the processes that plans of a level follow when they name none.
        processes: the folder of the workspace's own processes; empty: it has none.
        custom: the workspace's own rules.
        plugins: run the rules of installed packages too.
        quote: keep each finding's source line, for output that quotes it.
        across: take out of every plan what other plans may want to know; else only of one that refers to others.
        complete: a reference to a plan that is not there is an error.
        sparing: take out of the plan of a commune only what is surely compared; the rest is read again where it is asked for.
    """

    today: date
    stage: Stage | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    thresholds: Thresholds = Thresholds()
    severities: Mapping[str, Severity] = {}
    ignore_in: Mapping[str, tuple[str, ...]] = {}
    root: str = ""
    follows: Mapping[Level, tuple[str, ...]] = {}
    processes: str = ""
    custom: "tuple[CustomRule, ...]" = ()
    plugins: bool = False
    quote: bool = True
    across: bool = False
    complete: bool = False
    sparing: bool = False


class NotChecked(NamedTuple):
    """A value that was not checked, and why."""

    path: str
    pointer: str
    because: Text


class Checked(NamedTuple):
    """All that was found in one file."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    plan: PlanSummary | None = None
    skipped: str = ""  # the kind of a document that is no plan
    not_checked: tuple[NotChecked, ...] = ()
    suppressed: int = 0
    extract: "Extract | None" = None  # what other plans may want to know of the plan
    evidence: Mapping[str, bool] = {}  # the files that were looked for, and whether they are there
    asked_day: bool = False  # whether another day may give other findings


def check(content: bytes, name: str, request: Request, folder: Path | None = None, folders: int = 0) -> Checked:
    """Check one file's bytes.

    Args:
        content: the bytes of the file.
        name: how to call the file in diagnostics.
        request: what is asked for.
        folder: the folder of the file, in which evidence is looked for; none: evidence is not looked for.
        folders: how many folders the file lies below the workspace's root.
    """
    checked = _checked(content, name, request, folder, folders)
    let_go()
    return checked


def _checked(content: bytes, name: str, request: Request, folder: Path | None, folders: int) -> Checked:
    loaded = load(content, name, folder, folders)
    teller = _teller(loaded.document, request)
    if loaded.skipped == PROCESS:
        return Checked(path=name, diagnostics=chosen(_of_process(content, name, request), request), skipped=loaded.skipped)
    if loaded.skipped == REGISTER:
        return Checked(path=name, diagnostics=chosen(_of_register(content, name, request), request), skipped=loaded.skipped)
    if loaded.built is None:
        return Checked(path=name, diagnostics=chosen(_told(teller, loaded.complaints), request), skipped=loaded.skipped)
    plan = loaded.built.node
    stage = request.stage or plan.stage or Stage.DRAFT
    context = Noting(
        stage=stage,
        today=request.today,
        thresholds=request.thresholds,
        mentions=loaded.built.mentions,
        ids=loaded.built.ids,
        files=loaded.files,
        **_followed(plan, request),
    )
    found = [*_told(teller, loaded.complaints), *_ruled(loaded, plan, context, request, teller)]
    kept, suppressed = unsuppressed(unsilenced(found), teller)
    return Checked(
        path=name,
        diagnostics=chosen(kept, request),
        suppressed=suppressed,
        plan=summary(name, plan, stage, kept),
        not_checked=tuple(_not_checked(loaded)),
        extract=_extract(loaded, stage, request, teller),
        evidence={} if loaded.files is None else {path: path in loaded.files for _, path in evidence(plan)},
        asked_day=context.asked_day,
    )


def ready() -> None:
    """Load all that checking a plan needs, before there is one."""
    from kehoach.analysis import extracting  # noqa: F401, PLC0415 - as where it is used
    from kehoach.processes import catalogue  # noqa: F401, PLC0415 - as where it is used

    checks(Scope.DOCUMENT)


def taken(content: bytes, name: str, request: Request, folders: int = 0) -> "Extract | None":
    """Take out of a file that is not checked itself what other plans may want to know; nothing where it is no plan.

    Args:
        content: the bytes of the file.
        name: how to call the file in diagnostics.
        request: what is asked for of others.
        folders: how many folders the file lies below the workspace's root.
    """
    loaded = load(content, name, folders=folders)
    if loaded.built is None:
        return None
    stage = request.stage or loaded.built.node.stage or Stage.DRAFT
    extract = _extract(loaded, stage, request._replace(across=True, sparing=False), _teller(loaded.document, request))
    let_go()
    return extract


def _teller(document: Document, request: Request) -> Teller:
    return Teller(document, request.stage or Stage.DRAFT, request.quote)


def _told(teller: Teller, complaints: Iterable[Complaint]) -> list[Diagnostic]:
    """Tell what reading complained of."""
    known = by_code() if complaints else {}
    return [teller.complaint(known[complaint.code], complaint) for complaint in complaints]


def _extract(loaded: Loaded, stage: Stage, request: Request, teller: Teller) -> "Extract | None":
    """Take out of the plan what other plans may want to know; nothing where it is alone and refers to none."""
    built = loaded.built
    assert built is not None
    if not request.across and not _is_linked(built):
        return None
    from kehoach.analysis.extracting import extract  # noqa: PLC0415 - most plans checked alone need it not

    return extract(built, loaded.document, stage, tuple(acceptances(teller)), quote=request.quote, sparing=request.sparing)


def _is_linked(built: Built[Plan]) -> bool:
    """Tell whether a plan alone has something to compare: a reference that leads out of it, a target given from above."""
    monitoring = built.node.monitoring
    return bool(built.elsewhere) or any(i.assigned or i.register for i in (monitoring.indicators if monitoring else ()))


def _of_process(content: bytes, name: str, request: Request) -> list[Diagnostic]:
    """Check a process document."""
    from kehoach.processes.compiling import ready  # noqa: PLC0415 - brings in the expressions, for few files

    document, complaints, _ = ready(content, name)
    return _told(_teller(document, request), complaints)


def _of_register(content: bytes, name: str, request: Request) -> list[Diagnostic]:
    """Check a register of indicators."""
    from kehoach.reading.registers import load_register  # noqa: PLC0415 - few files are one

    document, complaints, _ = load_register(content, name)
    return _told(_teller(document, request), complaints)


def _named(plan: Plan, request: Request) -> tuple[str, ...]:
    """Give the processes that the plan names, else its workspace for its level."""
    return (plan.process.follows if plan.process else ()) or request.follows.get(plan.locality.level, ())


def _followed(plan: Plan, request: Request) -> dict[str, Any]:
    """Give what rules may know of the processes followed; nothing is loaded for a plan that names none."""
    named = _named(plan, request)
    if not named:
        return {}
    from kehoach.processes.catalogue import followed, known  # noqa: PLC0415 - brings in the expressions, for some plans

    return {
        "processes": followed(named, request.processes),
        "known_processes": known(request.processes),
        "rules": frozenset(rule.code for rule in meant_for(plan.kind, plan.locality.level, frozenset((*named, ACTION_PLAN)))),
    }


def _ruled(loaded: Loaded, plan: Plan, context: Context, request: Request, teller: Teller) -> Iterator[Diagnostic]:
    """Run every rule that applies."""
    built = loaded.built
    assert built is not None
    kind = (plan.kind, plan.locality.level, frozenset((*_named(plan, request), ACTION_PLAN)))
    cuts = Cuts(built.cuts)
    for rule in checks(Scope.DOCUMENT):
        assert rule.check is not None
        for finding in rule.check(loaded.document, context):
            yield teller.finding(rule, finding, context.stage)
    own = (rule for rule in _own_rules(request) if rule.applies(*kind))
    for rule in (*meant_for(*kind), *own):
        if built.cuts and cuts.spoil(rule):
            continue
        assert rule.check is not None
        for finding in rule.check(plan, context):
            if not cuts.touch(rule, finding):
                yield teller.finding(rule, finding, context.stage)


def _own_rules(request: Request) -> tuple[Rule, ...]:
    """Give the workspace's own rules."""
    own: tuple[Rule, ...] = ()
    if request.custom:
        from kehoach.rules.custom import custom_rule  # noqa: PLC0415 - few workspaces have any

        own = tuple(custom_rule(declared) for declared in request.custom)
    if request.plugins:
        from kehoach.rules.plugged import plugged_rules  # noqa: PLC0415 - looking for packages takes time

        own += plugged_rules()
    return own


def chosen(found: list[Diagnostic], request: Request) -> tuple[Diagnostic, ...]:
    """Keep what was selected and not ignored, sorted."""
    select, ignore = request.select, request.ignore
    kept = [
        d._replace(severity=request.severities[d.code]) if d.code in request.severities else d
        for d in found
        if (not select or d.code.startswith(select)) and not (ignore and d.code.startswith(ignore))
    ]
    return tuple(sorted(kept, key=lambda d: d.order))


def _not_checked(loaded: Loaded) -> Iterator[NotChecked]:
    """List what was cut out, and the references that lead out of the file."""
    built = loaded.built
    assert built is not None
    for where in dict.fromkeys(map(pointer, built.cuts)):
        yield NotChecked(loaded.document.name, where, UNREADABLE)
    for path, name in built.elsewhere:
        yield NotChecked(loaded.document.name, pointer(path), _elsewhere(name))


@lru_cache(maxsize=4096)  # plans of one province all name the same things
def _elsewhere(name: str) -> Text:
    return Text(_ELSEWHERE.vi.format(name), _ELSEWHERE.en.format(name))


PROCESS = "process/1"
REGISTER = "register/1"
CHECKED_TOO = frozenset((PROCESS, REGISTER))
"""The kinds of documents that are no plans and are checked all the same."""
UNREADABLE = Text(vi="không đọc được giá trị", en="the value could not be read")
_ELSEWHERE = Text(vi="thuộc kế hoạch khác: {}", en="belongs to another plan: {}")
