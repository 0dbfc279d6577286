"""Target values as officers write them."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kehoach.language import Language, Text, say_number
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.numbers import is_alone, read_number, read_written
from kehoach.values.scalar import Scalar
from kehoach.values.text import DASHES, fold, nfc, short


class Comparison(StrEnum):
    """How a measured value stands to the target when it is met."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    EQUAL = "equal"
    BETWEEN = "between"


_SAID = {
    Comparison.AT_LEAST: Text(vi="từ {} trở lên", en="at least {}"),
    Comparison.AT_MOST: Text(vi="không quá {}", en="at most {}"),
    Comparison.MORE_THAN: Text(vi="trên {}", en="more than {}"),
    Comparison.LESS_THAN: Text(vi="dưới {}", en="less than {}"),
    Comparison.EQUAL: Text(vi="đúng {}", en="exactly {}"),
    Comparison.BETWEEN: Text(vi="từ {}", en="{}"),
}


class TargetValue(NamedTuple):
    """A number with how it is to be compared, a range, a share of a whole, or words only."""

    comparison: Comparison | None = None  # none: the text says nothing
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    of: Decimal | None = None
    unit: str = ""
    text: str = ""

    @property
    def is_qualitative(self) -> bool:
        """Whether it is said in words, as `Đạt chuẩn`."""
        return self.value is None and self.low is None and self.high is None

    def say(self, language: Language) -> str:
        """Write `từ 9,5% trở lên`, `at least 9.5%`; words stay as they are."""
        if self.is_qualitative:
            return self.text
        numbers = [number for number in (self.value, self.low, self.high) if number is not None]
        said = " - ".join(say_number(number, language) for number in numbers)
        if self.of is not None:
            said = f"{said}/{say_number(self.of, language)}"
        if self.unit:
            said = f"{said}{'' if self.unit in _CLOSE else ' '}{self.unit}"
        if self.comparison is None or self.comparison is Comparison.BETWEEN:
            return said
        return _SAID[self.comparison].to(language).format(said)


def read_target(text: str, frame: Frame) -> TargetValue:
    """Read a number, a comparison, a range, a share, or words without any digit.

    Raises:
        BadValueError: it has digits and cannot be understood as a whole.
    """
    del frame
    if len(text) <= _LONGEST and is_alone(text):
        return TargetValue(value=read_number(text), text=text)
    if not any(character.isdecimal() for character in text):
        if not text.strip():
            raise _refused(text)
        return TargetValue(text=text)
    if len(text) > _LONGEST:
        raise _refused(text)
    return _read_with_digits(text)


def _read_with_digits(text: str) -> TargetValue:
    spaced = " ".join(nfc(text).translate(DASHES).split())
    from_to = re.fullmatch(_FROM_TO, spaced, re.IGNORECASE) if spaced[0] in "tT" else None
    comparison, body, vietnamese = (None, from_to[1], True) if from_to else _comparison(spaced)
    match = re.fullmatch(_BODY, body)
    if match is None:
        raise _refused(text)
    first, low_unit, dash, second, slash, whole, unit = match.groups()
    numbers = [read_written(number, source=spaced, dots_group=vietnamese).value for number in (first, second, whole) if number]
    if dash and comparison is None and low_unit.strip() in {"", unit.strip()}:
        return _range(text, numbers, unit.strip())
    if dash or (low_unit and slash):
        raise _refused(text)
    if slash and numbers[1] <= 0:
        raise BadValueError(_OF_NOTHING, _WRITE_OF, text=short(text))
    return TargetValue(
        comparison=comparison,
        value=numbers[0],
        of=numbers[1] if slash else None,
        unit=f"{low_unit}{unit}".strip(),
        text=text,
    )


def _range(text: str, numbers: list[Decimal], unit: str) -> TargetValue:
    low, high = numbers
    if low > high:
        raise BadValueError(_EXCHANGED, _LOW_FIRST, text=short(text))
    return TargetValue(comparison=Comparison.BETWEEN, low=low, high=high, unit=unit, text=text)


def _comparison(text: str) -> tuple[Comparison | None, str, bool]:
    """Split off the words or sign of comparison; say whether they are Vietnamese."""
    body, suffixed = text, None
    for words, comparison in _SUFFIXES:
        if body[-len(words) :].lower() == words:
            body, suffixed = body[: -len(words)], comparison
            break
    match = re.match(_PREFIX, body, re.IGNORECASE)
    if match is None:
        return suffixed, body, suffixed is not None
    found, is_vietnamese = _PREFIXES[fold(match[1])]
    if suffixed is not None:
        # `từ 9,5% trở lên` says it twice; `dưới 9,5% trở lên` contradicts itself.
        found = suffixed if found in {suffixed, None} or fold(match[1]) == "tu" else None
        if found is None:
            return None, text, False
    return found, body[match.end() :], is_vietnamese or suffixed is not None


