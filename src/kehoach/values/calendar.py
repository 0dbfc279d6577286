"""Days of the annual planning cycle, counted from the first year of the plan."""

import re
from datetime import date
from typing import NamedTuple

from kehoach.language import Text
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.scalar import Scalar
from kehoach.values.text import short


class CycleDay(NamedTuple):
    """A day by which something is due: of the year before the plan's first, of that year, or of the next."""

    month: int
    day: int
    years_later: int

    def within(self, first_year: int) -> date:
        """Give the day for a plan that begins in a year."""
        return date(first_year + self.years_later, self.month, self.day)


def _read(text: str, frame: Frame) -> CycleDay:
    del frame
    match = re.fullmatch(_CYCLE_DAY, text.strip())
    if match is None:
        raise BadValueError(_NO_DAY, _WRITE, text=short(text))
    month, day, which = int(match[1]), int(match[2]), match[3] or "same"
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        raise BadValueError(_NO_SUCH_DAY, _WRITE, text=short(text)) from None
    return CycleDay(month, day, _YEARS_LATER[which])


_CYCLE_DAY = "([0-9]{2})-([0-9]{2})(?: (previous|same|next))?"  # of processes only: compiled when met
_YEARS_LATER = {"previous": -1, "same": 0, "next": 1}
_COMMON_YEAR = 2025  # 29 February is due in no cycle

_NO_DAY = Text(vi="{text!r} không phải là một ngày của chu kỳ kế hoạch", en="{text!r} is not a day of the planning cycle")
_NO_SUCH_DAY = Text(vi="{text!r}: không có ngày này", en="{text!r}: there is no such day")
_WRITE = Text(
    vi="Viết tháng-ngày rồi `previous` (năm trước), `same` hoặc `next`, ví dụ `07-31 previous`.",
    en="Write month-day, then `previous` (the year before), `same` or `next`, such as `07-31 previous`.",
)

CYCLE_DAY: Kind[CycleDay] = Scalar(
    name=Text(vi="một ngày của chu kỳ kế hoạch", en="a day of the planning cycle"),
    read=_read,
    pattern="^[0-9]{2}-[0-9]{2}( (previous|same|next))?$",
)
