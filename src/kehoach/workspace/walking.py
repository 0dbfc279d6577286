"""Walks folders past what git ignores."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.workspace.ignoring import Ignored

SUFFIXES = (".yaml", ".yml")
PASSED_OVER = frozenset(("node_modules", "__pycache__"))
_OF_GIT = frozenset((".git", ".gitignore"))

Complain = Callable[[OSError | KehoachError], None]


def yaml_files(top: str, root: str, complain: Complain) -> Iterator[str]:
    """Walk a folder in a fixed order, into no hidden folder, through no link and past what git ignores; give the YAML files.

    Args:
        top: where to begin.
        root: the repository's root above it, or itself.
        complain: is told of folders that cannot be opened, and files of patterns that cannot be followed.
    """
    ignored = {top: _above(os.path.abspath(top), root, complain)}
    for folder, folders, files in os.walk(top, onerror=complain):
        here = _entered(folder, _OF_GIT.intersection((*files, *folders)), ignored.pop(folder), complain)
        shown = sorted(name for name in folders if not name.startswith(".") and name not in PASSED_OVER)
        folders[:] = [name for name in shown if not here or not here.has(name, is_folder=True)]
        ignored.update((os.path.join(folder, name), here and here.below(name)) for name in folders)
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not (here and here.has(name, is_folder=False)):
                yield os.path.join(folder, name)


def _above(top: str, root: str, complain: Complain) -> "Ignored | None":
    """Give what the folders from the repository's root down to a folder say of it."""
    here = None
    for name in os.path.relpath(top, root).split(os.sep) if top != root else ():
        here = _entered(root, frozenset(own for own in _OF_GIT if os.path.lexists(os.path.join(root, own))), here, complain)
        here = here and here.below(name)
        root = os.path.join(root, name)
    return here


def _entered(folder: str, own: frozenset[str], above: "Ignored | None", complain: Complain) -> "Ignored | None":
    """Add what a folder itself says; a repository within another begins anew."""
    if not own:
        return above
    from kehoach.workspace.ignoring import Ignored  # noqa: PLC0415 - most folders say nothing

    here = Ignored() if ".git" in own or above is None else above
    try:
        here = here.with_exclude(folder) if ".git" in own else here
        return here.with_own(folder)
    except KehoachError as error:
        complain(error)
        return here
