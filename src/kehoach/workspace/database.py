"""Tables of plans in a private database: filled once, then asked by one SELECT that can do nothing else."""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kehoach.analysis.relations.base import Cell, Relation, Row
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.values.money import say_money
from kehoach.values.text import collation_key, fold
from kehoach.values.units import MoneyUnit, money_unit
from kehoach.workspace.guarding import MEMORY, Guard, limit
from kehoach.workspace.sql_faults import explained, refuse_characters


class Limits(NamedTuple):
    """How much one question may take."""

    seconds: float = 10.0
    rows: int = 100_000


class Answer(NamedTuple):
    """The names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Database:
    """Tables that stay in memory while they are small, and go to a temporary file that nobody else sees when they are not."""

    def __init__(self, relations: Mapping[str, Relation], today: date, language: Language) -> None:
        self.relations = relations
        self.columns = {name: [column.name for column in relation.all_columns] for name, relation in relations.items()}
        self.guard = Guard(relations)
        self.connection = sqlite3.connect("", isolation_level=None)
        self.connection.text_factory = _read_text
        for setting in _SETTINGS:
            self.connection.execute(f"PRAGMA {setting}")
        for name, relation in relations.items():
            declared = ", ".join(f"{column.name} {column.sort.affinity}" for column in relation.all_columns)
            self.connection.execute(f"CREATE TABLE {name} ({declared})")
        self._add_functions(today, language)
        limit(self.connection)

    def close(self) -> None:
        """Throw the tables away."""
        self.connection.close()

    def mentioned(self, sql: str) -> frozenset[str]:
        """Tell which tables a question reads, before any has a row.

        Raises:
            KehoachError: it is no sound SELECT; says where.
        """
        refuse_characters(sql)
        self._guarded(sql)
        try:
            self._prepare(sql)
        except _FAILURES as error:
            raise self._explained(error, sql) from None
        finally:
            self.connection.set_authorizer(None)
        return frozenset(self.guard.read)

    def fill(self, rows: Iterable[Mapping[str, Iterable[Row]]]) -> None:
        """Put rows into tables as they come."""
        self.connection.execute("BEGIN")
        for tables in rows:
            for name, own in tables.items():
                marks = ", ".join("?" * len(self.columns[name]))
                self.connection.executemany(f"INSERT INTO {name} VALUES ({marks})", own)  # noqa: S608 - names of our own
        self.connection.execute("COMMIT")

    def ask(self, sql: str, limits: Limits) -> Answer:
        """Run a question.

        Raises:
            KehoachError: it takes too long or too much, or does what it may not.
        """
        refuse_characters(sql)
        self._guarded(sql)
        end = time.monotonic() + limits.seconds
        self.connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            cursor = self.connection.execute(sql)
            return Answer(tuple(column[0] for column in cursor.description or ()), _fetched(cursor, limits.rows))
        except _FAILURES as error:
            if time.monotonic() > end and "interrupted" in str(error):
                raise KehoachError(_TOO_SLOW, seconds=f"{limits.seconds:g}") from None
            raise self._explained(error, sql) from None
        finally:
            self.connection.set_progress_handler(None, 0)
            self.connection.set_authorizer(None)

    def _guarded(self, sql: str) -> None:
        self.guard.begin(sql)
        self.connection.set_authorizer(self.guard)

    def _prepare(self, sql: str) -> None:
        self.connection.execute(f"EXPLAIN {sql}")

    def _explained(self, error: Exception, sql: str) -> KehoachError:
        return self.guard.refusal or explained(error, sql, self.columns, self._prepare)

    def _add_functions(self, today: date, language: Language) -> None:
        labels = {
            f"{name}.{column.name}": {word: label.to(language) for word, label in column.labels.items()}
            for name, relation in self.relations.items()
            for column in relation.all_columns
            if column.labels
        }
        add = self.connection.create_function
        add("today", 0, today.isoformat, deterministic=True)
        add("fold", 1, lambda value: fold(value) if isinstance(value, str) else value, deterministic=True)
        add("lower", 1, lambda value: value.lower() if isinstance(value, str) else value, deterministic=True)
        add("upper", 1, lambda value: value.upper() if isinstance(value, str) else value, deterministic=True)
        add("money", 1, lambda value: _money(value, _MILLION, language), deterministic=True)
        add("label", 2, lambda column, word: labels.get(column, {}).get(word, word), deterministic=True)
        self.connection.create_collation("vi", _compare)


def _fetched(cursor: sqlite3.Cursor, most: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    size = 0
    for row in cursor:
        size += sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        if len(rows) == most:
            raise KehoachError(_TOO_MANY, most=most)
        if size > _LARGEST:
            raise KehoachError(_TOO_LARGE, most=_LARGEST // 1_000_000)
        rows.append(tuple(cell.hex() if isinstance(cell, bytes) else cell for cell in row))
    return tuple(rows)


def _money(value: object, unit: MoneyUnit, language: Language) -> Cell:
    """Write an amount of đồng in millions, exactly."""
    if value is None or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        return str(value)
    return f"{say_money(number, unit, language)} {unit.say(language)}" if number.is_finite() else str(value)


def _read_text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _compare(one: str, other: str) -> int:
    """Compare texts as a Vietnamese dictionary does."""
    first, second = collation_key(one), collation_key(other)
    return (first > second) - (first < second)


_found = money_unit("triệu đồng")
assert _found is not None
_MILLION: MoneyUnit = _found
_FAILURES = (sqlite3.Error, sqlite3.Warning, MemoryError, OverflowError)
_STEPS = 5_000  # of the virtual machine, between two looks at the clock
_LARGEST = 50_000_000
_SETTINGS = (
    "cache_size = -65536",  # KiB; what is more goes to the temporary file
    "journal_mode = OFF",
    "synchronous = OFF",
    "temp_store = MEMORY",  # sorting has the limit on memory, where a file would have none
    f"hard_heap_limit = {MEMORY}",
    "trusted_schema = OFF",
)

_TOO_SLOW = Text(
    vi="câu hỏi chạy quá {seconds} giây; thu hẹp bằng WHERE, hoặc cho thêm bằng --timeout",
    en="the question takes more than {seconds} seconds; narrow it by WHERE, or allow more with --timeout",
)
_TOO_MANY = Text(
    vi="kết quả có hơn {most} dòng; thu hẹp bằng WHERE hoặc LIMIT, hoặc cho thêm bằng --rows",
    en="the answer has more than {most} rows; narrow it by WHERE or LIMIT, or allow more with --rows",
)
_TOO_LARGE = Text(
    vi="kết quả dài hơn {most} triệu ký tự; thu hẹp bằng WHERE hoặc LIMIT",
    en="the answer is longer than {most} million characters; narrow it by WHERE or LIMIT",
)
