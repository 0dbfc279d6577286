"""Numbers as Vietnamese and international hands write them."""

import re
from decimal import Decimal
from typing import NamedTuple
from unicodedata import decimal

from kehoach.language import Text
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.scalar import Scalar
from kehoach.values.text import printable, short

MOST_DIGITS = 18
"""Before the decimal mark; with at most ten after it, every sum stays exact in 28 digits."""

_NUMBER = (  # most numbers are simpler: compiled when met
    r"([-+]?)(?:"
    r"(0?[0-9]|[1-9][0-9]+)(?:([.,])([0-9]+))?"
    r"|([1-9][0-9]{0,2}(?:([., ])[0-9]{3})(?:\6[0-9]{3})*)(?:((?!\6)[.,])([0-9]+))?"
    r")"
)
_SIMPLE = re.compile(r"(?:0|[1-9][0-9]{0,17})[.,][0-9]{1,2}")  # no group of thousands has two digits
_ALONE = re.compile(r"[0-9]{1,18}[.,][0-9]{1,18}")
_PLAIN = str.maketrans("−\xa0\u2007\u2009\u202f", "-    ")
_GROUPING = str.maketrans(dict.fromkeys("., "))
_MOST_FRACTION = 10
_LONGEST = 60  # a number with all its marks; what is longer is not looked at
_POWERS = tuple(Decimal((0, (1,), power)) for power in range(-_MOST_FRACTION, MOST_DIGITS + 1))
_HUNDREDTH, _TENTH = _POWERS[_MOST_FRACTION - 2 : _MOST_FRACTION]


class Written(NamedTuple):
    """A number with the place value of its last significant digit."""

    value: Decimal
    step: Decimal


def read_number(text: str) -> Decimal:
    """Read a number exactly.

    Raises:
        BadValueError: it is no number, or it may be a thousand times another one.
    """
    if _is_whole(text):
        return Decimal(text)
    if _SIMPLE.fullmatch(text) is not None:
        return Decimal(text.replace(",", "."))
    return read_written(text).value


def read_written(text: str, *, source: str = "", dots_group: bool = False) -> Written:
    """Read a number with its precision.

    Args:
        text: the number alone.
        source: the whole text that the number stands in, for the error.
        dots_group: whether `20.000` is known to be twenty thousand.

    Raises:
        BadValueError: it is no number, or it may be a thousand times another one.
    """
    if _is_whole(text):
        return Written(Decimal(text), _POWERS[_MOST_FRACTION + len(text) - len(text.rstrip("0"))])
    if _SIMPLE.fullmatch(text) is not None:
        return Written(Decimal(text.replace(",", ".")), _TENTH if text[-2] in ".," else _HUNDREDTH)
    match = re.fullmatch(_NUMBER, text.strip().translate(_PLAIN)) if len(text) <= _LONGEST else None
    if match is None:
        raise _not_a_number(text, source or text)
    sign, plain, mark, fraction, grouped, _, _, after_groups = match.groups()
    if plain is None:
        whole, fraction = grouped.translate(_GROUPING), after_groups
    elif mark and len(fraction) == 3 and len(plain) <= 3 and plain[0] != "0":  # noqa: PLR2004 (a group has three digits)
        if not (dots_group and mark == "."):
            raise _ambiguous(text.strip(), mark, source or text)
        whole, fraction = plain + fraction, None
    elif fraction and plain != "0" and plain[0] == "0":
        raise _not_a_number(text, source or text)
    else:
        whole = plain
    return _exact(sign, whole, fraction or "", source or text)


def is_alone(text: str) -> bool:
    """Tell whether a text is nothing but digits, with at most one mark between them: no unit, no sign, no range."""
    return (text.isascii() and text.isdigit()) or _ALONE.fullmatch(text) is not None


def last_place(number: Decimal) -> Decimal:
    """Give the place value of the last significant digit; zeros at the end of a whole number are not."""
    _, digits, exponent = number.as_tuple()
    places = exponent if isinstance(exponent, int) else 0
    if places >= 0 and not digits[-1]:
        for figure in reversed(digits):
            if figure or not number:
                break
            places += 1
    return _POWERS[_MOST_FRACTION + places] if -_MOST_FRACTION <= places <= MOST_DIGITS else Decimal((0, (1,), places))


