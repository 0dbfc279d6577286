"""What is usually the matter when a text is not YAML."""

import re

from kehoach.language import Text
from kehoach.reading.complaint import Complaint
from kehoach.reading.events import MarkedYAMLError
from kehoach.reading.quotes import unclosed_quote
from kehoach.values.text import character_name


def syntax_complaint(text: str, error: Exception) -> Complaint:
    """Turn a failure of the YAML library into one complaint at its place, with the usual cause."""
    offset = _offset(text, error, "problem_mark", "context_mark")
    opening = _offset(text, error, "context_mark", "problem_mark")
    problem = (getattr(error, "problem", "") or "") if isinstance(error, MarkedYAMLError) else ""
    if "invalid Unicode character escape" in problem and (found := _escaped_surrogate(text, offset)) is not None:
        return Complaint("YML008", found.span(), values={"character": character_name(chr(int(found[1], 16)))})
    if (start := text.find("\N{ZERO WIDTH NO-BREAK SPACE}", max(offset - 1, 0), offset + 1)) >= 0:
        return Complaint("YML008", (start, start + 1), values={"character": character_name(text[start])})
    start, (message, fix) = _cause(text, offset, opening, problem)
    return Complaint("YML001", (start, start + 1), message=message, fix=fix)


def _offset(text: str, error: Exception, *names: str) -> int:
    marks = (getattr(error, name, None) for name in names)
    mark = next((mark for mark in marks if mark is not None), None)
    return min(mark.index, len(text)) if mark is not None else 0


def _escaped_surrogate(text: str, offset: int) -> re.Match[str] | None:
    return re.compile(r"\\(?:u|U0000)([Dd][89A-Fa-f][0-9A-Fa-f]{2})").match(text, max(text.rfind("\\", 0, offset + 1), 0))


_TAB = (
    Text(vi="dấu tab ở chỗ thụt đầu dòng", en="a tab where the line is indented"),
    Text(vi="Thay tab bằng dấu cách.", en="Replace the tab by spaces."),
)
_COLON = (
    Text(vi="dấu hai chấm thứ hai trong một giá trị không có nháy", en="a second colon in a value without quotes"),
    Text(vi='Đặt cả giá trị trong dấu nháy kép: "…: …".', en='Put the whole value in double quotes: "…: …".'),
)
_INDICATOR = (
    Text(
        vi="giá trị bắt đầu bằng một ký tự mà YAML dành riêng (% @ ` > | * & ! [ {)",
        en="the value starts with a character that YAML keeps for itself (% @ ` > | * & ! [ {)",
    ),
    Text(vi="Đặt giá trị trong dấu nháy kép.", en="Put the value in double quotes."),
)
_UNCLOSED = (
    Text(vi="dấu nháy mở ra mà không đóng lại", en="a quote is opened and never closed"),
    Text(vi="Đóng dấu nháy ở cuối giá trị.", en="Close the quote at the end of the value."),
)
_AFTER_QUOTE = (
    Text(vi="còn chữ sau dấu nháy đóng", en="text after the closing quote"),
    Text(
        vi='Đặt cả giá trị trong một cặp nháy; viết \\" cho dấu nháy bên trong.',
        en='Put the whole value in one pair of quotes; write \\" for a quote inside.',
    ),
)
_ESCAPE = (
    Text(vi="dấu \\ trong nháy kép không phải một ký hiệu mà YAML biết", en="a \\ in double quotes that is no escape of YAML"),
    Text(vi="Dùng nháy đơn, hoặc viết \\\\.", en="Use single quotes, or write \\\\."),
)
_BRACKET = (
    Text(vi="ngoặc [ hoặc { chưa đóng, hoặc thiếu dấu phẩy", en="a bracket [ or { is not closed, or a comma is missing"),
    Text(vi="Đóng ngoặc, hoặc viết mỗi mục một dòng.", en="Close the bracket, or write one item a line."),
)
_INDENT = (
    Text(vi="dòng thụt vào không khớp với các dòng trên", en="the line is not indented like those above it"),
    Text(vi="Thụt các khóa cùng nhóm bằng nhau, hai dấu cách mỗi tầng.", en="Indent the keys of one group alike, two spaces a level."),
)
_DASH = (
    Text(vi="thiếu dấu cách sau dấu gạch `-` ở đầu mục", en="a space is missing after the `-` that begins an item"),
    Text(vi="Viết `- khóa: giá trị`, có một dấu cách sau dấu `-`.", en="Write `- key: value`, with a space after the `-`."),
)
_KEY = (
    Text(
        vi="thiếu dấu hai chấm sau khóa, hoặc sau dấu hai chấm thiếu dấu cách",
        en="a colon is missing after the key, or a space after the colon",
    ),
    Text(vi="Viết `khóa: giá trị`.", en="Write `key: value`."),
)
_GENERAL = (
    Text(vi="tệp không phải là YAML hợp lệ", en="the file is not valid YAML"),
    Text(
        vi="Xem lại dòng này và dòng trước: dấu cách, dấu hai chấm, dấu nháy.",
        en="Look at this line and the one before it: spaces, colons, quotes.",
    ),
)

