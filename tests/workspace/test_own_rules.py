"""A province's own rule, written in a few lines of `kehoach.yaml`."""

import json
from pathlib import Path

import pytest

from child import kehoach
from places import EXAMPLES

SETTINGS = """\
kehoach: workspace/1
custom:
  - code: LC001
    name: large-task-without-risk
    for_each: tasks
    when: task.need > money("3 tỷ đồng")
    require: task.risks and all(y in task.milestone_years for y in task.years)
    message: {{vi: nhiệm vụ lớn phải có rủi ro và mốc mỗi năm, en: a large task needs a risk and a milestone each year}}
    severity: error
    source: Chỉ đạo của tỉnh
    examples: {{good: {good}, bad: {bad}}}
"""
PLAN = """\
kehoach: plan/1
id: {id}
title: Kế hoạch phát triển kinh tế - xã hội xã Bắc Hà năm 2026
kind: action
locality: {{name: Xã Bắc Hà, level: commune}}
period: 2026
unit: triệu đồng
tasks:
  - id: T1 {mark}
    title: Làm đường liên thôn
    start: 2026-02
    end: 2026-10
    milestones:
      - {{date: 2026-06, deliverable: Xong nền đường}}
    needs:
      - {{fund: ns, amount: {amount}}}
  - id: T2
    title: Sửa nhà văn hóa thôn
    start: 2026-02
    end: 2026-10
resources:
  funds:
    - {{id: ns, name: Ngân sách tỉnh, limits: {{2026: 9000}}}}
"""


@pytest.fixture
def province(tmp_path: Path) -> Path:
    (tmp_path / "vi-du").mkdir()
    (tmp_path / "vi-du" / "tot.yaml").write_text(PLAN.format(id="tot", amount=2000, mark=""), "utf-8")
    (tmp_path / "vi-du" / "xau.yaml").write_text(PLAN.format(id="xau", amount=5000, mark="# expect: LC001"), "utf-8")
    (tmp_path / "kehoach.yaml").write_text(SETTINGS.format(good="vi-du/tot.yaml", bad="vi-du/xau.yaml"), "utf-8")
    return tmp_path


def test_found_at_the_right_line(province: Path) -> None:
    done = kehoach("validate", "--select", "LC", "--format", "json", cwd=province)

    assert done.code == 1
    assert [(f["path"], f["line"], f["code"]) for f in json.loads(done.out)["findings"]] == [("vi-du/xau.yaml", 9, "LC001")]


def test_the_same_from_several_processes(province: Path) -> None:
    for n in range(20):
        (province / f"p{n:02}.yaml").write_text(PLAN.format(id=f"p{n}", amount=5000, mark=""), "utf-8")

    one, two = (kehoach("validate", "--format", "json", "--jobs", jobs, cwd=province) for jobs in "12")

    assert one == two
    assert one.out.count('"LC001"') == 21


def test_tried_on_its_own_examples(province: Path) -> None:
    sound = kehoach("rules", "test", cwd=province)
    (province / "kehoach.yaml").write_text(SETTINGS.format(good="vi-du/xau.yaml", bad="vi-du/tot.yaml"), "utf-8")
    wrong = kehoach("rules", "test", cwd=province)

    assert (sound.code, sound.out.count("✓")) == (0, 2)
    assert (wrong.code, wrong.out.count("✗")) == (1, 2)


def test_listed_and_explained(province: Path) -> None:
    assert "LC001" in kehoach("rules", cwd=province).out
    assert "Chỉ đạo của tỉnh" in kehoach("explain", "LC001", cwd=province).out


@pytest.mark.parametrize(
    "hostile",
    [
        "'a'*10**9",
        "task.__class__",
        "all(" * 10 + "true" + " for x in plan.tasks)" * 10,
        "().__class__.__bases__[0]",
        "9**9**9",
        "count(plan.tasks) / 0 == 1",
    ],
)
def test_a_hostile_expression_is_a_clean_error(province: Path, hostile: str) -> None:
    text = SETTINGS.format(good="vi-du/tot.yaml", bad="vi-du/xau.yaml")
    (province / "kehoach.yaml").write_text(text.replace('task.need > money("3 tỷ đồng")', json.dumps(hostile)), "utf-8")

    done = kehoach("validate", cwd=province, limited=True)

    assert done.code == 2
    assert "LC001" in done.err
    assert "Traceback" not in done.err


def test_an_unknown_name_is_found_before_any_plan_is_read(province: Path) -> None:
    text = (province / "kehoach.yaml").read_text("utf-8").replace("task.need", "task.neeed")
    (province / "kehoach.yaml").write_text(text, "utf-8")

    done = kehoach("validate", cwd=province)

    assert done.code == 2
    assert "kehoach.yaml:6:16" in done.err
    assert "`need`" in done.err


def test_real_plan(province: Path) -> None:
    done = kehoach(
        "validate", str(EXAMPLES / "lao-cai-2026-2030"), "--config", "kehoach.yaml", "--select", "LC", "--format", "concise", cwd=province
    )

    assert [line.split(":")[1] for line in done.out.splitlines()] == ["101", "208", "232", "271"]
