"""Users' own workbooks: filled with typed cells, their rows and formulas moved, nothing hostile let in or out."""

import base64
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.model.plan import Plan
from kehoach.reports import package, sandbox, sandboxed, xlsx
from kehoach.reports.book_faults import faults, known_tags
from kehoach.reports.catalogue import OutputFormat, Report, has_template, render
from kehoach.shipped import folder
from places import TOP
from reports.papers import PAYLOADS
from reports.plans import example, small, wanted, with_texts

SHIPPED = folder("templates") / "xlsx" / "plan.xlsx"
FULLEST = "xa-mau-2026"
SOFFICE = shutil.which("soffice")
_SHIPPED_FORMULA = re.compile(
    r'=(IF\(COUNT\(H\d+:H\d+\)=0,"",SUM\(H\d+:H\d+\)\)|SUM\((?:0|[A-Z]\d+:[A-Z]\d+)\)|[CF]\d+\*[DG]\d+|SUMIF\(A\d+:A\d+,">0",H\d+:H\d+\))'
)
_LOGO = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
LOOP, END = "{%tr for task in plan.tasks %}", "{%tr endfor %}"
Rows = list[list[Any]]


@pytest.fixture(autouse=True)
def _here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do without the child process, which costs most of the time, except where it is what is tested."""
    if "child" in request.fixturenames:
        return

    def run(asked: str, _: float) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, json.dumps(sandboxed.filled_workbook(json.loads(asked))))

    monkeypatch.setattr(sandboxed, "limit", lambda *_: None)
    monkeypatch.setattr(sandbox, "_run", run)


@pytest.fixture
def child() -> None:
    """Ask for the child process."""


def own(folder: Path, rows: Rows, change: Callable[[Any], None] | None = None) -> Path:
    """Write a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu 1"
    for row in rows:
        sheet.append(row)
    if change:
        change(sheet)
    file = folder / "own.xlsx"
    book.save(file)
    return file


def filled(file: Path, plan: Plan | None = None, report: Report = Report.PLAN, **options: Any) -> Any:
    return load_workbook(io.BytesIO(render(report, OutputFormat.XLSX, plan or example(FULLEST), wanted(**options), file)), rich_text=True)


def values(sheet: Any) -> Rows:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_numbers_days_and_texts_are_what_they_are(tmp_path: Path) -> None:
    cells = [
        "{{ loop.index }}",
        "{{ task.title }}",
        "{{ task.start }}",
        "{{ task.total }}",
        "từ {{ task.start }}",
        "{% if task.needs %}{{ task.needs[0].year }}{% endif %}",
    ]
    sheet = filled(own(tmp_path, [[LOOP], cells, [END]]))["Biểu 1"]

    first = next(sheet.iter_rows(max_row=1))
    assert [cell.value for cell in first] == [
        1,
        "Mở rộng 55 ha quế hữu cơ và liên kết bao tiêu",
        datetime(2026, 2, 2),  # noqa: DTZ001 - cells know no time zones
        1210,
        "từ 02/02/2026",
        2026,
    ]
    assert [cell.number_format for cell in first] == ["[$-42A]#,##0", "General", r"dd\/mm\/yyyy", "[$-42A]#,##0", "General", "0"]
    assert sheet.max_row == len(example(FULLEST).tasks)


