"""Rules that an installed package brings."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from child import environment
from kehoach.rules.plugged import offered
from places import EXAMPLES

RULE = """
from kehoach.language import Text
from kehoach.rules.base import ERROR, WRONG, Finding, Rule

def check(plan, context):
    yield Finding(path=plan.at("title"))

RULE = Rule(
    code="ZZZ001", name="title-there", nature=WRONG, severities=ERROR, check=check, source="x",
    message=Text("có tên", "there is a title"), why=Text("Thử.", "A trial."), fix=Text("Không.", "None."),
)
"""


def test_runs_where_the_repository_has_settings(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "our_rules-1.dist-info").mkdir(parents=True)
    (site / "our_rules.py").write_text(RULE, "utf-8")
    (site / "our_rules-1.dist-info" / "METADATA").write_text("Name: our-rules\nVersion: 1\n", "utf-8")
    (site / "our_rules-1.dist-info" / "entry_points.txt").write_text("[kehoach.rules]\ntitle = our_rules:RULE\n", "utf-8")
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "ky-son-2011" / "plan.yaml").read_bytes())

    def codes() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "kehoach", "validate", "plan.yaml", "--format", "concise"],
            cwd=tmp_path,
            env=environment({"PYTHONPATH": str(site)}),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return [line for line in done.stdout.splitlines() if "ZZZ001" in line]

    assert codes() == []
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\n", "utf-8")
    assert codes() == ["plan.yaml:6:8: lỗi ZZZ001 có tên"]


def test_are_found_in_an_archive_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(tmp_path / "site.zip", "w") as site:
        site.writestr("our_rules-1.dist-info/METADATA", "Name: our-rules\nVersion: 1\n")
        site.writestr("our_rules-1.dist-info/entry_points.txt", "[kehoach.rules]\ntitle = our_rules:RULE\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert offered() == ()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site.zip")])
    assert [point.value for point in offered()] == ["our_rules:RULE"]
