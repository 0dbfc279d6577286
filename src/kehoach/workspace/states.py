"""States of a workspace that can be compared: a revision, the index, the working tree; and the plans in each."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha1, sha256
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import Source, belongs, read
from kehoach.workspace.repository import Blob, Repository


class Version(NamedTuple):
    """One file as it is in a state: its name there, how it is shown, and its bytes when they are asked for."""

    name: str
    shown: str
    read: Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class State:
    """The files of a workspace at one time.

    Attributes:
        label: what the user called it; empty: the working tree.
        oids: the git objects of the files by their names from the repository's top; empty texts in the working tree.
    """

    label: Text | str
    oids: Mapping[str, str]
    repository: Repository
    is_tree: bool = field(default=False)

    def version(self, name: str) -> Version:
        """Give a file of it."""
        here = os.path.relpath(self.repository.top / name)
        if self.is_tree:
            return Version(name, here, lambda: read(Source(str(self.repository.top / name), here)))
        oid = self.oids[name]
        return Version(name, f"{self.prefix}:{name}", lambda: self.repository.content(oid))

    @property
    def prefix(self) -> str:
        """What stands before a file's name: as git names a file of a revision; of the index nothing."""
        return self.label if isinstance(self.label, str) else ""

    def is_same(self, name: str, oid: str) -> bool:
        """Tell whether a file of it is a git object, by its bytes."""
        if not self.is_tree:
            return self.oids[name] == oid
        content = self.version(name).read()
        sha = sha1 if len(oid) == _SHA1 else sha256
        return sha(b"blob %d\0" % len(content) + content).hexdigest() == oid


def revision(repository: Repository, label: str, commit: str) -> State:
    """Give the state of a commit."""
    return State(label=label, oids=_by_name(repository.tree(commit)), repository=repository)


def index(repository: Repository) -> State:
    """Give what `git commit` would record."""
    return State(label=INDEX, oids=_by_name(repository.index()), repository=repository)


def working_tree(repository: Repository) -> State:
    """Give the files as they are, those among them that git does not know yet; no links."""
    names = (name for name in repository.files() if not (repository.top / name).is_symlink())
    return State(label=TREE, oids=dict.fromkeys(names, ""), repository=repository, is_tree=True)


def differing(old: State, new: State, paths: Iterable[str], settings: Configuration) -> Iterator[tuple[Version | None, Version | None]]:
    """List the files of two states that may be plans and differ, in the order of their names.

    Args:
        old: the one state.
        new: the other.
        paths: only these files and folders, seen from the current folder; none: the workspace.
        settings: which files of the workspace are plans.

    Raises:
        KehoachError: a path is in neither state.
    """
    wanted = _wanted(old, new, tuple(paths), settings)
    for name in sorted(name for name in {*old.oids, *new.oids} if wanted(name)):
        if name not in new.oids:
            yield old.version(name), None
        elif name not in old.oids:
            yield None, new.version(name)
        elif not new.is_same(name, old.oids[name]):
            yield old.version(name), new.version(name)


def _wanted(old: State, new: State, paths: tuple[str, ...], settings: Configuration) -> Callable[[str], bool]:
    top = old.repository.top
    named = [os.path.relpath(_resolved(path), top.resolve()).replace(os.sep, "/") for path in paths]
    for path, name in zip(paths, named, strict=True):
        if not any(name in state.oids or name == "." or any(one.startswith(f"{name}/") for one in state.oids) for state in (old, new)):
            raise KehoachError(_NOWHERE, name=path)
    root = os.path.relpath(settings.root.resolve(), top.resolve()).replace(os.sep, "/")

    def wanted(name: str) -> bool:
        if name in named:
            return True
        if named and not any(folder == "." or name.startswith(f"{folder}/") for folder in named):
            return False
        inside = os.path.relpath(name, root).replace(os.sep, "/")
        return not inside.startswith("../") and belongs(inside, settings.plans, settings.exclude)

    return wanted


def _resolved(path: str) -> Path:
    """Follow the links on the way to a file, not the one that it may be."""
    here = Path(path)
    return here.resolve() if here.is_dir() else here.parent.resolve() / here.name


def _by_name(blobs: Iterable[Blob]) -> dict[str, str]:
    return {blob.name: blob.oid for blob in blobs}


_SHA1 = 40  # hex digits
INDEX = Text(vi="vùng chờ ghi (index)", en="the index")
TREE = Text(vi="bản đang làm việc", en="the working tree")
_NOWHERE = Text(vi="không có tệp {name} ở phiên bản nào trong hai phiên bản", en="there is no file {name} in either revision")