def test_the_formats_of_an_office_stay(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        for cell, form in zip(sheet[2], ("#,##0.00", "yyyy", "@"), strict=True):
            cell.number_format = form

    sheet = filled(own(tmp_path, [[LOOP], ["{{ task.total }}", "{{ task.start }}", "{{ task.total }}"], [END]], change))["Biểu 1"]

    assert [(cell.value, cell.number_format) for cell in sheet[1]][::2] == [(1210, "#,##0.00"), ("1.210 triệu đồng", "@")]
    assert sheet["B1"].number_format == "yyyy"


def test_a_sum_below_a_loop_grows_and_takes_the_form_of_its_column(tmp_path: Path) -> None:
    rows: Rows = [
        ["đầu"],
        [LOOP],
        ["{{ task.title }}", "{{ task.total }}", "=B3*2", "=B3/SUM($B$3:$B$3)", "=SUM(B$3:B3)"],
        [END],
        ["=A1", "=SUM(B3:B3)", "=SUM(C3)", "=$B$3", "=B5/2"],
    ]
    sheet = filled(own(tmp_path, rows))["Biểu 1"]
    last = 1 + len(example(FULLEST).tasks)

    assert [sheet.cell(4, column).value for column in (4, 5)] == [f"=B4/SUM($B$2:$B${last})", "=SUM(B$2:B4)"]
    assert [sheet.cell(row, 3).value for row in (2, 3, last)] == ["=B2*2", "=B3*2", f"=B{last}*2"]
    assert [cell.value for cell in sheet[last + 1]] == ["=A1", f"=SUM(B2:B{last})", f"=SUM(C2:C{last})", "=$B$2", f"=B{last + 1}/2"]
    assert sheet.cell(last + 1, 2).number_format == "[$-42A]#,##0"


def test_each_group_adds_up_its_own_rows(tmp_path: Path) -> None:
    rows = [
        [LOOP],
        ["{{ task.title }}", "=SUM(B4:B4)"],
        ["{%tr for need in task.needs %}"],
        ["{{ need.for }}", "{{ need.amount }}", "=B4/B2"],
        [END],
        [END],
        ["", "=SUM(B2:B4)"],
    ]
    plan = small(
        "unit: triệu đồng\n"
        "tasks:\n"
        "  - {id: T1, title: Một, needs: [{fund: a, amount: 5, for: x}, {fund: a, amount: 7, for: y}]}\n"
        "  - {id: T2, title: Hai}\n"
        "  - {id: T3, title: Ba, needs: [{fund: a, amount: 9, for: z}]}\n"
    )

    assert values(filled(own(tmp_path, rows), plan)["Biểu 1"]) == [
        ["Một", "=SUM(B2:B3)", None],
        ["x", 5, "=B2/B1"],
        ["y", 7, "=B3/B1"],
        ["Hai", "=SUM(0)", None],
        ["Ba", "=SUM(B6:B6)", None],
        ["z", 9, "=B6/B5"],
        [None, "=SUM(B1:B6)", None],
    ]


def test_an_empty_loop_leaves_no_broken_formula(tmp_path: Path) -> None:
    rows: Rows = [["đầu"], [LOOP], ["{{ task.title }}", 1], [END], ["=SUM(B3:B3)", "=AVERAGE(B3:B3)", "=B3+1", "=A1"]]

    assert values(filled(own(tmp_path, rows), small(""))["Biểu 1"]) == [["đầu", None, None, None], ["=SUM(0)", None, None, "=A1"]]


def test_rows_are_chosen(tmp_path: Path) -> None:
    rows = [["{%tr if plan.tasks %}"], ["có"], ["{%tr else %}"], ["không"], ["{%tr endif %}"], ["cuối"]]

    assert values(filled(own(tmp_path, rows))["Biểu 1"]) == [["có"], ["cuối"]]
    assert values(filled(own(tmp_path, rows), small(""))["Biểu 1"]) == [["không"], ["cuối"]]


def test_what_hangs_on_rows_moves_with_them(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("B4:C4")
        sheet.merge_cells("A6:C7")
        sheet.row_dimensions[4].height = 40
        sheet["A4"].font, sheet["A4"].fill = Font(bold=True), PatternFill("solid", "FFEEAA")
        sheet["A4"].border = Border(bottom=Side("thin"))
        sheet.conditional_formatting.add("A4:A4", CellIsRule("greaterThan", ["$A$6"], font=Font(bold=True)))
        choice = DataValidation("list", "$A$6:$A$7")
        choice.add("B4")
        sheet.add_data_validation(choice)
        sheet.print_area, sheet.print_title_rows = "A1:C7", "2:2"
        sheet.row_breaks.append(Break(6))
        sheet["A6"].comment = Comment("ghi chú", "ai")
        sheet["E6"].hyperlink = "https://example.org"
        sheet.parent.create_sheet("Khác")["A1"] = "=SUM('Biểu 1'!A4:A4)"

    rows = [["{{ subject }}"], ["TT"], [LOOP], ["{{ loop.index }}", "{{ task.title }}"], [END], ["cuối"]]
    plan = small("tasks: [{id: T1, title: Một}, {id: T2, title: Hai}, {id: T3, title: Ba}, {id: T4, title: Bốn}]")
    book = filled(own(tmp_path, rows, change), plan)
    sheet = book["Biểu 1"]

    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:C1", "B3:C3", "B4:C4", "B5:C5", "B6:C6", "A7:C8"}
    assert [sheet.row_dimensions[row].height for row in (3, 4, 5, 6, 7)] == [40, 40, 40, 40, None]
    assert all(sheet[f"A{row}"].font.b and sheet[f"A{row}"].border.bottom.style == "thin" for row in (3, 4, 5, 6))
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["A3:A6"]
    assert [(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation] == [("B3:B6", "$A$7:$A$8")]
    assert (sheet.print_area, sheet.print_title_rows) == ("'Biểu 1'!$A$1:$C$8", "$2:$2")
    assert [one.id for one in sheet.row_breaks.brk] == [7]
    assert sheet["A7"].comment.text == "ghi chú"
    assert sheet["E7"].hyperlink.target == "https://example.org"
    assert book["Khác"]["A1"].value == "=SUM('Biểu 1'!A3:A6)"
    assert book.calculation.fullCalcOnLoad


def test_pictures_charts_tables_and_shared_formulas_follow(tmp_path: Path) -> None:
    file = tmp_path / "own.xlsx"
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Biểu")
    sheet.write_column("A1", [LOOP, "{{ task.title }}", END, "cuối"])
    sheet.write_column("B2", ["{{ loop.index }}"])
    sheet.insert_image("A5", "logo.png", {"image_data": io.BytesIO(_LOGO)})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Biểu!$B$2:$B$2", "categories": "=Biểu!$A$2:$A$2"})
    sheet.insert_chart("D5", chart)
    sheet.add_table("F5:G6", {"columns": [{"header": "x"}, {"header": "y"}]})
    sheet.conditional_format("B2:B2", {"type": "data_bar", "data_bar_2010": True})
    book.close()
    plan = small("tasks: [{id: T1, title: Một}, {id: T2, title: Hai}, {id: T3, title: Ba}, {id: T4, title: Bốn}]")

    with zipfile.ZipFile(io.BytesIO(render(Report.PLAN, OutputFormat.XLSX, plan, wanted(), file))) as archive:
        said = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
        assert archive.read("xl/media/image1.png") == _LOGO
    assert re.findall(r"<xdr:from><xdr:col>\d+</xdr:col><xdr:colOff>\d+</xdr:colOff><xdr:row>(\d+)", said["xl/drawings/drawing1.xml"]) == [
        "5",
        "5",
    ]
    assert re.findall(r"<c:f>(.*?)</c:f>", said["xl/charts/chart1.xml"]) == ["Biểu!$A$1:$A$4", "Biểu!$B$1:$B$4"]
    assert 'ref="F6:G7"' in said["xl/tables/table1.xml"]
    assert "<xm:sqref>B1:B4</xm:sqref>" in said["xl/worksheets/sheet1.xml"]


def test_headers_are_filled_and_keep_their_signs(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.oddHeader.center.text = "{{ plan.title }} - &P"

    sheet = filled(own(tmp_path, [["x"]], change), _titled("A & B &G"))["Biểu 1"]

    assert sheet.oddHeader.center.text == "A && B &&G - &P"


def test_tables_of_a_report_are_there_with_their_values(tmp_path: Path) -> None:
    rows = [["{%tr for row in tables[0].rows %}"], ["{{ row.cells[1] }}", "{{ row.cells[-1] }}"], [END]]
    said = values(filled(own(tmp_path, rows), report=Report.BUDGET)["Biểu 1"])

    assert 11790 in [row[1] for row in said]


@pytest.mark.parametrize(
    "payload", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "=cmd|'/C calc'!A0", "_x003D_1", "{{ 7*7 }}", "\x01c0\x02", "a\x03b"]
)
def test_words_of_a_plan_stay_words(payload: str, tmp_path: Path) -> None:
    plan = with_texts(small("tasks: [{id: T1, title: Một}]"), lambda _: payload)
    content = render(Report.PLAN, OutputFormat.XLSX, plan, wanted(), own(tmp_path, [[LOOP], ["{{ task.title }}", "=A2"], [END]]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    cell = load_workbook(io.BytesIO(content))["Biểu 1"]["A1"]

    assert sheet.count("<f>") == 1
    assert (cell.data_type, cell.quotePrefix) == ("s", payload[:1] in "=+-@\t")


def test_every_payload_of_the_corpus_is_a_text() -> None:
    payloads = [one if isinstance(one, str) else one["repeat"][0] * 50 for one in PAYLOADS.values()]
    said = iter(payloads * 9)
    plan = with_texts(example(FULLEST), lambda _: next(said, "x"))
    book = filled(SHIPPED, plan)

    formulas = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
    assert formulas
    assert [one for one in formulas if not _SHIPPED_FORMULA.fullmatch(str(one))] == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["{{ plan.titel }}"]], "ô Biểu 1!A1: không có 'titel', có thể là 'title'"),
        ([[], [], [LOOP], ["x", "{{ task.ownr }}"], [END]], "ô Biểu 1!B4: không có 'ownr', có thể là 'owner'"),
        ([["{{ title"]], "ô Biểu 1!A1: sai cú pháp"),
        ([["{% if title %}"], ["{% endif %}"]], "ô Biểu 1!A1: {% if title %} chưa được đóng: thiếu {% endif %}"),
        ([[LOOP], ["x"]], "ô Biểu 1!A1: {%tr for %} chưa được đóng"),
        ([["x"], [END]], "ô Biểu 1!A2: {%tr endfor %} không có gì để đóng"),
        ([["{%tr include 'x' %}"]], "ô Biểu 1!A1: hàng điều khiển không có 'include'"),
        ([["{%tr for x y %}"], [END]], "ô Biểu 1!A1: sai cú pháp"),
        ([["x", '=WEBSERVICE("http://a")']], "ô Biểu 1!B1: công thức dùng WEBSERVICE"),
        ([["x", "=[1]Sheet1!A1"]], "ô Biểu 1!B1: công thức dẫn tới tệp khác"),
        ([["=cmd|'/C calc'!A0"]], "ô Biểu 1!A1: không đọc được công thức"),
    ],
)
def test_a_mistake_is_said_with_its_cell(rows: Rows, said: str, tmp_path: Path) -> None:
    file = own(tmp_path, rows)

    with pytest.raises(KehoachError) as caught:
        filled(file)
    assert said in caught.value.to(Language.VI)
    assert faults(file, "plan")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["{{ plan.titel }}"]], ("Biểu 1!A1", "there is no 'titel'; did you mean 'title'?")),
        ([[LOOP], ["{{ task.ownr }}"], [END]], ("Biểu 1!A2", "there is no 'ownr'; did you mean 'owner'?")),
        ([["{{ “title” }}"]], ("Biểu 1!A1: {{ “title” }}", "curly quotes within a tag")),
        ([["{ title }"]], ("Biểu 1!A1: { title }", "a tag lacks a bracket")),
        ([["{{ title }"]], ("Biểu 1!A1: {{ title }", "a tag lacks a bracket")),
        ([[f"{LOOP} chữ"], ["x"], [END]], (f"Biểu 1!A1: {LOOP} chữ", "this tag removes its row")),
        ([['="{{ title }}"']], ('Biểu 1!A1: ="{{ title }}"', "tags in formulas are not filled")),
        ([["{{ title|uper }}"]], ("Biểu 1!A1: {{ title|uper }}", "there is no filter 'uper'; did you mean 'upper'?")),
    ],
)
def test_what_is_wrong_is_said_before_rendering(rows: Rows, said: tuple[str, str], tmp_path: Path) -> None:
    found = faults(own(tmp_path, rows), "plan")

    assert any(fault.where == said[0] and said[1] in fault.what.en for fault in found), found


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [[LOOP], ["{{ loop.index }}", "{%tr if task.owner %}{{ task.title }}", "{{ task.end }}", "=A2"], [END]],
            ["Biểu 1!B2: thẻ này xóa cả hàng, gồm A2, C2, D2"],
        ),
        ([[LOOP], ["{%tr if task.owner %}"], ["{{ task.title }}"], [END]], ["Biểu 1!A2: {%tr if %} chưa được đóng: thiếu {%tr endif %}"]),
        ([[LOOP], ["x"], ["{%tr else %}"], ["y"]], ["Biểu 1!A3: {%tr for %} chưa được đóng: thiếu {%tr endfor %}"]),
    ],
)
def test_one_mistake_in_a_control_row_is_said_once(rows: Rows, said: list[str], tmp_path: Path) -> None:
    file = own(tmp_path, rows)

    found = [f"{one.where.partition(': ')[0]}: {one.what.vi}" for one in faults(file, "plan")]
    assert [one[: len(words)] for one, words in zip(found, said, strict=True)] == said
    with pytest.raises(KehoachError) as caught:
        filled(file)
    assert said[0] in caught.value.to(Language.VI)


