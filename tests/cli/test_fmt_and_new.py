import io
from pathlib import Path
from types import ModuleType

import pytest

from kehoach.cli import fmt, new
from kehoach.cli.parser import Parser
from kehoach.errors import KehoachError

PLAN = "kehoach: plan/1\nid: a\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã A, level: commune}\nperiod: năm 2026\n"


def call(module: ModuleType, *words: str) -> int:
    parser = Parser("x", module.HELP, module.EXAMPLE)
    module.options(parser)
    code: int = module.command(parser.read([*words, "--lang", "en"]))
    return code


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def test_fmt_checks_shows_and_writes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(fmt, "plan.yaml", "--check") == 1
    assert capsys.readouterr() == ("", "plan.yaml: would be formatted\n")
    assert call(fmt, "--diff", "plan.yaml") == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[:2] == ["--- plan.yaml", "+++ plan.yaml"]
    assert shown[-2:] == ["-period: năm 2026", "+period: 2026"]
    assert file.read_text("utf-8") == PLAN

    assert call(fmt, "plan.yaml") == 0
    assert file.read_text("utf-8") == PLAN.replace("năm 2026", "2026")
    assert call(fmt, "plan.yaml", "--check") == call(fmt) == 0


def test_fmt_tells_of_faults_and_goes_on(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = file.with_name("bad.yaml")
    bad.write_text("kehoach: plan/1\na: [\n", "utf-8")

    assert call(fmt, "bad.yaml", "plan.yaml") == 1

    assert "bad.yaml cannot be formatted because of YML001" in capsys.readouterr().err
    assert "period: 2026" in file.read_text("utf-8")
    assert bad.read_text("utf-8") == "kehoach: plan/1\na: [\n"
    assert call(fmt, "missing.yaml", "plan.yaml") == 2


def test_fmt_formats_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))

    assert call(fmt, "-") == 0

    assert capfdbinary.readouterr().out == PLAN.replace("năm 2026", "2026").encode()


def test_new_says_where_the_entry_stands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(new, "task", "plan.yaml", "--title", "Đường thôn") == 0
    assert call(new, "meeting", "--title", "Họp") == 0

    lines = file.read_text("utf-8").splitlines()
    assert capsys.readouterr().out == "plan.yaml:9: T1\nplan.yaml:21\n"
    assert (lines[8], lines[20]) == ("  - id: T1", "    - title: Họp")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tsk", "plan.yaml"), "did you mean task"),
        ((), "there is no '' to add"),
        (("task", "plan.yaml"), "still wanted: --title"),
        (("task", "-", "--title", "a"), "wants a file"),
    ],
)
def test_new_refuses_what_it_cannot_do(words: tuple[str, ...], said: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(KehoachError, match=said):
        call(new, *words)
    assert file.read_text("utf-8") == PLAN
