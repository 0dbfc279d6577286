"""TXT006: what a web page leaves behind: entities, hard spaces, characters without width."""

import re
from collections.abc import Iterator

from kehoach.analysis.letters import texts_with
from kehoach.language import Text
from kehoach.reading.document import Document
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope, respelling
from kehoach.values.text import FORBIDDEN, character_name


def check(document: Document, _: Context) -> Iterator[Finding]:
    """Report each text with one of them; unseen characters in keys and ids are errors of the reader."""
    for scalar in texts_with(document, _SIGNS):
        is_name = scalar.is_key or scalar.path[-1:] == ("id",)
        found = [match[0] for match in re.finditer(_LEFT_OVER, scalar.text) if _counts(match[0], is_name=is_name)]
        if found:
            first = found[0]
            values = {"count": len(found), "sample": first if first.startswith("&") else character_name(first)}
            yield Finding(path=scalar.path, values=values, at_key=scalar.is_key)


def _counts(text: str, *, is_name: bool) -> bool:
    if not text.startswith("&"):
        return not is_name
    from html.entities import html5  # noqa: PLC0415 - a large table, for few files

    return text.startswith("&#") or text[1:] in html5


def _cleaned(text: str) -> str:
    """Put letters for codes and plain spaces for hard ones, which beside another space are one too many."""
    return re.sub(f"{_HARD_SPACE}+", _plain_space, re.sub(_LEFT_OVER, _letter, text))


def _letter(found: re.Match[str]) -> str:
    if not found[0].startswith("&"):
        return found[0] if found[0] == _HARD_SPACE else ""
    from html import unescape  # noqa: PLC0415 - a large table, for few files

    meant = unescape(found[0])
    if FORBIDDEN.search(meant) or (meant.isspace() and meant != _HARD_SPACE):
        return found[0]
    return meant if meant == found[0] or meant not in _UNSEEN else re.sub(_LEFT_OVER, _letter, meant)


def _plain_space(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return " " if before.strip() and after.strip() else ""


_HARD_SPACE = "\xa0"
_JOINER = "\u200d"  # between emoji it has work to do
_UNSEEN = "\xa0\u200b\u200c\u200e\u200f\u2060\ufeff"
_SIGNS = "&" + _UNSEEN + _JOINER
_ENTITY = "&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_LEFT_OVER = rf"{_ENTITY}|[{_UNSEEN}]|(?<=[\w\s]){_JOINER}"  # rare: compiled when met

RULE = Rule(
    code="TXT006",
    name="html-entity",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{count} chỗ còn dấu vết của trang mạng, như {sample}",
        en="left over from a web page: {sample} ({count} ×)",
    ),
    why=Text(
        vi="Mã HTML hiện nguyên trong báo cáo; dấu cách cứng và ký tự không chiếm chỗ thì không thấy mà làm hỏng tìm kiếm.",
        en="HTML codes show up in reports as they stand; hard spaces and characters without width are not seen and break searches.",
    ),
    fix=Text(
        vi="Thay mã bằng chữ của nó, dấu cách cứng bằng dấu cách thường, xóa ký tự không chiếm chỗ.",
        en="Replace a code by its letter, a hard space by a plain one; delete characters without width.",
    ),
    source="format",
    scope=Scope.DOCUMENT,
    check=check,
    repair=respelling(_cleaned),
)
