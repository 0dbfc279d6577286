"""What the reports must say, and what must never stand in them."""

import re

import pytest

from kehoach.language import Language
from kehoach.reports.catalogue import Edition, Report
from kehoach.reports.views.appraisal import ANSWER
from reports.findings import checked
from reports.plans import NAMES, example, lines_of, markdown, small

each_report = pytest.mark.parametrize("report", Report)
each_example = pytest.mark.parametrize("name", NAMES)
LAO_CAI = "lao-cai-2026-2030"


@each_report
@each_example
@pytest.mark.parametrize("language", Language)
def test_no_report_has_a_hole(report: Report, name: str, language: Language) -> None:
    said = markdown(report, example(name), language=language, **checked(report))

    assert not re.search(r"None|Undefined|\{\{|\}\}|\{%|\bnan\b|Decimal|<class|: $|\(\)", said, re.MULTILINE)
    assert "\n\n\n" not in said
    assert said.endswith("\n")


@each_report
def test_a_plan_with_nothing_in_it_has_every_report(report: Report) -> None:
    said = markdown(report, small(""))

    assert "Kế hoạch nhỏ" in said or "# KẾ HOẠCH" in said
    assert "None" not in said
    assert "## " not in said or report in {Report.SUMMARY, Report.PROCESS, Report.SUBMISSION, Report.APPRAISAL}


@each_example
def test_every_column_has_something_to_say(name: str) -> None:
    """A column that no row fills is left out."""
    for report in Report:
        for table in _tables(markdown(report, example(name), **checked(report))):
            heading, _, *rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]
            for i, title in enumerate(heading):
                if title == ANSWER.vi:
                    continue
                assert any(row[i].strip(" |") for row in rows), (report, title)


def test_lao_cai_adds_up_by_task_and_by_year() -> None:
    said = markdown(Report.BUDGET, example(LAO_CAI))

    assert "| **Tổng cộng** | **30.000** | **30.000** | **30.000** |" in said
    assert "|  | **Tổng cộng** | **30.000** |  |" in said
    assert "Tổng kinh phí: 30.000 triệu đồng (Bằng chữ: Ba mươi tỷ đồng)." in said
    assert "| Chưa phân năm | 30.000 | - | - |" in said


def test_lao_cai_names_every_lead_with_its_scope_once() -> None:
    said = markdown(Report.ASSIGNMENTS, example(LAO_CAI))

    assert (
        "Chủ trì: Sở Khoa học và Công nghệ (Nhiệm vụ khoa học và công nghệ); Sở Nông nghiệp và Môi trường (Chất thải, quan trắc); "
        "Ban Quản lý Khu kinh tế tỉnh (Đề án khu công nghiệp sinh thái)."
    ) in said
    assert said.count("Sở Công Thương (Cân đối nguồn, cấp phép, theo dõi)") == 1


def test_a_province_has_its_own_columns() -> None:
    heading = lines_of(markdown(Report.ASSIGNMENTS, example(LAO_CAI)), "| Nội dung")

    assert heading == ["| Nội dung | Phân công nhiệm vụ | Tiến độ | Phương pháp | Nguồn lực | Sản phẩm đầu ra |"]


def test_a_commune_has_its_own_columns() -> None:
    heading = lines_of(markdown(Report.ASSIGNMENTS, example("xa-mau-2026")), "| STT")

    assert heading == [
        "| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Lực lượng hỗ trợ | Thời gian | Sản phẩm | Chỉ tiêu liên quan | Ghi chú |"
    ]


def test_milestones_say_when_and_whether_they_are_aspirational() -> None:
    said = markdown(Report.ASSIGNMENTS, example(LAO_CAI))

    assert "- quý IV/2026: Tiếp nhận hệ thống từ Sở Nông nghiệp và Môi trường" in said
    assert "- trước năm 2030: Mỏ đất hiếm Bến Đền và ít nhất 01 dự án graphit vào khai thác (phấn đấu)" in said


