"""Writes sheets as a workbook, by XlsxWriter: no text is ever a formula, an address or a number by guess."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reports.cells import fits, is_day, is_ordinal, kept, number_form, value_of
from kehoach.reports.options import Options
from kehoach.reports.sheets import Block, Sheet
from kehoach.reports.views.pieces import BEYOND, CENTRE, LEFT, RIGHT, Piece
from kehoach.reports.widths import SPARE, UPRIGHT, lines_in, widths

_PAPER_A4 = 9
_ROOM = 267.0  # mm between the margins of a landscape page
_LINE = 15.5  # points
_TALLEST = 409.0  # points, that a row can be
_PIXEL = 25.4 / 96  # mm
_FONT = {"font_name": "Times New Roman", "font_size": 12}
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # The widths of columns are counted in digits of this font: one that every computer has, or another of the same widths.
    "default_format_properties": _FONT | {"font_scheme": False, "theme": -1},
    "default_column_width": 72,
    "default_row_height": 21,
}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "subject": {"bold": True, "align": "center"},
    "attached": {"italic": True, "align": "center"},
    "invalid": {"bold": True, "font_color": "#A3264A", "border": 1, "border_color": "#A3264A"},
    "part": {"bold": True},
    "words": {},
    "unit": {"italic": True, "align": "right"},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#E9EEF4"},
    "entry": {"border": 1},
    "group": {"border": 1, "bold": True, "bg_color": "#F4F6F9"},
    "total": {"border": 1, "bold": True},
    "subtotal": {"border": 1, "bold": True, "bg_color": "#F4F6F9"},
    "note": {"italic": True, "font_size": 11},
}
_OF_ROWS: dict[str, Callable[[list[Decimal]], Decimal]] = {"SUM": lambda parts: sum(parts, Decimal(0)), "MIN": min, "MAX": max}
_ALIGNS = {LEFT: "left", CENTRE: "center", RIGHT: "right"}


def write(sheets: list[Sheet], into: BytesIO, options: Options) -> None:
    """Write a workbook."""
    book = xlsxwriter.Workbook(into, _SETTINGS)
    made = datetime.combine(options.today, time())
    book.set_properties({"title": kept(sheets[0].view["subject"])[:255], "created": made, "comments": f"kehoach {options.version}"})
    forms = _Forms(book)
    for sheet in sheets:
        _Writer(forms, book.add_worksheet(sheet.name), sheet, options).write()
    book.close()


class _Forms:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.known: dict[tuple[str, str, str], Format] = {}

    def get(self, look: str, align: str = "", number: str = "") -> Format:
        """Give a format, the same for the same wish."""
        wish = (look, align, number)
        if wish not in self.known:
            form = _FONT | {"text_wrap": True, "valign": "top"} | _LOOKS[look]
            form |= {"align": _ALIGNS[align]} if align else {}
            form |= {"num_format": number} if number else {}
            self.known[wish] = self.book.add_format(form)
        return self.known[wish]


class _Writer:
    """Writes one sheet from the top down."""

    def __init__(self, forms: _Forms, page: Worksheet, sheet: Sheet, options: Options) -> None:
        self.form = forms.get
        self.page = page
        self.sheet = sheet
        self.options = options
        self.row = 0
        self.width = sheet.width
        self.widths = _widths(sheet)

    def write(self) -> None:
        """Write titles, blocks and foot, and set the sheet up for paper."""
        for column, width in enumerate(self.widths):
            self.page.set_column_pixels(column, column, round(width / _PIXEL))
        self.titles()
        for block in self.sheet.blocks:
            self.block(block)
        self.paper()

    def titles(self) -> None:
        data = self.sheet.view
        self.lines([data["invalid"]], "invalid")
        self.lines([data["title"].upper()], "title")
        self.lines([data["subject"]], "subject")
        self.lines([data["attached"]], "attached")
        self.row += 1

    def paper(self) -> None:
        page = self.page
        page.set_landscape()
        page.set_paper(_PAPER_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.59, right=0.59, top=0.79, bottom=0.59)
        page.set_header('&C&"Times New Roman,Regular"&12&P')
        page.set_footer(f'&L&"Times New Roman,Italic"&9{self.sheet.view["made"].replace("&", "&&")}')
        page.center_horizontally()
        page.print_area(0, 0, max(self.row - 1, 0), self.width - 1)
        page.ignore_errors({"number_stored_as_text": xl_range(0, 0, self.row, self.width)})

    def lines(self, texts: list[str], look: str) -> None:
        """Write lines across the table, each as high as it needs."""
        for text in texts:
            if not text:
                continue
            form = self.form(look)
            if self.width > 1:
                self.page.merge_range(self.row, 0, self.row, self.width - 1, "", form)
            self.text(self.row, 0, text, form)
            self.high([text], [sum(self.widths)], is_bold=look != "words")
            self.row += 1

    def high(self, texts: list[str], rooms: list[float], *, is_bold: bool) -> None:
        """Make the row as high as its longest cell; some readers do not do so by themselves."""
        widen = 1 if is_bold else UPRIGHT
        most = max(lines_in(text, (room + SPARE) * widen) for text, room in zip(texts, rooms, strict=True))
        self.page.set_row(self.row, min(_TALLEST, _LINE * most + 2))

    def block(self, block: Block) -> None:
        self.lines([block.title], "part")
        self.lines(block.above, "words")
        if block.table:
            self.table(block.table)
        self.row += 1
        self.lines(block.below, "words")

    def table(self, table: Piece) -> None:
        self.lines([table["unit"]], "unit")
        head = self.row
        for i, column in enumerate(table["columns"]):
            self.text(head, i, column["title"], self.form("head"))
        self.high([column["title"] for column in table["columns"]], self.widths[: len(table["columns"])], is_bold=True)
        self.row += 1
        if self.sheet.only:
            self.page.repeat_rows(head)
            self.page.freeze_panes(head + 1, 2 if table["columns"][0]["align"] == CENTRE and self.width > 2 else 1)  # noqa: PLR2004 - number and name
        for row in table["rows"]:
            self.high(row["cells"], self.widths[: len(row["cells"])], is_bold="total" in row["kind"])
            self.entry(table, row, head + 1)
            self.row += 1
        self.lines(table["notes"], "note")

    def entry(self, table: Piece, row: Piece, first: int) -> None:
        for i, text in enumerate(row["cells"]):
            column = table["columns"][i]
            formula = self.formula(table, row, i, first)
            if formula:
                number = Decimal(row["values"][i])
                form = self.form(row["kind"], column["align"], number_form(number, self.options.language))
                self.page.write_formula(self.row, i, formula, form, number)
            else:
                self.cell(i, text, row["values"][i], row["kind"], column["align"])

    def cell(self, column: int, text: str, exact: str, kind: str, align: str) -> None:
        found = value_of(text, exact, self.options.language)
        if found is None and column == 0 and align == CENTRE and text and is_ordinal(text):
            self.page.write_number(self.row, column, int(text), self.form(kind, align, "0"))
        elif found is None:
            self.text(self.row, column, text, self.form(kind, align))
        elif isinstance(found.value, date):
            self.page.write_datetime(self.row, column, found.value, self.form(kind, align, found.form))
        else:
            self.page.write_number(self.row, column, found.value, self.form(kind, align, found.form))

    def formula(self, table: Piece, row: Piece, column: int, first: int) -> str:
        """Give the sum that a cell is, if what it adds up to is what it says."""
        exact = row["values"][column]
        if not exact or is_day(exact) or not fits(Decimal(exact)):
            return ""
        if row.get("formulas"):
            return self.stated(table, row, column)
        if row["kind"] == "total":
            above = [one["values"][column] for one in _before(table["rows"], row)]
            whole = xl_range(first, column, self.row - 1, column)
        elif table["columns"][column]["adds"]:
            adds = table["columns"][column]["adds"]
            above = row["values"][column - adds : column]
            whole = xl_range(self.row, column - adds, self.row, column - 1)
        else:
            return ""
        return f"=SUM({whole})" if above and _sum(above) == Decimal(exact) else ""

    def stated(self, table: Piece, row: Piece, column: int) -> str:
        """Give the formula that a view says a cell has, if it makes what the cell says."""
        made = next((one for one in row["formulas"] if one.column == column), None)
        if made is None:
            return ""
        if made.how in _OF_ROWS:
            below = table["rows"][(at := table["rows"].index(row)) + made.first : at + made.last + 1]
            known = [Decimal(one["values"][column]) for one in below if one["values"][column]]
            said = f"={made.how}({xl_range(self.row + made.first, column, self.row + made.last, column)})"
            return said if known and _OF_ROWS[made.how](known) == Decimal(row["values"][column]) else ""
        one, other = (row["values"][at] for at in (made.first, made.last))
        if not (one and other):
            return ""
        left = Decimal(one) - Decimal(other)
        difference = f"{xl_rowcol_to_cell(self.row, made.first)}-{xl_rowcol_to_cell(self.row, made.last)}"
        value, said = (max(left, Decimal(0)), f"=MAX({difference},0)") if made.how == BEYOND else (left, f"={difference}")
        return said if value == Decimal(row["values"][column]) else ""

    def text(self, row: int, column: int, text: str, form: Format) -> None:
        """Write a text that stays one."""
        if not text:
            self.page.write_blank(row, column, None, form)
        elif self.page.write_string(row, column, kept(text), form):
            raise KehoachError(_NO_ROOM, place=xl_rowcol_to_cell(row, column))


def _before(rows: list[Piece], total: Piece) -> Iterator[Piece]:
    for row in rows:
        if row is total:
            return
        yield row


def _sum(values: list[str]) -> Decimal:
    return sum((Decimal(value) for value in values if value and not is_day(value)), Decimal(0))


def _widths(sheet: Sheet) -> list[float]:
    """Give the widths of the columns: those that the widest table wants."""
    tables = [block.table for block in sheet.blocks if block.table]
    if not tables:
        return [_ROOM]
    widest = max(tables, key=lambda table: len(table["columns"]))
    return widths(widest, _ROOM)


_NO_ROOM = Text(vi="không ghi được ô {place} của bảng tính", en="cell {place} of the workbook cannot be written")
