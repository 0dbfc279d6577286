"""TXT003: the letter eth where đ is meant."""

from collections.abc import Iterator

from kehoach.analysis.letters import WORD, is_vietnamese, is_written_vietnamese, texts_with
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope, respelling

_ETH = "ÐðƉɖ"
_MEANT = str.maketrans(_ETH, "ĐđĐđ")


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with words that are Vietnamese once the letter is right."""
    if not is_vietnamese(document):
        return
    for scalar in texts_with(document, _ETH):
        wrong = [word for word in WORD.findall(scalar.text) if any(letter in word for letter in _ETH)]
        meant = [(word, word.translate(_MEANT)) for word in wrong if is_written_vietnamese(word.translate(_MEANT))]
        if meant:
            values = {"count": len(meant), "sample": meant[0][0], "meant": meant[0][1]}
            yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


def _put_right(text: str) -> str:
    """Change the letter in the words that are Vietnamese with the right one."""
    return WORD.sub(lambda word: meant if is_written_vietnamese(meant := word[0].translate(_MEANT)) else word[0], text)


RULE = Rule(
    code="TXT003",
    name="eth-for-d-stroke",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{count} từ có chữ Ð (U+00D0) của tiếng khác thay cho Đ: {sample!r} phải là {meant!r}",
        en="the foreign letter Ð (U+00D0) for Đ: {sample!r} should be {meant!r} ({count} ×)",
    ),
    why=Text(
        vi="Nhìn giống hệt Đ nhưng là chữ khác: đổi sang chữ thường thành ð, tìm kiếm và sắp xếp đều sai.",
        en="It looks the same as Đ and is another letter: in lower case it becomes ð, and searching and sorting fail.",
    ),
    fix=Text(vi="Thay Ð bằng Đ, ð bằng đ trong cả tệp.", en="Replace Ð by Đ and ð by đ in the whole file."),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
    repair=respelling(_put_right),
)
