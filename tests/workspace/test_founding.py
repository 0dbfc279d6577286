"""`init --repo`: the files of a new repository, each read by the one it is meant for."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from child import kehoach
from kehoach import __version__
from kehoach.language import Language
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.reading.beginning import Beginning
from kehoach.values.dates import PERIOD
from kehoach.values.kind import Frame
from kehoach.workspace.configuration import configuration
from kehoach.workspace.founding import found

NAMES = [".github/workflows/kehoach.yml", ".pre-commit-config.yaml", "README.md", "kehoach.yaml"]


def beginning(locality: str = "Xã Bắc Hà") -> Beginning:
    return Beginning(locality=locality, level=Level.COMMUNE, period=PERIOD.read("2026", Frame()), kind=PlanKind.ANNUAL)


def names(folder: Path, files: list[Path]) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in files)


@pytest.mark.parametrize("language", Language)
def test_files(tmp_path: Path, language: Language) -> None:
    written = found(tmp_path, beginning(), language)

    assert names(tmp_path, written) == NAMES
    assert names(tmp_path, [file for file in tmp_path.rglob("*") if file.is_file()]) == NAMES
    assert configuration(tmp_path).language == language.value
    for file in written:
        text = file.read_text("utf-8")
        assert not {"@LANGUAGE@", "@VERSION@", "@TITLE@", "@LOCALITY@"} & set(text.split())
        assert "kehoach" in text
    assert f"kehoach=={__version__}" in (tmp_path / ".pre-commit-config.yaml").read_text("utf-8")
    assert (tmp_path / "README.md").read_text("utf-8").startswith("# Kế hoạch" if language is Language.VI else "# Socio")


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / "kehoach.yaml").symlink_to("nowhere")

    written = found(tmp_path, beginning(), Language.VI)

    assert names(tmp_path, written) == NAMES[:2]
    assert (tmp_path / "README.md").read_text() == "ours"
    assert found(tmp_path, beginning(), Language.VI) == []
    assert not list(tmp_path.rglob(".kehoach-*"))


def test_a_name_is_neither_markup_nor_a_place_to_fill(tmp_path: Path) -> None:
    found(tmp_path, beginning("<b>@VERSION@</b>\n# x"), Language.EN)

    text = (tmp_path / "README.md").read_text("utf-8")

    assert "&lt;b&gt;@VERSION@&lt;/b&gt;" in text
    assert "<b>" not in text
    assert "\n# x" not in text


def test_the_workflow_and_the_hooks_are_what_their_readers_want(tmp_path: Path) -> None:
    found(tmp_path, beginning(), Language.EN)
    workflow, hooks = tmp_path / NAMES[0], tmp_path / NAMES[1]

    for command in (
        (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow)),
        (sys.executable, "-m", "pre_commit", "validate-config", str(hooks)),
    ):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout
    for step in yaml.safe_load(workflow.read_text("utf-8"))["jobs"]["validate"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_a_new_repository_is_checked_by_what_it_was_given(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    found(tmp_path, beginning(), Language.VI)
    made = kehoach("init", "--level", "commune", "--locality", "Xã Bắc Hà", "--period", "2026", cwd=tmp_path)
    assert made.code == 0, made.err

    checked = kehoach("validate", "--format", "github", "--format", "markdown=tom-tat.md", cwd=tmp_path)

    assert checked.code == 0, checked.err
    assert "cảnh báo" in (tmp_path / "tom-tat.md").read_text("utf-8")