def test_the_shipped_workbook_says_how_a_target_is_bound_and_who_leads_a_task() -> None:
    book = filled(SHIPPED)

    targets = [row[5] for row in book["Chỉ tiêu"].iter_rows(values_only=True)]
    assert {"không quá 11", "từ 44,5 trở lên"} <= set(targets)
    assert not {11, 44.5} & set(targets)
    assert {61.2, 100} <= set(targets)
    head = next(row for row in book["Kinh phí"].iter_rows(values_only=True) if row[0] == "TT")
    first = next(row for row in book["Kinh phí"].iter_rows(values_only=True) if row[0] == 1)
    assert dict(zip(head, first, strict=True))["Đơn vị chủ trì"] == "Phòng Kinh tế xã"
    assert dict(zip(head, first, strict=True))["Nguồn vốn"] is None


def test_columns_beside_the_print_area_join_it_and_others_are_told(tmp_path: Path) -> None:
    rows: Rows = [
        ["", "BIỂU", "xem lại"],
        ["TT", "Nhiệm vụ", "Hoàn thành", "Ghi chú", "", "Ghi riêng"],
        [LOOP],
        ["{{ loop.index }}", "{{ task.title }}", "{{ task.end }}", "", "", "{{ task.owner }}"],
        [END],
    ]
    file = own(tmp_path, rows, lambda sheet: setattr(sheet, "print_area", "A2:B5"))

    assert filled(file)["Biểu 1"].print_area == f"'Biểu 1'!$A$2:$D${2 + len(example(FULLEST).tasks)}"
    assert [(one.where, one.what.vi[:32]) for one in faults(file, "plan")] == [("Biểu 1!F4", "cột F nằm ngoài vùng in A:D: đặt")]
    alone = own(tmp_path, [["BIỂU", "xem lại"], ["", "chỉ để xem"], ["TT"]], lambda sheet: setattr(sheet, "print_area", "A2:A3"))
    assert filled(alone)["Biểu 1"].print_area == "'Biểu 1'!$A$2:$A$3"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ plan.update({}) }}",
        "{{ 'x' * 10**9 }}",
        "{{ 'x'.center(10**9) }}",
        "{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
        "{% include 'own.xlsx' %}",
    ],
)
@pytest.mark.usefixtures("child")
def test_templates_can_do_no_harm(tag: str, tmp_path: Path) -> None:
    with pytest.raises(KehoachError, match=r"own\.xlsx"):
        filled(own(tmp_path, [[tag]]))


