"""Work in forked processes: order, errors, and what becomes of the processes."""

import errno
import os
import select
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.workspace import execution
from kehoach.workspace import forked as forked_module
from kehoach.workspace.forked import CAN_FORK, forked

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system forks no process")

_PATIENCE = 20_000  # ms
LARGE = 3 << 20  # bytes: more than a pipe holds


@pytest.mark.parametrize("number", [1, 2, 5])
def test_answers_come_in_the_order_of_the_pieces_and_from_other_processes(number: int) -> None:
    answers = list(forked(range(300), _with_process, number))
    assert [piece for piece, _ in answers] == list(range(300))
    assert os.getpid() not in {process for _, process in answers}
    assert 1 <= len({process for _, process in answers}) <= number


def test_an_answer_larger_than_a_pipe_comes_whole() -> None:
    assert [(text[:1], len(text)) for text in forked("abc", _long, 2)] == [("a", LARGE), ("b", LARGE), ("c", LARGE)]


def test_an_error_is_raised_where_the_work_was_asked_for_and_says_where_it_arose() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(forked(range(-5, 100), _divided, 2))
    assert "_divided" in "".join(caught.value.__notes__)


def test_an_error_that_cannot_travel_is_told_of_in_its_words() -> None:
    with pytest.raises(RuntimeError, match="hỏng 1") as caught:
        list(forked((1, 2), _odd, 2))
    assert "_OddError" in "".join(caught.value.__notes__)


def test_who_has_the_system_wait_for_processes_gets_all_answers() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert len(list(forked(range(50), _with_process, 2))) == 50
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_work_that_ends_the_program_ends_the_program() -> None:
    with pytest.raises(SystemExit, match="7"):
        list(forked((7, 8), sys.exit, 2))


def test_an_error_for_the_user_keeps_its_words() -> None:
    with pytest.raises(KehoachError) as caught:
        list(forked((1, 2), _refused, 2))
    assert caught.value.to(Language.VI) == "không được 1"


def test_of_several_errors_that_of_the_earliest_piece_is_told_of() -> None:
    with pytest.raises(KehoachError) as caught:
        list(forked(range(20), _refused_late, 3))
    assert caught.value.to(Language.VI) == "không được 0"


@pytest.mark.parametrize("victim", [0, 10])
def test_a_process_that_the_system_ends_is_told_of(tmp_path: Path, victim: int) -> None:
    with pytest.raises(KehoachError, match="--jobs 1"):
        list(forked(range(100), partial(_killed, victim, tmp_path / "once"), 2))


def test_who_wants_no_more_answers_leaves_no_process_behind() -> None:
    answers = forked(range(100_000), _with_process, 3)
    assert isinstance(answers, Generator)
    seen: set[int] = set()
    while len(seen) < 3:
        seen.add(next(answers)[1])
    watched = [os.pidfd_open(process) for process in seen]
    answers.close()
    assert all(map(_ends, watched))


def test_a_process_gets_ready_and_is_used_once(tmp_path: Path) -> None:
    forked_module.get_ready(2, (tmp_path / "prepared").touch)
    assert forked_module.are_ready()
    assert len(list(forked(range(50), _with_process, 2))) == 50
    assert (tmp_path / "prepared").exists()
    assert not forked_module.are_ready()


def test_a_process_for_which_there_is_no_work_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", noted)
    forked_module.get_ready(2, _long_preparation)
    assert [_is_there(process) for process in made] == [True]
    forked_module.dismiss()
    assert [_is_there(process) for process in made] == [False]
    assert not forked_module.are_ready()


def test_where_no_process_can_be_made_the_user_learns_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", _no_fork)
    with pytest.raises(KehoachError, match="--jobs 1"):
        forked(range(100), _with_process, 2)


def test_no_process_outlives_the_first_one() -> None:
    script = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); from test_forked import _with_process;"
        "from kehoach.workspace.forked import forked; answers = forked(range(10**6), _with_process, 2);"
        "seen = {next(answers)[1]};\nwhile len(seen) < 2: seen.add(next(answers)[1])\n"
        "print(*seen, flush=True); sys.stdin.read(); os.kill(os.getpid(), 9)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(Path(__file__).parent)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        watched = [os.pidfd_open(int(process)) for process in first.stdout.readline().split()]
        first.stdin.close()
    assert first.returncode == -signal.SIGKILL
    assert len(watched) == 2
    assert all(map(_ends, watched))


@pytest.mark.parametrize("closed", [(0,), (1, 2), (0, 1, 2)])
def test_closed_streams_are_no_hindrance(closed: tuple[int, ...], tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from test_forked import _with_process;"
        "from kehoach.workspace.forked import forked; answers = list(forked(range(50), _with_process, 2));"
        "open(sys.argv[2], 'w').write(str(len(answers)))"
    )
    result = tmp_path / "answers"
    command = [sys.executable, "-c", script, str(Path(__file__).parent), str(result)]
    shut = " ".join(f"{stream}{'<' if not stream else '>'}&-" for stream in closed)
    assert subprocess.run(["sh", "-c", f'exec "$@" {shut}', "sh", *command], check=False).returncode == 0
    assert result.read_text("utf-8") == "50"


def test_a_pool_of_the_standard_library_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = list(range(40))
    own = list(execution.in_processes(pieces, _squares, 2))
    monkeypatch.setattr(execution, "CAN_FORK", False)
    assert list(execution.in_processes(pieces, _squares, 2)) == own == [piece**2 for piece in pieces]


def _ends(watched: int) -> bool:
    """Wait until a process ends, which takes no time but where it would not."""
    poll = select.poll()
    poll.register(watched, select.POLLIN)
    try:
        return bool(poll.poll(_PATIENCE))
    finally:
        os.close(watched)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _long_preparation() -> None:
    select.select([], [], [], _PATIENCE)


def _no_fork() -> int:
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))


def _with_process(piece: int) -> tuple[int, int]:
    return piece, os.getpid()


def _long(letter: str) -> str:
    return letter * LARGE


def _divided(piece: int) -> float:
    return 1 / piece


def _refused(piece: int) -> None:
    raise KehoachError(Text(vi="không được {piece}", en="not {piece}"), piece=piece)


def _refused_late(piece: int) -> None:
    """Refuse all, the first last of all: it has something to do before."""
    if piece == 0:
        sum(range(2_000_000))
    _refused(piece)


class _OddError(Exception):
    def __init__(self, piece: int, _other: int) -> None:
        super().__init__(f"hỏng {piece}")


def _odd(piece: int) -> None:
    raise _OddError(piece, 0)


def _killed(victim: int, once: Path, piece: int) -> int:
    if piece == victim and not once.exists():
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def _squares(pieces: Sequence[int]) -> list[int]:
    return [piece**2 for piece in pieces]
