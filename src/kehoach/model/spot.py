"""Where a value stands in its file, in one text: there are thousands, and hardly ever is one asked for."""

from functools import lru_cache
from typing import Self

from kehoach.diagnostics import KeyPath, Place, pointer


class Spot(str):
    """The way to a value, with ids beside list numbers, and its place."""

    __slots__ = ()

    @classmethod
    def of(cls, path: KeyPath, place: Place, steady: str) -> Self:
        """Put it together, with a pointer that does not follow from the way."""
        return cls(f"{way(path)}{NAMED}{steady}{MARK}{placed(place)}")

    @property
    def path(self) -> KeyPath:
        """The keys and list numbers."""
        return tuple([_read(part.partition(_IS)[0]) for part in self._parts])

    @property
    def steady(self) -> str:
        """The pointer with ids in place of list numbers."""
        _, is_named, steady = self.rpartition(MARK)[0].partition(NAMED)
        return steady if is_named else pointer(tuple([_read(part.rpartition(_IS)[2]) for part in self._parts]))

    @property
    def place(self) -> Place:
        """The lines and columns, and the text there, where it was wanted."""
        line, column, end_line, end_column, excerpt = self.rpartition(MARK)[2].split(" ", 4)
        return Place(int(line), int(column), int(end_line), int(end_column), excerpt.encode("ascii").decode("unicode_escape"))

    @property
    def _parts(self) -> list[str]:
        return self.rpartition(MARK)[0].partition(NAMED)[0].split("/")[1:]


def way(path: KeyPath) -> str:
    """Write a path so that its numbers are told from its texts."""
    return "".join(map(step, path))


@lru_cache(maxsize=4096)
def step(key: str | int, name: str | None = None) -> str:
    """Write one key of a path, with the id of what it leads to, where that stands for it in a pointer."""
    return f"/{_written(key)}" if name is None else f"/{_written(key)}{_IS}{_written(name)}"


def placed(place: Place) -> str:
    """Write a place."""
    line, column, end_line, end_column, excerpt = place
    return f"{line} {column} {end_line} {end_column} {quoted(excerpt)}"


def quoted(excerpt: str) -> str:
    """Write a line of a file so that neither mark nor quote is in it."""
    return excerpt and excerpt.encode("unicode_escape").decode("ascii").replace('"', "\\x22")


def _written(key: str | int) -> str:
    if isinstance(key, int) or key.isidentifier():
        return str(key)
    for character, stand_in in _STAND_INS.items():
        key = key.replace(character, stand_in)
    return f"{_TEXT}{key}"


def _read(written: str) -> str | int:
    if not written.startswith(_TEXT):
        return written if written.isidentifier() else int(written)
    for character, stand_in in reversed(_STAND_INS.items()):
        written = written.replace(stand_in, character)
    return written[1:]


MARK = "\x7f"
"""Stands before the place, and in no file."""

NAMED = "\n"
"""Stands before a pointer that does not follow from the way."""

_IS = "="
_TEXT = "'"
"""Begins a key that may be taken for something else."""

_STAND_INS = {"~": "~0", "/": "~1", _IS: "~2", NAMED: "~3", MARK: "~4"}
