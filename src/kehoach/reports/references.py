"""The references of formulas, moved with the rows they mean."""

import re
from collections.abc import Mapping
from functools import lru_cache

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

from kehoach.language import Text
from kehoach.reports.growth import LAST_ROW, Growth, Path
from kehoach.reports.refusal import RefusedError

Span = tuple[int, int]


class View:
    """From where a formula looks at rows: a sheet, a row of its template, the rounds of the loops around it."""

    def __init__(self, sheets: Mapping[str, Growth], sheet: str = "", row: int = 0, rounds: Path = ()) -> None:
        self._sheets = sheets
        self._sheet = sheet
        self._row = row
        self._rounds = rounds

    def span(self, sheet: str, first: int, last: int, *, is_fixed: bool) -> Span | None:
        """Give what became of rows; of another sheet, or where they are fixed by `$`, all that became of them."""
        growth = self._sheets.get((sheet or self._sheet).casefold())
        if growth is None:
            return first, last
        is_own = not sheet or sheet.casefold() == self._sheet.casefold()
        return growth.span(first, last, *((self._row, self._rounds) if is_own and not is_fixed else ()))


def moved(formula: str, view: View) -> str | None:
    """Give a formula (without its `=`) with its references moved; none where a row that it needs is not there.

    Raises:
        RefusedError: it cannot be read, or reaches out of the workbook.
    """
    said: list[str] = []
    for token, function in _tokens(formula):
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            said.append(token.value)
            continue
        new = _moved(token.value, view, function)
        if new is None:
            return None
        said.append(new)
    return "".join(said)


def translated(formula: str, origin: str, cell: str) -> str:
    """Give the formula that a cell has of one that it shares with another."""
    if len(formula) > _LONGEST:
        raise RefusedError(_UNREADABLE)
    try:
        return str(Translator(f"={formula}", origin).translate_formula(cell))[1:]
    except (TranslatorError, TokenizerError, ValueError, IndexError):
        raise RefusedError(_UNREADABLE) from None


def inspect(formula: str) -> None:
    """Look at a formula that stays.

    Raises:
        RefusedError: it cannot be read, or reaches out of the workbook.
    """
    _tokens(formula)


@lru_cache(maxsize=4096)
def _tokens(formula: str) -> list[tuple[Token, str]]:
    """Read a formula, each token with the function that it is an argument of."""
    if len(formula) > _LONGEST:
        raise RefusedError(_UNREADABLE)
    try:
        found = Tokenizer(f"={formula}").items
    except (TokenizerError, ValueError, IndexError, AssertionError):
        raise RefusedError(_UNREADABLE) from None
    functions: list[str] = []
    read: list[tuple[Token, str]] = []
    for token in found:
        if token.type in {Token.FUNC, Token.PAREN, Token.ARRAY} and token.subtype == Token.OPEN:
            functions.append(_name(token.value) if token.type == Token.FUNC else "")
        elif token.subtype == Token.CLOSE and functions:
            functions.pop()
        _refuse(token)
        read.append((token, functions[-1] if functions else ""))
    return read


def _name(value: str) -> str:
    return value[:-1].upper().removeprefix("_XLFN.").removeprefix("_XLWS.")


def _refuse(token: Token) -> None:
    if token.type == Token.FUNC and token.subtype == Token.OPEN and _name(token.value) in _REACHING:
        name = _name(token.value)
        raise RefusedError(Text(_FORBIDDEN.vi.format(name=name), _FORBIDDEN.en.format(name=name)))
    if token.type == Token.OPERAND and token.subtype == Token.RANGE and _OUTSIDE.search(token.value):
        raise RefusedError(_LINKED)


def _moved(reference: str, view: View, function: str) -> str | None:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return reference
    sheet = found["sheet"] or ""
    ends = [_END.fullmatch(end) for end in (found["first"], found["last"] or found["first"])]
    rows = [int(end["row"]) if end and end["row"] else 0 for end in ends]
    if not all(rows) or max(rows) > LAST_ROW:
        return reference
    is_range = found["last"] is not None
    spans = [
        view.span(_unquoted(sheet), min(rows), max(rows), is_fixed=is_range and end is not None and end["fixed"] == "$") for end in ends
    ]
    if spans[0] is None or spans[1] is None:
        return "0" if function in _OF_NOTHING else None
    span = spans[0][0], spans[1][1]
    if not is_range and (span[0] == span[1] or function not in _GROWING):
        return f"{sheet}{_at(found['first'], span[0])}"
    return f"{sheet}{_at(found['first'], span[0])}:{_at(found['last'] or found['first'], span[1])}"


def _at(end: str, row: int) -> str:
    return _END.sub(lambda found: f"{found['column'] or ''}{found['fixed']}{row}", end, count=1)


def _unquoted(sheet: str) -> str:
    name = sheet.removesuffix("!")
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


_LONGEST = 8192  # characters that a spreadsheet takes
_CELL = r"\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?\d{1,7}|\$?[A-Za-z]{1,3}"
_REFERENCE = re.compile(rf"(?P<sheet>(?:'(?:[^']|'')+'|[^'!\[\]:]+)!)?(?P<first>{_CELL})(?::(?P<last>{_CELL}))?")
_END = re.compile(r"(?P<column>\$?[A-Za-z]{1,3})?(?P<fixed>\$?)(?P<row>\d{1,7})?")
_OUTSIDE = re.compile(r"\[[^\]]*\][^!\[]*!|'[^']*\[|\||://|^'?file:", re.IGNORECASE)
_GROWING = frozenset(
    {
        "SUM",
        "AVERAGE",
        "MIN",
        "MAX",
        "COUNT",
        "COUNTA",
        "SUBTOTAL",
        "AGGREGATE",
        "MEDIAN",
        "PRODUCT",
        "STDEV",
        "SUMPRODUCT",
        "COUNTBLANK",
        "CONCAT",
        "TEXTJOIN",
        "SUMSQ",
    }
)
_OF_NOTHING = frozenset({"SUM", "MIN", "MAX", "SUMSQ"})
_REACHING = frozenset(
    {
        "WEBSERVICE",
        "RTD",
        "CALL",
        "REGISTER",
        "REGISTER.ID",
        "EXEC",
        "DDE",
        "DDEAUTO",
        "IMAGE",
        "IMPORTDATA",
        "IMPORTXML",
        "FILTERXML",
        "SQL.REQUEST",
        "EVALUATE",
    }
)

_UNREADABLE = Text(vi="không đọc được công thức", en="the formula cannot be read")
_LINKED = Text(vi="công thức dẫn tới tệp khác", en="the formula refers to another file")
_FORBIDDEN = Text(
    vi="công thức dùng {name}, là hàm lấy dữ liệu hoặc gọi chương trình từ bên ngoài",
    en="the formula uses {name}, which fetches data or calls programs from outside",
)
