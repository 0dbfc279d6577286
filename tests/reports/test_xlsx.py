"""Workbooks: real numbers and days, sums that add up, no text that is ever a formula."""

import sys
import zipfile
from datetime import datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook

from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.model.plan import Plan
from kehoach.reports.catalogue import OutputFormat, Report, render
from kehoach.reports.cells import LONGEST, kept, number_form, value_of
from kehoach.reports.sheets import sheet_name
from reports.findings import checked, quoting
from reports.papers import PAYLOADS, total
from reports.plans import NAMES, example, small, wanted, with_texts

FULLEST = "xa-mau-2026"
LAO_CAI = "lao-cai-2026-2030"


def made(report: Report, plan: Plan, **options: Any) -> bytes:
    return render(report, OutputFormat.XLSX, plan, wanted(**(checked(report) | options)))


def book(report: Report, plan: Plan, *, values: bool = False, **options: Any) -> Workbook:
    return load_workbook(BytesIO(made(report, plan, **options)), data_only=values)


def cells(read: Workbook) -> list[Cell]:
    return [cell for sheet in read for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell) and cell.value is not None]


@pytest.mark.parametrize("report", Report)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_every_report_opens(report: Report, name: str, language: Language) -> None:
    read = book(report, example(name), language=language)

    for sheet in read:
        assert len(sheet.title) <= 31
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_the_whole_plan_is_its_annexes() -> None:
    names = book(Report.PLAN, example(FULLEST)).sheetnames

    assert names[:4] == ["1. Biểu phân công nhiệm vụ", "2. Biểu chỉ tiêu", "3. Tổng nhu cầu kinh phí", "4. Kinh phí theo nhiệm vụ"]
    assert "Sổ rủi ro" in " ".join(names)


@pytest.mark.parametrize("name", [FULLEST, LAO_CAI])
def test_totals_are_formulas_with_the_value_of_a_second_reckoning(name: str) -> None:
    whole = Decimal(total(name).replace(".", ""))
    formulas = {cell.coordinate: cell for cell in cells(book(Report.BUDGET, example(name))) if cell.data_type == "f"}
    sheet = book(Report.BUDGET, example(name))["2. Kinh phí theo nhiệm vụ"]
    printed = book(Report.BUDGET, example(name), values=True)["2. Kinh phí theo nhiệm vụ"]
    sums = next(row for row in sheet.iter_rows() if row[1].value == "Tổng cộng")
    head = next(row for row in sheet.iter_rows() if row[0].value == "TT")
    column = next(cell.column for cell in head if cell.value == "Tổng cộng")
    last = sums[column - 1]
    amounts = [printed.cell(row, column).value for row in range(head[0].row + 1, last.row)]

    assert formulas
    assert last.value == f"=SUM({head[column - 1].column_letter}{head[0].row + 1}:{last.column_letter}{last.row - 1})"
    assert Decimal(str(printed[last.coordinate].value)) == whole
    assert sum(Decimal(str(one)) for one in amounts if not isinstance(one, str)) == whole


def test_every_cached_value_is_what_its_formula_makes() -> None:
    for name in NAMES:
        formulas, values = book(Report.BUDGET, example(name)), book(Report.BUDGET, example(name), values=True)
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        first, _, last = cell.value[5:-1].partition(":")
                        added = [one.value for line in values[sheet.title][f"{first}:{last or first}"] for one in line]
                        parts = [one for one in added if isinstance(one, int | float)]
                        assert values[sheet.title][cell.coordinate].value == pytest.approx(sum(parts))


def test_numbers_have_the_marks_of_the_reports_language_everywhere() -> None:
    assert {cell.number_format for cell in cells(book(Report.BUDGET, example(FULLEST))) if cell.number_format.startswith("[")} == {
        "[$-42A]#,##0"
    }
    english = cells(book(Report.BUDGET, example(FULLEST), language=Language.EN))
    assert {cell.number_format for cell in english if cell.number_format.startswith("[")} == {"[$-409]#,##0"}
    assert number_form(Decimal("41.30"), Language.VI) == "[$-42A]#,##0.0"


def test_an_indicator_is_a_number_where_it_is_one() -> None:
    sheet = book(Report.INDICATORS, example(FULLEST))["Biểu chỉ tiêu"]
    row = next(row for row in sheet.iter_rows() if row[1].value == "Thu nhập bình quân đầu người")

    assert [cell.value for cell in row[:5]] == [1, "Thu nhập bình quân đầu người", "triệu đồng/người/năm", 41.3, "từ 44,5 trở lên"]


def test_an_exact_day_is_a_day() -> None:
    plan = small(
        "tasks:\n"
        "  - {id: T1, title: Một, end: 2026-06-30}\n"
        "  - {id: T2, title: Hai, end: 2026-Q2}\n"
        "  - {id: T3, title: Ba, start: 2026-01-02, end: 2026-03-04}\n"
        "gaps: [{id: G1, description: Thiếu số liệu, due: 2026-05-31}]"
    )

    times = [row[3] for row in book(Report.ASSIGNMENTS, plan).active.iter_rows() if isinstance(row[0].value, int)]
    assert times[0].value == datetime(2026, 6, 30)  # noqa: DTZ001 - a day has no zone
    assert times[0].number_format == '"Đến "dd\\/mm\\/yyyy'
    assert [cell.value for cell in times[1:]] == ["Đến quý II/2026", "Từ 02/01/2026 đến 04/03/2026"]
    assert datetime(2026, 5, 31) in [cell.value for cell in cells(book(Report.RISKS, plan))]  # noqa: DTZ001


