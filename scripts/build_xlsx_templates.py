"""Make the workbook that offices copy, change and have filled (docs/templates.md).

Needs `kehoach[xlsx]`; run as `python scripts/build_xlsx_templates.py`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from kehoach.reports.docx import settled

FOLDER = Path(__file__).resolve().parents[1] / "templates" / "xlsx"
FONT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
LOOKS: dict[str, dict[str, Any]] = {
    "body": {"bold": True, "align": "center"},
    "motto": {"bold": True, "align": "center"},
    "invalid": {"bold": True, "font_color": "#A3264A", "align": "center"},
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "subject": {"bold": True, "align": "center"},
    "attached": {"italic": True, "align": "center"},
    "unit": {"italic": True, "align": "right"},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#E9EEF4"},
    "left": {"border": 1},
    "center": {"border": 1, "align": "center"},
    "right": {"border": 1, "align": "right"},
    "group": {"border": 1, "bold": True, "bg_color": "#F4F6F9"},
    "group-center": {"border": 1, "bold": True, "bg_color": "#F4F6F9", "align": "center"},
    "group-right": {"border": 1, "bold": True, "bg_color": "#F4F6F9", "align": "right"},
    "total": {"border": 1, "bold": True},
    "total-right": {"border": 1, "bold": True, "align": "right"},
    "control": {"font_color": "#7A869A", "font_size": 10, "text_wrap": False},
}


class Column(NamedTuple):
    """A column of a table: its heading, its width, how its cells are aligned."""

    title: str
    width: float
    align: str = "left"


class Book:
    """A workbook in the making."""

    def __init__(self) -> None:
        self.kept = BytesIO()
        self.book = xlsxwriter.Workbook(self.kept, {"in_memory": True})
        self.book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        self.forms = {name: self.book.add_format(FONT | look) for name, look in LOOKS.items()}

    def save(self, name: str) -> None:
        """Write it."""
        self.book.close()
        (FOLDER / f"{name}.xlsx").write_bytes(settled(self.kept.getvalue()))


class Page:
    """A sheet of it: heading, title and one table."""

    def __init__(self, book: Book, name: str, title: str, columns: Sequence[Column], unit: str = "") -> None:
        self.forms = book.forms
        self.sheet = book.book.add_worksheet(name)
        self.columns = columns
        self.row = 0
        for i, column in enumerate(columns):
            self.sheet.set_column(i, i, column.width)
        self._heading(title, unit)
        for i, column in enumerate(columns):
            self.sheet.write_string(self.row, i, column.title, self.forms["head"])
        self.sheet.repeat_rows(self.row)
        self.sheet.freeze_panes(self.row + 1, 2)
        self.row += 1
        self.first = self.row

    def _heading(self, title: str, unit: str) -> None:
        self.control("{%tr if invalid %}")
        self._across("{{ invalid }}", "invalid")
        self.control("{%tr endif %}")
        last = len(self.columns) - 1
        middle = max(
            i
            for i in range(last)
            if sum(column.width for column in self.columns[: i + 1]) <= sum(column.width for column in self.columns) / 2
        )
        self.sheet.merge_range(self.row, 0, self.row, middle, "", self.forms["body"])
        self.sheet.write_string(self.row, 0, "{{ plan.document.issuing_body|default('')|upper }}", self.forms["body"])
        self.sheet.merge_range(self.row, middle + 1, self.row, last, "", self.forms["motto"])
        self.sheet.write_string(
            self.row, middle + 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", self.forms["motto"]
        )
        self.sheet.set_row(self.row, 34)
        self.row += 2
        self._across(title, "title")
        self._across("{{ subject }}", "subject")
        self.control("{%tr if attached %}")
        self._across("{{ attached }}", "attached")
        self.control("{%tr endif %}")
        self._across(unit, "unit")

    def _across(self, text: str, look: str) -> None:
        self.sheet.merge_range(self.row, 0, self.row, len(self.columns) - 1, "", self.forms[look])
        self.sheet.write_string(self.row, 0, text, self.forms[look])
        self.row += 1

    def control(self, tag: str) -> None:
        """Write a row that is gone when the workbook is filled."""
        self.sheet.write_string(self.row, 0, tag, self.forms["control"])
        self.row += 1

    def cells(self, texts: Sequence[str], look: str = "") -> int:
        """Write a row of the table, formulas begin with `=`; give its number as a spreadsheet counts."""
        for i, (text, column) in enumerate(zip(texts, self.columns, strict=True)):
            form = self.forms[
                f"{look}-{column.align}" if look and column.align != "left" and f"{look}-{column.align}" in LOOKS else look or column.align
            ]
            if text.startswith("="):
                self.sheet.write_formula(self.row, i, text, form, "")
            elif text:
                self.sheet.write_string(self.row, i, text, form)
            else:
                self.sheet.write_blank(self.row, i, None, form)
        self.row += 1
        return self.row

    def finish(self) -> None:
        """Set the sheet up for paper."""
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.59, right=0.59, top=0.79, bottom=0.59)
        sheet.set_header('&C&"Times New Roman,Regular"&12&P')
        sheet.set_footer('&L&"Times New Roman,Italic"&9{{ made }}')
        sheet.center_horizontally()
        sheet.print_area(0, 0, self.row - 1, len(self.columns) - 1)


def main() -> None:
    """Write the templates."""
    FOLDER.mkdir(exist_ok=True)
    book = Book()
    _tasks(book)
    _indicators(book)
    _money(book)
    _risks(book)
    book.save("plan")


UNIT = "Đơn vị tính: {{ plan.don_vi_tien }}"


def _tasks(book: Book) -> None:
    columns = (
        Column("TT", 6, "center"),
        Column("Nhiệm vụ", 38),
        Column("Đơn vị chủ trì", 22),
        Column("Đơn vị phối hợp", 26),
        Column("Bắt đầu", 12, "center"),
        Column("Hoàn thành", 12, "center"),
        Column("Sản phẩm, kết quả", 38),
        Column("Kinh phí", 13, "right"),
    )
    page = Page(book, "Nhiệm vụ", "BIỂU PHÂN CÔNG NHIỆM VỤ", columns, UNIT)
    page.control("{%tr for task in plan.tasks %}")
    model = page.cells(
        (
            "{{ loop.index }}",
            "{{ task.title }}",
            "{{ task.owner }}",
            "{{ task.partners|join('; ') }}",
            "{{ task.start }}",
            "{{ task.end }}",
            "{{ task.deliverable }}",
            "{{ task.total }}",
        )
    )
    page.control("{%tr endfor %}")
    page.cells(("", "Tổng cộng", "", "", "", "", "", f"=SUM(H{model}:H{model})"), "total")
    page.finish()


def _indicators(book: Book) -> None:
    columns = (
        Column("TT", 6, "center"),
        Column("Chỉ tiêu", 52),
        Column("Đơn vị tính", 18, "center"),
        Column("Số gốc", 13, "right"),
        Column("Thời điểm gốc", 13, "center"),
        Column("Mục tiêu", 18, "right"),
        Column("Thời điểm đạt", 14, "center"),
        Column("Đơn vị theo dõi", 30),
    )
    page = Page(book, "Chỉ tiêu", "BIỂU CHỈ TIÊU", columns)
    page.control("{%tr for one in plan.monitoring.indicators|default([]) %}")
    page.control("{%tr set number = loop.index %}")
    page.control("{%tr for target in one.targets %}")
    page.cells(
        (
            "{% if loop.first %}{{ number }}{% endif %}",
            "{% if loop.first %}{{ one.name }}{% endif %}",
            "{{ one.unit }}",
            "{% if loop.first %}{{ one.baseline.value|default('') }}{% endif %}",
            "{% if loop.first %}{{ one.baseline.date|default('') }}{% endif %}",
            "{{ target.said }}",
            "{{ target.date }}",
            "{{ one.collector }}",
        )
    )
    page.control("{%tr endfor %}")
    page.control("{%tr endfor %}")
    page.finish()


def _money(book: Book) -> None:
    columns = (
        Column("TT", 6, "center"),
        Column("Nhiệm vụ, khoản chi", 44),
        Column("Đơn vị chủ trì", 24),
        Column("Nguồn vốn", 30),
        Column("Năm", 8, "center"),
        Column("Số lượng", 11, "right"),
        Column("Đơn giá", 12, "right"),
        Column("Kinh phí", 14, "right"),
    )
    page = Page(book, "Kinh phí", "BIỂU KINH PHÍ THEO NHIỆM VỤ", columns, UNIT)
    page.control("{%tr for task in plan.tasks %}")
    head = page.row + 1
    page.cells(("{{ loop.index }}", "{{ task.title }}", "{{ task.owner }}", "", "", "", "", _total(head)), "group")
    page.control("{%tr for need in task.needs + task.actions|map(attribute='needs')|sum(start=[]) %}")
    page.control("{%tr if need.amount %}")
    need = ("", "{{ need.for }}", "", "{{ need.fund or need.in_kind }}", "{{ need.year }}")
    page.cells((*need, "", "", "{{ need.amount }}"))
    page.control("{%tr elif need.rate %}")
    row = page.row + 1
    page.cells((*need, "{{ need.quantity }}", "{{ need.rate }}", f"=F{row}*G{row}"))
    page.control("{%tr else %}")
    page.cells((*need, "{{ need.quantity }}", "", ""))
    page.control("{%tr endif %}")
    page.control("{%tr endfor %}")
    page.control("{%tr endfor %}")
    page.cells(("", "Tổng cộng", "", "", "", "", "", f'=SUMIF(A{head}:A{row},">0",H{head}:H{row})'), "total")
    page.finish()


def _total(head: int) -> str:
    """Add up the needs of a task; where no amount is known, the sum is not known either."""
    needs = f"H{head + 3}:H{head + 7}"
    return f'=IF(COUNT({needs})=0,"",SUM({needs}))'


def _risks(book: Book) -> None:
    columns = (
        Column("TT", 6, "center"),
        Column("Rủi ro", 44),
        Column("Khả năng", 10, "center"),
        Column("Tác động", 10, "center"),
        Column("Mức", 8, "center"),
        Column("Phòng ngừa", 38),
        Column("Ứng phó", 38),
        Column("Đơn vị theo dõi", 22),
    )
    page = Page(book, "Rủi ro", "SỔ RỦI RO", columns)
    page.control("{%tr for risk in plan.risks %}")
    row = page.row + 1
    page.cells(
        (
            "{{ loop.index }}",
            "{{ risk.description }}",
            "{{ risk.likelihood }}",
            "{{ risk.impact }}",
            f"=C{row}*D{row}",
            "{{ risk.prevention }}",
            "{{ risk.contingency }}",
            "{{ risk.owner }}",
        )
    )
    page.control("{%tr endfor %}")
    page.finish()


if __name__ == "__main__":
    main()
