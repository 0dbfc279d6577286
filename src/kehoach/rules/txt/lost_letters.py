"""TXT008: office words with letters lost or misread."""

import re
from collections.abc import Iterator
from functools import cache

from kehoach.analysis.letters import is_vietnamese
from kehoach.analysis.telltales import MEANT, endings, may_hold_lost_letters
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import NOTE, WRONG, Context, Finding, Rule, Scope


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with such words."""
    if not may_hold_lost_letters(document) or not is_vietnamese(document):
        return
    words = frozenset(document.text.lower().split())
    suspects = [phrase for phrase, parts in _suspects() if not any(part.isdisjoint(words) for part in parts)]
    if not suspects:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, suspects))})\b", re.IGNORECASE)
    seen = set()
    for scalar in document.scalars():
        found = [phrase for phrase in pattern.findall(scalar.text) if phrase.lower() in MEANT]
        if found and scalar.span not in seen:
            seen.add(scalar.span)
            values = {"count": len(found), "sample": found[0], "meant": MEANT[found[0].lower()]}
            yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


@cache
def _suspects() -> list[tuple[str, list[frozenset[str]]]]:
    """Give each phrase's words as they may end: a set of words is looked through much faster than the text."""
    return [(phrase, [endings(word) for word in phrase.split()]) for phrase in MEANT]


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
