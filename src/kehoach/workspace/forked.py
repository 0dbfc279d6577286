"""Processes forked from this one: the first gets ready while its work is still looked for, and then forks the others."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any, NamedTuple, NoReturn, TypeVar

from kehoach.errors import KehoachError, cause
from kehoach.language import Text
from kehoach.workspace import pipes

S = TypeVar("S")
T = TypeVar("T")

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"  # libraries of macOS do not bear it
"""Whether this system makes a process out of this one; a pool of Python's own library takes longer to load than 100 plans."""


class _Crew(NamedTuple):
    """The processes as this one knows them: the others are forked by the first, once there is work."""

    first: int
    task: int  # the end of a pipe into which it is written
    answers: tuple[int, ...]  # the ends of pipes at which they come in, one for each process


class _Further(NamedTuple):
    process: int


class _Failure(NamedTuple):
    error: Exception | SystemExit


_TOGETHER = 0.05
"""For so many seconds answers wait for each other."""

_INHERITED: list[Callable[[Any], Any]] = []
"""In a forked process the work that it is for."""

_WAITING: list[_Crew] = []
"""Processes that get ready."""


def processors() -> int:
    """Count the processors that this process may use."""
    own = getattr(os, "sched_getaffinity", None)
    return len(own(0)) if own is not None else os.cpu_count() or 1


def get_ready(processes: int, prepare: Callable[[], None]) -> None:
    """Fork a process that prepares itself for work that may come; who calls this calls `dismiss` at the end."""
    with suppress(KehoachError):  # it is told of when there is work
        _WAITING.append(_begun(processes, prepare))


def are_ready() -> bool:
    """Tell whether processes were made to get ready, and not used yet."""
    return bool(_WAITING)


def dismiss() -> None:
    """Let go of a process that there was no work for."""
    while _WAITING:
        crew = _WAITING.pop()
        os.close(crew.task)
        _end(crew, [])


def forked(pieces: Sequence[S], work: Callable[[S], T], processes: int) -> Iterator[T]:
    """Begin some work on each piece; what comes of it comes in the order of the pieces.

    Raises:
        KehoachError: no more processes can be started, or one was ended by the system.
    """
    return _given_out(_WAITING.pop() if _WAITING else _begun(processes, _nothing), pieces, work)


def at_once(pieces: Sequence[S], work: Callable[[S], T], processes: int) -> Iterator[T]:
    """Begin some work on each piece as above, in processes that have all that this one has: the work need not go through a pipe.

    Raises:
        KehoachError: as above.
    """
    return _given_out(_begun(processes, partial(_INHERITED.append, work)), pieces, _inherited)


def _inherited(piece: Any) -> Any:
    return _INHERITED[-1](piece)


def _given_out(crew: _Crew, pieces: Sequence[S], work: Callable[[S], T]) -> Iterator[T]:
    try:
        pipes.write(crew.task, pipes.packed((pieces, work)))
    except BrokenPipeError:
        pass  # that the process is gone shows as well where it should answer
    except BaseException:
        _end(crew, [])
        raise
    finally:
        os.close(crew.task)
    return _in_order(crew)


def _in_order(crew: _Crew) -> Iterator[Any]:
    early: dict[int, Any] = {}
    further: list[int] = []
    wanted = 0
    try:
        for number, answer in _answers(crew.answers, further):
            early[number] = answer
            while wanted in early:
                yield _given(early.pop(wanted))
                wanted += 1
    except BaseException:
        _end(crew, further)
        raise
    for end in crew.answers:
        os.close(end)
    _wait(crew.first)


def _given(answer: Any) -> Any:
    """Give an answer in its turn, so that of several errors the same one is always told of."""
    if isinstance(answer, _Failure):
        raise answer.error
    return answer


def _begun(processes: int, prepare: Callable[[], None]) -> _Crew:
    made: list[tuple[int, int]] = []
    try:
        for _ in range(processes + 1):
            made.append(os.pipe())
            pipes.widen(made[-1][1])
        first = os.fork()
    except OSError as error:
        for end in (end for pipe in made for end in pipe):
            os.close(end)
        raise KehoachError(_NO_PROCESS, why=cause(error)) from None
    (task, give), *answers = made
    if not first:
        for end in (give, *(there for there, _ in answers)):
            os.close(end)  # so that each process learns when the first one of all is gone
        _be_first(task, [here for _, here in answers], prepare)
    for end in (task, *(here for _, here in answers)):
        os.close(end)
    return _Crew(first, give, tuple(there for there, _ in answers))