_PROBLEMS = (
    ("cannot start any token", _INDICATOR),
    ("found unexpected ':'", _COLON),
    ("found unknown escape", _ESCAPE),
    ("did not find expected hexdecimal number", _ESCAPE),
    ("invalid Unicode character escape", _ESCAPE),
    ("did not find expected '-' indicator", _INDENT),
    ("found undefined tag handle", _INDICATOR),
    ("did not find expected alphabetic or numeric character", _INDICATOR),
    ("did not find expected whitespace or line break", _INDICATOR),
    ("block sequence entries are not allowed", _INDENT),
)
_AT_THE_OPENING = (
    ("found unexpected end of stream", _UNCLOSED),
    ("found unexpected document indicator", _UNCLOSED),
    ("could not find expected ':'", _KEY),
)

Cause = tuple[int, tuple[Text, Text]]


def _cause(text: str, offset: int, opening: int, problem: str) -> Cause:
    return _tab(text, offset, problem) or _slip_before(text, offset, opening) or _met(text, offset, opening, problem)


def _tab(text: str, offset: int, problem: str) -> Cause | None:
    indent = re.compile(r"[ \t]*").match(text, _line_start(text, offset))
    assert indent is not None
    if "\t" in indent[0] and "quoted" not in problem:
        return indent.start() + indent[0].index("\t"), _TAB
    return (offset, _TAB) if text[offset : offset + 1] == "\t" else None


def _slip_before(text: str, offset: int, opening: int) -> Cause | None:
    """Find the slip that only shows lines below it."""
    if (quote := unclosed_quote(text, opening, offset)) is not None:
        return quote, _UNCLOSED
    dash = _dash_without_space(text, offset, opening)
    return (dash, _DASH) if dash is not None else None


def _met(text: str, offset: int, opening: int, problem: str) -> Cause:
    """Go by what the parser says that it met."""
    for part, cause in _PROBLEMS:
        if part in problem:
            return offset, cause
    for part, cause in _AT_THE_OPENING:
        if part in problem:
            return opening, cause
    if "did not find expected ',' or" in problem:
        return (opening if _line_start(text, opening) != _line_start(text, offset) else offset), _BRACKET
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(text, offset)
    return offset, _unexpected_key(text, offset) if "did not find expected key" in problem else _GENERAL


_ITEM = re.compile(r"""( *)-(?=["'{\[]|[^\W\d_])""")
_ENTRY = re.compile(r"( *)-[^\W\d_][^\s:]*:(?=\s|\Z)")


def _dash_without_space(text: str, *places: int) -> int | None:
    """Find `-id: T1`, which the parser takes for a key, in the line of a place or above it in the same entry."""
    for place in places:
        start = _line_start(text, place)
        if (item := _ITEM.match(text, start)) is not None and start + len(item[1]) <= place:
            return start + len(item[1])
    start = _line_start(text, places[0])
    inmost = places[0] - start
    while start > 0 and inmost > 0:
        end, start = start - 1, _line_start(text, start - 1)
        line = text[start:end]
        indent = len(line) - len(line.lstrip())
        if _ENTRY.match(line) and indent <= inmost:
            return start + indent
        if line.strip() and not line.lstrip().startswith("#"):
            inmost = min(inmost, indent)
    return None


def _unexpected_colon(text: str, offset: int) -> Cause:
    """Tell a second colon in a line from a colon that the line before lacks, and from a wrong indent."""
    start = _line_start(text, offset)
    before = text[start:offset].lstrip(" -")
    above = text[:start].rstrip()
    line_above = above[_line_start(above, len(above)) :]
    if ":" in before or not above:
        return offset, _COLON
    if ":" not in line_above:
        return len(above) - len(line_above.lstrip()), _KEY
    return offset, _COLON if " " in before.strip() else _INDENT


def _unexpected_key(text: str, offset: int) -> tuple[Text, Text]:
    """After a quote the parser wants a new key: text after the quote is what it met."""
    before = text[_line_start(text, offset) : offset].rstrip()
    has_pair = before.count('"') >= 2 and ":" in before  # noqa: PLR2004 - a pair of quotes
    return _AFTER_QUOTE if has_pair or before.endswith(('"', "'")) else _INDENT


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
