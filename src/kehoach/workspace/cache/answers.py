"""Whole answers: what a command said, to be said again at once while nothing that it looked at has changed."""

import os
import sys
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.workspace.cache.marks import Mark, digest, is_fresh, marked
from kehoach.workspace.cache.tool import tool
from kehoach.workspace.cache.trees import LOOKED, above, looked_at

if TYPE_CHECKING:
    from kehoach.workspace.cache.database import Database

_SPEAKS = ("KEHOACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")
"""What of the environment an answer depends on."""


class Answer(NamedTuple):
    """What a command said."""

    out: str
    err: str
    code: int


class Seen(NamedTuple):
    """What a command looked at.

    Attributes:
        trees: the names of the folders as they were.
        files: the marks of single files; empty for one that was not there.
        there: whether files are there, whatever is in them.
    """

    trees: dict[str, str]
    files: dict[str, Mark]
    there: dict[str, bool]

    def holds(self) -> bool:
        """Tell whether all is as it was."""
        return (
            all(marked(path) == mark for path, mark in self.files.items())
            and all(_is_there(path) is there for path, there in self.there.items())
            and all(_tree(top) == name for top, name in self.trees.items())
        )


def recalled(words: Sequence[str]) -> Answer | None:
    """Find what the same words said before, where it still holds.

    Nothing is imported for it but the cache, so that it takes no longer than looking at the files.
    """
    from kehoach.workspace.cache.database import opened  # noqa: PLC0415 - brings in SQLite, which a run without a cache does not need

    LOOKED.clear()
    database, _ = opened(create=False)
    if database is None:
        return None
    try:
        return _found(database, name_of(words, tool(database)))
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None  # what is kept is no answer
    finally:
        database.close()


def _found(database: "Database", name: str) -> Answer | None:
    row = database.row("SELECT seen FROM answers WHERE name = ?", (name,))
    if row is None:
        return None
    from json import loads  # noqa: PLC0415 - most runs find no answer

    (seen,) = row
    if not Seen(*loads(seen)).holds():
        return None
    content, seal = database.row("SELECT content, seal FROM answers WHERE name = ?", (name,))
    if digest(seen, content, name) != seal:
        return None
    LOOKED.clear()
    return Answer(*loads(content))


def remember(database: "Database", name: str, seen: Seen, answer: Answer) -> None:
    """Keep an answer, and few others."""
    from json import dumps  # noqa: PLC0415 - as above

    looks, content = dumps(seen).encode(), dumps(answer).encode()
    row = (name, time.time_ns(), looks, content, digest(looks, content, name))
    with database.writing():
        database.write("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", [row])
        database.write("DELETE FROM answers WHERE name NOT IN (SELECT name FROM answers ORDER BY used DESC LIMIT ?)", [(_KEPT,)])


def name_of(words: Sequence[str], of_tool: str) -> str:
    """Name all that an answer depends on beside files."""
    has_day = any(word.startswith("--today") for word in words)
    return digest(
        of_tool,
        os.getcwd(),
        "" if has_day else time.strftime("%Y-%m-%d"),
        *(f"{name}={os.environ.get(name)}" for name in _SPEAKS),
        _screen(),
        *words,
    )


def _screen() -> str:
    stream: Any = sys.stdout
    try:
        return f"{stream.isatty()} {os.get_terminal_size(stream.fileno()).columns}"
    except (OSError, ValueError, AttributeError):
        return ""


def surroundings(tops: Iterable[str]) -> tuple[dict[str, Mark], dict[str, bool]]:
    """Look at what above some folders decides how they are read."""
    files: dict[str, Mark] = {}
    there: dict[str, bool] = {}
    for top in tops:
        names, repositories = above(top)
        files.update((name, marked(name)) for name in names)
        there.update((name, os.path.exists(name)) for name in repositories)
    return files, there


def is_settled(files: Iterable[Mark], noted: int) -> bool:
    """Tell whether no file is so new that it may change without a trace."""
    return not any(is_fresh(mark, noted) for mark in files)


def _is_there(path: str) -> bool:
    try:
        return os.path.exists(path) if os.path.basename(path) == ".git" else os.path.isfile(path)
    except ValueError:
        return False


def _tree(top: str) -> str:
    try:
        LOOKED[top] = looked_at(top)
    except OSError:
        return ""
    return LOOKED[top].tree.name


_KEPT = 16