def _be_first(task: int, ends: list[int], prepare: Callable[[], None]) -> NoReturn:
    """Be the first of the processes; nothing of what it inherited is written or closed."""
    code = 1
    try:
        _be_silent({task, *ends})
        prepare()
        content = b"".join(iter(lambda: os.read(task, pipes.AT_ONCE), b""))
        if content:
            pieces, work = pipes.unpacked(content)
            _work_together(pieces, work, ends)
        code = 0
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the process that asked for this was told too, or is gone
    finally:
        os._exit(code)


def _be_silent(own: set[int]) -> None:
    """Hold no terminal and no pipe of another program, which would wait for this process."""
    gc.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in {0, 1, 2} - own:  # where one was closed, a pipe of ours may have its number
        os.dup2(nowhere, stream)


def _work_together(pieces: Sequence[S], work: Callable[[S], T], ends: list[int]) -> None:
    """Fork as many as there is work for, with all that is loaded; the number of the next piece goes round in a pipe."""
    turn = os.pipe()
    os.write(turn[1], (0).to_bytes(pipes.NUMBER, "big"))
    further = []
    for number, end in enumerate(ends[1:], start=1):
        if number >= len(pieces):
            pipes.send(end, None)
            continue
        process = os.fork()
        if not process:
            _be_further(turn, end, [ends[0], *ends[number + 1 :]], pieces, work)
        os.close(end)
        further.append(process)
        pipes.send(ends[0], _Further(process))
    _take_turns(turn, ends[0], pieces, work)
    for process in further:
        _wait(process)


def _be_further(turn: tuple[int, int], end: int, foreign: list[int], pieces: Sequence[S], work: Callable[[S], T]) -> NoReturn:
    code = 1
    try:
        for other in foreign:
            os.close(other)  # as above
        _take_turns(turn, end, pieces, work)
        code = 0
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # as above
    finally:
        os._exit(code)


def _take_turns(turn: tuple[int, int], end: int, pieces: Sequence[S], work: Callable[[S], T]) -> None:
    """Work until nothing is left; who reads the number has it alone until the next is written.

    The first answer is waited for; the others go together, for each time that the process that asked is woken costs both.
    """
    answers = b""
    last = monotonic()
    while True:
        number = int.from_bytes(os.read(turn[0], pipes.NUMBER), "big")
        os.write(turn[1], (number + 1).to_bytes(pipes.NUMBER, "big"))
        if number >= len(pieces):
            break
        answers += pipes.framed((number, _done(work, pieces[number])))
        now = monotonic()
        if number == 0 or now > last + _TOGETHER:
            pipes.write(end, answers)
            answers = b""
            last = now
    pipes.write(end, answers + pipes.framed(None))


def _done(work: Callable[[S], T], piece: S) -> T | _Failure:
    try:
        return work(piece)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is raised again where the work was asked for
        from traceback import format_exception  # noqa: PLC0415 - hardly ever

        note = "".join(format_exception(error))
        if not pipes.can_travel(error):
            error = RuntimeError(str(error))
        error.add_note(note)
        return _Failure(error)


def _answers(ends: Sequence[int], further: list[int]) -> Iterator[tuple[int, Any]]:
    """Give what comes in until every process said that it is done; note the processes that are told of."""
    import select  # noqa: PLC0415 - loaded while others work

    poll = select.poll()
    came = {end: bytearray() for end in ends}
    for end in ends:
        poll.register(end, select.POLLIN)
    while came:
        for end, _ in poll.poll():
            content = os.read(end, pipes.AT_ONCE)
            if not content:
                raise KehoachError(_LOST)
            came[end] += content
            for answer in pipes.whole(came[end]):
                if answer is None:
                    poll.unregister(end)
                    del came[end]
                elif isinstance(answer, _Further):
                    further.append(answer.process)
                else:
                    yield answer


def _end(crew: _Crew, further: Sequence[int]) -> None:
    """End all processes; they write nothing that could stay half done."""
    from signal import SIGKILL  # noqa: PLC0415 - hardly ever

    for process in (*further, crew.first):
        with suppress(ProcessLookupError):  # it is through already
            os.kill(process, SIGKILL)
    for end in crew.answers:
        os.close(end)
    _wait(crew.first)


def _wait(process: int) -> None:
    """Wait until a process of ours is through."""
    with suppress(ChildProcessError):  # who started this one told the system to wait for its processes
        os.waitpid(process, 0)


def _nothing() -> None:
    """Get ready for nothing: all is loaded."""


_NO_PROCESS = Text(
    vi="không tạo được tiến trình để kiểm tra ({why}); chạy lại với --jobs 1",
    en="no process can be started to check files ({why}); run it again with --jobs 1",
)
_LOST = Text(
    vi="hệ điều hành đã dừng một tiến trình đang kiểm tra, thường vì hết bộ nhớ; chạy lại với --jobs 1",
    en="the system ended a process that was checking files, mostly because memory ran out; run it again with --jobs 1",
)
