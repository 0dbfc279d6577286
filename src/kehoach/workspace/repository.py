"""A git repository: revisions, the index, and files as they are or were; nothing of the repository's own is ever run."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reading.decoding import MAXIMUM_BYTES

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "core.quotePath=false")
"""A repository's own configuration may name programs to run; none is run here."""

_SECONDS = 60
_REGULAR = ("100644", "100755")
_NO_FETCH = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


class Blob(NamedTuple):
    """A file of a revision or of the index, by its name from the repository's top."""

    name: str
    oid: str


class Repository:
    """The repository around a folder, asked through the user's own git."""

    def __init__(self, folder: Path) -> None:
        """Find it.

        Raises:
            KehoachError: git does not run, or the folder is in no repository.
        """
        self.folder = folder
        found = self._run("rev-parse", "--show-toplevel")
        if found is None:
            raise KehoachError(_NO_REPOSITORY, folder=str(folder))
        self.top = Path(_lines(found)[0])

    def commit(self, revision: str) -> str | None:
        """Give the commit that a revision names; none: git knows no such one."""
        return self._verified(f"{revision}^{{commit}}")

    def merge_base(self, one: str, other: str) -> str | None:
        """Give the newest commit from which both came."""
        found = self._run("merge-base", one, other)
        return _lines(found)[0] if found else None

    def blob(self, name: str) -> str | None:
        """Give the object of a file of a revision, `HEAD~1:plan.yaml`; none: there is no such file."""
        oid = self._verified(name)
        return oid if oid is not None and self._run("cat-file", "-t", oid) == b"blob\n" else None

    def tree(self, commit: str) -> Iterator[Blob]:
        """List the regular files of a commit."""
        for entry in self._entries("ls-tree", "-r", "-z", "--full-tree", commit):
            about, _, name = entry.partition("\t")
            mode, _, oid = about.split(" ")
            if mode in _REGULAR:
                yield Blob(name, oid)

    def index(self) -> Iterator[Blob]:
        """List the regular files of the index; of a file in conflict, the state before it."""
        seen = set()
        for entry in self._entries("ls-files", "--stage", "-z", "--full-name", "--", ":/"):
            about, _, name = entry.partition("\t")
            mode, oid, _ = about.split(" ")
            if mode in _REGULAR and name not in seen:
                seen.add(name)
                yield Blob(name, oid)

    def files(self) -> Iterator[str]:
        """List the files of the working tree that git follows or would follow."""
        names = self._entries("ls-files", "--cached", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/")
        yield from (name for name in dict.fromkeys(names) if os.path.lexists(self.top / name))

    def changed(self, commit: str) -> Iterator[Path]:
        """List the files that differ from a commit, with those that git does not know yet."""
        known = self._entries("diff", "--no-ext-diff", "--no-textconv", "--name-only", "-z", "--diff-filter=d", commit, "--")
        new = self._entries("ls-files", "--others", "--exclude-standard", "--full-name", "-z")
        yield from ((self.top / name).resolve() for name in (*known, *new))

    def content(self, oid: str) -> bytes:
        """Read an object's bytes, one more than the limit at most.

        Raises:
            KehoachError: it is not there, as in a shallow or partial clone.
        """
        words = ["git", *_SAFE, "cat-file", "blob", oid]
        with subprocess.Popen(  # noqa: S603 - as below
            words, cwd=self.folder, env={**os.environ, **_NO_FETCH}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdout is not None
            content = process.stdout.read(MAXIMUM_BYTES + 1)
            if len(content) > MAXIMUM_BYTES:
                process.kill()
                return content
        if process.returncode != 0:
            raise KehoachError(_NO_OBJECT, oid=oid)
        return content

    def _verified(self, name: str) -> str | None:
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return _lines(found)[0] if found else None

    def _entries(self, *words: str) -> list[str]:
        found = self._run(*words)
        if found is None:
            raise KehoachError(_FAILED, command=words[0])
        return [name for name in found.decode("utf-8", "surrogateescape").split("\0") if name]

    def _run(self, *words: str) -> bytes | None:
        """Run git; none where it says no."""
        try:
            done = subprocess.run(  # noqa: S603 - the words are ours; a revision cannot be taken for an option
                ["git", *_SAFE, *words],  # noqa: S607 - the user's own git
                cwd=self.folder,
                env={**os.environ, **_NO_FETCH},
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            raise KehoachError(_NO_GIT) from None
        return done.stdout if done.returncode == 0 else None


def _lines(found: bytes) -> Sequence[str]:
    return found.decode("utf-8", "surrogateescape").splitlines()


_NO_GIT = Text(vi="không chạy được git", en="git did not run")
_NO_REPOSITORY = Text(vi="{folder} không nằm trong kho git nào", en="{folder} is in no git repository")
_NO_OBJECT = Text(vi="kho git không có sẵn {oid} (bản sao rút gọn?)", en="the git repository does not have {oid} (a shallow clone?)")
_FAILED = Text(vi="git {command} không chạy được", en="git {command} failed")
