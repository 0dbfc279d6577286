"""Dates as Vietnamese offices and ISO 8601 write them, taken apart."""

import re
from typing import NamedTuple

from kehoach.language import Text
from kehoach.values.kind import BadValueError
from kehoach.values.text import fold, printable, short

FIRST_YEAR, LAST_YEAR = 1900, 2200
WHOLE_YEAR, HALF, QUARTER, MONTH = 12, 6, 3, 1

_LONGEST = 100  # a date with all its words; what is longer is not looked at
_FEBRUARY = 2

_ISO = re.compile(r"(?:[Nn]gày )?([0-9]{4})(?:-(?:[Hh]([12])|[Qq]([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")
# The rest works on folded text: no tones, `y` as `i`, dashes as spaces.
# Compiled when met: most dates are in the form above.
_WITH_YEAR = r"(?:(.*?)( ?/ ?| nam | ))?([0-9]{4})"
_WITHIN_YEAR = (
    r"(?P<year>nam)?"
    r"|(?:ngai )?(?P<day>[0-9]{1,2})(?: ?/ ?| thang )(?P<day_month>[0-9]{1,2})"
    r"|(?P<named>thang )?(?P<month>[0-9]{1,2})"
    r"|(?:qui ?|q ?)(?P<quarter>iv|i{1,3}|[1-4])"
    r"|(?:(?:6|sau) thang|nua) (?P<half>dau|cuoi)(?: nam)?|h(?P<number>[12])"
)
_REPEATED = frozenset(("truoc", "cuoi"))
_LIMIT = r"(?:(?:den|toi|het|cham nhat|muon nhat|cuoi|trong|vao|la|truoc|by|before|until|within|no later than|end of) )+"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class DateParts(NamedTuple):
    """A date in numbers: `months` months from the first of `month`, or one day of it."""

    year: int
    month: int
    months: int = MONTH
    day: int = 0


def read_parts(text: str, year: int | None, source: str = "") -> DateParts:
    """Take a date apart; `year` holds where the text names none.

    Raises:
        BadValueError: it is no date, or no such day exists.
    """
    source = source or text
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match is not None:
        return _checked(_iso_parts(match), source)
    folded = fold(text) if len(text) <= _LONGEST else ""
    with_year = re.fullmatch(_WITH_YEAR, folded)
    rest, mark, digits = with_year.groups() if with_year else (folded, None, "")
    match = re.fullmatch(_WITHIN_YEAR, rest or "")
    if match is None or not folded:
        raise _refused(text, folded, source)
    if match["month"] and not match["named"] and (mark is None or "/" not in mark):
        raise _refused(text, folded, source)
    found = int(digits) if digits else year
    if found is None:
        way = f"{text} 2026" if folded.endswith("nam") else f"{text}/2026"
        raise BadValueError(_NO_YEAR, _ADD_YEAR, text=short(source), way=printable(way))
    return _checked(_office_parts(match, found), source, day_first=True)


def without_limit(text: str) -> tuple[str, bool]:
    """Take `đến hết`, `chậm nhất`, `trước` away; say whether the day itself is excluded."""
    if text.isascii() and text[:1].isdigit():
        return text, False
    folded = fold(text) if len(text) <= _LONGEST else ""
    match = re.match(_LIMIT, folded)
    if match is None:
        return text, False
    taken = match[0].split()
    return " ".join(text.split()[len(taken) :]), "truoc" in taken or "before" in taken


def repeated_limit(text: str) -> tuple[str, str] | None:
    """Take `trước` or `cuối` off a deadline: folded, and the rest; papers repeat these words, so nothing replaces them."""
    first_word, _, rest = text.strip().partition(" ")
    limit, rest = fold(first_word), rest.strip()
    return (limit, rest) if limit in _REPEATED and rest else None


def _iso_parts(match: re.Match[str]) -> DateParts:
    year, half, quarter, month, day = match.groups()
    if month:
        return DateParts(int(year), int(month), day=_day(day)) if day else DateParts(int(year), int(month))
    if quarter:
        return DateParts(int(year), 3 * int(quarter) - 2, QUARTER)
    if half:
        return DateParts(int(year), 6 * int(half) - 5, HALF)
    return DateParts(int(year), 1, WHOLE_YEAR)


def _office_parts(match: re.Match[str], year: int) -> DateParts:
    if match["day"]:
        return DateParts(year, int(match["day_month"]), day=_day(match["day"]))
    if match["month"]:
        return DateParts(year, int(match["month"]))
    if quarter := match["quarter"]:
        return DateParts(year, 3 * (_QUARTERS.get(quarter) or int(quarter)) - 2, QUARTER)
    if match["half"] or match["number"]:
        return DateParts(year, 1 if "dau" in match.group("half", "number") or match["number"] == "1" else 7, HALF)
    return DateParts(year, 1, WHOLE_YEAR)


def _day(digits: str) -> int:
    return int(digits) or -1  # a day 0 must not pass for a whole month


