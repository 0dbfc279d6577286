"""TXT008: office words with letters lost or misread."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, product

from kehoach.analysis.letters import is_vietnamese
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import NOTE, WRONG, Context, Finding, Rule, Scope
from kehoach.values.alphabet import as_bytes


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with such words."""
    if not _may_stand_in(document) or not is_vietnamese(document):
        return
    words = frozenset(document.text.lower().split())
    suspects = [phrase for phrase, parts in _suspects() if not any(part.isdisjoint(words) for part in parts)]
    if not suspects:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, suspects))})\b", re.IGNORECASE)
    seen = set()
    for scalar in document.scalars():
        found = pattern.findall(scalar.text)
        if found and scalar.span not in seen:
            seen.add(scalar.span)
            values = {"count": len(found), "sample": found[0], "meant": _MEANT[found[0].lower()]}
            yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


def _may_stand_in(document: Document) -> bool:
    """Tell whether a text may hold such words: sooner done with bytes than with all words of an unusual text."""
    text = document.as_bytes()
    return text is None or not _strange().isdisjoint(text.lower().split())


@cache
def _strange() -> frozenset[bytes]:
    """Give one misspelt word of each phrase as it may be written, but for capitals without marks: most plans hold none."""
    wrong = [[word for word in phrase.split() if word not in meant.split()] for phrase, meant in _MEANT.items()]
    written = {ended for words in wrong for ended in _ended(max(words, key=len))}
    cases = (product(*(letter if letter.isascii() else letter + letter.upper() for letter in word)) for word in written)
    return frozenset(known for letters in chain.from_iterable(cases) if (known := as_bytes("".join(letters))) is not None)


@cache
def _suspects() -> list[tuple[str, list[frozenset[str]]]]:
    """Give each phrase's words as they may end: a set of words is looked through much faster than the text."""
    return [(phrase, [_ended(word) for word in phrase.split()]) for phrase in _MEANT]


def _ended(word: str) -> frozenset[str]:
    return frozenset(word + end for end in ("", *".,;:)\"'"))


# Seen in real plans: accented letters dropped, `oà` and `oá` joined, `ò` and `ô` misread by OCR.
_MEANT: Mapping[str, str] = {
    "k hoch": "kế hoạch",
    "phát trin": "phát triển",
    "nhim v": "nhiệm vụ",
    "mc tiêu": "mục tiêu",
    "thc hin": "thực hiện",
    "hi đng": "hội đồng",
    "quyt đnh": "quyết định",
    "ngh quyt": "nghị quyết",
    "gii pháp": "giải pháp",
    "cng đng": "cộng đồng",
    "qun lý": "quản lý",
    "ngun vn": "nguồn vốn",
    "gii thiu": "giới thiệu",
    "mc lc": "mục lục",
    "phịng": "phòng",
    "cơng": "công",
    "hịa": "hòa",
    "kế tốn": "kế toán",
    "dự tốn": "dự toán",
    "thanh tốn": "thanh toán",
    "quyết tốn": "quyết toán",
    "tính tốn": "tính toán",
    "an tồn": "an toàn",
    "tồn diện": "toàn diện",
    "tồn dân": "toàn dân",
    "tồn quốc": "toàn quốc",
    "đồn thể": "đoàn thể",
    "đồn kết": "đoàn kết",
    "hồn thành": "hoàn thành",
    "hồn thiện": "hoàn thiện",
    "văn hố": "văn hoá",
    "hàng hố": "hàng hoá",
    "đại hố": "đại hoá",
    "xố đói": "xoá đói",
    "xà hội": "xã hội",
    "xàhội": "xã hội",
}

RULE = Rule(
    code="TXT008",
    name="lost-letters",
    nature=WRONG,
    severities=NOTE,
    message=Text(
        vi="{count} từ có chữ bị mất hoặc bị nhận dạng sai: {sample!r} có lẽ là {meant!r}",
        en="letters lost or misread: {sample!r} is probably {meant!r} ({count} ×)",
    ),
    why=Text(
        vi="Lỗi này do chép từ PDF hoặc quét chữ (OCR); nếu một từ đã sai thì con số gần đó cũng nên xem lại.",
        en="It comes from PDF files or scanned pages; where a word is wrong, look at the figures near it too.",
    ),
    fix=Text(vi="So với bản gốc và gõ lại cả câu.", en="Compare with the original and type the sentence again."),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
)
