"""The command line in a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

MODULE = (sys.executable, "-P", "-m", "kehoach")
TRACEBACK = "Traceback (most recent call last)"
CACHE = TemporaryDirectory(prefix="kehoach-cache-")
MEMORY = 500_000_000
SECONDS = 5


class Ran(NamedTuple):
    """What a process left behind."""

    code: int
    out: str
    err: str


def kehoach(
    *arguments: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    limited: bool = False,
) -> Ran:
    """Run a command; with `limited`, in little memory and time."""
    done = subprocess.run(
        (*MODULE, *arguments),
        cwd=cwd,
        env=environment(env or {}),
        input=stdin,
        capture_output=True,
        timeout=SECONDS if limited else 60,
        preexec_fn=_limit if limited and hasattr(signal, "SIGKILL") else None,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of the tests without what would change the output."""
    ours = {key: value for key, value in os.environ.items() if key not in _MEDDLING and not key.startswith(("KEHOACH_", "LC_"))}
    return {**ours, "KEHOACH_CACHE_DIR": CACHE.name, **changes}


_MEDDLING = frozenset(
    (
        "NO_COLOR",
        "FORCE_COLOR",
        "GITHUB_ACTIONS",
        "COLUMNS",
        "LANG",
        "LANGUAGE",
        "PYTHONIOENCODING",
        "PYTHONUTF8",
        "PYTHONDONTWRITEBYTECODE",
    )
)


def _limit() -> None:
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
