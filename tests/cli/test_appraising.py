"""`kehoach render --report appraisal`: whatever is wrong with the plans, of many into a folder, against the last time."""

import json
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from child import TRACEBACK, Ran, kehoach
from places import EXAMPLES

TODAY = ("--today", "2026-06-30")


@pytest.fixture(name="plans")
def _plans(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "tinh-mau-2026", tmp_path / "plans")
    return tmp_path / "plans"


def appraise(plans: Path, *words: str) -> Ran:
    ran = kehoach("render", str(plans), "--report", "appraisal", *TODAY, *words, cwd=plans.parent)
    assert TRACEBACK not in ran.err
    return ran


def test_many_plans_and_the_next_time(plans: Path) -> None:
    edited = plans / "xa-mau-ha.yaml"
    complete = edited.read_text("utf-8")
    edited.write_text(re.sub(r"^risks:\n.*?(?=^\w)", "", complete, flags=re.DOTALL | re.MULTILINE), "utf-8")
    first = appraise(plans, "-o", "lan-1", "--format", "md", "--format", "xlsx")
    (plans / "loi.yaml").write_text("kehoach: plan/1\n tasks: [", "utf-8")
    edited.write_text(complete, "utf-8")
    again = appraise(plans, "-o", "lan-1", "--format", "md")
    second = appraise(plans, "-o", "lan-2", "--since", "lan-1")

    folder = plans.parent / "lan-1"
    checked = json.loads((folder / "findings.json").read_text("utf-8"))
    assert first.code == 0
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        [f"{plan['id']}-appraisal.{form}" for plan in checked["plans"] for form in ("md", "xlsx")]
        + ["appraisal-overview.md", "appraisal-overview.xlsx", "findings.json"]
    )
    rows = list(load_workbook(folder / "appraisal-overview.xlsx").active.iter_rows(values_only=True))
    errors = {row[1]: row[12] for row in rows if isinstance(row[0], int)}
    assert errors == {
        plan["id"]: sum(one["path"] == plan["path"] and one["severity"] == "error" for one in checked["findings"])
        for plan in checked["plans"]
    }
    assert again.code == 2
    assert "--force" in again.err
    assert second.code == 1
    assert "loi.yaml:2" in second.err
    sheet = (plans.parent / "lan-2" / "xa-mau-ha-2026-appraisal.md").read_text("utf-8")
    assert "So với lần thẩm định trước (30/06/2026): 1 góp ý không còn" in sheet
    assert "\\[RSK001\\] | Dòng 2 | Lỗi | Không còn |" in sheet


def test_wrong_use_is_told_and_nothing_is_written(plans: Path) -> None:
    without = appraise(plans)
    several = kehoach("render", "tinh.yaml", "xa-mau-ha.yaml", cwd=plans)
    near = kehoach("render", "tinh.yaml", "--report", "apraisal", cwd=plans)

    assert [without.code, several.code, near.code] == [2, 2, 2]
    assert "-o THƯ-MỤC" in without.err
    assert "xa-mau-ha.yaml: chỉ dùng với --report appraisal" in several.err
    assert "ý bạn là appraisal?" in near.err