@pytest.mark.usefixtures("child")
def test_too_many_rows_are_an_error(tmp_path: Path) -> None:
    rows = [["{%tr for i in range(9999) %}"], ["{%tr for j in range(9999) %}"], ["x"], [END], [END]]

    with pytest.raises(KehoachError, match="the result is too long"):
        filled(own(tmp_path, rows))


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("xl/vbaProject.bin", b"x", "macros are not taken"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "linked to other files"),
        ("xl/connections.xml", b"<x/>", "data connections"),
        ("xl/embeddings/oleObject1.bin", b"x", "embedded objects"),
        (
            "xl/drawings/_rels/drawing9.xml.rels",
            b'<R><Relationship Id="a" Type="x/image" Target="http://a/b.png" TargetMode="External"/></R>',
            "fetches something from outside (image)",
        ),
    ],
)
def test_what_reaches_outside_is_refused(part: str, content: bytes, said: str, tmp_path: Path) -> None:
    file = own(tmp_path, [["x"]])
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(part, content)

    with pytest.raises(KehoachError) as caught:
        filled(file)
    assert said in caught.value.to(Language.EN)
    assert said in faults(file, "plan")[0].what.en


@pytest.mark.parametrize(
    "sheet",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="MAIN"/>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet xmlns="MAIN"/>',
        b"<worksheet",
        b'<worksheet xmlns="MAIN"><sheetData><row r="5"/><row r="2"/></sheetData></worksheet>',
        b'<worksheet xmlns="MAIN"><sheetData><row r="9999999"/></sheetData></worksheet>',
        b'<worksheet xmlns="MAIN"><sheetData><row><c r="B7"/></row></sheetData></worksheet>',
    ],
)
def test_a_damaged_sheet_is_one_clear_error(sheet: bytes, tmp_path: Path) -> None:
    file = _with_part(own(tmp_path, [["x"]]), "xl/worksheets/sheet1.xml", sheet.replace(b"MAIN", package.MAIN[1:-1].encode()))

    with pytest.raises(KehoachError, match=r"own\.xlsx") as caught:
        filled(file)
    assert "Error" not in caught.value.to(Language.EN)
    assert faults(file, "plan")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old .xls"])
