"""TXT004: text from before Unicode, read as if it were Unicode."""

from collections.abc import Iterator

from kehoach.analysis.legacy import STRANGE, legacy_words
from kehoach.analysis.letters import is_vietnamese, texts_with
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with such words, where the file has so many that chance is ruled out."""
    if not is_vietnamese(document):
        return
    found = [(scalar, words) for scalar in texts_with(document, STRANGE) if (words := legacy_words(scalar.text))]
    if len({word.text for _, words in found for word in words}) < _ENOUGH:
        return
    for scalar, words in found:
        first = words[0]
        values = {"count": len(words), "sample": first.text, "meant": first.meant, "encoding": first.encoding}
        yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


_ENOUGH = 2

RULE = Rule(
    code="TXT004",
    name="legacy-encoding",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="chữ theo bảng mã {encoding}, không phải Unicode: {sample!r} có lẽ là {meant!r} ({count} từ)",
        en="text in the old encoding {encoding}, not Unicode: {sample!r} is probably {meant!r} ({count} ×)",
    ),
    why=Text(
        vi="Chữ theo bảng mã cũ chỉ đọc được với phông chữ cũ; trong báo cáo nó thành các ký hiệu lạ.",
        en="Text in an old encoding can be read with an old font only; in a report it is a row of odd signs.",
    ),
    fix=Text(
        vi="Chuyển mã sang Unicode bằng bộ gõ (như công cụ chuyển mã của Unikey) rồi dán lại.",
        en="Convert the text to Unicode with an input tool (such as Unikey's converter) and paste it again.",
    ),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
)
