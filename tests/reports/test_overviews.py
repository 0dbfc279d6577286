"""Reports on many plans: `rollup` as a page and a workbook, `status` as a workbook."""

import json
import re
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from child import kehoach
from kehoach.analysis.rollup import Rollup, rollup
from kehoach.language import Language
from kehoach.reports import rollup as reports
from kehoach.reports import standings as standings_report
from kehoach.reports.charts.drawing import TALLEST, WIDTH
from kehoach.reports.charts.rollup import rollup_charts
from kehoach.reports.options import Options
from kehoach.reports.views.rollup import Known
from kehoach.workspace.gathering import gathered
from kehoach.workspace.running import Wishes, run
from kehoach.workspace.standing import Standing
from kehoach.workspace.surveying import standings
from places import EXAMPLES
from reports.plans import TODAY
from reports.test_html import Page

PROVINCE = EXAMPLES / "tinh-mau-2026"
UPPER = """\
kehoach: plan/1
id: tinh
title: {words}
kind: annual
locality: {{name: {words}, level: province}}
period: 2026
unit: triệu đồng
resources: {{funds: [{{id: ns, name: {words}, limits: {{2026: 100}}}}]}}
coordination: {{assignments: [{{plan: xa-0, indicators: {{duong: 7}}, funds: {{ns: 30}}}}, {{plan: xa-1, funds: {{ns: 40}}}}]}}
monitoring:
  indicators: [{{id: duong, name: {words}, unit: {unit}, direction: {way}, aggregation: {how}, targets: [{{value: {asked}}}]}}]
"""
LOWER = """\
kehoach: plan/1
id: xa-{n}
title: {words}
kind: annual
parent: tinh
locality: {{name: {words}, level: commune, code: {n}}}
period: 2026
unit: triệu đồng
resources: {{funds: [{{id: v, name: {words}, limits: {{2026: 50}}, from_plan: tinh#ns}}]}}
coordination: {{requests: [{{id: Y1, what: {words}, amount: 5}}]}}
monitoring:
  indicators: [{{id: d, name: {words}, unit: {unit}, direction: {way}, same_as: [tinh#duong], targets: [{{value: {given}}}]}}]
"""


@cache
def province() -> Rollup:
    return rollup(gathered(str(PROVINCE), TODAY).family)


def made(folder: Path, words: str, *given: str, asked: str = "20", way: str = "increase", how: str = "sum") -> Rollup:
    """Put plans together in which every text is the same."""
    said: dict[str, Any] = {"words": json.dumps(words, ensure_ascii=False), "unit": "km", "way": way}
    (folder / "kehoach.yaml").write_text("kehoach: workspace/1\n", "utf-8")
    (folder / "tinh.yaml").write_text(UPPER.format(**said, asked=asked, how=how), "utf-8")
    for n, value in enumerate(given):
        (folder / f"xa-{n}.yaml").write_text(LOWER.format(**said, n=n, given=value), "utf-8")
    return rollup(gathered(str(folder), TODAY).family)


def wanted(language: Language = Language.VI) -> Options:
    return Options(today=TODAY, version="0", language=language)


def sheets(content: bytes, *, values: bool = False) -> list[Worksheet]:
    return list(load_workbook(BytesIO(content), data_only=values))


def line_of(file: str, start: str, after: str = "") -> int:
    """Find a line of the example by its words."""
    lines = (PROVINCE / file).read_text("utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if after in line)
    return next(i for i, line in enumerate(lines[first:], start=first + 1) if line.strip().startswith(start))


# The page.


def test_every_residual_stands_on_the_page_with_both_places() -> None:
    said = " ".join(Page(reports.page(province(), wanted()).decode()).words)
    places = {
        "thiếu 3,8 km": [
            ("tinh.yaml", "- {value: 45", "id: duong-thon"),
            ("xa-mau-tay.yaml", "- {value: 10000", "id: duong-thon"),
            ("xa-mau-ha.yaml", "- {value:", "id: duong-thon"),
        ],
        "vượt 600 triệu đồng": [("tinh.yaml", "funds: {ns-tinh: 3000}", ""), ("xa-mau-ha.yaml", "limits: {2026: 3600}", "")],
        "đang đối thoại 10/12/2025 (đề nghị 1.350)": [
            ("tinh.yaml", "indicators: {thu-ngan-sach: 1.5}", ""),
            ("xa-mau-son.yaml", "- {value: 1350", "id: thu-ngan-sach"),
            ("xa-mau-son.yaml", "- about: thu-ngan-sach", ""),
        ],
    }

    for residual, ends in places.items():
        assert residual in said
        for file, start, after in ends:
            assert f"{file}:{line_of(file, start, after)}" in said, (residual, file)
    assert "xa-mau-son.yaml: chưa đề ra" in said
    assert "Y1: Hỗ trợ nâng cấp trạm bơm thôn 3" in said


@pytest.mark.parametrize("language", Language)
def test_the_page_needs_nothing_else(language: Language) -> None:
    said = reports.page(province(), wanted(language)).decode()
    elements = Page(said).elements
    tags = {tag for tag, _ in elements}
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]

    assert tags.isdisjoint({"script", "img", "iframe", "object", "embed", "form", "base", "use", "image"})
    assert "svg" in tags
    assert len(ids) == len(set(ids))
    assert "default-src 'none'; style-src 'unsafe-inline'" in said
    assert "prefers-color-scheme: dark" in said
    assert "@media print" in said
    assert not re.search(r"None|Undefined|\{\{|Decimal", " ".join(Page(said).words))


