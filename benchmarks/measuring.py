"""Processes and calls measured: seconds on the clock, seconds of processor, memory; rows of a table."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

TODAY = "2026-01-10"
PYTHON = (sys.executable,)

Command = Sequence[str]


def installed(name: str, module: str) -> tuple[str, ...]:
    """Call a tool of this Python as its users do, by its command; by its module where there is none."""
    command = Path(sys.executable).with_name(name)
    return (str(command),) if command.exists() else (*PYTHON, "-m", module)


KEHOACH = installed("kehoach", "kehoach")
VALIDATE = (*KEHOACH, "validate", "--today", TODAY, "--format", "concise")


class Cost(NamedTuple):
    """What one run took: seconds on the clock, seconds of processor, MiB of the largest process."""

    wall: float
    cpu: float
    peak: float


class Row(NamedTuple):
    """One line of the table."""

    what: str
    ours: str
    theirs: str
    ratio: str
    note: str = ""


def run(command: Command, *others: Command, cwd: str | None = None, env: Mapping[str, str] | None = None) -> Cost:
    """Run one process, or several at once, to the end; their children count too."""
    start = time.perf_counter()
    started = [
        subprocess.Popen(one, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment() | (env or {}), cwd=cwd)
        for one in (command, *others)
    ]
    used = []
    for process in started:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        used.append(usage)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in used)
    return Cost(time.perf_counter() - start, cpu, max(usage.ru_maxrss for usage in used) / scale)


def compare(ours: Command, theirs: Command, times: int) -> tuple[Cost, Cost]:
    """Run two commands in turn; the medians of each."""
    pairs = [(run(ours), run(theirs)) for _ in range(times)]
    return medians(pair[0] for pair in pairs), medians(pair[1] for pair in pairs)


def compare_calls(ours: Callable[[], object], theirs: Callable[[], object], times: int, inner: int = 1) -> tuple[float, float]:
    """Call two functions in turn; the medians of their processor time, the second called `inner` times at once."""
    ours()
    theirs()
    pairs = [(_timed(ours, 1), _timed(theirs, inner)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def medians(costs: Iterable[Cost]) -> Cost:
    """Give the middle of each figure."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def table(parts: Iterable[Iterable[Row]]) -> None:
    """Print rows as they come."""
    print("| what | ours | theirs | ratio | |\n|---|---|---|---|---|")
    for part in parts:
        for row in part:
            print(f"| {' | '.join(row)} |", flush=True)


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _timed(call: Callable[[], object], inner: int) -> float:
    start = time.process_time()
    for _ in range(inner):
        call()
    return (time.process_time() - start) / inner


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1", "NO_COLOR": "1"}
