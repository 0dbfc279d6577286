"""The rows of a filled sheet: each a copy of its model, with its own texts, numbers and formulas."""

from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from kehoach.reports.book_styles import Styles
from kehoach.reports.growth import Growth, Placed
from kehoach.reports.package import MAIN
from kehoach.reports.references import View, moved, translated
from kehoach.reports.refusal import RefusedError
from kehoach.reports.row_heights import Heights
from kehoach.reports.tagged_sheet import TaggedSheet
from kehoach.reports.written_cells import put


class Written(NamedTuple):
    """A row of the result: where it is, and what its cells with tags say."""

    placed: Placed
    said: dict[int, list[str]]


class Ran(NamedTuple):
    """A sheet whose loops have run."""

    sheet: TaggedSheet
    part: str
    rows: list[Written]
    growth: Growth

    def first_rounds(self, row: int) -> tuple[int, ...]:
        """Give the rounds of the loops in which a row comes first."""
        for one in self.rows:
            stretch = self.sheet.stretches[one.placed.stretch]
            if stretch.first <= row <= stretch.last:
                return one.placed.rounds
        return ()


def write(one: Ran, known: Mapping[str, Growth], styles: Styles) -> None:
    """Write the rows of a sheet anew.

    Raises:
        RefusedError: a formula is not taken.
    """
    data = one.sheet.element.find(f"{MAIN}sheetData")
    if data is None:
        return
    writer = _Writer(one.sheet, known, styles)
    new = [row for written in one.rows if (row := writer.row(written)) is not None]
    for old in list(data):
        data.remove(old)
    data.extend(new)
    _form_sums(new, styles)


class _Writer:
    """Copies the rows of one sheet."""

    def __init__(self, sheet: TaggedSheet, known: Mapping[str, Growth], styles: Styles) -> None:
        self._sheet = sheet
        self._known = known
        self._styles = styles
        self._heights = Heights(sheet.element, styles.element)
        self._tagged = {one.element: number for number, one in enumerate(sheet.cells)}
        self._shared = dict(_shared(sheet))

    def row(self, written: Written) -> Any:
        """Copy a row with its cells filled; none where the model has none."""
        stretch = self._sheet.stretches[written.placed.stretch]
        model = self._sheet.rows.get(stretch.first) if stretch.first == stretch.last else None
        if model is None:
            return None
        view = View(self._known, self._sheet.name, stretch.first, written.placed.rounds)
        copy = etree.Element(model.tag, model.attrib, nsmap=model.nsmap)
        copy.set("r", str(written.placed.new))
        copy.extend([self._cell(cell, written, view) for cell in model.iterchildren(f"{MAIN}c")])
        if written.said:
            self._heights.settle(copy, stretch.first)
        return copy

    def _cell(self, model: Any, written: Written, view: View) -> Any:
        cell = deepcopy(model)
        origin = model.get("r") or ""
        cell.set("r", f"{column(origin)}{written.placed.new}")
        number = self._tagged.get(model)
        if number is not None:
            put(cell, written.said.get(number, []), self._styles)
        elif model.find(f"{MAIN}f") is not None:
            try:
                self._formula(cell, origin, view, written.placed.new)
            except RefusedError as error:
                raise RefusedError(error.said, f"{self._sheet.name}!{origin}") from None
        return cell

    def _formula(self, cell: Any, origin: str, view: View, row: int) -> None:
        """Give a copied cell its own formula; what it comes to is for the spreadsheet to find."""
        formula = cell.find(f"{MAIN}f")
        text = formula.text or ""
        if formula.get("t") == "shared":
            text = text or translated(*self._shared.get(formula.get("si", ""), ("", origin)), origin)
            for key in ("t", "si", "ref"):
                formula.attrib.pop(key, None)
        elif formula.get("t") == "array":
            formula.set("ref", _shifted(formula.get("ref", ""), row))
        new = moved(text, view) if text else None
        for child in list(cell):
            if child is not formula or new is None:
                cell.remove(child)
        cell.attrib.pop("t", None)
        if new is not None:
            formula.text = new


def column(address: str) -> str:
    """Give the letters of a cell's address."""
    return address.rstrip("0123456789")


def _shifted(reference: str, row: int) -> str:
    """Move a range so that it begins in a row."""
    first, _, last = reference.partition(":")
    rows = [int(end[len(column(end)) :] or 0) for end in (first, last or first)]
    return f"{column(first)}{row}:{column(last or first)}{row + rows[1] - rows[0]}"


def _shared(sheet: TaggedSheet) -> list[tuple[str, tuple[str, str]]]:
    """Find the formulas that several cells share, each with the cell that it is written for."""
    cells = [cell for row in sheet.rows.values() for cell in row.iterchildren(f"{MAIN}c")]
    found = [
        (cell, formula) for cell in cells for formula in cell.iterchildren(f"{MAIN}f") if formula.get("t") == "shared" and formula.text
    ]
    return [(formula.get("si", ""), (formula.text, cell.get("r") or "")) for cell, formula in found]


def _form_sums(rows: list[Any], styles: Styles) -> None:
    """Give formulas that have no number format the one of the numbers in their column."""
    columns: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        for cell in row:
            columns[column(cell.get("r"))].append(cell)
    for cells in columns.values():
        used = {int(cell.get("s", "0")) for cell in cells}
        for cell in cells:
            if cell.find(f"{MAIN}f") is not None:
                cell.set("s", str(styles.for_sums(int(cell.get("s", "0")), used)))
