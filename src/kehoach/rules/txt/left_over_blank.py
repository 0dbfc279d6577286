"""TXT009: a blank of a template that nobody filled in."""

import re
from collections.abc import Iterator

from kehoach.analysis.letters import texts_holding
from kehoach.analysis.telltales import BLANKS, may_hold_blanks
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import NOTE_THEN_WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.values.text import short


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with such a blank."""
    if not may_hold_blanks(document):
        return
    for scalar in texts_holding(document, BLANKS):
        found = None if scalar.is_key else re.fullmatch(_WHOLE, scalar.text) or re.search(_WITHIN, scalar.text, re.IGNORECASE)
        if found:
            yield Finding(path=scalar.path, values={"text": short(found.group().strip())})


_BLANK = r"(?:…|\.{3,}|_{3,})"
# Both are rarely needed: compiled when they are.
_WHOLE = r"[\W_]*(?:(?:[xX]{3,}|TBD)[\W_]*)?"  # signs alone, or around a word that stands for nothing
# Three dots end an open list too (`ngô, lúa, …`): a blank stands where a number or a name should.
_MEASURED = "%|ha|km|m2|m|triệu|tỷ|nghìn|đồng|người|hộ|thôn|bản|tổ|lớp|lượt|mô hình|tấn|con|cây|trường"
_NAMED = "xã|phường|thị trấn|huyện|tỉnh|thôn|bản|ông|bà|ngày|tháng"
_WITHIN = rf"(?<![\w…._])(?:{_NAMED}) ?{_BLANK}|\w{{1,20}} ?{_BLANK} ?(?:{_MEASURED})(?!\w)|_{{3,}}|\bTODO\b"

RULE = Rule(
    code="TXT009",
    name="left-over-blank",
    nature=WRONG,
    severities=NOTE_THEN_WARNING,
    message=Text(vi="còn chỗ trống của mẫu chưa điền: {text!r}", en="a blank of the template is still there: {text!r}"),
    why=Text(
        vi="Văn bản in ra sẽ có đúng những dấu chấm ấy ở chỗ người đọc tìm một con số hoặc một cái tên.",
        en="The paper will have these very dots where the reader looks for a number or a name.",
    ),
    fix=Text(
        vi="Điền số hoặc tên vào; nếu chưa biết, để trống cả giá trị thay cho dấu chấm.",
        en="Write the number or the name; if it is not known yet, leave the value empty instead of dotted.",
    ),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
)
