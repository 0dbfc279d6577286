"""What teams use to live with findings: baseline, waivers, settings, changed files."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from child import kehoach
from places import EXAMPLES

HEAD = """\
kehoach: plan/1
id: {id}
title: Kế hoạch phát triển kinh tế - xã hội xã Bắc Hà năm 2026
kind: action
locality: {{name: Xã Bắc Hà, level: commune}}
period: 2026
owners:
  - {{id: phong-kinh-te, name: Phòng Kinh tế xã}}
tasks:
"""
TASK = """\
  - id: T{n}
    title: {title}
    owner: phong-kinh-te
    start: 2026-05-01
    end: 2026-0{end}-28
"""
TITLES = ("Làm đường", "Trồng chè", "Sửa trường", "Khơi mương", "Dựng chợ", "Mở lớp nghề", "Khám bệnh", "Vay vốn", "Nuôi lợn", "Cấp nước")


def plan(folder: Path, name: str, faults: int, tasks: int = 10) -> Path:
    """A plan of which so many tasks end before they start."""
    entries = [TASK.format(n=n, title=f"{TITLES[n % 10]} đợt {n}", end=3 if n < faults else 7) for n in range(tasks)]
    file = folder / f"{name}.yaml"
    file.write_text(HEAD.format(id=name) + "".join(entries), "utf-8")
    return file


def found(folder: Path, *words: str) -> tuple[int, dict[str, Any]]:
    done = kehoach("validate", *words, "--format", "json", "--select", "TIM002,SUP,RES", "--today", "2026-01-10", cwd=folder)
    return done.code, json.loads(done.out)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Four plans with forty old findings."""
    for name in ("a", "b", "c", "d"):
        plan(tmp_path, name, faults=10)
    return tmp_path


def test_a_baseline_only_shrinks(repository: Path) -> None:
    code, before = found(repository, "--ignore", "RES")
    assert (code, before["summary"]["errors"]) == (1, 40)

    code, made = found(repository, "--ignore", "RES", "--baseline", "cu.json", "--update-baseline")
    assert (code, made["summary"]["errors"], made["summary"]["suppressed"]) == (0, 0, 40)

    plan(repository, "e", faults=1)
    code, with_new = found(repository, "--ignore", "RES", "--baseline", "cu.json")
    assert (code, [f["path"] for f in with_new["findings"]]) == (1, ["e.yaml"])

    code, again = found(repository, "--ignore", "RES", "--baseline", "cu.json", "--update-baseline")
    assert (code, again["summary"]["errors"]) == (1, 1), "a baseline that exists gains nothing"

    plan(repository, "e", faults=0)
    plan(repository, "a", faults=9)
    code, repaired = found(repository, "--ignore", "RES", "--baseline", "cu.json")
    assert (code, [f["code"] for f in repaired["findings"]]) == (1, ["SUP003"])

    code, honest = found(repository, "--ignore", "RES", "--baseline", "cu.json", "--update-baseline")
    assert (code, honest["findings"]) == (0, [])
    assert len(json.loads((repository / "cu.json").read_text("utf-8"))["findings"]) == 39


def test_settings_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "cu").mkdir()
    plan(tmp_path / "cu", "a", faults=1)
    plan(tmp_path, "b", faults=1)
    (tmp_path / "kehoach.yaml").write_text(
        'kehoach: workspace/1\nexclude: ["nhap/**"]\nrules:\n  ignore: [RES]\n  severity: {TIM002: warning}\n'
        '  per_file: {"cu/**": [TIM002]}\n',
        "utf-8",
    )
    (tmp_path / "nhap").mkdir()
    plan(tmp_path / "nhap", "c", faults=1)

    code, report = found(tmp_path)

    assert code == 0
    assert [(f["path"], f["severity"]) for f in report["findings"]] == [("b.yaml", "warning")]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("kehoach: workspace/1\nrules:\n  ignor: [TIM002]\n", "kehoach.yaml:3:3", "ignore"),
        ("kehoach: workspace/1\nrules:\n  ignore: [TIM0002]\n", "kehoach.yaml:3:12", "TIM002"),
        ("kehoach: workspace/1\nlanguage: fr\n", "kehoach.yaml:2:11", "vi"),
        ("kehoach: plan/1\n", "kehoach.yaml:1:10", "workspace/1"),
    ],
)
def test_wrong_settings_are_refused_at_their_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    plan(tmp_path, "a", faults=0)
    (tmp_path / "kehoach.yaml").write_text(text, "utf-8")

    done = kehoach("validate", cwd=tmp_path)

    assert done.code == 2
    assert place in done.err
    assert said in done.err


