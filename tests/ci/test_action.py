"""The GitHub action's script, run as the runner would."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from child import environment
from formats.test_github import obeyed
from places import EXAMPLES, TOP

BAD = EXAMPLES / "rules" / "TIM004-dependency-cycle" / "bad.yaml"
GOOD = EXAMPLES / "xa-mau-2026"
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="the action runs where there is bash")


class Step(NamedTuple):
    """What a step left."""

    code: int
    log: str
    err: str
    summary: str
    outputs: str
    temp: Path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    (folder / "xã a").mkdir(parents=True)
    (folder / ".git").mkdir()
    shutil.copy(BAD, folder / "xã a" / "plan.yaml")
    (folder / "json.py").write_text("raise SystemExit('code of the checkout was run')\n")
    return folder


def step(checkout: Path, **inputs: str) -> Step:
    temp = checkout.parent / "temp"
    temp.mkdir(exist_ok=True)
    summary, outputs = temp / "summary", temp / "outputs"
    given = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_OUTPUT": str(outputs),
        "RUNNER_TEMP": str(temp),
        "KEHOACH_PYTHON": sys.executable,
        "INPUT_LANG": "en",
        "INPUT_FAIL_ON": "error",
        **dict.fromkeys(("INPUT_PATHS", "INPUT_STAGE", "INPUT_BASELINE", "INPUT_CHANGED_SINCE", "INPUT_SARIF"), ""),
        **{f"INPUT_{name.upper()}": value for name, value in inputs.items()},
    }
    assert BASH is not None
    done = subprocess.run(
        (BASH, str(TOP / "scripts" / "action.sh")), cwd=checkout, env=environment(given), capture_output=True, encoding="utf-8", check=False
    )
    read = [file.read_text("utf-8") if file.exists() else "" for file in (summary, outputs)]
    return Step(done.returncode, done.stdout, done.stderr, read[0], read[1], temp)


def test_annotations_sarif_and_summary(checkout: Path) -> None:
    done = step(checkout)

    first = obeyed(done.log.splitlines()[0])
    assert done.code == 1, done.err
    assert first is not None
    assert (first.name, first.properties["file"], first.properties["title"]) == ("error", "xã a/plan.yaml", "TIM004 dependency-cycle")
    assert done.outputs == f"sarif={done.temp / 'kehoach.sarif'}\n"
    results = json.loads((done.temp / "kehoach.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert "TIM004" in {result["ruleId"] for result in results}
    assert done.summary.startswith("### kehoach: 1 error")
    assert "TIM004" in done.summary
    assert not list(done.temp.glob("kehoach-*"))


def test_sound_plans_pass(checkout: Path) -> None:
    shutil.copytree(GOOD, checkout / "xa-mau")

    done = step(checkout, paths="xa-mau\n")

    assert done.code == 0, done.err
    assert "sarif=" in done.outputs
    assert "### kehoach: 0 errors" in done.summary


def test_stage_and_severity(checkout: Path) -> None:
    shutil.copytree(GOOD, checkout / "xa-mau")

    assert step(checkout, paths="xa-mau", stage="approved", fail_on="note").code == 0
    assert step(checkout, paths="xã a/plan.yaml", stage="submitted").summary.count("**error**") > 1


def test_wrong_use_fails_without_a_sarif_file(checkout: Path) -> None:
    done = step(checkout, paths="nowhere.yaml")

    assert done.code == 2
    assert done.outputs == ""
    assert "nowhere.yaml" in done.err


@pytest.mark.parametrize("evil", ["$(touch owned)", "`touch owned`", "; touch owned", "'\" touch owned", "--update-baseline", "*"])
@pytest.mark.parametrize("name", ["paths", "stage", "lang", "baseline", "changed_since", "fail_on"])
def test_inputs_are_words_and_never_code_nor_options(checkout: Path, name: str, evil: str) -> None:
    before = sorted(path.name for path in checkout.iterdir())

    done = step(checkout, **{name: evil})

    assert sorted(path.name for path in checkout.iterdir()) == before
    assert done.code in (1, 2)
    assert "code of the checkout" not in done.err


def test_the_name_of_the_sarif_file_cannot_add_outputs(checkout: Path) -> None:
    done = step(checkout, sarif="a.sarif\nother=evil")

    assert (done.code, done.outputs) == (2, "")


def test_the_sarif_file_never_replaces_a_plan(checkout: Path) -> None:
    before = (checkout / "xã a" / "plan.yaml").read_bytes()

    done = step(checkout, sarif="xã a/plan.yaml")

    assert (done.code, done.outputs) == (2, "")
    assert (checkout / "xã a" / "plan.yaml").read_bytes() == before


def test_several_paths(checkout: Path) -> None:
    (checkout / "b c").mkdir()
    shutil.copy(BAD, checkout / "b c" / "plan.yaml")

    done = step(checkout, paths="xã a\r\nb c/plan.yaml")

    assert {"xã a/plan.yaml", "b c/plan.yaml"} == {
        command.properties["file"] for command in map(obeyed, done.log.splitlines()) if command and "file" in command.properties
    }


def test_the_environment_is_what_bash_needs() -> None:
    assert os.access(TOP / "scripts" / "action.sh", os.X_OK)
