"""Ids and references to them."""

import re

from kehoach.language import Text
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.scalar import Scalar
from kehoach.values.text import INVISIBLE, nfc, plain_letters, short, shown

LONGEST = 64

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_REFERENCE = re.compile(r"[A-Za-z0-9._-]{1,64}(?:#[A-Za-z0-9._-]{1,64})?")
_BAD = r"[^A-Za-z0-9._-]"  # this and what follows are rare: compiled when met
_BETWEEN = r"[^A-Za-z0-9.]+"
_LATIN = str.maketrans("АВЕКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXo")


def slug(text: str) -> str:
    """Make an id of a name: `Tỷ lệ hộ nghèo` gives `ty-le-ho-ngheo`; empty where nothing is left."""
    return _as_id(text).lower()


def _as_id(text: str) -> str:
    return re.sub(_BETWEEN, "-", plain_letters(text.translate(_LATIN)))[:LONGEST].strip("-.")


def _read_id(text: str, frame: Frame) -> str:
    del frame
    if _ID.fullmatch(text):
        return text
    raise _bad_id(text, text, _as_id(text))


def _read_reference(text: str, frame: Frame) -> str:
    del frame
    if _REFERENCE.fullmatch(text):
        return text
    plan, mark, own = text.partition("#")
    bad = own if mark and _ID.fullmatch(plan) else plan
    way = f"{_as_id(plan)}#{_as_id(own)}" if _as_id(plan) and _as_id(own) else _as_id(plan)
    raise _bad_id(text, bad, way)


def _bad_id(text: str, part: str, way: str) -> BadValueError:
    fix = _WRITE_WAY if way else _ALLOWED
    match = re.search(_BAD, nfc(part)) or re.search(_BAD, part)
    if match is not None:
        name = _SPACE if match[0] == " " else shown(match[0])
        code = "YML008" if INVISIBLE.search(part) else "YML013"
        return BadValueError(_BAD_CHARACTER, fix, code=code, text=short(text), character=name, way=way)
    if len(part) > LONGEST:
        return BadValueError(_TOO_LONG, _SHORTEN, text=short(text), most=LONGEST)
    return BadValueError(_EMPTY, _ALLOWED, text=short(text))


_BAD_CHARACTER = Text(vi="mã {text!r} có ký tự {character}", en="the id {text!r} has the character {character}")
_SPACE = Text(vi="dấu cách", en="space")
_WRITE_WAY = Text(
    vi="Chỉ dùng chữ không dấu, chữ số, `.`, `_`, `-`, ví dụ `{way}`.",
    en="Use letters without marks, digits, `.`, `_`, `-` only, such as `{way}`.",
)
_ALLOWED = Text(
    vi="Chỉ dùng chữ không dấu, chữ số, `.`, `_`, `-`, ví dụ `T1`.",
    en="Use letters without marks, digits, `.`, `_`, `-` only, such as `T1`.",
)
_TOO_LONG = Text(vi="mã {text!r} dài hơn {most} ký tự", en="the id {text!r} is longer than {most} characters")
_SHORTEN = Text(vi="Đặt mã ngắn hơn.", en="Choose a shorter id.")
_EMPTY = Text(vi="{text!r} không phải là một mã", en="{text!r} is not an id")

ID: Kind[str] = Scalar(name=Text(vi="một mã", en="an id"), read=_read_id, pattern=r"^[A-Za-z0-9._-]{1,64}$")
REFERENCE: Kind[str] = Scalar(
    name=Text(vi="một mã, hoặc `mã kế hoạch#mã`", en="an id, or `plan-id#id`"),
    read=_read_reference,
    pattern=r"^[A-Za-z0-9._-]{1,64}(#[A-Za-z0-9._-]{1,64})?$",
)