@pytest.mark.parametrize("words", ["<script>x</script>", "{{ 7*7 }}", "\" onload=x '", "=1+1", "@SUM(A1)", "http://x.invalid/"])
def test_no_text_is_more_than_a_text(tmp_path: Path, words: str) -> None:
    plain_folder, hostile_folder = tmp_path / "a", tmp_path / "b"
    plain_folder.mkdir()
    hostile_folder.mkdir()
    plain, hostile = made(plain_folder, "Chữ", "5", "6"), made(hostile_folder, words, "5", "6")

    shapes = [sorted(tag for tag, _ in Page(reports.page(one, wanted()).decode()).elements if tag != "tspan") for one in (plain, hostile)]
    formulas = [
        [
            (cell.coordinate, cell.value)
            for sheet in sheets(reports.workbook(one, wanted()))
            for row in sheet
            for cell in row
            if cell.data_type == "f"
        ]
        for one in (plain, hostile)
    ]

    assert shapes[0] == shapes[1]
    assert formulas[0] == formulas[1] != []


@pytest.mark.parametrize("language", Language)
def test_nothing_is_drawn_off_the_paper(tmp_path: Path, language: Language) -> None:
    over = made(tmp_path, "Đường thôn được cứng hóa trong năm " * 3, "5", "16", asked="-2 - 4", way="decrease", how="mean")
    for found in (province(), over):
        charts = list(rollup_charts(found, Known(found, language)))
        assert len(charts) == 2
        for drawing in (drawing for chart in charts for drawing in chart["drawings"]):
            assert drawing["height"] <= TALLEST + 30
            for shape in drawing["shapes"]:
                assert all(0 <= shape[key] <= WIDTH for key in ("x", "x1", "x2") if key in shape), shape
                assert shape["shape"] != "rect" or (shape["width"] > 0 and shape["x"] + shape["width"] <= WIDTH), shape


# The workbook.


def test_there_is_a_sheet_for_everything_also_where_there_is_nothing(tmp_path: Path) -> None:
    names = ["1. Chỉ tiêu", "2. Nguồn vốn", "3. Nhiệm vụ", "4. Kiến nghị chưa trả lời", "5. Kế hoạch chưa đề ra"]
    empty = sheets(reports.workbook(made(tmp_path, "Chữ", "10", "10"), wanted()))

    assert [sheet.title for sheet in sheets(reports.workbook(province(), wanted()))][:5] == names
    assert [sheet.title for sheet in empty][:5] == names
    assert "Không có." in [cell.value for row in empty[4] for cell in row]


def test_totals_are_formulas_with_the_values_of_a_second_reckoning() -> None:
    content = reports.workbook(province(), wanted())
    plans = [yaml.safe_load(file.read_text("utf-8")) for file in sorted(PROVINCE.glob("xa-mau-*.yaml"))]
    claimed = sum(plan["resources"]["funds"][0]["limits"][2026] for plan in plans)
    values = sheets(content, values=True)
    row = next(row for row in values[1] if row[1].value == "Ngân sách tỉnh hỗ trợ các xã")
    tasks = next(row for row in values[2] if row[1].value == "Tổng cộng")
    indicators = {row[1].value: [cell.value for cell in row[5:8]] for row in values[0] if isinstance(row[0].value, int)}

    assert [cell.value for cell in row[2:7]] == [30000, 27000, claimed, 600, 30000 - claimed]
    assert (tasks[4].value, tasks[5].value) == (15, claimed)
    assert indicators["Đường thôn được cứng hóa trong năm (duong-thon)"] == [45, 41.2, 3.8]
    assert indicators["Tỷ lệ hộ nghèo đa chiều (ty-le-ngheo)"] == [10, 9.57, 0]
    made_by_formula = [
        cell.coordinate for cell in next(r for r in sheets(content)[1] if r[1].value == row[1].value) if cell.data_type == "f"
    ]
    assert [name[0] for name in made_by_formula] == ["D", "E", "F"]


