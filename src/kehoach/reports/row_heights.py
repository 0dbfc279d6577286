"""How high a row must be for what was filled in; some readers do not find out by themselves."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kehoach.reports import columns
from kehoach.reports.package import MAIN, words
from kehoach.reports.sheet_moves import ranges
from kehoach.reports.widths import COLUMN_SIDES, COLUMN_UNIT, SPARE, UPRIGHT, lines_in

_TALLEST = 409.0  # points, that a row can be
_USUAL_WIDTH, _USUAL_HEIGHT, _USUAL_SIZE = 8.43, 15.0, 11.0
_LINE = 1.3  # of the letters' size
_ESTIMATED_SIZE = 12.0  # that lengths are estimated for
_YES = {"1", "true"}


class Look(NamedTuple):
    """What of a cell's look its height follows."""

    size: float
    is_bold: bool
    is_wrapped: bool


class Heights:
    """The widths and looks of the cells of a sheet."""

    def __init__(self, sheet: Any, styles: Any) -> None:
        self._widths = dict(_widths(sheet))
        usual = sheet.find(f"{MAIN}sheetFormatPr")
        self._usual = _number(usual.get("defaultColWidth"), _USUAL_WIDTH) if usual is not None else _USUAL_WIDTH
        self._looks = list(_looks(styles))
        self._merged: dict[str, tuple[int, int]] = {}
        for one in sheet.iter(f"{MAIN}mergeCell"):
            for left, first, right, last in ranges(one.get("ref", "")):
                if first == last:
                    self._merged[f"{left}{first}"] = (columns.number(left), columns.number(right))

    def settle(self, row: Any, model: int) -> None:
        """Make a filled row high enough; a height that an office set is the least."""
        if row.get("customHeight") not in _YES:
            row.attrib.pop("ht", None)
        needs = [self._needed(cell, model) for cell in row.iterchildren(f"{MAIN}c") if cell.get("t") == "inlineStr"]
        least = _number(row.get("ht"), _USUAL_HEIGHT)
        if needs and max(needs) > least:
            row.set("ht", f"{min(max(needs), _TALLEST):.1f}")
            row.set("customHeight", "1")

    def _needed(self, cell: Any, model: int) -> float:
        column = (cell.get("r") or "").rstrip("0123456789")
        merged = self._merged.get(f"{column}{model}")
        number = int(cell.get("s", "0"))
        look = self._looks[number] if number < len(self._looks) else Look(_USUAL_SIZE, is_bold=False, is_wrapped=False)
        if not look.is_wrapped:
            return 0.0
        first, last = merged or (columns.number(column), columns.number(column))
        room = sum(self._widths.get(at, self._usual) * COLUMN_UNIT + COLUMN_SIDES for at in range(first, last + 1))
        widen = 1 if look.is_bold else UPRIGHT
        return lines_in(words(cell), (room * _ESTIMATED_SIZE / look.size + SPARE) * widen) * look.size * _LINE + 2


def _widths(sheet: Any) -> Iterator[tuple[int, float]]:
    for one in sheet.iter(f"{MAIN}col"):
        first, last = (int(_number(one.get(key), 0)) for key in ("min", "max"))
        for column in range(first, min(last, first + _MOST_COLUMNS) + 1):
            yield column, _number(one.get("width"), _USUAL_WIDTH)


def _looks(styles: Any) -> Iterator[Look]:
    fonts = [_letters(one) for one in styles.iterfind(f"{MAIN}fonts/{MAIN}font")]
    for form in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"):
        font = int(_number(form.get("fontId"), 0))
        alignment = form.find(f"{MAIN}alignment")
        wrapped = alignment is not None and alignment.get("wrapText") in _YES
        size, is_bold = fonts[font] if font < len(fonts) else (_USUAL_SIZE, False)
        yield Look(size, is_bold, wrapped)


def _letters(font: Any) -> tuple[float, bool]:
    size, bold = font.find(f"{MAIN}sz"), font.find(f"{MAIN}b")
    return max(_number(size.get("val") if size is not None else None, _USUAL_SIZE), 1.0), bold is not None and bold.get("val", "1") in _YES


def _number(said: str | None, otherwise: float) -> float:
    try:
        number = float(said) if said else otherwise
    except ValueError:
        return otherwise
    return number if 0 <= number < _MOST else otherwise


_MOST = 100_000.0
_MOST_COLUMNS = 200
