"""The files of a typst template: the template, what it names and the shipped ones, copied into a folder that holds nothing else."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kehoach.errors import cause
from kehoach.language import Text
from kehoach.shipped import folder

FOLDER = "pdf"
SUFFIX = ".typ"
FONTS = "fonts"
"""The folder beside a template whose fonts it may use."""

LARGEST = 20 * 1000 * 1000
"""Bytes of a template with all that it names."""

_MOST_FILES = 200
_LONGEST_NAME = 200
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_OF_FONTS = (".ttf", ".otf")


class UnfitError(Exception):
    """What is wrong with the files of a template, as the sandbox says it."""

    def __init__(self, name: str, kind: str, line: int = 0, what: Text | str = "") -> None:
        super().__init__(name, kind)
        self.answer: dict[str, Any] = {"kind": kind, "name": name, "line": line, "what": what}


def gather(file: Path, root: Path) -> list[str]:
    """Copy the files of a template into an empty folder, below the shipped ones of other names.

    Args:
        file: the template.
        root: where to copy to.

    Returns:
        The names of the user's own files, from the root.

    Raises:
        UnfitError: a file cannot be read, is too large, is not UTF-8, leads out of the template's folder, or wants a package,
            `eval` or a plugin.
    """
    try:
        taken = _taken(file)
        shipped = {one.name: one.read_bytes() for one in (folder("templates") / FOLDER).glob(f"*{SUFFIX}")}
        for name, content in (shipped | taken).items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except OSError as error:
        raise UnfitError(file.name, "unreadable", what=cause(error)) from None
    return list(taken)


def _taken(file: Path) -> dict[str, bytes]:
    top = file.parent.resolve()
    waiting = [file.name, *_fonts(top)]
    taken: dict[str, bytes] = {}
    room = LARGEST
    while waiting:
        name = waiting.pop()
        if name in taken:
            continue
        taken[name] = _read(top, name, room)
        room -= len(taken[name])
        if len(taken) > _MOST_FILES:
            raise UnfitError(file.name, "too-large")
        if name.lower().endswith(SUFFIX):
            waiting += _named(_source(name, taken[name]), name, top)
    return taken


def _read(top: Path, name: str, room: int) -> bytes:
    found = top / name
    if not found.resolve().is_relative_to(top):
        raise UnfitError(name, "outside")
    if found.stat().st_size > room:
        raise UnfitError(name, "too-large")
    return found.read_bytes()


def _source(name: str, content: bytes) -> str:
    """Read a source, if it fetches nothing and runs nothing but itself: words of a plan are never code."""
    try:
        source = content.decode("utf-8")
    except UnicodeDecodeError:
        raise UnfitError(name, "encoding") from None
    for line, said in enumerate(source.splitlines(), 1):
        if said.lstrip().startswith("//"):
            continue
        if package := _PACKAGE.search(said):
            raise UnfitError(name, "package", line, package[1])
        if running := _RUNNING.search(said):
            raise UnfitError(name, "running", line, running[0])
    return source


def _named(source: str, name: str, top: Path) -> Iterator[str]:
    """Find the files beside a source that it names; others are not there for it."""
    for said in _STRING.findall(source):
        if len(said) > _LONGEST_NAME or not said.lower().endswith((SUFFIX, *_PICTURES)):
            continue
        path = said.lstrip("/") if said.startswith("/") else posixpath.join(posixpath.dirname(name), said)
        path = posixpath.normpath(path)
        if not path.startswith("..") and (top / path).is_file():
            yield path


def _fonts(top: Path) -> Iterator[str]:
    if (top / FONTS).is_dir():
        yield from (f"{FONTS}/{one.name}" for one in sorted((top / FONTS).iterdir()) if one.suffix.lower() in _OF_FONTS and one.is_file())


_STRING = re.compile(r'"([^"\n\\:\0]+)"')  # no drive, no share: asking whether a file is there may be a request already
_PACKAGE = re.compile(r'"\s*(@[\w-]+/[^"\n]*)"')
_RUNNING = re.compile(r"\b(?:eval|plugin)\b")
