"""The pictures of a user's page: those that lie beside the template are written into the page, others are told."""

import base64
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from kehoach.language import Text
from kehoach.values.text import printable

LARGEST = 2 * 1000 * 1000
"""Bytes of one picture."""

MOST = 8 * 1000 * 1000
"""Bytes of all pictures of a page."""


class Unshown(NamedTuple):
    """A picture, or what else a page wants from outside, that no reader will see, and the line that wants it."""

    line: int
    said: Text


class _Picture(NamedTuple):
    content: bytes
    kind: str


def embedded(page: str, folder: Path) -> tuple[str, list[Text]]:
    """Write the pictures of a page into it; give what is left out, each once.

    Args:
        page: a rendered page; words of a plan are no tags in it.
        folder: the template's own; nothing outside it is read.
    """
    pieces: list[str] = []
    told: list[Text] = []
    at, room = 0, MOST
    for found in _sources(_without_comments(page)):
        picture = _picture(found["said"] or found["bare"], folder, room)
        if isinstance(picture, Text):
            told.append(picture)
        elif picture is not None:
            room -= len(picture.content)
            pieces += [page[at : found.start("value")], f'"data:{picture.kind};base64,{base64.b64encode(picture.content).decode()}"']
            at = found.end("value")
    return "".join([*pieces, page[at:]]), list(dict.fromkeys(told))


def unshown(source: str, folder: Path) -> Iterator[Unshown]:
    """Find what a template wants and its page will not show; a name that is only made when it runs is passed over."""
    source = _without_comments(source)
    for found in _sources(source):
        name = found["said"] or found["bare"]
        said = None if _TAG.search(name) else _picture(name, folder, MOST)
        if isinstance(said, Text):
            yield Unshown(_line(source, found), said)
    for found in _WANTED.finditer(source):
        yield Unshown(_line(source, found), _outside(found))


def _without_comments(page: str) -> str:
    """Blank the comments out, so that all else stays at its place."""
    return _COMMENT.sub(lambda found: _LETTER.sub(" ", found[0]), page)


def _sources(page: str) -> Iterator[re.Match[str]]:
    for tag in _IMAGE.finditer(page):
        found = _SOURCE.search(page, tag.start(), tag.end())
        if found:
            yield found


def _picture(written: str, folder: Path, room: int) -> _Picture | Text | None:
    """Read a picture, or say why it is not shown; none where the page holds it already."""
    said = html.unescape(written).strip()
    if said[:5].lower() == "data:":
        return None
    name = unquote(said.partition("?")[0].partition("#")[0])
    if _ADDRESS.match(said):
        return _filled(_FAR, said)
    if not name or _UNFIT.search(name) or name.startswith("/"):  # asking for a drive or a share may be a request already
        return _filled(_OUTSIDE, said)
    top = folder.resolve()
    try:
        file = (top / name).resolve()
        if not file.is_relative_to(top):
            return _filled(_OUTSIDE, said)
        if not file.is_file():
            return _filled(_ABSENT, said)
        if file.stat().st_size > min(LARGEST, room):
            return _filled(_TOO_LARGE, said)
        content = file.read_bytes()
    except OSError:
        return _filled(_ABSENT, said)
    kind = next((kind for kind, sign in _KINDS.items() if sign.match(content)), None)
    return _Picture(content, kind) if kind else _filled(_NO_PICTURE, said)


def _outside(found: re.Match[str]) -> Text:
    """Say what a page with no requests does not take."""
    return _filled(_NOT_TAKEN, next(group for group in found.groups() if group))


def _line(source: str, found: re.Match[str]) -> int:
    return source.count("\n", 0, found.start()) + 1


def _filled(text: Text, name: str) -> Text:
    shown = printable(name, _LONGEST)
    return Text(text.vi.format(name=shown), text.en.format(name=shown))


_LONGEST = 80
_TAG = re.compile(r"\{[{%]")
_COMMENT = re.compile(r"\{#.*?(?:#\}|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_LETTER = re.compile(r"[^\n]")
_IMAGE = re.compile(r"<img\b(?:\"[^\"]{0,4000}\"|'[^']{0,4000}'|[^'\"<>])*>", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?<=[\s\"'])src\s*=\s*(?P<value>(?P<quote>[\"'])(?P<said>.+?)(?P=quote)|(?P<bare>[^\s\"'>]+))", re.IGNORECASE | re.DOTALL
)
_WANTED = re.compile(
    r"<(script|iframe|video|audio|object|embed)\b|<(link)\b(?=[^>]{0,500}\bstylesheet\b)"
    r"|\b(url\((?!\s*[\"']?(?:data:|#))[^)\n]{0,80}\))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_UNFIT = re.compile(r"[\\:\0]")
_KINDS = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "image/svg+xml": re.compile(
        rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}>\s*){0,9}<svg\b", re.DOTALL
    ),
}
"""How the pictures begin that a page may hold; an svg in an image runs nothing and fetches nothing."""

_FAR = Text(
    vi="ảnh {name!r} không hiện: trang không tải gì từ mạng; chép tệp ảnh vào cạnh mẫu và viết tên tệp",
    en="the picture {name!r} is not shown: a page fetches nothing; put the file beside the template and write its name",
)
_OUTSIDE = Text(
    vi="ảnh {name!r} không hiện: nằm ngoài thư mục mẫu; chép tệp ảnh vào cạnh mẫu và viết tên tệp",
    en="the picture {name!r} is not shown: it lies outside the template's folder; put the file beside the template and write its name",
)
_ABSENT = Text(
    vi="không có ảnh {name!r} cạnh mẫu: chép tệp ảnh vào thư mục của mẫu",
    en="there is no picture {name!r} beside the template: put the file into the template's folder",
)
_TOO_LARGE = Text(
    vi="ảnh {name!r} quá lớn: mỗi ảnh đến 2 MB, cả trang đến 8 MB; thu nhỏ ảnh",
    en="the picture {name!r} is too large: up to 2 MB each and 8 MB on a page; make it smaller",
)
_NO_PICTURE = Text(
    vi="{name!r} không phải ảnh png, jpg, gif, webp hay svg", en="{name!r} is no picture of the kinds png, jpg, gif, webp and svg"
)
_NOT_TAKEN = Text(
    vi="trang không dùng {name!r}: không tải gì, không chạy mã lệnh; viết kiểu chữ trong <style>, đặt ảnh bằng <img>",
    en="a page takes no {name!r}: it fetches and runs nothing; write styles in <style>, place pictures with <img>",
)
