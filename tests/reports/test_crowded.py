"""A plan of a thousand tasks: told in tables, drawn by group, and still complete."""

from functools import cache

import pytest

from kehoach.model.plan import Plan
from kehoach.reports.catalogue import OutputFormat, Report, render
from kehoach.reports.charts.catalogue import charts
from kehoach.reports.paper import paper
from kehoach.reports.view import view
from kehoach.reports.views.telling import Teller
from reports.plans import crowded, wanted

TASKS = 1000
TOTAL = sum(n % 50 + 1 + n % 300 + 100 for n in range(TASKS))


@cache
def _plan() -> Plan:
    return crowded(TASKS)


def test_every_task_stands_in_one_table_below_its_group() -> None:
    section = next(one for one in view(Report.PLAN, _plan(), wanted())["sections"] if one["id"] == "tasks")
    rows = section["parts"][0]["table"]["rows"]

    assert len(section["parts"]) == 1
    assert sorted(int(row["cells"][0]) for row in rows if row["kind"] == "entry") == list(range(1, TASKS + 1))
    assert [row["cells"][1].endswith("(250 nhiệm vụ)") for row in rows if row["kind"] == "group"] == [True] * 4
    assert rows[1]["cells"] == [
        "1",
        "Cứng hóa 1 km đường trục thôn số 1, đoạn 1\nĐịa bàn: Thôn Nà Lau",
        "Phòng Kinh tế xã Mẫu",
        "Ban Quản lý dự án xã Mẫu; Hội Liên hiệp Phụ nữ xã Mẫu",
        "từ tháng 1/2026 đến tháng 2/2026",
        "Đoạn đường được nghiệm thu, bàn giao cho thôn quản lý",
        "101 triệu đồng\n- Ngân sách xã: 1 triệu đồng\n- Vốn chương trình mục tiêu quốc gia: 100 triệu đồng",
    ]


def test_on_paper_the_table_is_an_annex() -> None:
    made = paper(view(Report.PLAN, _plan(), wanted()))

    assert [len(annex["table"]["rows"]) for annex in made["annexes"]] == [TASKS + 4]


def test_money_by_group_adds_up() -> None:
    section = next(one for one in view(Report.PLAN, _plan(), wanted())["sections"] if one["id"] == "resources")
    rows = next(part["table"]["rows"] for part in section["parts"] if part["title"] == "Kinh phí theo nhóm nhiệm vụ")

    assert len(rows) == 5
    assert sum(int(row["values"][-1]) for row in rows[:-1]) == int(rows[-1]["values"][-1]) == TOTAL


def test_charts_draw_groups() -> None:
    drawn = {chart["name"]: chart for chart in charts(Report.PLAN, Teller(_plan(), wanted().language))}
    columns = [shape for one in drawn["gantt"]["drawings"] for shape in one["shapes"] if shape.get("look") == "bar"]
    first = drawn["gantt"]["data"]["rows"][0]["cells"]

    assert len(columns) == 4 * 12
    assert first[1:] == [str(sum(month in {n % 11 + 1, n % 11 + 2} for n in range(0, TASKS, 4))) for month in range(1, 13)] + ["250"]
    assert [row["cells"][1:] for row in drawn["chain"]["data"]["rows"]] == [["50", "250"]] * 4


def test_the_summary_stays_short() -> None:
    said = render(Report.SUMMARY, OutputFormat.MD, _plan(), wanted()).decode()

    assert len(said.splitlines()) < 60
    assert said.count("250 nhiệm vụ") == 4


@pytest.mark.parametrize("report", [Report.PLAN, Report.ASSIGNMENTS, Report.SUMMARY])
def test_a_page_stays_below_a_megabyte(report: Report) -> None:
    assert len(render(report, OutputFormat.HTML, _plan(), wanted())) < 1_000_000
