"""Filling a user's workbook with what a report says: typed cells, rows that multiply, formulas that follow."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from types import TracebackType
from typing import Any

from jinja2 import DictLoader, Environment, TemplateSyntaxError

from kehoach.language import Language
from kehoach.reports.book_styles import Styles
from kehoach.reports.cells import kept
from kehoach.reports.figures import Known
from kehoach.reports.growth import LAST_ROW, Growth, Placed
from kehoach.reports.package import MAIN, Package
from kehoach.reports.print_areas import widen
from kehoach.reports.references import View
from kehoach.reports.refusal import TOO_LONG, PlacedError, RefusedError
from kehoach.reports.row_writing import Ran, Written, write
from kehoach.reports.sandboxed import MOST_CHARACTERS, sandbox_environment
from kehoach.reports.sheet_moves import move, move_names
from kehoach.reports.tagged_sheet import Tagged, TaggedSheet

MOST_CELLS = 200_000


def filled(template: bytes, values: dict[str, Any], day: date) -> bytes:
    """Fill a workbook; every value is a number, a day or a text, and never a formula.

    Raises:
        RefusedError: the workbook, or a formula in it, is not taken.
        PlacedError: a tag fails.
    """
    package = Package(template)
    tools = environment(values)
    strings = package.strings()
    done: list[Ran] = []
    for name, part in package.sheets():
        sheet = TaggedSheet(name, package.tree(part), strings)
        rows, growth = _ran(sheet, tools, values)
        done.append(Ran(sheet, part, rows, growth))
        for note in sheet.notes:
            _note(note, values)
    if sum(len(row.said) for one in done for row in one.rows) > MOST_CELLS:
        raise RefusedError(TOO_LONG)
    known = {one.sheet.name.casefold(): one.growth for one in done}
    styles = Styles(package.styles(), Language(values["language"]))
    for one in done:
        write(one, known, styles)
        move(package, one.part, one.sheet.element, one.growth, partial(_seen, one, known))
    widen(package.workbook(), [one.sheet for one in done])
    move_names(package, [one.get("name", "") for one in package.workbook().iter(f"{MAIN}sheet")], lambda sheet: View(known, sheet))
    package.drop_calculation_order()
    package.identify(values["subject"] if values["report"] == "plan" else f"{values['title']}: {values['subject']}", day)
    return package.saved()


def _seen(one: Ran, known: Mapping[str, Growth], row: int) -> View:
    """Look from a row of a sheet, as it comes first."""
    return View(known, one.sheet.name, row, one.first_rounds(row))


def environment(values: Mapping[str, Any]) -> Environment:
    """Give the environment in which the tags of a workbook are worked out."""
    return sandbox_environment(values, loader=_NOTHING, finalize=_printed, autoescape=False, keep_trailing_newline=True)


def _ran(sheet: TaggedSheet, tools: Environment, values: dict[str, Any]) -> tuple[list[Written], Growth]:
    """Run the loops of a sheet."""
    for problem in (sheet.losses or sheet.problems) if sheet.problems else ():
        raise RefusedError(problem.what, problem.place)
    for one in sheet.written():
        try:
            tools.parse(one.text)
        except (TemplateSyntaxError, RecursionError) as error:
            raise PlacedError(one.place, error) from None
    reader = _Reader(sheet)
    try:
        for piece in tools.from_string(sheet.source).generate(values):
            reader.take(piece)
    except TemplateSyntaxError as error:
        raise PlacedError(sheet.place(error.lineno), error) from None
    except RefusedError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a template raises is its author's to know
        raise PlacedError(sheet.place(_line(error.__traceback__)), error) from None
    return reader.rows, Growth(
        sheet.stretches, [one.placed for one in reader.rows], reader.next - 1 - sum(_count(sheet, i) for i in range(len(sheet.stretches)))
    )


def _line(step: TracebackType | None) -> int:
    line = 1
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno
        step = step.tb_next
    return line


def _count(sheet: TaggedSheet, number: int) -> int:
    return sheet.stretches[number].last - sheet.stretches[number].first + 1


class _Reader:
    """Takes the pieces that a template prints apart again: rows, rounds and the texts of cells."""

    def __init__(self, sheet: TaggedSheet) -> None:
        self.rows: list[Written] = []
        self.next = 1
        self._sheet = sheet
        self._rounds: dict[int, int] = {}
        self._at: list[str] | None = None
        self._length = 0
        self._cells = 0

    def take(self, piece: str) -> None:
        """Take one piece; a figure is taken whole."""
        self._length += len(piece)
        if self._length > MOST_CHARACTERS:
            raise RefusedError(TOO_LONG)
        if isinstance(piece, Known):
            if self._at is not None:
                self._at.append(piece)
            return
        for part in _MARK.split(piece):
            if part == "\x03":
                self._at = None
            elif part.startswith("\x01"):
                self._begin(part[1], int(part[2:-1]))
            elif part and self._at is not None:
                self._at.append(part)

    def _begin(self, kind: str, number: int) -> None:
        if kind == "r":
            stretch = self._sheet.stretches[number]
            rounds = tuple(self._rounds[loop] for loop in stretch.loops)
            self.rows.append(Written(Placed(number, rounds, self.next), {}))
            self.next += _count(self._sheet, number)
            if self.next > LAST_ROW or len(self.rows) > MOST_CELLS:
                raise RefusedError(TOO_LONG)
        elif kind == "l":
            self._rounds[number] = self._rounds.get(number, 0) + 1
        else:
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise RefusedError(TOO_LONG)
            self._at = self.rows[-1].said[number] = []


def _printed(value: object) -> object:
    """Say what a tag prints: a figure stays one, a list is its members, no text holds a mark."""
    match value:
        case None:
            return ""
        case Known():
            return value
        case bool():
            return Known(str(value), str(value).lower())
        case int():
            return Known(str(value), str(value)) if abs(value) < _MOST else str(value)
        case float():
            exact = Decimal(repr(value))
            return Known(str(value), exact) if exact.is_finite() else str(value)
        case str():
            return value.translate(_MARKS)
        case list():
            return ", ".join(str(one) for one in value).translate(_MARKS)
        case _:
            return value


def _note(tagged: Tagged, values: dict[str, Any]) -> None:
    """Fill a line of a header or footer, in which `&` is a sign of its own."""
    tools = sandbox_environment(values, finalize=lambda value: str(_printed(value)).replace("&", "&&"), autoescape=False)
    try:
        text = tools.from_string(tagged.text).render(values)
    except Exception as error:  # noqa: BLE001 - whatever a template raises is its author's to know
        raise PlacedError(tagged.place, error) from None
    tagged.element.text = _HALF.sub(r"\1", kept(text)[:_LONGEST_NOTE])


_NOTHING = DictLoader({})  # a cell takes in no other template
_MARK = re.compile(r"(\x01[rcl]\d+\x02|\x03)")
_MARKS = {1: "␁", 2: "␂", 3: "␃"}
_HALF = re.compile(r"(?<!&)((?:&&)*)&$")
_MOST = 10**15
_LONGEST_NOTE = 255
