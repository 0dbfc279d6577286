"""What a question in SQL may do: read the tables it names and call harmless functions, nothing else."""

import re
import sqlite3
from collections.abc import Collection

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.values.text import nearest, short

_FUNCTIONS = frozenset(
    (
        *("abs", "ceil", "ceiling", "exp", "floor", "ln", "log", "log10", "log2", "max", "min", "mod", "pow", "power", "round", "sign"),
        *("sqrt", "trunc", "->", "->>", "char", "coalesce", "concat", "concat_ws", "format", "glob", "hex", "ifnull", "iif", "instr"),
        *("length", "like", "likelihood", "likely", "lower", "ltrim", "nullif", "octet_length", "printf", "quote", "replace", "rtrim"),
        *("substr", "substring", "trim", "typeof", "unicode", "unlikely", "upper"),
        *("avg", "count", "group_concat", "string_agg", "sum", "total"),
        *(
            "cume_dist",
            "dense_rank",
            "first_value",
            "lag",
            "last_value",
            "lead",
            "nth_value",
            "ntile",
            "percent_rank",
            "rank",
            "row_number",
        ),
        *("date", "datetime", "julianday", "strftime", "time", "timediff", "unixepoch"),
        *("json", "json_array", "json_array_length", "json_extract", "json_group_array", "json_group_object", "json_object", "json_quote"),
        *("json_type", "json_valid"),
    ),
)
OWN_FUNCTIONS = ("today", "money", "label", "fold")
"""Functions of ours, beside `lower` and `upper`, which know Vietnamese letters."""

_ALLOWED = _FUNCTIONS.union(OWN_FUNCTIONS)
_OF_THE_CLOCK = frozenset(("current_date", "current_time", "current_timestamp"))


class Guard:
    """SQLite's authorizer: remembers which tables are read, and why something is refused."""

    def __init__(self, tables: Collection[str]) -> None:
        self.tables = tables
        self.read: set[str] = set()
        self.refusal: KehoachError | None = None
        self.first = ""

    def begin(self, sql: str) -> None:
        """Get ready for a question."""
        self.read.clear()
        self.refusal = None
        found = _WORD.match(sql)
        self.first = found[1].upper() if found else ""

    def __call__(self, action: int, first: str | None, second: str | None, database: str | None, inside: str | None) -> int:
        """Allow what a SELECT does with the tables; refuse everything else."""
        del database, inside
        name = (first or "").lower()
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            return self._function((second or "").lower())
        if action == sqlite3.SQLITE_READ and not name.startswith(_INNER):
            if name in self.tables:
                self.read.add(name)
            return sqlite3.SQLITE_OK
        writes = name in self.tables or self.first not in _QUESTIONS
        verb = self.first if self.first not in _QUESTIONS else "INSERT, UPDATE, DELETE"
        self.refusal = KehoachError(_NOT_ONLY_READING, what=short(verb)) if writes else KehoachError(_NOT_THERE, name=short(name))
        return sqlite3.SQLITE_DENY

    def _function(self, name: str) -> int:
        if name in _ALLOWED:
            return sqlite3.SQLITE_OK
        self.refusal = KehoachError(_NO_CLOCK if name in _OF_THE_CLOCK else _NO_FUNCTION, name=name)
        return sqlite3.SQLITE_DENY


def limit(connection: sqlite3.Connection) -> None:
    """Keep a question small: its text, its depth, its values, its memory."""
    for category, most in _LIMITS:
        connection.setlimit(category, most)


def nearest_function(name: str) -> str | None:
    """Find the function that was probably meant."""
    return nearest(name, sorted(_ALLOWED))


LONGEST_VALUE = 4_000_000
"""More than a whole file may hold."""

MEMORY = 512 * 1024 * 1024
"""What SQLite may take in all, in bytes."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 200),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 200),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 100_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 60),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_INNER = ("sqlite_", "pragma_", "dbstat", "bytecode", "tables_used", "fts", "json_")
_WORD = re.compile(r"(?:\s|--[^\n]*\n|/\*.*?\*/)*(\w+)", re.DOTALL)
_QUESTIONS = ("SELECT", "WITH", "VALUES")
_NOT_ONLY_READING = Text(
    vi="chỉ được hỏi bằng một câu SELECT, không dùng {what}",
    en="only a SELECT may be asked, without {what}",
)
_NOT_THERE = Text(
    vi="không được đọc {name!r}; chỉ các bảng của `kehoach query --tables`",
    en="{name!r} may not be read, only the tables of `kehoach query --tables`",
)
_NO_FUNCTION = Text(vi="không được dùng hàm {name}()", en="the function {name}() may not be used")
_NO_CLOCK = Text(
    vi="không được dùng {name}; viết today(), là ngày của --today",
    en="{name} may not be used; write today(), the day of --today",
)
