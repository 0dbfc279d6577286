"""Why a PDF does not keep the standards of archives and of readers with screen readers, where, and what to write."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kehoach.language import Language, Text
from kehoach.reports.wordings import Wording, reworded, wording
from kehoach.values.text import printable


class Lack(NamedTuple):
    """What a standard wants: in which of the user's files and on which line, where it is any of them, or of the whole document."""

    name: str
    line: int
    said: Text
    is_of_whole: bool = False


def lacks(diagnostic: str, place: Callable[[str], tuple[str, int]]) -> list[Lack]:
    """Read what typst says when it refuses a standard; `place` finds the user's own line in a part of it."""
    parts = (part for part in _ERROR.split(diagnostic) if _MESSAGE.match(part))
    return list(dict.fromkeys(Lack(*place(part), _said(_MESSAGE.match(part)[1]), _PLACED not in part) for part in parts))  # type: ignore[index]  # chosen above


def not_kept(found: Sequence[Lack]) -> Text:
    """Say that the standards are not kept, and why."""
    return Text(*(_NOT_KEPT.to(language).format(why="; ".join(_reasons(found, language))) for language in Language))


def _reasons(found: Sequence[Lack], language: Language) -> list[str]:
    """Say each reason once, with all the lines that have it."""
    places: dict[tuple[str, Text], list[int]] = {}
    for one in found:
        places.setdefault((one.name, one.said), []).append(one.line)
    return [
        (_AT.to(language).format(name=name, lines=", ".join(map(str, lines))) if name else "") + said.to(language)
        for (name, said), lines in places.items()
    ]


def _said(message: str) -> Text:
    words = " ".join(message.split())
    return reworded(words, _WANTED, {}) or Text(*(f"({printable(words, _LONGEST)})",) * 2)


_PLACED = "┌─"
_ERROR = re.compile(r"^error: ", re.MULTILINE)
_MESSAGE = re.compile(r"PDF/[^\n]*?error: ([^\n]+)")
_LONGEST = 160
_WANTED: tuple[Wording, ...] = (
    wording(
        r"missing (?:annotation )?alt text",
        'ảnh hoặc công thức thiếu alt, là lời cho người nghe đọc màn hình: thêm alt: "…", như image("logo.png", alt: "Biểu trưng của xã")',
        'a picture or an equation lacks alt, the words for screen readers: add alt: "…", as in image("logo.png", alt: "Commune logo")',
    ),
    wording(
        r"missing document title",
        "tài liệu thiếu tên: thêm #show: official, hoặc #set document(title: data.subject), ở đầu mẫu",
        "the document has no title: begin the template with #show: official, or #set document(title: data.subject)",
    ),
    wording(
        r"the text `(.+)` could not be displayed with font `(.+)`",
        "phông chữ {1} không có ký tự {0}: dùng ký tự hoặc phông chữ khác",
        "the font {1} lacks the sign {0}: use another sign or font",
    ),
    wording(
        r"the first heading must be of level 1",
        "đề mục đầu tiên phải là cấp 1: viết = ở đầu dòng",
        "the first heading must be of level 1: begin it with =",
    ),
    wording(
        r"skipped from heading level (\d+) to (\d+)",
        "đề mục nhảy từ cấp {0} sang cấp {1}: dùng cấp liền sau",
        "the headings skip from level {0} to {1}: use the next level",
    ),
)
_AT = Text(vi="{name}, dòng {lines}: ", en="{name}, line {lines}: ")
_NOT_KEPT = Text(
    vi="PDF không đạt chuẩn lưu trữ PDF/A-2a, PDF/UA-1: {why}",
    en="the PDF does not keep the standards PDF/A-2a and PDF/UA-1: {why}",
)