def in_plain_digits(text: str) -> str:
    """Write digits of other scripts, `１２`, and digits joined by `_` as plain ones; empty: there are none."""
    if any(character.isdecimal() and not character.isascii() for character in text):
        return "".join(str(decimal(character)) if character.isdecimal() else character for character in text)
    return text.replace("_", "") if re.search("[0-9]_[0-9]", text) else ""


def rating(low: int, high: int) -> Kind[int]:
    """Make the kind of whole numbers from `low` to `high`."""

    def read(text: str, frame: Frame) -> int:
        number = _read_integer(text, frame)
        if not low <= number <= high:
            raise BadValueError(_OUTSIDE, _WITHIN, text=short(text), low=low, high=high)
        return number

    name = Text(vi=f"một số nguyên từ {low} đến {high}", en=f"a whole number from {low} to {high}")
    return Scalar(name=name, read=read, pattern="[0-9]")


def _is_whole(text: str) -> bool:
    """Tell whether a text is a whole number of digits alone, as most numbers are."""
    return len(text) <= MOST_DIGITS and text.isascii() and text.isdigit() and text[0] != "0"


def _not_a_number(text: str, source: str) -> BadValueError:
    body = text.strip()
    way = body.lstrip("0") if re.fullmatch("0+[1-9][0-9]*", body) else in_plain_digits(body)
    fix = _WRITE_WAY if way else _WRITE_DIGITS
    if body.casefold().lstrip("-+.") in {"nan", "inf", "infinity"}:
        fix = _LEAVE_OUT
    return BadValueError(_NO_NUMBER, fix, text=short(source), way=printable(way))


def _exact(sign: str, whole: str, fraction: str, source: str) -> Written:
    if len(whole) > MOST_DIGITS or len(fraction) > _MOST_FRACTION:
        raise BadValueError(_TOO_LONG, _FEWER, text=short(source), most=MOST_DIGITS, decimals=_MOST_FRACTION)
    value = Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole)
    if sign == "-" and value:
        value = -value
    zeros = len(whole) - len(whole.rstrip("0")) if value and not fraction else 0
    return Written(value, _POWERS[_MOST_FRACTION + zeros - len(fraction)])


def _ambiguous(number: str, mark: str, source: str) -> BadValueError:
    whole = number.replace(mark, "")
    decimal_part = number.partition(mark)[2].rstrip("0")
    plain = number.partition(mark)[0] + (f".{decimal_part}" if decimal_part else "")
    point = f"{plain}0" if len(decimal_part) == 3 else plain  # noqa: PLR2004 - three would be a group again
    return BadValueError(
        _AMBIGUOUS,
        _TWO_WAYS if decimal_part else _TWO_WHOLE_WAYS,
        code="YML014",
        text=short(source),
        whole=whole,
        decimal=Text(vi=plain.replace(".", ","), en=plain),
        way=printable(source.replace(number, whole, 1)),
        other=Text(*(printable(source.replace(number, way, 1)) for way in (point.replace(".", ","), point))),
    )


def _read_integer(text: str, frame: Frame) -> int:
    del frame
    if _is_whole(text):
        return int(text)
    number = read_number(text)
    whole = int(number)
    if whole != number:
        raise BadValueError(_NOT_WHOLE, _WRITE_WHOLE, text=short(text), way=str(whole))
    return whole


def _read_decimal(text: str, frame: Frame) -> Decimal:
    del frame
    return read_number(text)


def _read_percentage(text: str, frame: Frame) -> Decimal:
    del frame
    body = text.strip()
    if body.endswith("‰"):
        raise BadValueError(_PER_MILLE, _WRITE_PERCENT, text=short(text))
    return read_written(body.removesuffix("%"), source=text).value


def _read_yes_no(text: str, frame: Frame) -> bool:
    del frame
    word = text.strip()
    if word in {"true", "True", "TRUE"}:  # the spellings of the YAML standard: every reader agrees on them
        return True
    if word in {"false", "False", "FALSE"}:
        return False
    meant = _MEANT.get(word.casefold())
    fix = _WRITE_TRUE_OR_FALSE if meant is None else _WRITE_WAY
    raise BadValueError(_NO_BOOLEAN, fix, text=short(text), way=meant or "")