def _refused(text: str) -> BadValueError:
    return BadValueError(_NO_TARGET, _WRITE_PARTS, text=short(text))


_LONGEST = 100  # a target with its unit; what is longer is not looked at
_CLOSE = frozenset("%‰")
_PREFIXES: dict[str, tuple[Comparison | None, bool]] = {
    ">": (Comparison.MORE_THAN, False),
    "<": (Comparison.LESS_THAN, False),
    "≥": (Comparison.AT_LEAST, False),
    "≤": (Comparison.AT_MOST, False),
    ">=": (Comparison.AT_LEAST, False),
    "<=": (Comparison.AT_MOST, False),
    "=": (Comparison.EQUAL, False),
    "tren": (Comparison.MORE_THAN, True),
    "hon": (Comparison.MORE_THAN, True),
    "duoi": (Comparison.LESS_THAN, True),
    "tu": (Comparison.AT_LEAST, True),
    "it nhat": (Comparison.AT_LEAST, True),
    "toi thieu": (Comparison.AT_LEAST, True),
    "khong duoi": (Comparison.AT_LEAST, True),
    "khong thap hon": (Comparison.AT_LEAST, True),
    "khong qua": (Comparison.AT_MOST, True),
    "khong vuot qua": (Comparison.AT_MOST, True),
    "toi da": (Comparison.AT_MOST, True),
    "nhieu nhat": (Comparison.AT_MOST, True),
    "dat": (None, True),
    "at least": (Comparison.AT_LEAST, False),
    "at most": (Comparison.AT_MOST, False),
    "more than": (Comparison.MORE_THAN, False),
    "over": (Comparison.MORE_THAN, False),
    "less than": (Comparison.LESS_THAN, False),
    "under": (Comparison.LESS_THAN, False),
}
# Where a number does not stand alone: compiled when met.
_PREFIX = (
    r"(>=|<=|[><≥≤=]|(?:trên|hơn|dưới|từ|ít nhất|tối thiểu|không dưới|không thấp hơn|không quá|không vượt quá|tối đa"
    r"|nhiều nhất|đạt|at least|at most|more than|over|less than|under)(?= )) ?"
)
_SUFFIXES = ((" trở lên", Comparison.AT_LEAST), (" trở xuống", Comparison.AT_MOST))
_FROM_TO = r"từ (.+ ?(?:đến|-) ?.+)"
_DIGITS = r"([-+]?[0-9](?:[0-9., \xa0]*[0-9])?)"
# In a unit a digit can only be the end of a word: m2, CO2.
_UNIT = r"( ?(?:[%‰]|[^\W\d_][^\d<>=≥≤~]*(?:(?<=[^\W\d_])[23][^\d<>=≥≤~]*)?)|)"
_BODY = rf"{_DIGITS}{_UNIT}(?:( ?- ?| đến )([0-9](?:[0-9.,]*[0-9])?)| ?(/) ?([0-9][0-9.,]*))?{_UNIT}"

_NO_TARGET = Text(vi="{text!r} không đọc được thành một mức chỉ tiêu", en="{text!r} cannot be read as a target")
_WRITE_PARTS = Text(
    vi="Viết `value` là một số và nói cách so sánh ở `is` (hoặc mẫu số ở `of`); nếu là lời, viết ở `text`.",
    en="Write `value` as a number with the comparison in `is` (or the whole in `of`); write words in `text`.",
)
_OF_NOTHING = Text(vi="{text!r} chia cho số không lớn hơn 0", en="{text!r} is a share of nothing")
_WRITE_OF = Text(vi="Viết tổng số sau dấu `/`, ví dụ `4/9`.", en="Write the whole after the `/`, as in `4/9`.")
_EXCHANGED = Text(vi="{text!r} không đi từ số nhỏ đến số lớn", en="{text!r} does not go from a smaller to a larger number")
_LOW_FIRST = Text(vi="Viết số nhỏ trước, ví dụ `7,5 - 8,0`.", en="Write the smaller number first, as in `7,5 - 8,0`.")

TARGET_VALUE: Kind[TargetValue] = Scalar(
    name=Text(vi="một mức chỉ tiêu", en="a target value"),
    read=read_target,
    pattern=r"\S",
)
