"""Telltale words that copying, scanning and templates leave behind, looked for all at once in a document's whole text."""

from collections.abc import Mapping
from functools import cache
from itertools import chain, product

from kehoach.analysis.automaton import Automaton, automaton
from kehoach.compiled import COMPILED
from kehoach.reading.document import Document
from kehoach.remembered import remembered
from kehoach.values.alphabet import as_bytes

BLANKS = ("…", "...", "___", "xxx", "XXX", "TODO", "TBD", "??")
"""What stands in a template where something is to be filled in."""

# Seen in real plans: accented letters dropped, `oà` and `oá` joined, `ò` and `ô` misread by OCR.
MEANT: Mapping[str, str] = {
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
"""Office words with letters lost or misread, and what was meant."""


def may_hold_blanks(document: Document) -> bool:
    """Tell whether what stands for a blank stands anywhere in a document's text."""
    return _seen(document) & _BLANK != 0 and any(blank in document.text for blank in BLANKS)


def may_hold_lost_letters(document: Document) -> bool:
    """Tell whether a document may hold one of the misspelt words."""
    seen = _seen(document)
    if seen & _UNKNOWN:
        text = document.as_bytes()
        return text is None or not _strange().isdisjoint(text.lower().split())
    return seen & _LOST != 0 or "\\" in document.text  # an escape may stand for any letter


@remembered
def _seen(document: Document) -> int:
    """Give the marks of what stands in a document's text; or that they are not known."""
    return _UNKNOWN | _BLANK if COMPILED is None else COMPILED.lead_through(document.text, *_automaton())


@cache
def _automaton() -> Automaton:
    return automaton({**dict.fromkeys(map(str.lower, BLANKS), _BLANK), **dict.fromkeys(MEANT, _LOST)})


@cache
def _strange() -> frozenset[bytes]:
    """Give one misspelt word of each phrase as it may be written, but for capitals without marks: most plans hold none."""
    wrong = [[word for word in phrase.split() if word not in meant.split()] for phrase, meant in MEANT.items()]
    written = {ended for words in wrong for ended in endings(max(words, key=len))}
    cases = (product(*(letter if letter.isascii() else letter + letter.upper() for letter in word)) for word in written)
    return frozenset(known for letters in chain.from_iterable(cases) if (known := as_bytes("".join(letters))) is not None)


def endings(word: str) -> frozenset[str]:
    """Give a word with each sign that may follow it."""
    return frozenset(word + end for end in ("", *".,;:)\"'"))


_BLANK, _LOST, _UNKNOWN = 1, 2, 4
