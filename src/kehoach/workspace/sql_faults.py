"""What is wrong with a question in SQL: where, what, and what was probably meant."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.values.text import FORBIDDEN, nearest, short
from kehoach.workspace.guarding import LONGEST_VALUE, MEMORY, nearest_function

Columns = Mapping[str, Sequence[str]]
"""The names of the columns by table."""


def refuse_characters(sql: str) -> None:
    """Refuse a question that no database would read.

    Raises:
        KehoachError: it is empty, or has a character that no text may have.
    """
    found = FORBIDDEN.search(sql)
    if found is not None:
        raise _at(sql, found.start(), _CHARACTER, code=f"U+{ord(found[0]):04X}")
    if not sql.strip(" \t\r\n;"):
        raise KehoachError(_EMPTY)


def explained(error: Exception, sql: str, tables: Columns, prepare: Callable[[str], object]) -> KehoachError:
    """Turn what SQLite complains of into one sentence with its place.

    Args:
        error: SQLite's own.
        sql: the question.
        tables: what there is.
        prepare: prepares a text without running it.
    """
    said = str(error)
    if isinstance(error, MemoryError):
        return KehoachError(_MEMORY, most=MEMORY // 1024**2)
    if "one statement" in said:
        return KehoachError(_SEVERAL)
    for pattern, explain in _KNOWN:
        match = pattern.fullmatch(said)
        if match is not None:
            return explain(match, sql, tables, prepare)
    return KehoachError(_OTHER, said=short(said, 200))


def _syntax(match: re.Match[str], sql: str, _: Columns, prepare: Callable[[str], object]) -> KehoachError:
    """Find the very token: up to it and with it the beginning of the question is wrong in the same way."""
    token = match[1]
    for start in _occurrences(token, sql):
        try:
            prepare(sql[: start + len(token)])
        except sqlite3.Error as error:
            if str(error) == match[0]:
                return _at(sql, start, _SYNTAX, token=short(token))
    return _at(sql, max(sql.find(token), 0), _SYNTAX, token=short(token))


def _unknown_table(match: re.Match[str], sql: str, tables: Columns, _: object) -> KehoachError:
    name = match[1].rpartition(".")[2]
    near = nearest(name, tables)
    return _at(sql, _first(name, sql), _NO_TABLE_NEAR if near else _NO_TABLE, name=short(name), near=near or "")


def _unknown_column(match: re.Match[str], sql: str, tables: Columns, _: object) -> KehoachError:
    name = match[1].rpartition(".")[2]
    named = {word.lower() for word in _WORD.findall(sql)} & set(tables)
    known = {column: table for table in sorted(named) for column in tables[table]}
    near = nearest(name, known)
    others = sorted(table for table in tables if name.lower() in tables[table])
    if near is None and others:
        return _at(sql, _first(name, sql), _COLUMN_OF, name=short(name), tables=", ".join(others[:_SHOWN]))
    values = {"name": short(name), "near": f"{known[near]}.{near}" if near else ", ".join(sorted(known)[:_COLUMNS]) or "-"}
    return _at(sql, _first(name, sql), _NO_COLUMN_NEAR if near else _NO_COLUMN, **values)


def _unknown_function(match: re.Match[str], sql: str, _: Columns, __: object) -> KehoachError:
    near = nearest_function(match[1])
    return _at(sql, _first(match[1], sql), _NO_FUNCTION_NEAR if near else _NO_FUNCTION, name=short(match[1]), near=near or "")


def _named(text: Text) -> "_Explain":
    """Point at the thing that SQLite names."""

    def explain(match: re.Match[str], sql: str, _: Columns, __: object) -> KehoachError:
        name = match[1].rpartition(".")[2]
        return _at(sql, _first(name, sql), text, name=short(name))

    return explain


def _plain(text: Text, **values: object) -> "_Explain":
    def explain(match: re.Match[str], sql: str, tables: Columns, prepare: object) -> KehoachError:
        del match, sql, tables, prepare
        return KehoachError(text, **values)

    return explain


_Explain = Callable[[re.Match[str], str, Columns, Callable[[str], object]], KehoachError]


def _occurrences(token: str, sql: str) -> Iterator[int]:
    start = sql.find(token)
    while start >= 0:
        yield start
        start = sql.find(token, start + 1)


def _first(name: str, sql: str) -> int:
    """Find a name as a whole word, whatever its case."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sql, re.IGNORECASE)
    return match.start() if match else 0


def _at(sql: str, offset: int, text: Text, **values: object) -> KehoachError:
    line = sql.count("\n", 0, offset) + 1
    column = offset - sql.rfind("\n", 0, offset)
    what = Text(text.fill(Language.VI, values), text.fill(Language.EN, values))
    return KehoachError(_PLACE if "\n" in sql.strip() else _COLUMN, line=str(line), column=str(column), what=what)


_SHOWN, _COLUMNS = 5, 12
_WORD = re.compile(r"\w+")

