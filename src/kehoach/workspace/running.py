"""One run of checking: settings, files, findings, what was accepted."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.checking import Checked, Request, check
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.vocabulary import Stage
from kehoach.workspace import waiving
from kehoach.workspace.configuration import Configuration, codes, configuration
from kehoach.workspace.discovery import STDIN, Found, Source, discover
from kehoach.workspace.execution import all_here, check_all, in_processes
from kehoach.workspace.tally import tally

if TYPE_CHECKING:
    from kehoach.model.portfolio import Portfolio
    from kehoach.workspace.cache.session import Session

MANY = 16
"""From about so many files on, holding results outside memory pays."""

FEW = 5
"""Of so many plans at most are findings quoted with their lines."""

Progress = Callable[[Iterable[Any], int], Iterator[Any]]


class Wishes(NamedTuple):
    """What the user asked for.

    Attributes:
        select, ignore: codes, families or names, several of them with commas.
        stdin: the bytes of standard input, where `-` is among the paths.
        changed_since: only files that differ from this git revision.
        baseline: a file of findings that are accepted for the time being.
        update_baseline: write that file.
        fix: put right what can be, before checking.
        unsafe_fixes: make also the repairs that may change what was meant.
        is_dry: repair nothing, only tell what would be.
        complete: a reference to a plan that is not there is an error.
        cache: use what earlier runs found, and leave them what this one finds.
        cluster: the address of a Dask cluster that does the work; empty: this machine.
        sparing: of plans hold only what the rules between them surely compare, where nothing is left for later runs.
    """

    today: date
    paths: tuple[str, ...] = ()
    stage: Stage | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    jobs: int | None = None
    quote_all: bool = False
    stdin: bytes = b""
    stdin_name: str = "<stdin>"
    changed_since: str | None = None
    baseline: Path | None = None
    update_baseline: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    is_dry: bool = False
    complete: bool = False
    cache: bool = False
    cluster: str = ""
    sparing: bool = False


class Repaired(NamedTuple):
    """A file of which something was put right."""

    name: str
    before: bytes
    after: bytes
    repairs: int


class Run(NamedTuple):
    """What came of it.

    Attributes:
        compared: gives what was compared between plans, if there was anything.
        session: what is held of many files outside memory, and the cache, where it is used.
    """

    results: Collection[Checked]
    troubles: tuple[KehoachError, ...]
    sources: tuple[Source, ...]
    configuration: Configuration
    repaired: tuple[Repaired, ...] = ()
    compared: "Callable[[], Portfolio | None]" = lambda: None
    session: "Session | None" = None

    @property
    def portfolio(self) -> "Portfolio | None":
        """What was compared between plans, if there was anything."""
        return self.compared()

    def close(self) -> None:
        """Let go of the cache, once all that is wanted of it was read."""
        if self.session is not None:
            self.session.close()


def run(wishes: Wishes, progress: Progress) -> Run:
    """Check what the wishes name.

    Raises:
        KehoachError: wrong settings, a path that does not exist, nothing to check.
    """
    settings = configuration(start(wishes.paths), wishes.config)
    session = _session(wishes, settings)
    found = _found(wishes, settings, session)
    request = request_of(wishes, settings, len(found.sources))
    repaired, hindered = _repaired(found.sources, request, wishes) if wishes.fix else ((), ())
    if len(found.sources) >= MANY and not any(source.file == STDIN for source in found.sources):
        return _many(wishes, settings, found, request, (repaired, hindered), (progress, session))
    results, troubles = _checked(found.sources, request, wishes, progress)
    results, portfolio = _across(results, request, settings, wishes)
    if settings.document is not None:
        plans = waiving.named(map(tally, results), settings.document) if settings.waivers and _reach(wishes, settings)[1] else None
        results = waiving.apply(results, settings.waivers, settings.document, wishes.today, plans)
    return Run(
        results=_held_against(results, wishes) if wishes.baseline is not None else tuple(results),
        troubles=(*found.troubles, *hindered, *troubles),
        sources=found.sources,
        configuration=settings,
        repaired=repaired,
        compared=lambda: portfolio,
    )


def _spread(wishes: Wishes) -> Callable[..., Iterator[Any]]:
    """Choose where work is done: in processes of this machine, or on a cluster."""
    if not wishes.cluster:
        return partial(in_processes, jobs=wishes.jobs)
    from kehoach.workspace.cluster import on_cluster  # noqa: PLC0415 - few runs have one

    return partial(on_cluster, wishes.cluster)


def _held_against(results: Iterable[Checked], wishes: Wishes) -> tuple[Checked, ...]:
    """Leave out what the baseline has."""
    from kehoach.workspace import baseline  # noqa: PLC0415 - few runs have one

    assert wishes.baseline is not None
    found = list(results)
    if wishes.update_baseline:
        baseline.update(found, wishes.baseline)
    return tuple(baseline.apply(found, baseline.read(wishes.baseline), wishes.baseline))


def _session(wishes: Wishes, settings: Configuration) -> "Session | None":
    """Open the cache where many files may come and it is wanted."""
    if not wishes.cache or wishes.fix or any(not Path(path).is_dir() for path in wishes.paths):
        return None
    from kehoach.workspace.cache.session import Session  # noqa: PLC0415 - a single file needs it not

    return Session(request_of(wishes, settings, MANY), settings, wishes.paths, is_used=True)


def _many(
    wishes: Wishes,
    settings: Configuration,
    found: Found,
    request: Request,
    repairs: tuple[tuple[Repaired, ...], tuple[KehoachError, ...]],
    watched: "tuple[Progress, Session | None]",
) -> Run:
    """Check many files, whose results are held outside memory."""
    from kehoach.workspace.cache.between import Reach  # noqa: PLC0415 - as above
    from kehoach.workspace.cache.session import Session  # noqa: PLC0415 - as above
    from kehoach.workspace.many import Many  # noqa: PLC0415 - as above

    progress, session = watched
    session = session or Session(request, settings, wishes.paths, is_used=False)
    many = Many(found, request._replace(sparing=wishes.sparing and session.database is None), session, Reach(*_reach(wishes, settings)))
    here = None if wishes.cluster else all_here(wishes.jobs)  # who speaks to a cluster has threads, which do not bear forking
    done = many.run(progress, _spread(wishes), here)
    if settings.document is not None and settings.waivers:
        waived = done.results.of_plans({waiver.plan for waiver in settings.waivers})
        shown = (head.shown for head in done.results.heads)
        plans = waiving.named(shown, settings.document) if _reach(wishes, settings)[1] else None
        done.results.replace(waiving.apply(waived, settings.waivers, settings.document, wishes.today, plans))
    return Run(
        results=_held_against(done.results, wishes) if wishes.baseline is not None else done.results,
        troubles=(*found.troubles, *repairs[1], *done.troubles),
        sources=found.sources,
        configuration=settings,
        repaired=repairs[0],
        compared=done.portfolio,
        session=session,
    )


def _across(results: list[Checked], request: Request, settings: Configuration, wishes: Wishes) -> tuple[list[Checked], "Portfolio | None"]:
    """Look at the plans together, where there is anything to compare."""
    is_whole, is_all = _reach(wishes, settings)
    if not any(result.extract is not None for result in results) and not (is_whole and settings.expected):
        return results, None
    from kehoach.workspace.portfolio import across  # noqa: PLC0415 - a plan that refers to no other needs it not

    done = across(results, settings, request, is_whole=is_whole, is_all=is_all)
    return done.results, done.portfolio


def _reach(wishes: Wishes, settings: Configuration) -> tuple[bool, bool]:
    """Tell whether a run is about a whole folder, and whether about all of the workspace."""
    is_whole = wishes.changed_since is None and (not wishes.paths or any(Path(path).is_dir() for path in wishes.paths))
    return is_whole, is_whole and (not wishes.paths or any(Path(path).resolve() == settings.root.resolve() for path in wishes.paths))


def _repaired(sources: tuple[Source, ...], request: Request, wishes: Wishes) -> tuple[tuple[Repaired, ...], tuple[KehoachError, ...]]:
    """Put files right, one after another; a file that cannot be written hinders no other."""
    from kehoach.workspace.fixing import fix_file  # noqa: PLC0415 - most runs repair nothing

    repaired, hindered = [], []
    for source in sources:
        if source.file == STDIN:
            raise KehoachError(_NO_STDIN)
        try:
            result = fix_file(source, request, unsafe=wishes.unsafe_fixes, is_dry=wishes.is_dry)
        except KehoachError as error:
            hindered.append(error)
            continue
        if result.fixed:
            repaired.append(Repaired(source.name, result.before, result.after, len(result.fixed)))
    return tuple(repaired), tuple(hindered)


def start(paths: tuple[str, ...]) -> Path:
    """Find the folder from which settings are looked for: that of the first path."""
    for path in paths:
        if path != STDIN and os.path.lexists(path):
            first = Path(path).absolute()
            return first if first.is_dir() else first.parent
    return Path.cwd()


def _found(wishes: Wishes, settings: Configuration, session: "Session | None") -> Found:
    walked = session.walked() if session is not None else None
    if walked is not None:
        assert session is not None
        found = Found(tuple(Source(file, session.before.heads[file].name) for file in walked))
    else:
        is_known = session.is_plan if session is not None else None
        found = discover(list(wishes.paths), settings.plans, settings.exclude, settings.root, is_known)
    if wishes.changed_since is None:
        return found
    from kehoach.workspace.changed import changed_files  # noqa: PLC0415 - the only run that needs git

    changed = changed_files(wishes.changed_since, settings.root)
    return found._replace(sources=tuple(s for s in found.sources if s.file == STDIN or Path(s.file).resolve() in changed))


def request_of(wishes: Wishes, settings: Configuration, files: int) -> Request:
    """Put together what each of so many files is checked for.

    Raises:
        KehoachError: a code is selected that no rule has.
    """
    return Request(
        today=wishes.today,
        stage=wishes.stage,
        select=codes(wishes.select, "--select", settings.custom) or settings.select,
        ignore=(*settings.ignore, *codes(wishes.ignore, "--ignore", settings.custom)),
        thresholds=settings.thresholds,
        severities=settings.severities,
        ignore_in=settings.per_file,
        root=str(settings.root),
        follows=settings.follows,
        custom=settings.custom,
        plugins=settings.file is not None,
        processes=str(settings.root / settings.processes) if settings.processes else "",
        quote=wishes.quote_all or files <= FEW,
        across=files > 1 or bool(settings.expected),
        complete=wishes.complete,
    )


def _checked(sources: tuple[Source, ...], request: Request, wishes: Wishes, progress: Progress) -> tuple[list[Checked], list[KehoachError]]:
    if any(source.file == STDIN for source in sources):
        if len(sources) > 1:
            raise KehoachError(_STDIN_ALONE)
        return [check(wishes.stdin, wishes.stdin_name, request)], []
    results, troubles = [], []
    for outcome in progress(check_all(sources, request, wishes.jobs), len(sources)):
        if outcome.trouble is not None:
            troubles.append(outcome.trouble)
        elif outcome.checked is not None:
            results.append(outcome.checked)
    return results, troubles


_STDIN_ALONE = Text(vi="đầu vào chuẩn (-) không đi cùng tệp khác", en="standard input (-) does not go with other files")
_NO_STDIN = Text(vi="--fix cần một tệp, không sửa được đầu vào chuẩn", en="--fix wants a file and cannot repair standard input")