_MEANT = dict.fromkeys(("yes", "y", "on", "có", "đúng", "rồi", "x", "1"), "true") | dict.fromkeys(
    ("no", "n", "off", "không", "sai", "chưa", "0"),
    "false",
)

_NO_NUMBER = Text(vi="{text!r} không phải là một số", en="{text!r} is not a number")
_WRITE_DIGITS = Text(
    vi="Viết bằng các chữ số 0-9, ví dụ `1250` hoặc `12,5`.",
    en="Write it in the digits 0-9, such as `1250` or `12.5`.",
)
_WRITE_WAY = Text(vi="Viết `{way}`.", en="Write `{way}`.")
_LEAVE_OUT = Text(vi="Để trống nếu chưa biết số.", en="Leave it empty while the number is unknown.")
_TOO_LONG = Text(
    vi="{text!r} dài hơn {most} chữ số trước hoặc {decimals} chữ số sau dấu thập phân",
    en="{text!r} has more than {most} digits before or {decimals} after the decimal mark",
)
_FEWER = Text(vi="Làm tròn số, hoặc dùng đơn vị lớn hơn.", en="Round the number, or use a larger unit.")
_AMBIGUOUS = Text(
    vi="{text!r} có thể hiểu là `{whole}` hoặc `{decimal}`",
    en="{text!r} may be `{whole}` or `{decimal}`",
)
_TWO_WAYS = Text(
    vi="Viết `{way}` nếu dấu này ngăn cách hàng nghìn, `{other}` nếu là dấu thập phân"
    ' (trong ngoặc nhọn hoặc ngoặc vuông thì thêm nháy kép: `"{other}"`).',
    en="Write `{way}` if the mark separates thousands, `{other}` if it is the decimal mark.",
)
_TWO_WHOLE_WAYS = Text(
    vi="Viết `{way}` nếu dấu này ngăn cách hàng nghìn, `{other}` nếu là dấu thập phân.",
    en="Write `{way}` if the mark separates thousands, `{other}` if it is the decimal mark.",
)
_NOT_WHOLE = Text(vi="{text!r} không phải là số nguyên", en="{text!r} is not a whole number")
_WRITE_WHOLE = Text(vi="Viết một số nguyên, ví dụ `{way}`.", en="Write a whole number, such as `{way}`.")
_OUTSIDE = Text(vi="{text!r} nằm ngoài khoảng từ {low} đến {high}", en="{text!r} is not between {low} and {high}")
_WITHIN = Text(
    vi="Viết một số nguyên từ {low} đến {high}.",
    en="Write a whole number from {low} to {high}.",
)
_PER_MILLE = Text(vi="{text!r} là phần nghìn, không phải phần trăm", en="{text!r} is per mille, not per cent")
_WRITE_PERCENT = Text(
    vi="Viết theo phần trăm, ví dụ `1,2%` thay cho `12‰`.",
    en="Write it in per cent: `1.2%` for `12‰`.",
)
_NO_BOOLEAN = Text(vi="{text!r} không phải là `true` hay `false`", en="{text!r} is neither `true` nor `false`")
_WRITE_TRUE_OR_FALSE = Text(
    vi="Viết `true` (có) hoặc `false` (không).",
    en="Write `true` or `false`.",
)

NUMBER: Kind[Decimal] = Scalar(name=Text(vi="một số", en="a number"), read=_read_decimal, pattern="[0-9]")
INTEGER: Kind[int] = Scalar(name=Text(vi="một số nguyên", en="a whole number"), read=_read_integer, pattern="[0-9]")
PERCENTAGE: Kind[Decimal] = Scalar(
    name=Text(vi="một tỷ lệ phần trăm", en="a percentage"),
    read=_read_percentage,
    pattern="^[^‰]*[0-9][^‰]*$",
)
YES_NO: Kind[bool] = Scalar(
    name=Text(vi="`true` hoặc `false`", en="`true` or `false`"),
    read=_read_yes_no,
    pattern=r"^\s*(true|True|TRUE|false|False|FALSE)\s*$",
)