_PLACE = Text(vi="câu SQL, dòng {line}, cột {column}: {what}", en="the SQL, line {line}, column {column}: {what}")
_COLUMN = Text(vi="câu SQL, cột {column}: {what}", en="the SQL, column {column}: {what}")
_OTHER = Text(vi="câu SQL không chạy được: {said}", en="the SQL cannot be run: {said}")
_EMPTY = Text(vi="câu SQL trống", en="the SQL is empty")
_CHARACTER = Text(vi="có ký tự {code} không được phép", en="the character {code} is not allowed")
_SEVERAL = Text(vi="mỗi lần chỉ hỏi một câu SELECT", en="only one SELECT at a time")
_SYNTAX = Text(vi="sai cú pháp ở {token!r}", en="syntax error at {token!r}")
_INCOMPLETE = Text(
    vi="câu SQL dở dang: thiếu phần cuối, một dấu ngoặc hoặc dấu nháy",
    en="the SQL breaks off: its end is missing, a bracket or a quotation mark",
)
_QUOTE = Text(
    vi="dấu nháy mở ở {name!r} không được đóng, hoặc có ký hiệu lạ", en="a quotation mark is not closed, or a sign is unknown, at {name!r}"
)
_NO_TABLE = Text(
    vi="không có bảng {name!r}; `kehoach query --tables` liệt kê các bảng",
    en="there is no table {name!r}; `kehoach query --tables` lists the tables",
)
_NO_TABLE_NEAR = Text(vi="không có bảng {name!r}; ý bạn là {near}?", en="there is no table {name!r}; did you mean {near}?")
_NO_COLUMN = Text(
    vi="không có cột {name!r} (có: {near}); chữ thì đặt trong 'nháy đơn'",
    en="there is no column {name!r} (there are: {near}); a text stands in 'single quotes'",
)
_NO_COLUMN_NEAR = Text(vi="không có cột {name!r}; ý bạn là {near}?", en="there is no column {name!r}; did you mean {near}?")
_COLUMN_OF = Text(
    vi="cột {name!r} là của bảng {tables}, chưa có trong câu hỏi",
    en="the column {name!r} belongs to {tables}, which the question does not name",
)
_NO_FUNCTION = Text(vi="không có hàm {name!r}", en="there is no function {name!r}")
_NO_FUNCTION_NEAR = Text(vi="không có hàm {name!r}; ý bạn là {near}()?", en="there is no function {name!r}; did you mean {near}()?")
_AMBIGUOUS = Text(
    vi="cột {name!r} có ở nhiều bảng; viết kèm tên bảng, như tasks.{name}",
    en="the column {name!r} stands in several tables; name the table, as in tasks.{name}",
)
_ARGUMENTS = Text(vi="hàm {name}() nhận số đối số khác", en="the function {name}() takes another number of arguments")
_AGGREGATE = Text(
    vi="{name}() là phép gộp, không đứng được ở đây; lọc theo nó bằng HAVING",
    en="{name}() sums over rows and cannot stand here; filter by it with HAVING",
)
_COLLATION = Text(vi="không có cách sắp xếp {name!r}; có: vi, nocase", en="there is no collation {name!r}; there are: vi, nocase")
_OVERFLOW = Text(
    vi="tổng vượt quá 9.223.372.036.854.775.807; dùng total() hoặc chia nhỏ số trước khi cộng",
    en="a sum is beyond 9,223,372,036,854,775,807; use total(), or divide before adding",
)
_TOO_BIG = Text(vi="một giá trị dài hơn {most} byte", en="a value is longer than {most} bytes")
_MEMORY = Text(
    vi="câu hỏi cần hơn {most} MiB bộ nhớ; thu hẹp bằng WHERE hoặc LIMIT",
    en="the question takes more than {most} MiB of memory; narrow it by WHERE or LIMIT",
)
_TOO_DEEP = Text(vi="câu SQL quá dài hoặc quá nhiều tầng", en="the SQL is too long or too deep")
_VARIABLES = Text(vi="câu SQL không dùng được tham số như ? hoặc :ten", en="the SQL cannot have parameters such as ? or :name")

_KNOWN: tuple[tuple[re.Pattern[str], _Explain], ...] = (
    (re.compile(r'near "(.*)": syntax error', re.DOTALL), _syntax),
    (re.compile(r"incomplete input"), _plain(_INCOMPLETE)),
    (re.compile(r'unrecognized token: "(.*)"', re.DOTALL), _named(_QUOTE)),
    (re.compile(r"no such table: (.*)", re.DOTALL), _unknown_table),
    (re.compile(r'no such column: "?(.*?)"?(?: - should this be .*)?', re.DOTALL), _unknown_column),
    (re.compile(r"no such function: (.*)", re.DOTALL), _unknown_function),
    (re.compile(r"no such collation sequence: (.*)", re.DOTALL), _named(_COLLATION)),
    (re.compile(r"ambiguous column name: (.*)", re.DOTALL), _named(_AMBIGUOUS)),
    (re.compile(r"wrong number of arguments to function (.*)\(\)", re.DOTALL), _named(_ARGUMENTS)),
    (re.compile(r"misuse of aggregate:? (?:function )?(.*?)(?:\(\))?", re.DOTALL), _named(_AGGREGATE)),
    (re.compile(r"integer overflow"), _plain(_OVERFLOW)),
    (re.compile(r"string or blob too big"), _plain(_TOO_BIG, most=LONGEST_VALUE)),
    (re.compile(r"(Incorrect number of bindings|variable number must be|You did not supply a value for binding).*"), _plain(_VARIABLES)),
    (
        re.compile(r"Expression tree is too large.*|parser stack overflow|query string is too large|too many .*|out of memory"),
        _plain(_TOO_DEEP),
    ),
)
