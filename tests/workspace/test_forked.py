"""Work in forked processes: order, errors, and what becomes of the processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.workspace import execution
from kehoach.workspace.forked import CAN_FORK, forked

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system forks no process")

LARGE = 3 << 20  # bytes: more than a pipe holds


@pytest.mark.parametrize("number", [1, 2, 5])
def test_answers_come_in_the_order_of_the_pieces_and_from_other_processes(number: int) -> None:
    answers = list(forked(range(300), _with_process, number))
    assert [piece for piece, _ in answers] == list(range(300))
    assert os.getpid() not in {process for _, process in answers}
    assert 1 <= len({process for _, process in answers}) <= number


def test_an_answer_larger_than_a_pipe_comes_whole() -> None:
    assert [(text[:1], len(text)) for text in forked("abc", _long, 2)] == [("a", LARGE), ("b", LARGE), ("c", LARGE)]


def test_an_error_is_raised_where_the_work_was_asked_for_and_says_where_it_arose(processes: list[int]) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(forked(range(-5, 100), _divided, 2))
    assert "_divided" in "".join(caught.value.__notes__)
    assert [_is_there(process) for process in processes] == [False, False]


def test_an_error_for_the_user_keeps_its_words() -> None:
    with pytest.raises(KehoachError) as caught:
        list(forked((1, 2), _refused, 2))
    assert caught.value.to(Language.VI) == "không được 1"


def test_a_process_that_the_system_ends_is_told_of(tmp_path: Path, processes: list[int]) -> None:
    with pytest.raises(KehoachError, match="--jobs 1"):
        list(forked(range(100), partial(_killed, tmp_path / "once"), 2))
    assert [_is_there(process) for process in processes] == [False, False]


def test_who_wants_no_more_answers_leaves_no_process_behind(processes: list[int]) -> None:
    answers = forked(range(100_000), _with_process, 2)
    assert isinstance(answers, Iterator)
    assert next(answers)[0] == 0
    answers.close()  # type: ignore[attr-defined]
    assert [_is_there(process) for process in processes] == [False, False]


def test_no_process_outlives_the_first_one() -> None:
    script = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); from test_forked import _with_process;"
        "from kehoach.workspace.forked import forked; answers = forked(range(10**6), _with_process, 2);"
        "print(next(answers)[1], flush=True); os.kill(os.getpid(), 9)"
    )
    found = subprocess.run([sys.executable, "-c", script, str(Path(__file__).parent)], stdout=subprocess.PIPE, check=False, timeout=60)
    assert found.returncode == -signal.SIGKILL
    assert int(found.stdout) > 0  # reading to the end of the pipe waited until no process held it


def test_a_pool_of_the_standard_library_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = list(range(40))
    own = list(execution.in_processes(pieces, _squares, 2))
    monkeypatch.setattr(execution, "CAN_FORK", False)
    assert list(execution.in_processes(pieces, _squares, 2)) == own == [piece**2 for piece in pieces]


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note which processes are made."""
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        made.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted)
    return made


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _with_process(piece: int) -> tuple[int, int]:
    return piece, os.getpid()


def _long(letter: str) -> str:
    return letter * LARGE


def _divided(piece: int) -> float:
    return 1 / piece


def _refused(piece: int) -> None:
    raise KehoachError(Text(vi="không được {piece}", en="not {piece}"), piece=piece)


def _killed(once: Path, piece: int) -> int:
    if piece == 10 and not once.exists():
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def _squares(pieces: Sequence[int]) -> list[int]:
    return [piece**2 for piece in pieces]
