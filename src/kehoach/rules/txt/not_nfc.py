"""TXT001: letters whose marks stand apart."""

from collections.abc import Iterator
from unicodedata import is_normalized

from kehoach.analysis.letters import WORD
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope, respelling
from kehoach.values.alphabet import USUAL
from kehoach.values.text import nfc, short


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text that is not in its composed form (Unicode NFC)."""
    if max(document.characters() - USUAL, default="") < _FIRST_MARK or is_normalized("NFC", document.text):
        return
    seen = set()
    for scalar in document.scalars():
        if is_normalized("NFC", scalar.text) or scalar.span in seen:
            continue
        seen.add(scalar.span)
        words = [word for word in scalar.text.split() if not is_normalized("NFC", word)]
        sample = WORD.search(nfc(words[0])) if words else None
        values = {"count": len(words), "sample": short(sample[0] if sample else nfc(scalar.text))}
        yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


_FIRST_MARK = "\u0300"  # letters before it are composed
RULE = Rule(
    code="TXT001",
    name="not-nfc",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{count} từ có dấu viết rời (Unicode tổ hợp), như {sample!r}",
        en="marks that stand apart (decomposed Unicode), as in {sample!r} ({count} ×)",
    ),
    why=Text(
        vi="Nhìn giống hệt mà máy coi là chữ khác: tìm không thấy, so sánh và sắp xếp sai. Thường gặp khi chép từ PDF hoặc máy Mac.",
        en="It looks the same and is another text to a computer: searches miss it. It comes with copies from PDF files or a Mac.",
    ),
    fix=Text(
        vi="Gõ lại, hoặc chuyển sang Unicode dựng sẵn (NFC) bằng bộ gõ.",
        en="Type it again, or convert it to composed Unicode (NFC).",
    ),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
    repair=respelling(nfc),
)