def _checked(parts: DateParts, source: str, *, day_first: bool = False) -> DateParts:
    year, month, _, day = parts
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValueError(_FAR_YEAR, _NEAR_YEAR, text=short(source), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if not 1 <= month <= WHOLE_YEAR:
        if day_first and 0 < day <= WHOLE_YEAR < month <= _days(year, day):
            way = f"{month:02}/{day:02}/{year}"
            raise BadValueError(_NO_MONTH, _DAY_FIRST, text=short(source), month=month, way=way)
        raise BadValueError(_NO_MONTH, _CHECK_MONTH, text=short(source), month=month)
    if day and not 0 < day <= _days(year, month):
        raise BadValueError(_NO_DAY, _CHECK_DAY, text=short(source), month=f"{month}/{year}", days=_days(year, month))
    return parts


def _days(year: int, month: int) -> int:
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _refused(text: str, folded: str, source: str) -> BadValueError:
    if re.search(_TIME, text):
        return BadValueError(_HAS_TIME, _DAY_ONLY, text=short(source))
    way = _way(text.strip())
    if way:
        return BadValueError(_NO_DATE, _WRITE_WAY, text=short(source), way=way)
    for pattern, fix in _REMEDIES:
        if re.match(pattern, folded):
            return BadValueError(_NO_DATE, fix, text=short(source))
    return BadValueError(_NO_DATE, _WRITE_DATE, text=short(source))


def _way(text: str) -> str:
    """Give the ISO form of a date whose parts are clear but wrongly written, if it is one."""
    if (match := re.fullmatch(_LOOSE_ISO, text)) is not None:
        year, month, day = match.groups()
    elif (match := re.fullmatch(_LOOSE_DAY, text)) is not None:
        day, month, year = match.groups()
    else:
        return ""
    way = f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}"
    try:
        read_parts(way, None)
    except BadValueError:
        return ""
    return way


# Of refused texts only: compiled when met.
_TIME = r"[0-9][Tt ]\s*[0-9]{1,2}[:hg]"
_LOOSE_ISO = r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?"
_LOOSE_DAY = r"([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})"

_NO_DATE = Text(vi="{text!r} không phải là ngày tháng", en="{text!r} is not a date")
_WRITE_DATE = Text(
    vi="Viết như `2026`, `2026-Q1`, `2026-03` hoặc `2026-03-15`; cũng được: `15/03/2026`, `03/2026`, `quý I/2026`.",
    en="Write it as `2026`, `2026-Q1`, `2026-03` or `2026-03-15`; `15/03/2026`, `03/2026`, `quý I/2026` will do.",
)
_WRITE_WAY = Text(vi="Viết `{way}`.", en="Write `{way}`.")
_NO_YEAR = Text(vi="{text!r} không có năm", en="{text!r} has no year")
_ADD_YEAR = Text(vi="Thêm năm, ví dụ `{way}`.", en="Add the year, as in `{way}`.")
_FAR_YEAR = Text(
    vi="{text!r} không nằm trong các năm {first}-{last}",
    en="{text!r} is not within the years {first}-{last}",
)
_NEAR_YEAR = Text(vi="Kiểm tra lại năm.", en="Check the year.")
_NO_MONTH = Text(vi="{text!r} không có thực: không có tháng {month}", en="{text!r} does not exist: no month {month}")
_DAY_FIRST = Text(vi="Viết ngày trước, tháng sau: `{way}`.", en="Write the day before the month: `{way}`.")
_CHECK_MONTH = Text(vi="Viết tháng từ 1 đến 12.", en="Write a month from 1 to 12.")
_NO_DAY = Text(
    vi="{text!r} không có thực: tháng {month} có {days} ngày",
    en="{text!r} does not exist: {month} has {days} days",
)
_CHECK_DAY = Text(vi="Kiểm tra lại ngày trong tháng.", en="Check the day of the month.")
_HAS_TIME = Text(vi="{text!r} có cả giờ", en="{text!r} has a time of day")
_DAY_ONLY = Text(vi="Chỉ viết ngày, ví dụ `2026-03-15`.", en="Write the day only, such as `2026-03-15`.")
_LESS_PRECISE = Text(
    vi="Nếu chưa biết ngày chính xác, viết tháng, quý hoặc năm, ví dụ `2026-Q1`.",
    en="If the day is not known, write the month, quarter or year, such as `2026-Q1`.",
)
_FOUR_DIGITS = Text(vi="Viết năm bằng bốn chữ số.", en="Write the year with four digits.")
_QUARTER_NAMES = Text(
    vi="Viết quý là I, II, III, IV hoặc 1-4, kèm năm: `quý I/2026` hoặc `2026-Q1`.",
    en="Write the quarter as I, II, III, IV or 1-4, with its year: `2026-Q1`.",
)
_RECURRING = Text(
    vi="Với việc lặp lại, dùng `recurring` cùng `start` và `end`, ví dụ `recurring: quarterly`.",
    en="For what comes again, use `recurring` with `start` and `end`, as in `recurring: quarterly`.",
)
_PLAIN_DATE = Text(
    vi="Chỉ viết ngày tháng; `đến`, `trước`, `chậm nhất` chỉ dùng cho thời hạn kết thúc.",
    en="Write the date alone; `đến`, `trước`, `chậm nhất` can stand at an end or due date only.",
)
_REMEDIES = (
    (r"khoang|tam|du kien|uoc|dau |giua |about|around|early|mid|late|~", _LESS_PRECISE),
    (r"thuong xuien|hang |moi |dinh ki|lien tuc|ongoing|every", _RECURRING),
    (r"[0-9]{1,2}[/. ][0-9]{1,2}[/. ][0-9]{2}$", _FOUR_DIGITS),
    (r"qui\b|q ?[0-9]", _QUARTER_NAMES),
    (_LIMIT, _PLAIN_DATE),
)
