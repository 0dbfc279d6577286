"""The cache's file: tables that several processes may use at once, and that are thrown away rather than believed."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, TypeVar

from kehoach.language import Text
from kehoach.workspace.cache.folder import FILE, folder, is_private

T = TypeVar("T")

Cells = Sequence[Any]

TABLES = (
    "CREATE TABLE tools(mark TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE answers(name TEXT PRIMARY KEY, used INTEGER NOT NULL, seen BLOB NOT NULL, content BLOB NOT NULL, seal TEXT NOT NULL)",
    "CREATE TABLE variants(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, used INTEGER NOT NULL)",
    "CREATE TABLE ledgers(variant INTEGER PRIMARY KEY, content TEXT NOT NULL, seal TEXT NOT NULL)",
    "CREATE TABLE parts(variant INTEGER NOT NULL, folder TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (variant, folder))",
    "CREATE TABLE bodies(variant INT, file TEXT, body, merged, card, contents, PRIMARY KEY (variant, file))",
    "CREATE TABLE pages(variant INTEGER NOT NULL, form TEXT NOT NULL, content, seal, PRIMARY KEY (variant, form))",
    "CREATE TABLE families(variant INTEGER NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (variant, name))",
)


class Database:
    """The file, open. Whatever goes wrong with it is remembered and hinders nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.trouble: Text | None = None
        self.is_broken = False

    def rows(self, sql: str, cells: Cells = ()) -> list[Any]:
        """Ask for rows; none once something went wrong."""
        return self._tried(lambda: self.connection.execute(sql, cells).fetchall(), [])

    def row(self, sql: str, cells: Cells = ()) -> Any:
        """Ask for one row; none where there is none."""
        return self._tried(lambda: self.connection.execute(sql, cells).fetchone(), None)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all that is written inside, or nothing of it."""
        self._tried(lambda: self.connection.execute("BEGIN IMMEDIATE"), None)
        try:
            yield
            self._tried(lambda: self.connection.execute("COMMIT"), None)
        finally:
            if self.connection.in_transaction:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")

    def write(self, sql: str, rows: Iterable[Cells]) -> None:
        """Run one statement for each row."""
        self._tried(lambda: self.connection.executemany(sql, rows), None)

    def close(self) -> None:
        """Let the file go."""
        with suppress(sqlite3.Error):
            self.connection.close()

    def _tried(self, work: Callable[[], T], otherwise: T) -> T:
        if self.trouble is not None:
            return otherwise
        try:
            return work()
        except _TROUBLES as error:
            self.is_broken = _is_broken(error)
            self.trouble = Text(_FAILED.vi.format(error), _FAILED.en.format(error))
            return otherwise


def opened(*, create: bool) -> tuple[Database | None, Text | None]:
    """Open the cache, and make it where it is not; with what is to be said where that cannot be."""
    place = folder()
    if not place:
        return None, _NO_FOLDER
    file = os.path.join(place, FILE)
    try:
        if not os.path.lexists(file):
            if not create:
                return None, None
            _found(place, file)
        if not (is_private(place) and is_private(file)):
            return None, Text(_OPEN_TO_OTHERS.vi.format(place), _OPEN_TO_OTHERS.en.format(place))
        return _sound(file, create=create)
    except OSError as error:
        return None, Text(_CLOSED.vi.format(error), _CLOSED.en.format(error))


def _found(place: str, file: str) -> None:
    os.makedirs(place, mode=0o700, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _sound(file: str, *, create: bool) -> tuple[Database | None, Text | None]:
    """Open a file; one that is no cache is made anew."""
    for attempt in range(_ATTEMPTS):
        connection = None
        try:
            connection = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
            if _is_ours(connection, create=create):
                return Database(connection), _REBUILT if attempt else None
            connection.close()
        except _TROUBLES as error:
            if connection is not None:
                connection.close()
            if not _is_broken(error):
                return None, Text(_CLOSED.vi.format(error), _CLOSED.en.format(error))
        if not create:
            return None, None
        throw_away()
        _found(os.path.dirname(file), file)
    return None, _STRANGE


class Held(NamedTuple):
    """How much the cache holds."""

    files: int
    variants: int
    answers: int


def counted() -> Held | None:
    """Count what the cache holds; none where it cannot be read."""
    database, _ = opened(create=False)
    if database is None:
        return None
    row = database.row("SELECT (SELECT COUNT(*) FROM bodies), (SELECT COUNT(*) FROM variants), (SELECT COUNT(*) FROM answers)")
    database.close()
    return Held(*row) if row else None


def throw_away() -> None:
    """Delete the cache's file."""
    file = os.path.join(folder(), FILE)
    for name in (file, f"{file}-wal", f"{file}-shm", f"{file}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(name)


def _is_ours(connection: sqlite3.Connection, *, create: bool) -> bool:
    """Tell whether a file has our tables and nothing else; an empty one gets them."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    deadline = time.monotonic() + _PATIENCE
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL LIMIT 20").fetchall()
    if not found and create:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            for table in TABLES:
                connection.execute(table)
        connection.execute("COMMIT")
        found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL LIMIT 20").fetchall()
    connection.execute("PRAGMA synchronous = OFF")
    connection.set_progress_handler(None, 0)
    return sorted(sql for (sql,) in found) == sorted(TABLES)


def _is_broken(error: Exception) -> bool:
    """Tell whether the file itself is no cache; else another process, or the folder's rights, stand in the way."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in _BROKEN


_BROKEN = frozenset((1, 11, 17, 24, 26))  # of SQLite: an error in what is asked, corrupt, another schema, a bad format, no database
_LONGEST = 256 << 20  # bytes of one value
_TROUBLES = (sqlite3.Error, OverflowError, UnicodeError, MemoryError)
_ATTEMPTS = 2
_WAIT = 1.0  # seconds for another process to have written
_PATIENCE = 1.0  # seconds to look at the names of eight tables
_STEPS = 100_000
_NO_FOLDER = Text(vi="không có nơi để bộ nhớ đệm", en="there is no folder for the cache")
_OPEN_TO_OTHERS = Text(
    vi="không dùng bộ nhớ đệm ở {}: người khác cũng ghi được vào đó",
    en="the cache in {} is not used: others can write to it",
)
_CLOSED = Text(vi="không dùng được bộ nhớ đệm: {}", en="the cache cannot be used: {}")
_FAILED = Text(
    vi="bộ nhớ đệm hỏng giữa chừng ({}); kết quả được tính lại", en="the cache failed on the way ({}); what it lacked was worked out again"
)
_REBUILT = Text(vi="bộ nhớ đệm không đọc được, đã làm mới", en="the cache could not be read and was made anew")
_STRANGE = Text(vi="bộ nhớ đệm không đọc được và không làm mới được", en="the cache can neither be read nor be made anew")
