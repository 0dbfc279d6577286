"""Which tool found something: a version under development is another one after each change."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from kehoach import __version__
from kehoach.workspace.cache.marks import digest, mark, marked

if TYPE_CHECKING:
    from kehoach.workspace.cache.database import Database

PLUGGED = "plugged "
"""Begins the name of a tool that other packages bring rules to."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@cache
def looked() -> tuple[str, tuple[str, ...]]:
    """Look at the files of the tool."""
    files = _files()
    marks = (f"{path}\0{said}" for path, said in (*files, *((path, marked(path)) for path in sys.path)))
    return digest(__version__, sys.version, *marks), tuple(path for path, _ in files)


def tool(database: "Database | None") -> str:
    """Name this tool by the content of its files, its parser and Python; a look at the files tells whether they changed."""
    seen, files = looked()
    known = database.row("SELECT name FROM tools WHERE mark = ?", (seen,)) if database is not None else None
    if known is not None:
        return str(known[0])
    name = _by_content(files)
    if database is not None:
        with database.writing():
            database.write("INSERT OR REPLACE INTO tools VALUES (?, ?)", [(seen, name)])
    return name


def _files() -> list[tuple[str, str]]:
    found = []
    waiting = [_PACKAGE]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    found.append((entry.path, mark(entry.stat())))
    return sorted(found)


def _by_content(files: tuple[str, ...]) -> str:
    from importlib.metadata import version  # noqa: PLC0415 - once for each version

    from kehoach.reading.events import PARSER  # noqa: PLC0415 - as above
    from kehoach.rules.plugged import offered  # noqa: PLC0415 - as above

    contents = []
    for path in files:
        with open(path, "rb") as file:
            contents.append(digest(os.path.relpath(path, _PACKAGE), file.read()))
    plugged = PLUGGED if offered() else ""
    return plugged + digest(__version__, sys.version, sys.platform, PARSER, version("ruamel.yaml"), *contents)
