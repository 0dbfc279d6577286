"""What a run holds of each file outside memory: rows that stay in memory while they are few, then go to a private file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text

if TYPE_CHECKING:
    import sqlite3


class Held(NamedTuple):
    """What is held of a file; none of what it has not."""

    body: bytes | None = None
    merged: bytes | None = None
    card: bytes | None = None
    contents: bytes | None = None


class Spool:
    """Rows by the file's full path."""

    def __init__(self) -> None:
        self._held: dict[str, Held] = {}
        self._size = 0
        self._file: sqlite3.Connection | None = None

    def put(self, file: str, row: Held) -> None:
        """Hold what is known of a file, in place of what was.

        Raises:
            KehoachError: there is no room for it.
        """
        if self._file is not None:
            self._ask(f"INSERT OR REPLACE INTO rows VALUES ({_MARKS})", (file, *row))  # noqa: S608 - ours
            return
        self._size += _size(row) - _size(self._held.get(file, Held()))
        self._held[file] = row
        if self._size > _MOST:
            self._move()

    def get(self, file: str) -> Held | None:
        """Give what is held of a file; none where nothing is."""
        if self._file is None:
            return self._held.get(file)
        found = self._ask(f"SELECT {_NAMES} FROM rows WHERE file = ?", (file,)).fetchone()  # noqa: S608 - ours
        return Held(*found) if found else None

    def cell(self, file: str, name: str) -> bytes | None:
        """Give one of the things that are held of a file, without the others."""
        if self._file is None:
            value: bytes | None = getattr(self._held.get(file), name, None)
            return value
        found = self._ask(f"SELECT {name} FROM rows WHERE file = ?", (file,)).fetchone()  # noqa: S608 - as above
        return found[0] if found else None

    def close(self) -> None:
        """Let go of all."""
        self._held = {}
        if self._file is not None:
            self._file.close()

    def _move(self) -> None:
        """Write to a file what is too much for memory; it has no name, and vanishes with the run."""
        import sqlite3  # noqa: PLC0415 - fewer files than some hundreds need it not

        self._file = sqlite3.connect("", isolation_level=None)
        self._ask("PRAGMA synchronous = OFF")
        self._ask("PRAGMA journal_mode = OFF")
        self._ask(f"CREATE TABLE rows(file TEXT PRIMARY KEY, {_NAMES})")
        while self._held:
            file, row = self._held.popitem()
            self.put(file, row)

    def _ask(self, sql: str, cells: Sequence[Any] = ()) -> "sqlite3.Cursor":
        import sqlite3  # noqa: PLC0415 - loaded already

        assert self._file is not None
        try:
            return self._file.execute(sql, cells)
        except sqlite3.Error as error:
            raise KehoachError(_NO_ROOM, why=str(error)) from None


def _size(row: Held) -> int:
    return sum(map(len, filter(None, row)))


_MOST = 8 << 20  # bytes
_NAMES = ", ".join(Held._fields)
_MARKS = ", ".join("?" * (len(Held._fields) + 1))
_NO_ROOM = Text(
    vi="không ghi được tệp tạm cho kết quả ({why}); cần chỗ trống trong thư mục tạm",
    en="the findings do not fit into a temporary file ({why}); make room in the folder for temporary files",
)
