"""Processes forked from this one: what is loaded here they have, and each takes the next piece of work by itself."""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, NoReturn, TypeVar

from kehoach.errors import KehoachError, cause
from kehoach.language import Text

S = TypeVar("S")
T = TypeVar("T")

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"  # libraries of macOS do not bear it
"""Whether this system makes a process out of this one; a pool of Python's own library takes longer to load than 100 plans."""

_NUMBER = 8  # bytes
_ROOM = 1 << 20  # bytes that wait for this process at most, so that others need not


class _Worker(NamedTuple):
    process: int
    answers: int  # the end of a pipe at which they come in


class _Failure(NamedTuple):
    error: Exception


def forked(pieces: Sequence[S], work: Callable[[S], T], processes: int) -> Iterator[T]:
    """Do some work on each piece; what comes of it comes in the order of the pieces.

    Raises:
        KehoachError: no more processes can be started, or one was ended by the system.
    """
    early: dict[int, T] = {}
    wanted = 0
    workers: list[_Worker] = []
    try:
        _start(workers, pieces, work, min(processes, len(pieces)))
        for number, answer in _answers([worker.answers for worker in workers]):
            early[number] = answer
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1
    except BaseException:
        _end(workers)
        raise
    finally:
        for worker in workers:
            os.close(worker.answers)
            os.waitpid(worker.process, 0)


def _start(workers: list[_Worker], pieces: Sequence[S], work: Callable[[S], T], processes: int) -> None:
    """Fork; the number of the next piece goes round in a pipe, which who reads it has alone until it is written back."""
    turn = os.pipe()
    try:
        os.write(turn[1], (0).to_bytes(_NUMBER, "big"))
        for _ in range(processes):
            answers, answer = os.pipe()
            _widen(answer)
            process = os.fork()
            if not process:
                _serve([*(worker.answers for worker in workers), answers], turn, answer, pieces, work)
            os.close(answer)
            workers.append(_Worker(process, answers))
    except OSError as error:
        raise KehoachError(_NO_PROCESS, why=cause(error)) from None
    finally:
        for end in turn:
            os.close(end)


def _widen(pipe: int) -> None:
    """Let much wait in a pipe, where the system can."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl  # noqa: PLC0415 - Linux alone has it

        fcntl(pipe, F_SETPIPE_SZ, _ROOM)
    except (ImportError, OSError):
        pass


def _serve(foreign: list[int], turn: tuple[int, int], answer: int, pieces: Sequence[S], work: Callable[[S], T]) -> NoReturn:
    """Be one of the processes: work until nothing is left; nothing of what this process inherited is written or closed."""
    code = 1
    try:
        gc.disable()
        for end in foreign:
            os.close(end)  # so that each learns when the first process is gone
        with open(answer, "wb", buffering=0) as out:
            while (number := _next(turn)) < len(pieces):
                _send(out, (number, _done(work, pieces[number])))
            _send(out, None)
        code = 0
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the first process was told too, or is gone
    finally:
        os._exit(code)


def _next(turn: tuple[int, int]) -> int:
    number = int.from_bytes(os.read(turn[0], _NUMBER), "big")
    os.write(turn[1], (number + 1).to_bytes(_NUMBER, "big"))
    return number


def _done(work: Callable[[S], T], piece: S) -> T | _Failure:
    try:
        return work(piece)
    except Exception as error:  # noqa: BLE001 - it is raised again where the work was asked for
        from traceback import format_exception  # noqa: PLC0415 - hardly ever

        error.add_note("".join(format_exception(error)))
        return _Failure(error)


def _send(out: Any, what: object) -> None:
    content = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    left = memoryview(len(content).to_bytes(_NUMBER, "big") + content)
    while left:
        left = left[out.write(left) :]


def _answers(ends: list[int]) -> Iterator[tuple[int, Any]]:
    """Give what comes in until every process said that it is done."""
    import select  # noqa: PLC0415 - loaded while others work

    poll = select.poll()
    came = {end: bytearray() for end in ends}
    for end in ends:
        poll.register(end, select.POLLIN)
    while came:
        for end, _ in poll.poll():
            content = os.read(end, _ROOM)
            if not content:
                raise KehoachError(_LOST)
            came[end] += content
            for answer in _whole(came[end]):
                if answer is None:
                    poll.unregister(end)
                    del came[end]
                elif isinstance(answer[1], _Failure):
                    raise answer[1].error
                else:
                    yield answer


def _whole(came: bytearray) -> Iterator[Any]:
    """Take the answers that came in whole."""
    start = 0
    while len(came) >= (begin := start + _NUMBER):
        end = begin + int.from_bytes(came[start:begin], "big")
        if len(came) < end:
            break
        yield pickle.loads(memoryview(came)[begin:end])  # noqa: S301 - of our own process
        start = end
    del came[:start]


def _end(workers: list[_Worker]) -> None:
    from signal import SIGKILL  # noqa: PLC0415 - hardly ever; they write nothing that could stay half done

    for worker in workers:
        os.kill(worker.process, SIGKILL)


_NO_PROCESS = Text(
    vi="không tạo được tiến trình để kiểm tra ({why}); chạy lại với --jobs 1",
    en="no process can be started to check files ({why}); run it again with --jobs 1",
)
_LOST = Text(
    vi="hệ điều hành đã dừng một tiến trình đang kiểm tra, thường vì hết bộ nhớ; chạy lại với --jobs 1",
    en="the system ended a process that was checking files, mostly because memory ran out; run it again with --jobs 1",
)