def test_a_given_configuration_that_is_missing_is_an_error(tmp_path: Path) -> None:
    plan(tmp_path, "a", faults=0)

    assert kehoach("validate", "--config", "khong-co.yaml", cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("waiver", "codes"),
    [
        ("by: Sở Tài chính, reason: đã giải trình", []),
        ("by: Sở Tài chính, reason: đã giải trình, until: 2025-12-31", ["SUP001", "TIM002"]),
        ("reason: đã giải trình", ["SUP001", "TIM002"]),
        ("id: T9, by: Sở Tài chính, reason: đã giải trình", ["SUP002", "TIM002"]),
    ],
)
def test_waivers(tmp_path: Path, waiver: str, codes: list[str]) -> None:
    plan(tmp_path, "a", faults=1)
    (tmp_path / "kehoach.yaml").write_text(
        f"kehoach: workspace/1\nrules: {{ignore: [RES]}}\nwaivers:\n  - {{plan: a, code: TIM002, {waiver}}}\n", "utf-8"
    )

    _, report = found(tmp_path)

    assert sorted(f["code"] for f in report["findings"]) == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [((), ["SUP002"]), ((".",), ["SUP002"]), (("xa-mau.yaml",), [])],
    ids=["all", "the folder", "one file"],
)
def test_a_waiver_of_no_plan_is_told_where_all_plans_are_checked(tmp_path: Path, words: tuple[str, ...], codes: list[str]) -> None:
    plan(tmp_path, "xa-mau", faults=0)
    (tmp_path / "kehoach.yaml").write_text(
        "kehoach: workspace/1\nrules: {ignore: [RES]}\nwaivers:\n  - {plan: xa-mua, code: TIM002, by: Sở, reason: đã giải trình}\n", "utf-8"
    )

    _, report = found(tmp_path, *words)

    assert [f["code"] for f in report["findings"]] == codes
    assert all("xa-mua" in f["message"] and "xa-mau" in f["fix"] and f["line"] == 4 for f in report["findings"])


def test_a_waiver_may_be_of_a_plan_that_cannot_be_read(tmp_path: Path) -> None:
    plan(tmp_path, "a", faults=0)
    (tmp_path / "b.yaml").write_text("kehoach: plan/1\nid: [\n", "utf-8")
    (tmp_path / "kehoach.yaml").write_text(
        "kehoach: workspace/1\nwaivers:\n  - {plan: b, code: TIM002, by: Sở, reason: đã giải trình}\n", "utf-8"
    )

    _, report = found(tmp_path)

    assert "SUP002" not in [f["code"] for f in report["findings"]]


def test_every_setting_has_an_origin(tmp_path: Path) -> None:
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\nthresholds: {unsecured: 20%}\n", "utf-8")

    shown = kehoach("config", "--lang", "en", cwd=tmp_path).out

    assert "thresholds.unsecured = 0.2  (kehoach.yaml:2)" in shown
    assert "thresholds.high_risk = 15  (default)" in shown


def test_only_what_changed(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True, capture_output=True
        )

    plan(tmp_path, "a", faults=1)
    plan(tmp_path, "b", faults=1)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")

    nothing = kehoach("validate", "--changed-since", "HEAD", cwd=tmp_path)
    plan(tmp_path, "b", faults=2)
    plan(tmp_path, "c", faults=0)
    _, report = found(tmp_path, "--changed-since", "HEAD")
    hostile = kehoach("validate", "--changed-since", "--output=x", cwd=tmp_path)

    assert nothing.code == 0
    assert {p["path"] for p in report["plans"]} == {"b.yaml", "c.yaml"}
    assert hostile.code == 2
    assert not (tmp_path / "x").exists()


def test_several_formats_in_one_run(tmp_path: Path) -> None:
    file = EXAMPLES / "tam-phuoc-2022" / "plan.yaml"

    done = kehoach("validate", str(file), "--format", "json=a.json", "--format", "concise", "--format", "checklist=b.txt", cwd=tmp_path)
    again = kehoach("validate", str(file), "--format", "json=a.json", cwd=tmp_path)

    assert done.code == 0
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["version"] == 1
    assert (tmp_path / "b.txt").read_text("utf-8")
    assert done.out.count("\n") == len(json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"])
    assert again.code == 2, "a file that exists is not replaced unasked"
