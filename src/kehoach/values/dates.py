"""Dates that know how precise they are."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kehoach.language import Language, Text
from kehoach.values.date_text import (
    FIRST_YEAR,
    HALF,
    LAST_YEAR,
    MONTH,
    QUARTER,
    WHOLE_YEAR,
    read_parts,
    without_limit,
)
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.sameness import compared_by
from kehoach.values.scalar import Scalar
from kehoach.values.text import DASHES, short

_ROMAN = ("I", "II", "III", "IV")


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


_YEAR, _QUARTER, _MONTH, _DAY = Precision.YEAR, Precision.QUARTER, Precision.MONTH, Precision.DAY  # asking each time is slow
_TO_MONTH = len("2026-03")
_PRECISIONS = {
    WHOLE_YEAR: Precision.YEAR,
    HALF: Precision.HALF,
    QUARTER: Precision.QUARTER,
    MONTH: Precision.MONTH,
}


@compared_by(3)
class PlanDate(NamedTuple):
    """All the days that a date such as `quý I/2026` may mean."""

    first: date
    last: date
    precision: Precision
    text: str = ""

    def iso(self) -> str:
        """Write the canonical form: `2026`, `2026-H1`, `2026-Q1`, `2026-03` or `2026-03-15`."""
        first, precision = self.first, self.precision
        if precision is _DAY:
            return first.isoformat()
        if precision is _MONTH:
            return first.isoformat()[:_TO_MONTH]
        year, month = first.year, first.month
        if precision is _QUARTER:
            return f"{year}-Q{(month + 2) // 3}"
        return f"{year}" if precision is _YEAR else f"{year}-H{1 + month // 7}"

    def say(self, language: Language) -> str:
        """Write it as offices do: `quý I/2026`, `Q1 2026`."""
        if language is not Language.VI:
            return self._say_english()
        year, month = self.first.year, self.first.month
        match self.precision:
            case Precision.YEAR:
                return f"năm {year}"
            case Precision.HALF:
                return f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}"
            case Precision.QUARTER:
                return f"quý {_ROMAN[month // 3]}/{year}"
            case Precision.MONTH:
                return f"tháng {month}/{year}"
            case Precision.DAY:
                return f"{self.first:%d/%m/%Y}"

    def certainly_before(self, other: "PlanDate | Period") -> bool:
        """Whether every choice of days puts this one earlier."""
        return self.last < other.first

    def certainly_after(self, other: "PlanDate | Period") -> bool:
        """Whether every choice of days puts this one later."""
        return self.first > other.last

    def possibly_before(self, other: "PlanDate | Period") -> bool:
        """Whether some choice of days puts this one earlier."""
        return self.first < other.last

    def _say_english(self) -> str:
        if self.precision in {Precision.HALF, Precision.QUARTER}:
            return " ".join(reversed(self.iso().split("-")))
        return self.iso()


@compared_by(2)
class Period(NamedTuple):
    """The days from the first to the last, both included."""

    first: date
    last: date
    text: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that it touches."""
        return tuple(range(self.first.year, self.last.year + 1))

    def contains(self, other: "PlanDate | Period") -> bool:
        """Whether every day of the other lies within."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "PlanDate | Period") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def iso(self) -> str:
        """Write the canonical form: `2026`, `2026-2030`, `2026-Q1` or `2011-08-17 .. 2011-09-30`."""
        whole = self._as_one_date()
        if whole is not None:
            return whole.iso()
        if self._is_whole_years():
            return f"{self.first.year}-{self.last.year}"
        return f"{self.first.isoformat()} .. {self.last.isoformat()}"

    def say(self, language: Language) -> str:
        """Write it as offices do: `2026-2030`, `quý I/2026`, `17/08/2011 - 30/09/2011`."""
        whole = self._as_one_date()
        if whole is not None:
            return whole.say(language)
        if self._is_whole_years():
            return f"{self.first.year}-{self.last.year}"
        return f"{exact_date(self.first).say(language)} - {exact_date(self.last).say(language)}"

    def _is_whole_years(self) -> bool:
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)

    def _as_one_date(self) -> PlanDate | None:
        if self.first == self.last:
            return exact_date(self.first)
        for months in _PRECISIONS:
            if (self.first.month - 1) % months == 0:
                candidate = months_date(self.first.year, self.first.month, months)
                if (candidate.first, candidate.last) == (self.first, self.last):
                    return candidate
        return None


def exact_date(day: date, text: str = "") -> PlanDate:
    """Make the date of one day."""
    return PlanDate(day, day, _DAY, text)


def months_date(year: int, month: int, months: int, text: str = "") -> PlanDate:
    """Make the date of a month, quarter, half or year: of 1, 3, 6 or 12 months."""
    beyond = month + months
    after = date(year + 1, 1, 1) if beyond > WHOLE_YEAR else date(year, beyond, 1)
    return PlanDate(date(year, month, 1), date.fromordinal(after.toordinal() - 1), _PRECISIONS[months], text)


def read_date(text: str, frame: Frame) -> PlanDate:
    """Read a date without words such as `đến` or `trước`.

    Raises:
        BadValueError: it is no date, or no such day exists.
    """
    return _read(text, frame, text)


def read_due(text: str, frame: Frame) -> PlanDate:
    """Read an end; `đến hết quý I` stays the quarter, `trước quý II` is the last day of the first.

    Raises:
        BadValueError: it is no date, or no such day exists.
    """
    plain, excluded = without_limit(text)
    found = _read(plain, frame, text)
    return exact_date(found.first - timedelta(days=1), text) if excluded else found


def read_period(text: str, frame: Frame) -> Period:
    """Read a date, `2026-2030`, or two dates with `..` between them.

    Raises:
        BadValueError: an end is no date, or the last comes before the first.
    """
    plain = text.strip().translate(DASHES) if len(text) <= _LONGEST else ""
    match = None if plain.isdigit() else re.fullmatch(_YEARS, plain, re.IGNORECASE) or re.fullmatch(_ENDS, plain, re.IGNORECASE)
    ends = match.groups() if match else (text, text)
    first, last = (_read(end, frame, text) for end in ends)
    if last.last < first.first:
        raise BadValueError(_BACKWARDS, _EARLIER_FIRST, text=short(text))
    return Period(first=first.first, last=last.last, text=text)


def _read(text: str, frame: Frame, source: str) -> PlanDate:
    known = _plain_day(text)
    if known is not None:
        return exact_date(known, source)
    year, month, months, day = read_parts(text, frame.year, source)
    if day:
        return exact_date(date(year, month, day), source)
    return months_date(year, month, months, source)


def _plain_day(text: str) -> date | None:
    """Read `2026-03-15` or `15/03/2026`, as most dates are written; none where it is anything else, or wrong."""
    if len(text) != len("2026-03-15") or not text.isascii():
        return None
    if text[2] == text[5] == "/":
        text = f"{text[6:]}-{text[3:5]}-{text[:2]}"
    if not text[4] == text[7] == "-":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _read_year(text: str, frame: Frame) -> int:
    del frame
    body = text.strip()
    if len(body) == len("2026") and body.isascii() and body.isdigit() and FIRST_YEAR <= int(body) <= LAST_YEAR:
        return int(body)
    raise BadValueError(_NO_YEAR, _WRITE_YEAR, text=short(text))


_LONGEST = 200  # two dates with their words; what is longer is not looked at
_YEARS = r"(?:giai đoạn |thời kỳ )?([0-9]{4}) ?- ?([0-9]{4})"
_ENDS = r"(?:từ )?(.+?)(?:\s*\.\.\s*|\s-\s|\sđến\s)(.+)"

_BACKWARDS = Text(vi="{text!r} kết thúc trước khi bắt đầu", en="{text!r} ends before it starts")
_EARLIER_FIRST = Text(
    vi="Viết mốc sớm trước, mốc muộn sau, ví dụ `2026-2030` hoặc `2026-03 .. 2026-09`.",
    en="Write the earlier end first, as in `2026-2030` or `2026-03 .. 2026-09`.",
)
_NO_YEAR = Text(vi="{text!r} không phải là năm", en="{text!r} is not a year")
_WRITE_YEAR = Text(vi="Viết năm bằng bốn chữ số, ví dụ `2026`.", en="Write a year of four digits, such as `2026`.")

DATE: Kind[PlanDate] = Scalar(name=Text(vi="một ngày tháng", en="a date"), read=read_date, pattern="[0-9IiNn]")
DUE: Kind[PlanDate] = Scalar(name=Text(vi="một thời hạn", en="an end or due date"), read=read_due, pattern="[0-9IiNn]")
PERIOD: Kind[Period] = Scalar(name=Text(vi="một khoảng thời gian", en="a period"), read=read_period, pattern="[0-9IiNn]")
YEAR: Kind[int] = Scalar(name=Text(vi="một năm", en="a year"), read=_read_year, pattern=r"^\s*[0-9]{4}\s*$")