@each_report
def test_reasons_for_a_task_are_for_the_leaders_only(report: Report) -> None:
    plan = example(LAO_CAI)
    reason = "Sản phẩm 1 tại Thông báo 78/TB-UBND"

    assert reason not in markdown(report, plan)
    assert (reason in markdown(report, plan, edition=Edition.LEADERS)) == (report is Report.ASSIGNMENTS)


def test_parts_of_an_indicator_stand_under_it() -> None:
    plan = small("""
monitoring:
  indicators:
    - {id: b, name: Lúa, part_of: a}
    - {id: a, name: Diện tích gieo trồng}
    - {id: c, name: Thu ngân sách}
    - {id: d, name: Màu, part_of: a}
""")

    rows = lines_of(markdown(Report.INDICATORS, plan), "| ")[2:]

    assert [row.split(" | ")[0].strip("| ") for row in rows] == ["1", "1a", "1b", "2"]


def test_targets_keep_the_officers_wording() -> None:
    said = markdown(Report.INDICATORS, example("tam-phuoc-2022"))

    assert "| 7,5 - 8,0 |" in said
    assert "| từ 10% trở lên |" in said
    assert "| 95,2 |" in said


def test_the_heading_follows_the_decree() -> None:
    said = markdown(Report.PLAN, example("xa-mau-2026"))

    assert "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc**" in said
    assert "| Số: 05/KH-UBND | *Xã Mẫu, ngày 05 tháng 01 năm 2026* |" in said
    assert "*Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;*" in said
    assert "*Căn cứ Quyết định số 512/QĐ-UBND ngày 11 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Mẫu giao chỉ tiêu" in said
    assert "- Lưu: VT." in said
    assert "DỰ THẢO" not in said


def test_sections_are_numbered_without_gaps() -> None:
    said = markdown(Report.PLAN, example("tam-phuoc-2022"))

    assert [line.split(" ")[1] for line in lines_of(said, "## ")] == ["I.", "II."]


def test_money_in_kind_is_added_to_nothing() -> None:
    plan = small("""
unit: triệu đồng
tasks:
  - id: T1
    title: Làm đường
    needs:
      - {fund: ns, amount: 100}
      - {in_kind: cong, quantity: 40}
resources:
  funds: [{id: ns, name: Ngân sách xã}]
  in_kind: [{id: cong, name: Ngày công, unit: công, value_per_unit: 1 triệu đồng}]
""")

    said = markdown(Report.BUDGET, plan)

    assert "Tổng kinh phí: 100 triệu đồng" in said
    assert "| 1 | Ngày công | công | 40 | 1 triệu đồng | 1 |" in said


def test_years_and_undated_money_have_their_columns_and_both_margins() -> None:
    plan = small(
        """
unit: triệu đồng
tasks:
  - id: T1
    title: Một
    needs: [{fund: a, amount: 100, year: 2026}, {fund: b, amount: 50, year: 2027}]
  - id: T2
    title: Hai
    needs: [{fund: a, amount: 7}, {fund: b, amount: 1250}]
resources:
  funds: [{id: a, name: Ngân sách tỉnh}, {id: b, name: Ngân sách xã}]
""",
        period="2026-2027",
    )

    said = markdown(Report.BUDGET, plan)

    assert "| 1 | Ngân sách tỉnh | 100 | - | 7 | 107 |" in said
    assert "| 2 | Ngân sách xã | - | 50 | 1.250 | 1.300 |" in said
    assert "|  | **Tổng cộng** | **100** | **50** | **1.257** | **1.407** |" in said


def test_an_invalid_plan_is_marked_at_the_top() -> None:
    for report in Report:
        first = markdown(report, example(LAO_CAI), invalid=3).splitlines()[0]

        assert first == "> **BẢN CHƯA HỢP LỆ: kế hoạch còn 3 lỗi, không dùng để trình hoặc ban hành.**"


def _tables(text: str) -> list[list[str]]:
    """Split out the tables, the heading of an official paper apart."""
    tables: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            tables[-1].append(line)
        elif tables[-1]:
            tables.append([])
    return [table for table in tables if table and not re.search(r"CỘNG HÒA|Nơi nhận|THẨM ĐỊNH", table[0])]