def test_headings_stay_in_sight_on_the_screen_and_on_paper() -> None:
    for sheet in book(Report.PLAN, example(FULLEST)):
        head = int(sheet.print_title_rows.split(":")[0].strip("$"))

        assert sheet.freeze_panes.endswith(str(head + 1))
        assert sheet.cell(head, 1).font.bold


def test_columns_are_counted_in_a_font_that_every_computer_has() -> None:
    """Else rows are far higher than their words, or lower, where the font of `Normal` is another one."""
    made = book(Report.ASSIGNMENTS, example(FULLEST))
    pixels = sum(round(column.width * 8) for column in made.active.column_dimensions.values())

    assert made._named_styles["Normal"].font.name == "Times New Roman"
    assert made._named_styles["Normal"].font.sz == 12
    assert pixels * 25.4 / 96 == pytest.approx(267, abs=1)


def _payloads() -> dict[str, str]:
    said = {name: one if isinstance(one, str) else one["repeat"][0] * 200 for name, one in PAYLOADS.items()}
    own = {
        "formula": "=1+1",
        "at": "@SUM(A1)",
        "plus": "+84 912",
        "minus": "-5%",
        "error": "#REF!",
        "url": "http://x.invalid/",
        "array": "{=1}",
    }
    return {name: text for name, text in (said | own).items() if text.strip() and not name.startswith("refs/")}


@pytest.mark.parametrize("payload", _payloads().values(), ids=_payloads())
def test_no_text_is_anything_but_a_text(payload: str) -> None:
    hostile = with_texts(example(FULLEST), lambda _: payload)
    for report in (Report.PLAN, Report.SUMMARY, Report.SUBMISSION, Report.ASSIGNED, Report.APPRAISAL):
        content = made(report, hostile, **quoting(payload, report))
        found = cells(load_workbook(BytesIO(content)))

        assert [cell.coordinate for cell in found if cell.data_type == "f"] == _plain_formulas(report)
        assert all(cell.hyperlink is None for cell in found)
        assert all(cell.value.startswith("=SUM(") for cell in found if cell.data_type == "f")
        with zipfile.ZipFile(BytesIO(content)) as archive:
            assert not [name for name in archive.namelist() if "external" in name.lower() or "hyperlink" in name.lower()]


@cache
def _plain_formulas(report: Report) -> list[str]:
    plain = load_workbook(BytesIO(made(report, with_texts(example(FULLEST), lambda _: "Chữ"))))
    return [cell.coordinate for cell in cells(plain) if cell.data_type == "f"]


def test_texts_that_look_like_formulas_are_unchanged() -> None:
    plan = small("tasks: [{id: T1, title: '=HYPERLINK(\"http://x.invalid\")'}, {id: T2, title: '+84 912'}, {id: T3, title: '_x0041_'}]")

    said = [cell.value for cell in cells(book(Report.ASSIGNMENTS, plan)) if cell.column == 2]

    assert said == ["Nhiệm vụ", '=HYPERLINK("http://x.invalid")', "+84 912", "_x0041_"]


def test_what_is_too_long_for_a_cell_is_cut_and_shown_to_be() -> None:
    assert kept("ă" * LONGEST) == "ă" * LONGEST
    cut = kept("ă" * (LONGEST + 1))
    assert len(cut) == LONGEST
    assert cut.endswith("ă…")
    assert len(kept("😀" * LONGEST).encode("utf-16-le")) // 2 <= LONGEST
    plan = small(f"tasks: [{{id: T1, title: Một, method: x, deliverable: {'a' * 40_000}}}]")
    assert max(len(str(cell.value)) for cell in cells(book(Report.ASSIGNMENTS, plan))) == LONGEST


@pytest.mark.parametrize(
    ("text", "exact", "form"),
    [
        ("12.500", "12500", "[$-42A]#,##0"),
        ("12,5", "12.5", "[$-42A]#,##0.0"),
        ("-3", "-3", "[$-42A]#,##0"),
        ("10%", "10", '[$-42A]#,##0"%"'),
        ("30/06/2026", "2026-06-30", r"dd\/mm\/yyyy"),
        ("đến 30/06/2026", "2026-06-30", r'"đến "dd\/mm\/yyyy'),
        ("10.000 đồng", "10000", None),
        ("123.456.789.012.345.678", "123456789012345678", None),
        ('"x" 30/06/2026', "2026-06-30", None),
        ("tháng 6", "2026-06-30", None),
        ("01/01/1850", "1850-01-01", None),
        ("chữ", "", None),
    ],
)
def test_a_cell_is_a_value_only_if_it_prints_the_same(text: str, exact: str, form: str | None) -> None:
    found = value_of(text, exact, Language.VI)

    assert (found.form if found else None) == form


def test_names_of_sheets_hold_what_they_can() -> None:
    assert sheet_name("1. Đối chiếu nhu cầu với khả năng nguồn vốn theo năm") == "1. Đối chiếu nhu cầu với khả n…"
    assert sheet_name("a/b:c*d?[e]'f'") == "a b c d e f"


def test_the_same_plan_and_day_make_the_same_bytes() -> None:
    assert made(Report.PLAN, example(FULLEST)) == made(Report.PLAN, example(FULLEST))


def test_findings_have_a_sheet_in_an_invalid_plan() -> None:
    names = book(Report.BUDGET, example(FULLEST), invalid=2).sheetnames

    assert "Kết quả kiểm tra" not in names
    assert str(book(Report.BUDGET, example(FULLEST), invalid=2).active["A1"].value).startswith("BẢN CHƯA HỢP LỆ")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kehoach.reports.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(KehoachError) as caught:
        made(Report.BUDGET, example(FULLEST))

    assert 'pip install "kehoach[xlsx]"' in caught.value.to(Language.EN)
    assert "\n" not in caught.value.to(Language.VI)
