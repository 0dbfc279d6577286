"""Bytes to text: UTF-8 with or without a byte order mark, nothing else."""

from itertools import pairwise
from typing import NamedTuple

from kehoach.compiled import COMPILED
from kehoach.language import Text
from kehoach.reading.complaint import Complaint

MAXIMUM_BYTES = 4_000_000
"""A plan of 100 tasks has about 80,000 bytes."""

_BOM = b"\xef\xbb\xbf"


class Decoded(NamedTuple):
    """The text without its byte order mark, or what is wrong with the bytes."""

    text: str
    complaint: Complaint | None = None


def decode(content: bytes) -> Decoded:
    """Read UTF-8 strictly; name the first bad byte and the likely encoding otherwise."""
    if (office := _of_office(content)) is not None:
        return Decoded("", Complaint("YML007", (0, 1), message=_NO_PLAN, values={"likely": office}, fix=_COPY))
    if len(content) > MAXIMUM_BYTES:
        return Decoded("", _too_large())
    body = content.removeprefix(_BOM)
    if (known := _known_binary(content)) is not None:
        return Decoded("", Complaint("YML007", (0, 1), message=_NO_TEXT, values={"likely": known}))
    try:
        return Decoded((COMPILED and COMPILED.decoded(body)) or body.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _undecodable(content, body, error)


def _too_large() -> Complaint:
    return Complaint(
        "YML004",
        (0, 0),
        message=Text(vi="tệp lớn hơn {limit} byte", en="the file has more than {limit} bytes"),
        values={"limit": MAXIMUM_BYTES},
    )


def _undecodable(content: bytes, body: bytes, error: UnicodeDecodeError) -> Decoded:
    readable = body[: error.start].decode("utf-8")
    name = _likely_encoding(content)
    complaint = Complaint(
        "YML007",
        (len(readable), len(readable) + 1),
        values={
            "byte": f"0x{body[error.start]:02X}",
            "offset": error.start + len(content) - len(body),
            "likely": name,
        },
    )
    return Decoded(readable, complaint)


_TCVN3 = frozenset(b"\xb8\xb5\xb6\xb7\xb9\xa8\xa9\xaa\xab\xac\xad\xae\xbe\xbb\xbc\xbd\xc6\xca\xc7\xc8\xc9\xcb")
_NO_TEXT = Text(vi="nội dung là {likely}, không phải chữ UTF-8", en="the content is {likely}, not text in UTF-8")
_NO_PLAN = Text(vi="đây là {likely}, không phải tệp kế hoạch .yaml", en="this is {likely}, not a plan in a .yaml file")
_COPY = Text(
    vi="Kế hoạch là một tệp .yaml: tạo tệp đó bằng `kehoach init`, rồi chép nội dung của tệp này sang.",
    en="A plan is a .yaml file: make one with `kehoach init` and copy the content of this file into it.",
)
_OFFICE = (
    (b"PK\x03\x04", Text(vi="tệp Excel, Word hoặc ZIP", en="an Excel, Word or ZIP file")),
    (b"%PDF", Text(vi="tệp PDF", en="a PDF file")),
    (b"\xd0\xcf\x11\xe0", Text(vi="tệp Word hoặc Excel cũ", en="an old Word or Excel file")),
)
_UTF16 = Text(vi="UTF-16", en="UTF-16")
_SIGNATURES = (
    (b"\xff\xfe", _UTF16),
    (b"\xfe\xff", _UTF16),
    (b"\x1f\x8b", Text(vi="tệp nén gzip", en="a gzip file")),
)


def _of_office(content: bytes) -> Text | None:
    """Name a file of an office program, which nobody turns into a plan by saving it in another way."""
    return next((name for signature, name in _OFFICE if content.startswith(signature)), None)


def _known_binary(content: bytes) -> Text | None:
    """Name a file that is not UTF-8 by its first bytes, even where all of them could be."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    if content[:400].count(0) > len(content[:400]) // 4:
        return _UTF16
    return None


def _likely_encoding(content: bytes) -> Text:
    high = [byte for byte in content if byte > 0x7F]  # noqa: PLR2004 - beyond ASCII
    if sum(byte in _TCVN3 for byte in high) * 3 >= len(high) * 2:
        return Text(vi="TCVN3 (ABC)", en="TCVN3 (ABC)")
    if _looks_like_vni(content):
        return Text(vi="VNI", en="VNI")
    return Text(vi="Windows-1258", en="Windows-1258")


def _looks_like_vni(content: bytes) -> bool:
    """VNI writes a plain vowel and then the byte of its marks."""
    marks = frozenset(b"\xd9\xd8\xdb\xd5\xcf\xc2\xc1\xc0\xc5\xc3\xc4\xca\xc9\xc8\xda\xdc\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0")
    pairs = sum(a in b"aeiouyAEIOUY" and b in marks for a, b in pairwise(content))
    return pairs * 2 > sum(byte > 0x7F for byte in content)  # noqa: PLR2004 - beyond ASCII
