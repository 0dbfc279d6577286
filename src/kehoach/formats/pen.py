"""Writing to a terminal: escapes, colours, widths."""

import re
from enum import StrEnum
from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

from kehoach import escaping
from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome
from kehoach.formats.words import SEVERITIES
from kehoach.language import Language, Text
from kehoach.values.text import plain_letters


class Style(StrEnum):
    """How a piece of text looks, as the terminal's own code."""

    RED = "1;31"
    YELLOW = "1;33"
    BLUE = "1;34"
    GREEN = "32"
    STRONG = "1"
    FAINT = "2"


STYLES = {Severity.ERROR: Style.RED, Severity.WARNING: Style.YELLOW, Severity.NOTE: Style.BLUE}


class Pen(NamedTuple):
    """Writes text so that a terminal shows it and obeys none of it."""

    language: Language
    columns: int
    colour: bool
    ascii: bool

    def write(self, text: str) -> str:
        """Write a text in one line."""
        shown = escaping.terminal(text)
        return to_ascii(shown) if self.ascii else shown

    def say(self, text: Text, **values: object) -> str:
        """Write a template of ours, filled."""
        return self.write(text.fill(self.language, values))

    def cells(self, line: str) -> list[str]:
        """Write each character of a quoted line by itself."""
        shown = escaping.cells(line)
        return [to_ascii(cell) for cell in shown] if self.ascii else shown

    def paint(self, style: Style, written: str) -> str:
        """Colour what is written already, where colours are wanted."""
        return f"\x1b[{style}m{written}\x1b[0m" if self.colour and written else written

    def severity(self, severity: Severity) -> str:
        """Write the word for a severity, in its colour."""
        return self.paint(STYLES[severity], self.say(SEVERITIES[severity]))

    def cut(self, written: str, width: int) -> str:
        """Cut a text to so many columns and fill it up to them."""
        needed = display_width(written)
        if needed <= width:
            return written + " " * (width - needed)
        mark = self.write("…")
        kept, used = "", len(mark)
        for character in written:
            used += display_width(character)
            if used > width:
                break
            kept += character
        return self.cut(kept + mark, width)


def pen_for(outcome: Outcome) -> Pen:
    """Take up the pen that a run asks for."""
    columns = max(outcome.width, _NARROWEST) if outcome.width else _UNSHOWN
    return Pen(outcome.language, columns, outcome.colour, outcome.ascii)


def display_width(text: str) -> int:
    """Count the columns that a terminal needs: none for marks, two for wide letters."""
    return len(text) if text.isascii() or _NARROW.fullmatch(text) else sum(map(_width, text))


def to_ascii(text: str) -> str:
    """Take the marks off letters, and write signs and other letters with what ASCII has."""
    if text.isascii():
        return text
    return plain_letters(text.translate(_SIGNS)).encode("ascii", "backslashreplace").decode("ascii")


def _width(character: str) -> int:
    if combining(character) or category(character) in _MARKS:
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1


_NARROW = re.compile("[ -~¡-ɏḀ-ỿ✓✗…]*")
"""Letters of Europe and Viet Nam, of which each takes one column: nearly all there are, and thousands of lines of them."""

_NARROWEST = 40
_UNSHOWN = 160  # columns where nobody has a terminal: a log, a file
_MARKS = frozenset(("Mn", "Me"))
_WIDE = frozenset("WF")
_SIGNS = str.maketrans(
    {
        "│": "|",
        "✓": "+",
        "✗": "-",
        "…": "...",
        "→": "->",
        "×": "x",
        "÷": "/",
        "≤": "<=",
        "≥": ">=",
        "–": "-",
        "—": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "«": '"',
        "»": '"',
        "·": "-",
        "•": "-",
        "²": "2",
        "³": "3",
        "°": "o",
        "\xa0": " ",
    },
)
