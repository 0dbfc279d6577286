"""Which files changed since a git revision."""

import os
import subprocess
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.language import Text

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "core.quotePath=false")
"""A repository's own configuration may name programs to run; none is run here."""

_SECONDS = 60


def changed_files(since: str, top: Path) -> frozenset[Path]:
    """List the files below a folder that differ from a revision, with those that git does not know yet.

    Raises:
        KehoachError: there is no git, no repository, or no such revision.
    """
    base = _git(top, "rev-parse", "--show-toplevel")[0]
    revision = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")[0]
    changed = _git(top, "diff", "--no-ext-diff", "--no-textconv", "--name-only", "-z", "--diff-filter=d", revision, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "--full-name", "-z")
    return frozenset(Path(base, name).resolve() for name in (*changed, *new) if name)


def _git(top: Path, *words: str) -> list[str]:
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours; a revision cannot be taken for an option
            ["git", *_SAFE, *words],  # noqa: S607 - the user's own git
            cwd=top,
            env=environment,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise KehoachError(_NO_GIT) from None
    if done.returncode != 0:
        raise KehoachError(_NO_REPOSITORY if words[1] == "--show-toplevel" else _NO_REVISION)
    text = done.stdout.decode("utf-8", "surrogateescape")
    return text.split("\0") if "\0" in text else text.splitlines()


_NO_GIT = Text(vi="--changed-since cần git, không chạy được git", en="--changed-since wants git, and git did not run")
_NO_REPOSITORY = Text(vi="--changed-since: đây không phải kho git", en="--changed-since: this is no git repository")
_NO_REVISION = Text(vi="--changed-since: git không biết phiên bản này", en="--changed-since: git knows no such revision")
