"""How wide columns are: figures in one line, names in what is left."""

from typing import Any

import pytest

from kehoach.reports.catalogue import Report
from kehoach.reports.paper import paper
from kehoach.reports.widths import PORTRAIT, length
from reports.papers import data
from reports.plans import example, small

_MARGINS = 2.5  # mm of a cell of Word


def _targets() -> dict[str, Any]:
    made = paper(data(Report.PLAN, example("xa-mau-2026")))
    return next(one["table"] for one in made["blocks"] if one["table"] and one["text"] == "Các chỉ tiêu")


def test_a_target_with_its_comparison_stands_in_one_line() -> None:
    table = _targets()
    column = next(i for i, one in enumerate(table["columns"]) if one["title"] == "Năm 2026")

    assert "từ 4.200 trở lên" in [row["cells"][column]["text"] for row in table["rows"]]
    assert table["columns"][column]["width"] >= length("từ 4.200 trở lên") + _MARGINS
    assert table["columns"][1]["width"] >= max(one["width"] for one in table["columns"])
    assert sum(one["width"] for one in table["columns"]) == pytest.approx(PORTRAIT)


def test_one_paper_that_assigned_all_is_named_once() -> None:
    table = _targets()

    assert table["notes"] == ["Chỉ tiêu được giao theo 512/QĐ-UBND."]
    assert not any("512" in cell["text"] for row in table["rows"] for cell in row["cells"])


def test_several_papers_are_named_below_their_figures() -> None:
    target = "targets: [{{value: 1, date: 2026}}], assigned: {{value: {}, document: {}}}"
    lines = (target.format(3, "512/QĐ-UBND"), target.format(4, "20/NQ-HĐND"))
    plan = small("monitoring:\n  indicators:\n" + "".join(f"    - {{id: i{n}, name: N{n}, {line}}}\n" for n, line in enumerate(lines)))
    made = paper(data(Report.INDICATORS, plan))
    said = [row["cells"][-1]["text"] for block in made["blocks"] if block["table"] for row in block["table"]["rows"]]

    assert said == ["3\n(512/QĐ-UBND)", "4\n(20/NQ-HĐND)"]
