"""What a printed cell is in a workbook: a number or a day with a format that prints the same, else a text."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kehoach.escaping import visible
from kehoach.language import Language, say

LONGEST = 32767
"""Characters that a cell can hold."""

_MOST_DIGITS = 15  # that a spreadsheet keeps of a number
_FIRST_YEAR = 1900
_LOCALES = {Language.VI: "[$-42A]", Language.EN: "[$-409]"}
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)* |")  # words before a day
_SIGN = re.compile(r" ?%|")
DAY_FORMS = {Language.VI: r"dd\/mm\/yyyy", Language.EN: "yyyy-mm-dd"}


class Value(NamedTuple):
    """A number or day, and the format in which it prints as it was said."""

    value: Decimal | date
    form: str


def value_of(text: str, exact: str, language: Language) -> Value | None:
    """Make a number or day of a cell that is exactly one, so that it still prints its text; else none."""
    if not exact:
        return None
    return _day(text, exact, language) if is_day(exact) else _number(text, Decimal(exact), language)


def is_day(exact: str) -> bool:
    """Tell a day from a number."""
    return exact[4:5] == "-"


def _day(text: str, exact: str, language: Language) -> Value | None:
    day = date.fromisoformat(exact)
    said = say(day, language)
    before = text.removesuffix(said)
    if before == text or not _PLAIN.fullmatch(before) or day.year < _FIRST_YEAR:
        return None
    return Value(day, f'"{before}"{DAY_FORMS[language]}' if before else DAY_FORMS[language])


def _number(text: str, number: Decimal, language: Language) -> Value | None:
    said = say(number, language)
    after = text.removeprefix(said)
    if not text.startswith(said) or not _SIGN.fullmatch(after) or not fits(number):
        return None
    return Value(number, number_form(number, language) + (f'"{after}"' if after else ""))


def number_form(number: Decimal, language: Language) -> str:
    """Give the format with the language's own marks, whatever the reader's settings are."""
    decimals = max(0, -int(number.normalize().as_tuple().exponent))
    return f"{_LOCALES[language]}#,##0{'.' if decimals else ''}{'0' * decimals}"


def fits(number: Decimal) -> bool:
    """Tell whether a spreadsheet keeps every digit of a number."""
    return len(number.normalize().as_tuple().digits) <= _MOST_DIGITS


def is_ordinal(text: str) -> bool:
    """Tell whether a text is a row's number or a year."""
    return text.isascii() and text.isdecimal() and text[0] != "0" and len(text) <= 6  # noqa: PLR2004 - no longer is any of them


def kept(text: str) -> str:
    """Show controls, and cut what is longer than a cell can hold."""
    shown = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    return shown if _units(shown) <= LONGEST else f"{_cut(shown)}…"


def _units(text: str) -> int:
    """Count as spreadsheets do: a character beyond the first plane is two."""
    return len(text) + sum(c > "\uffff" for c in text)


def _cut(text: str) -> str:
    while _units(text) >= LONGEST:
        text = text[: len(text) - max(1, (_units(text) - LONGEST) // 2)]
    return text