def test_every_cached_value_is_what_its_formula_makes(tmp_path: Path) -> None:
    cases = [province(), made(tmp_path, "Chữ", "5", "3 - 4", "7", asked="20", how="sum")]
    for folder, how in ((tmp_path / how, how) for how in ("min", "max", "mean")):
        folder.mkdir()
        cases.append(made(folder, "Chữ", "5", "7", asked="6", how=how, way="decrease"))
    seen = set()
    for found in cases:
        content = reports.workbook(found, wanted())
        for formulas, values in zip(sheets(content), sheets(content, values=True), strict=True):
            for cell in (cell for row in formulas for cell in row if cell.data_type == "f"):
                seen.add(cell.value.partition("(")[0])
                assert Decimal(str(values[cell.coordinate].value)) == reckoned(cell.value, values), cell.value

    assert seen == {"=SUM", "=MIN", "=MAX"}


def reckoned(formula: str, values: Worksheet) -> Decimal:
    """Work out a formula without a spreadsheet."""
    beyond = re.fullmatch(r"=MAX\(([A-Z]+\d+)-([A-Z]+\d+),0\)", formula)
    if beyond:
        one, other = (Decimal(str(values[name].value)) for name in beyond.groups())
        return max(one - other, Decimal(0))
    how, first, last = re.fullmatch(r"=(SUM|MIN|MAX)\(([A-Z]+\d+)(?::([A-Z]+\d+))?\)", formula).groups()  # type: ignore[union-attr]
    cells = [cell.value for row in values[f"{first}:{last or first}"] for cell in row]
    numbers = [Decimal(str(value)) for value in cells if isinstance(value, int | float)]
    return {"SUM": sum(numbers, Decimal(0)), "MIN": min(numbers), "MAX": max(numbers)}[how]


def test_sheets_are_set_up_for_screen_and_paper() -> None:
    for sheet in sheets(reports.workbook(province(), wanted())):
        head = int(sheet.print_title_rows.split(":")[0].strip("$"))
        assert sheet.freeze_panes.endswith(str(head + 1))
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        formats = {cell.number_format for row in sheet for cell in row if isinstance(cell.value, float) or cell.data_type == "f"}
        assert all(form.startswith("[$-42A]#,##0") for form in formats), sheet.title


def test_the_same_plans_and_day_make_the_same_bytes() -> None:
    assert reports.workbook(province(), wanted()) == reports.workbook(province(), wanted())
    assert reports.page(province(), wanted()) == reports.page(province(), wanted())


# `status` as a workbook.


@cache
def stands() -> tuple[Standing, ...]:
    done = run(Wishes(paths=(str(EXAMPLES / "methods"), str(PROVINCE)), today=TODAY), lambda outcomes, _: iter(outcomes))
    return tuple(standings(done, TODAY))


def test_plans_stand_by_readiness_one_line_each() -> None:
    plans, _ = sheets(standings_report.workbook(stands(), wanted()), values=True)
    rows = [row for row in plans if isinstance(row[0].value, int)]
    ready = [row[-1].value for row in rows]
    whole = next(row for row in plans if row[1].value == "Tổng cộng")

    assert len(rows) == len(stands())
    assert ready == sorted(ready, reverse=True)
    assert ready[0] > ready[-1]
    assert whole[-3].value == sum(row[-3].value for row in rows) > 0
    assert {cell.value for row in rows for cell in row[4:12]} == {"đủ", "thiếu", "chưa có"}


def test_what_to_do_next_is_a_sheet_of_its_own() -> None:
    _, things = sheets(standings_report.workbook(stands(), wanted(Language.EN)))
    rows = [[cell.value for cell in row] for row in things if isinstance(row[0].value, int)]

    assert len(rows) == sum(len(one.things) for one in stands())
    assert {(row[1], row[3]) for row in rows} == {
        (one.summary.id, thing.said.en) for one in stands() if one.summary is not None for thing in one.things
    }


# The command line.


@pytest.mark.parametrize(("command", "name"), [("rollup", "tinh-rollup.xlsx"), ("status", "{folder}-status.xlsx")])
def test_a_workbook_goes_to_a_file_that_is_named_and_never_over_another(tmp_path: Path, command: str, name: str) -> None:
    made(tmp_path, "Chữ", "5")
    file = name.format(folder=tmp_path.name)

    first = kehoach(command, "--format", "xlsx", cwd=tmp_path)
    again = kehoach(command, "--format", "xlsx", cwd=tmp_path)
    over = kehoach(command, "--format", "xlsx", "-o", "tinh.yaml", "--force", cwd=tmp_path)

    assert (first.code, first.out, first.err) == (0, "", f"kehoach: đã ghi {file}\n")
    assert (tmp_path / file).read_bytes().startswith(b"PK")
    assert (again.code, over.code) == (2, 2)
    assert (tmp_path / "tinh.yaml").read_text("utf-8").startswith("kehoach: plan/1")
