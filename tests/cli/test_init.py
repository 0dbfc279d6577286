"""`kehoach init`: a plan that says nothing wrong and invents nothing, with examples that hold."""

import json
import re
from pathlib import Path

import pytest

from child import TRACEBACK, Ran, kehoach

BEGUN = ("--level", "commune", "--locality", "Xã Bắc Hà", "--period", "2026")
LANGUAGES = ("vi", "en")
METHODS = {
    "action-plan": ("commune", "province"),
    "lao-cai": ("commune", "province"),
    "led-strategic": ("commune", "province"),
    "nghe-an-district": ("commune", "province", "district"),
    "mop-sedp": ("commune",),
}
SHAPED = [(method, level, language) for method, levels in METHODS.items() for level in levels for language in LANGUAGES]
OWN = """\
kehoach: process/1
id: tinh-mau
title: {vi: Quy trình tỉnh, en: Own}
steps:
  - id: guidance
    title: {vi: Hướng dẫn, en: Guidance}
"""
FIRST = {
    "action-plan": "situation",
    "lao-cai": "objectives",
    "led-strategic": "process.group.lead",
    "nghe-an-district": "owners",
    "mop-sedp": "situation.market_information",
}


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


def shaped(tmp_path: Path, method: str, level: str, language: str) -> Path:
    """Begin a plan by a method; a district had one in 2011."""
    period = "2011" if level == "district" else "2026"
    begun = ("--level", level, "--locality", "Nơi Mẫu", "--period", period, "--process", method, "--lang", language)
    ran = kehoach("init", *begun, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert len(ran.err.splitlines()) == 1, ran.err
    return tmp_path / "plan.yaml"


def errors(tmp_path: Path) -> list[tuple[int, str]]:
    findings = json.loads(kehoach("validate", "plan.yaml", "--format", "json", cwd=tmp_path).out)["findings"]
    return [(finding["line"], finding["message"]) for finding in findings if finding["severity"] == "error"]


@pytest.mark.parametrize(("method", "level", "language"), SHAPED)
def test_a_plan_of_each_method_is_valid_and_knows_what_to_do_first(tmp_path: Path, method: str, level: str, language: str) -> None:
    plan = shaped(tmp_path, method, level, language)
    status = json.loads(kehoach("status", "plan.yaml", "--format", "json", cwd=tmp_path).out)["plans"][0]
    process = next(each for each in status["processes"] if each["id"] == method)

    assert errors(tmp_path) == []
    assert f"follows: [{method}]" in plan.read_text("utf-8")
    assert all(f"    {step['id']}:\n" in plan.read_text("utf-8") for step in process["steps"])
    assert process["fits"]
    assert status["next"][0]["key"] == FIRST[method]
    assert len(status["next"]) == 3


@pytest.mark.parametrize(("method", "level", "language"), SHAPED)
def test_examples_of_each_method_hold(tmp_path: Path, method: str, level: str, language: str) -> None:
    plan = shaped(tmp_path, method, level, language)
    plan.write_text(re.sub(r"(?m)^#(  .*)$", r"\1", plan.read_text("utf-8")), "utf-8")

    assert errors(tmp_path) == []


def test_examples_of_all_methods_go_together(tmp_path: Path) -> None:
    wanted = [word for method in METHODS for word in ("--process", method)]
    kehoach("init", *BEGUN, "--kind", "annual", *wanted, cwd=tmp_path)
    plan = tmp_path / "plan.yaml"
    plan.write_text(re.sub(r"(?m)^#(  .*)$", r"\1", plan.read_text("utf-8")), "utf-8")

    assert errors(tmp_path) == []


def test_examples_speak_of_the_plan_s_own_years(tmp_path: Path) -> None:
    kehoach("init", "--level", "commune", "--locality", "Xã", "--period", "2029", "--process", "nghe-an-district", cwd=tmp_path)
    text = (tmp_path / "plan.yaml").read_text("utf-8")

    assert "series: {2026: 20.0, 2027: 18.4, 2028: 16.8}, values: {2029: 15.2}" in text
    assert "30/2020/NĐ-CP" in text


def test_a_method_for_another_level_is_said(tmp_path: Path) -> None:
    ran = kehoach("init", "--level", "province", "--locality", "Tỉnh", "--period", "2026", "--process", "mop-sedp", cwd=tmp_path)

    assert ran.code == 0
    assert "kehoach process mop-sedp" in ran.err


def test_the_workspace_s_own_process_shapes_a_plan(tmp_path: Path) -> None:
    (tmp_path / "quy-trinh").mkdir()
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\nprocesses: quy-trinh/\n", "utf-8")
    (tmp_path / "quy-trinh" / "tinh.yaml").write_text(OWN, "utf-8")

    ran = kehoach("init", *BEGUN, "--process", "tinh-mau", cwd=tmp_path)

    assert ran.code == 0
    assert "    # Hướng dẫn\n    guidance:\n" in (tmp_path / "plan.yaml").read_text("utf-8")
    assert errors(tmp_path) == []


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
    [
        (("--level", "comune"), "commune"),
        (("--level", "xxa"), "commune"),
        (("--period", "2026-13"), "--period"),
        (("--period", "abc"), "2026-2030"),
        (("--id", "a b"), "--id"),
        (("--kind", "anual"), "annual"),
        (("--process", "mop-sdp"), "mop-sedp"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else words,
)
def test_init_refuses_wrong_values(tmp_path: Path, wrong: tuple[str, str], said: str) -> None:
    refused(kehoach("init", *BEGUN, *wrong, cwd=tmp_path), said)

    assert list(tmp_path.iterdir()) == []


def test_init_knows_levels_and_kinds_by_their_vietnamese_names(tmp_path: Path) -> None:
    ran = kehoach("init", "--level", "Xã", "--locality", "Xã Bắc Hà", "--period", "2026", "--kind", "hằng năm", cwd=tmp_path)
    plan = (tmp_path / "plan.yaml").read_text("utf-8")

    assert ran.code == 0
    assert "level: commune" in plan
    assert "kind: annual" in plan


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