def test_what_is_no_workbook_is_said(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "own.xlsx"
    file.write_bytes(content)

    with pytest.raises(KehoachError, match="is no workbook"):
        filled(file)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "own.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (xlsx.LARGEST + 1))

    with pytest.raises(KehoachError, match="too large"):
        faults(file, "plan")


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "kehoach.reports.package", raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)

    with pytest.raises(KehoachError) as caught:
        render(Report.PLAN, OutputFormat.XLSX, example(FULLEST), wanted(), own(tmp_path, [["x"]]))
    assert 'pip install "kehoach[xlsx]"' in caught.value.to(Language.VI)


def test_the_shipped_workbook_is_sound_and_what_its_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = importlib.util.spec_from_file_location("build_xlsx_templates", TOP / "scripts" / "build_xlsx_templates.py")
    assert loaded is not None
    assert loaded.loader is not None
    module = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(module)
    monkeypatch.setattr(module, "FOLDER", tmp_path)

    module.main()

    assert _parts(SHIPPED) == _parts(tmp_path / "plan.xlsx")
    assert faults(SHIPPED, "plan") == []


@pytest.mark.usefixtures("child")
def test_the_same_plan_and_day_give_the_same_bytes_and_no_tag_is_left() -> None:
    first, second = (render(Report.PLAN, OutputFormat.XLSX, example(FULLEST), wanted(), SHIPPED) for _ in range(2))

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                assert not any(sign in archive.read(name) for sign in (b"{{", b"{%", b"%}", b"}}"))


