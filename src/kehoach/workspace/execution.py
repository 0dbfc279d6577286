"""Checking many files, in one process or several."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kehoach.checking import Checked, Request, check
from kehoach.errors import KehoachError
from kehoach.workspace.discovery import Source, below_root, read
from kehoach.workspace.forked import CAN_FORK, are_ready, at_once, forked, processors

if TYPE_CHECKING:
    from concurrent.futures import Executor

S = TypeVar("S")
T = TypeVar("T")

WORTH_A_POOL = 16
"""From about so many files on, starting other processes pays."""

_LARGEST = 8
_TURNS = 16
"""In so many turns or more does each process do its share, so that none waits long for the last."""
_SHORT_TURNS = 64
"""The same where a turn costs next to nothing."""


class Outcome(NamedTuple):
    """What came of one file: its findings, or why it could not be opened."""

    checked: Checked | None
    trouble: KehoachError | None = None


def check_all(sources: Sequence[Source], request: Request, jobs: int | None = None) -> Iterator[Outcome]:
    """Check every file; results come in the order of the sources, whatever the number of processes."""
    return in_processes(sources, partial(_check_chunk, request), jobs)


def in_processes(sources: Sequence[S], work: Callable[[Sequence[S]], list[T]], jobs: int | None = None) -> Iterator[T]:
    """Begin some work on every file, in other processes where there are many; results come in the order of the sources."""
    processes = jobs or processors()
    if processes == 1 or len(sources) < (1 if are_ready() else WORTH_A_POOL):
        return (done for source in sources for done in work((source,)))
    if CAN_FORK:
        pieces = [tuple(sources[:1]), *_chunks(sources[1:], processes * _SHORT_TURNS)]
        return chain.from_iterable(forked(pieces, work, processes))
    return _in_pool(sources, work, processes)


def all_here(jobs: int | None = None) -> "Callable[[Sequence[S], Callable[[S], T]], Iterator[T]] | None":
    """Give what does work in processes that have all that this one has; none where there is to be but one."""
    processes = jobs or processors()
    return partial(at_once, processes=processes) if processes > 1 and CAN_FORK else None


def _in_pool(sources: Sequence[S], work: Callable[[Sequence[S]], list[T]], processes: int) -> Iterator[T]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few systems need it

    with ProcessPoolExecutor(processes, initializer=gc.disable) as executor:
        yield from spread(executor, sources, work, processes)


def spread(executor: "Executor", sources: Sequence[S], work: Callable[[Sequence[S]], list[T]], workers: int = 1) -> Iterator[T]:
    """Do some work on files on any executor, in chunks; gives up what waits when interrupted."""
    try:
        for outcomes in executor.map(work, _chunks(sources, workers * _TURNS)):
            yield from outcomes
    except (KeyboardInterrupt, GeneratorExit):
        executor.shutdown(wait=False, cancel_futures=True)
        raise


def _chunks(sources: Sequence[S], turns: int) -> list[Sequence[S]]:
    size = max(1, min(_LARGEST, len(sources) // turns))
    return [tuple(sources[i : i + size]) for i in range(0, len(sources), size)]


def _check_chunk(request: Request, sources: Iterable[Source]) -> list[Outcome]:
    return [_check_one(request, source) for source in sources]


def _check_one(request: Request, source: Source) -> Outcome:
    try:
        content = read(source)
    except KehoachError as error:
        return Outcome(None, error)
    folder = Path(source.file).absolute().parent
    if request.ignore_in:
        request = narrowed(request, folder / Path(source.file).name)
    return Outcome(check(content, source.name, request, folder, below_root(folder)))


def narrowed(request: Request, file: Path) -> Request:
    """Add the codes that are ignored in this file."""
    try:
        name = file.relative_to(request.root).as_posix()
    except ValueError:
        return request
    codes = [code for glob, ignored in request.ignore_in.items() if fnmatchcase(name, glob) for code in ignored]
    return request._replace(ignore=(*request.ignore, *codes), ignore_in={})
