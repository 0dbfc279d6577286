"""TXT002: the letter oi where ư is meant."""

from collections.abc import Iterator

from kehoach.analysis.letters import WORD, is_vietnamese, is_written_vietnamese, texts_with
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope, respelling

_OI = "ƣƢ"
_MEANT = str.maketrans(_OI, "ưƯ")


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with words that are Vietnamese once the letter is right."""
    if not is_vietnamese(document):
        return
    for scalar in texts_with(document, _OI):
        wrong = [word for word in WORD.findall(scalar.text) if any(letter in word for letter in _OI)]
        meant = [(word, word.translate(_MEANT)) for word in wrong if is_written_vietnamese(word.translate(_MEANT))]
        if meant:
            values = {"count": len(meant), "sample": meant[0][0], "meant": meant[0][1]}
            yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


def _put_right(text: str) -> str:
    """Change the letter in the words that are Vietnamese with the right one."""
    return WORD.sub(lambda word: meant if is_written_vietnamese(meant := word[0].translate(_MEANT)) else word[0], text)


RULE = Rule(
    code="TXT002",
    name="letter-oi-for-u-horn",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{count} từ có chữ ƣ (U+01A3) thay cho ư: {sample!r} là {meant!r}",
        en="the letter ƣ (U+01A3) for ư: {sample!r} is {meant!r} ({count} ×)",
    ),
    why=Text(
        vi="Chữ ƣ do phông chữ của tệp PDF sinh ra; nhìn gần giống ư nhưng tìm kiếm và so sánh không nhận ra.",
        en="Fonts of PDF files leave ƣ behind; it looks much like ư, but searches and comparisons do not know it.",
    ),
    fix=Text(vi="Thay ƣ bằng ư, Ƣ bằng Ư trong cả tệp.", en="Replace ƣ by ư and Ƣ by Ư in the whole file."),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
    repair=respelling(_put_right),
)
