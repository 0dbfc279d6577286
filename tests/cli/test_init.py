"""`kehoach init`: a plan that says nothing wrong and invents nothing, with examples that hold."""

import json
import re
from pathlib import Path

import pytest

from child import TRACEBACK, Ran, kehoach

BEGUN = ("--level", "commune", "--locality", "Xã Bắc Hà", "--period", "2026")
LANGUAGES = ("vi", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", ["draft", "submitted"])
def test_new_plan_has_no_errors_as_a_draft(tmp_path: Path, language: str, stage: str) -> None:
    ran = kehoach("init", *BEGUN, "--lang", language, cwd=tmp_path)
    checked = kehoach("validate", "plan.yaml", "--format", "json", "--stage", stage, cwd=tmp_path)

    findings = json.loads(checked.out)["findings"]
    assert ran.code == 0
    assert ran.out == ""
    assert not [finding for finding in findings if finding["code"].startswith(("YML", "REF", "TXT"))]
    if stage == "draft":
        assert checked.code == 0
        assert not [finding for finding in findings if finding["severity"] == "error"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("period", ["2026", "2026-2030"])
def test_commented_examples_hold(tmp_path: Path, language: str, period: str) -> None:
    kind = "annual" if period == "2026" else "five_year"
    kehoach("init", "--level", "commune", "--locality", "Xã Bắc Hà", "--period", period, "--kind", kind, "--lang", language, cwd=tmp_path)
    plan = tmp_path / "plan.yaml"
    text = plan.read_text("utf-8")
    uncommented = re.sub(r"(?m)^#(  .*)$", r"\1", text)
    plan.write_text(uncommented, "utf-8")

    checked = kehoach("validate", "plan.yaml", "--format", "json", cwd=tmp_path)

    findings = json.loads(checked.out)["findings"]
    assert uncommented != text
    assert [(finding["line"], finding["message"]) for finding in findings if finding["severity"] == "error"] == []


def test_init_never_overwrites(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("của tôi\n", "utf-8")

    ran = kehoach("init", *BEGUN, cwd=tmp_path)

    refused(ran, "plan.yaml")
    assert plan.read_text("utf-8") == "của tôi\n"


def test_init_names_what_was_left_out(tmp_path: Path) -> None:
    ran = kehoach("init", "--level", "commune", cwd=tmp_path)

    refused(ran, "--locality")
    assert "--period" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(("--level", "comune"), "commune"), (("--period", "2026-13"), "--period"), (("--id", "a b"), "--id"), (("--kind", "anual"), "annual")],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else words,
)
def test_init_refuses_wrong_values(tmp_path: Path, wrong: tuple[str, str], said: str) -> None:
    refused(kehoach("init", *BEGUN, *wrong, cwd=tmp_path), said)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ['Xã "Mẫu"', "Xã Mẫu: thôn #1", "'Xã' \\ {Mẫu}", "- Xã", "Xã\nMẫu"])
def test_any_name_of_a_locality_is_kept(tmp_path: Path, name: str) -> None:
    ran = kehoach("init", "--level", "commune", "--locality", name, "--period", "2026", "--id", "x", cwd=tmp_path)
    checked = kehoach("validate", "plan.yaml", "--format", "json", cwd=tmp_path)

    assert ran.code == 0
    assert checked.code == 0


def refused(ran: Ran, said: str) -> None:
    assert ran.code == 2
    assert TRACEBACK not in ran.err
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