def test_a_folder_has_a_template_by_report_or_family(tmp_path: Path) -> None:
    assert not has_template(tmp_path, Report.BUDGET, OutputFormat.XLSX)
    own(tmp_path, [["{{ title }}"]]).rename(tmp_path / "report.xlsx")

    assert has_template(tmp_path, Report.BUDGET, OutputFormat.XLSX)
    assert not has_template(tmp_path, Report.PLAN, OutputFormat.XLSX)
    assert values(filled(tmp_path, report=Report.BUDGET)["Biểu 1"]) == [["Biểu kinh phí"]]


def test_papers_alone_are_made_of_blocks() -> None:
    assert not {"blocks", "annexes"} & set(known_tags("plan"))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_template_saved_by_libreoffice_still_renders_and_adds_up(tmp_path: Path) -> None:
    saved = tmp_path / "saved" / "plan.xlsx"
    _through_libreoffice(SHIPPED, saved.parent)

    assert faults(saved, "plan") == []
    made = tmp_path / "made.xlsx"
    made.write_bytes(render(Report.PLAN, OutputFormat.XLSX, example(FULLEST), wanted(), saved))
    _through_libreoffice(made, tmp_path / "opened")
    opened = load_workbook(tmp_path / "opened" / "made.xlsx", data_only=True)

    assert [
        next(cell.value for cell in reversed(list(opened[name])[-1]) if cell.value is not None) for name in ("Nhiệm vụ", "Kinh phí")
    ] == [
        11790,
        11790,
    ]


def _through_libreoffice(file: Path, into: Path) -> None:
    assert SOFFICE is not None
    command = [
        SOFFICE,
        f"-env:UserInstallation={(into / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(into),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(into)})


def _titled(title: str) -> Plan:
    return with_texts(small(""), lambda _: title)


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_part(file: Path, part: str, content: bytes) -> Path:
    parts = _parts(file) | {part: content}
    with zipfile.ZipFile(file, "w") as archive:
        for name, one in parts.items():
            archive.writestr(name, one)
    return file
