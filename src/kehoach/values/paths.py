"""Paths of files, as a plan may name them."""

import re

from kehoach.language import Text
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.scalar import Scalar
from kehoach.values.text import FORBIDDEN, character_name, printable, short

_ROOTED = r"/|~|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:"  # of plans that name files: compiled when met


def climbs(path: str) -> int:
    """Count how many folders above its start a path reaches."""
    depth = lowest = 0
    for part in path.split("/"):
        if part.strip() == "..":  # Windows drops the spaces
            depth -= 1
            lowest = min(lowest, depth)
        elif part not in {"", "."}:
            depth += 1
    return -lowest


def _read_path(text: str, frame: Frame) -> str:
    if not text.strip():
        raise BadValueError(_NO_PATH, _WRITE_PATH, text=short(text))
    if (match := FORBIDDEN.search(text)) is not None:
        name = character_name(match[0])
        raise BadValueError(_HIDDEN, _WRITE_PATH, code="YML015", text=short(text), character=name)
    if "\\" in text:
        way = printable(text.replace("\\", "/"))
        fix = _INSIDE if re.match(_ROOTED, way) else _FORWARD
        raise BadValueError(_BACKSLASH, fix, code="YML015", text=short(text), way=way)
    if re.match(_ROOTED, text.lstrip()):
        raise BadValueError(_OUTSIDE, _INSIDE, code="YML015", text=short(text))
    if climbs(text) > frame.folders:
        raise BadValueError(_CLIMBS, _INSIDE, code="YML015", text=short(text))
    return text


_NO_PATH = Text(vi="{text!r} không phải là đường dẫn tệp", en="{text!r} is not the path of a file")
_WRITE_PATH = Text(vi="Viết đường dẫn, ví dụ `van-ban/cam-ket.pdf`.", en="Write a path such as `van-ban/cam-ket.pdf`.")
_HIDDEN = Text(vi="đường dẫn {text!r} có ký tự {character}", en="the path {text!r} has the character {character}")
_BACKSLASH = Text(vi="đường dẫn {text!r} có dấu `\\`", en="the path {text!r} has a `\\`")
_FORWARD = Text(vi="Viết `{way}`.", en="Write `{way}`.")
_OUTSIDE = Text(
    vi="{text!r} không phải là đường dẫn tương đối từ tệp này",
    en="{text!r} is not a path relative to this file",
)
_CLIMBS = Text(vi="đường dẫn {text!r} ra ngoài thư mục làm việc", en="the path {text!r} leads out of the workspace")
_INSIDE = Text(
    vi="Chép tệp vào thư mục làm việc rồi viết đường dẫn tương đối, ví dụ `van-ban/cam-ket.pdf`.",
    en="Copy the file into the workspace and write its relative path, such as `van-ban/cam-ket.pdf`.",
)

FILE_PATH: Kind[str] = Scalar(
    name=Text(vi="một đường dẫn tệp", en="the path of a file"),
    read=_read_path,
    pattern=r"^(?![A-Za-z][A-Za-z0-9+.-]*:)[^/~\\][^\\]*$",
)
