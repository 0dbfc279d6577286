"""What of a workbook's sheets is printed: a column that an office adds beside the area joins it, one further off is told."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kehoach.reports.columns import letters, number
from kehoach.reports.growth import LAST_ROW
from kehoach.reports.package import MAIN
from kehoach.reports.tagged_sheet import TaggedSheet


class _Area(NamedTuple):
    """A print area that is one rectangle, by its numbers; `name` says whose."""

    name: str
    left: int
    top: int
    right: int
    bottom: int


class Beyond(NamedTuple):
    """A cell with tags whose column is not printed."""

    place: str
    column: str
    area: str


def widen(workbook: Any, sheets: Sequence[TaggedSheet]) -> None:
    """Let each print area take in the columns that continue its table: they say something beside a cell of its last column."""
    for one, sheet, area in _areas(workbook, sheets):
        right = _grown(sheet, area)
        if right > area.right:
            one.text = f"{area.name}${letters(area.left)}${area.top}:${letters(right)}${area.bottom}"


def beyond(workbook: Any, sheets: Sequence[TaggedSheet]) -> Iterator[Beyond]:
    """Find the columns with tags that stay outside, each by its first cell."""
    for _, sheet, area in _areas(workbook, sheets):
        right, told = _grown(sheet, area), set[int]()
        for tagged in sheet.cells:
            column, row = _at(tagged.element)
            if not area.left <= column <= right and area.top <= row <= area.bottom and column not in told:
                told.add(column)
                yield Beyond(tagged.place, letters(column), f"{letters(area.left)}:{letters(right)}")


def _areas(workbook: Any, sheets: Sequence[TaggedSheet]) -> Iterator[tuple[Any, TaggedSheet, _Area]]:
    names, known = [one.get("name", "") for one in workbook.iter(f"{MAIN}sheet")], {one.name: one for one in sheets}
    for one in workbook.iter(f"{MAIN}definedName"):
        local, found = one.get("localSheetId", ""), _AREA.fullmatch(one.text or "")
        sheet = known.get(names[int(local)]) if local.isdecimal() and int(local) < len(names) else None
        if one.get("name") != "_xlnm.Print_Area" or not found or sheet is None:
            continue
        left, top, right, bottom = found.groups()[1:]
        area = _Area(found[1], number(left), int(top), number(right), int(bottom))
        if area.left <= area.right and area.top <= area.bottom <= LAST_ROW:
            yield one, sheet, area


def _grown(sheet: TaggedSheet, area: _Area) -> int:
    """Give the last column of an area with those that continue it, row by row."""
    said = [
        {_column_of(cell) for cell in row.iterchildren(f"{MAIN}c") if _says(sheet, cell)}
        for at, row in sheet.rows.items()
        if area.top <= at <= area.bottom
    ]
    right = area.right
    while any(right in columns and right + 1 in columns for columns in said):
        right += 1
    return right


def _says(sheet: TaggedSheet, cell: Any) -> bool:
    """Tell whether a cell has words, a number or a formula."""
    return bool(sheet.text(cell).strip() or (cell.get("t") != "s" and cell.findtext(f"{MAIN}v")) or cell.find(f"{MAIN}f") is not None)


def _at(cell: Any) -> tuple[int, int]:
    column = _column_of(cell)
    return column, int(cell.get("r").removeprefix(letters(column)))


def _column_of(cell: Any) -> int:
    return number(cell.get("r").rstrip("0123456789"))


_AREA = re.compile(r"((?:'(?:[^']|'')+'|[^'!,]+)!)\$([A-Z]{1,3})\$([0-9]{1,7}):\$([A-Z]{1,3})\$([0-9]{1,7})")
