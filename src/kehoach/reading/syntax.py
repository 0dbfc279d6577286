"""What is usually the matter when a text is not YAML."""

from kehoach.language import Text
from kehoach.reading.complaint import Complaint
from kehoach.reading.events import MarkedYAMLError


def syntax_complaint(text: str, error: Exception) -> Complaint:
    """Turn a failure of the YAML library into one complaint at its place, with the usual cause."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = min(mark.index, len(text)) if mark is not None else 0
    problem = (getattr(error, "problem", "") or "") if isinstance(error, MarkedYAMLError) else ""
    start, (message, fix) = _cause(text, offset, problem)
    return Complaint("YML001", (start, start + 1), message=message, fix=fix)


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
    ("mapping values are not allowed", _COLON),
    ("cannot start any token", _INDICATOR),
    ("found unexpected end of stream", _UNCLOSED),
    ("found unknown escape", _ESCAPE),
    ("did not find expected hexdecimal number", _ESCAPE),
    ("did not find expected ',' or", _BRACKET),
    ("did not find expected '-' indicator", _INDENT),
    ("could not find expected ':'", _KEY),
    ("found undefined tag handle", _INDICATOR),
    ("did not find expected alphabetic or numeric character", _INDICATOR),
    ("did not find expected whitespace or line break", _INDICATOR),
    ("block sequence entries are not allowed", _INDENT),
)


def _cause(text: str, offset: int, problem: str) -> tuple[int, tuple[Text, Text]]:
    line_start = text.rfind("\n", 0, offset) + 1
    line_end = text.find("\n", offset)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent and "quoted" not in problem:
        return line_start + indent.index("\t"), _TAB
    if text[offset : offset + 1] == "\t":
        return offset, _TAB
    for part, cause in _PROBLEMS:
        if part in problem:
            return offset, cause
    if "did not find expected key" in problem:
        return _unexpected_key(text, offset)
    return offset, _GENERAL


def _unexpected_key(text: str, offset: int) -> tuple[int, tuple[Text, Text]]:
    """After a quote the parser wants a new key: text after the quote is what it met."""
    before = text[text.rfind("\n", 0, offset) + 1 : offset].rstrip()
    if before.endswith(('"', "'")) or (before.count('"') >= 2 and ":" in before):  # noqa: PLR2004 - a pair of quotes
        return offset, _AFTER_QUOTE
    return offset, _INDENT
