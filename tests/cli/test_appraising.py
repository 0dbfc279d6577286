"""`kehoach render --report appraisal`: whatever is wrong with the plans, of many into a folder, against the last time."""

import json
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from child import TRACEBACK, Ran, kehoach
from kehoach.checking import Checked
from kehoach.cli.appraising import Drawn, drawn
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reading.loading import load
from kehoach.reports.catalogue import OutputFormat, Tell
from kehoach.workspace import execution
from kehoach.workspace.appraising import Appraised
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


def some(count: int, *, unread: int) -> list[Appraised]:
    built = load((EXAMPLES / "tinh-mau-2026" / "xa-mau-ha.yaml").read_bytes(), "xa.yaml").built
    assert built is not None
    return [Appraised(Checked(path=f"{number}.yaml"), None if number == unread else built.node, None) for number in range(count)]


def draw(one: Appraised, form: OutputFormat, say: Tell) -> bytes:
    name = f"{one.checked.path} {form.value}"
    if one.checked.path in ("3.yaml", "5.yaml"):
        say(Text(name, name))
    return name.encode()


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_sheets_come_in_order_with_what_is_said_of_them(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "processors", lambda: jobs)

    found = list(drawn(some(8, unread=2), draw, (OutputFormat.MD, OutputFormat.HTML)))

    assert found == [
        Drawn(
            () if number == 2 else (f"{number}.yaml md".encode(), f"{number}.yaml html".encode()),
            tuple(Text(said, said) for said in (f"{number}.yaml md", f"{number}.yaml html")) if number in (3, 5) else (),
        )
        for number in range(8)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_several_errors_the_first_is_told(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(one: Appraised, form: OutputFormat, _: Tell) -> bytes:
        if one.checked.path in ("4.yaml", "6.yaml"):
            said = f"{one.checked.path} {form.value}"
            raise KehoachError(Text(said, said))
        return b""

    monkeypatch.setattr(execution, "processors", lambda: jobs)

    with pytest.raises(KehoachError, match=r"4\.yaml"):
        list(drawn(some(8, unread=0), fail, (OutputFormat.MD,)))
