"""A folder as it stands: every file in it that may be a plan or may decide which files are."""

import os
import time
from typing import NamedTuple

from kehoach.workspace.cache.marks import Mark, digest, mark, marked

LEADS = " > "
"""Stands in the mark of a link before where it leads."""

_ENDS = (".yaml", ".yml")
_PASSED_OVER = frozenset(("node_modules", "__pycache__"))
_PATTERNS = ".gitignore"
_REPOSITORY = ".git"


class Tree(NamedTuple):
    """The marks of the files of a folder, and one name for them all."""

    name: str
    marks: dict[str, Mark]


def tree(top: str) -> Tree:
    """Look at a folder and at all below it but hidden ones; links are named with where they lead.

    Raises:
        OSError: a folder cannot be opened.
    """
    marks: dict[str, Mark] = {}
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if (name.endswith(_ENDS) or name == _PATTERNS) and not entry.is_dir(follow_symlinks=False):
                    marks[entry.path] = _look(entry)
                elif name == _REPOSITORY:
                    marks[entry.path] = marked(os.path.join(entry.path, "info", "exclude"))
                elif not name.startswith(".") and name not in _PASSED_OVER and entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    return Tree(digest("\n".join([f"{path}\0{said}" for path, said in sorted(marks.items())])), marks)


class Looked(NamedTuple):
    """A folder as it stood at some time, in ns since 1970."""

    tree: Tree
    began: int


def looked_at(top: str) -> Looked:
    """Look at a folder, or take the look that was just taken.

    Raises:
        OSError: a folder cannot be opened.
    """
    began = time.time_ns()
    return LOOKED.pop(top, None) or Looked(tree(top), began)


LOOKED: dict[str, Looked] = {}
"""Folders that were looked at for an answer that did not hold: the run that follows takes them from here."""


def _look(entry: "os.DirEntry[str]") -> Mark:
    if entry.is_symlink():
        return f"{marked(entry.path)}{LEADS}{os.path.realpath(entry.path)}"
    if os.name == "nt":
        return marked(entry.path)  # what a folder's list says there of its files lacks their number
    return mark(entry.stat())


def above(top: str) -> tuple[list[str], list[str]]:
    """List what of the folders above decides how those below are read: files by their marks, repositories by their being there."""
    files, repositories = [], []
    folder = top
    while True:
        repository = os.path.join(folder, _REPOSITORY)
        files += [os.path.join(folder, _SETTINGS), os.path.join(folder, _PATTERNS), os.path.join(repository, "info", "exclude")]
        repositories.append(repository)
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(repository):
            return files, repositories
        folder = parent


_SETTINGS = "kehoach.yaml"
