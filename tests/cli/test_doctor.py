"""`kehoach doctor`: what is there, what is missing, and the one line that installs it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from child import kehoach
from kehoach.cli import doctor
from kehoach.cli.parser import Parser
from kehoach.errors import KehoachError
from kehoach.reports import equipment, sandbox
from kehoach.reports.extras import PACKAGES
from kehoach.workspace import health
from places import TOP


def run(*words: str) -> int:
    parser = Parser("doctor", doctor.HELP, doctor.EXAMPLE)
    doctor.options(parser)
    return doctor.command(parser.read(words))


def checks(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    assert run("--format", "json", "--lang", "en") == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return {one["name"]: one for one in said["checks"]} | {"install": {"said": said["install"]}}


def test_the_packages_of_each_extra_are_those_of_the_project() -> None:
    extras = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]

    for extra, packages in PACKAGES.items():
        assert sorted(re.split("[<>=!~ ]", line)[0] for line in extras[extra]) == sorted(packages)


def test_it_fits_one_screen_in_both_languages(tmp_path: Path) -> None:
    for language, word in (("vi", "Bộ đọc YAML"), ("en", "YAML parser")):
        ran = kehoach("doctor", "--lang", language, cwd=tmp_path, env={"COLUMNS": "80"})

        assert (ran.code, ran.err) == (0, "")
        assert word in ran.out
        assert len(ran.out.splitlines()) <= 24


def test_ascii_is_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    run("--lang", "vi", "--ascii")

    assert capsys.readouterr().out.isascii()


def test_one_line_installs_all_that_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(equipment, "version_of", lambda package: "" if package in {"typst", "python-calamine"} else "1.0")

    found = checks(capsys)

    assert found["install"]["said"] == 'pip install "kehoach[pdf,xlsx]"'
    assert (found["docx"]["state"], found["docx"]["said"]) == ("ok", "docxtpl 1.0")
    assert (found["xlsx"]["state"], found["xlsx"]["said"]) == ("optional", "without python-calamine")
    assert found["xlsx"]["advice"] == 'pip install "kehoach[xlsx]"'


def test_without_the_c_parser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(health, "PARSER", "ruamel.yaml")

    found = checks(capsys)["parser"]

    assert (found["state"], found["advice"]) == ("warning", "pip install ruamel.yaml.clib")


def test_without_programs_nothing_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(equipment, "_PLACES", ())

    found = checks(capsys)

    assert [found[name]["state"] for name in ("git", "libreoffice")] == ["optional", "optional"]


@pytest.mark.parametrize(
    ("families", "state", "said"),
    [
        ({"Times New Roman"}, "ok", "Times New Roman"),
        ({"Tinos"}, "optional", "no Times New Roman; Tinos stands in"),
        (set(), "optional", "no Times New Roman"),
        (None, "optional", "Times New Roman: cannot be looked for on this computer"),
    ],
)
def test_a_wished_font_that_is_missing_is_said(
    families: set[str] | None, state: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(equipment, "_families", lambda: families)

    found = checks(capsys)["office-font"]

    assert (found["state"], found["said"]) == (state, said)


def test_a_broken_configuration_is_said_and_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\nlangage: vi\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    found = checks(capsys)["configuration"]

    assert found["state"] == "warning"
    assert "langage" in found["said"]


def test_where_memory_cannot_be_limited_templates_must_be_trusted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in (equipment, sandbox):
        monkeypatch.setattr(module, "is_bounded", lambda: False)

    assert checks(capsys)["templates"]["advice"].endswith("--trust-templates")
    assert sandbox.trust("mau.docx", is_trusted=True) == Path("mau.docx")
    assert sandbox.trust(None, is_trusted=False) is None
    with pytest.raises(KehoachError, match="--trust-templates"):
        sandbox.trust("mau.docx", is_trusted=False)
