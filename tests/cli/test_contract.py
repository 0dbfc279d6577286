"""What the command line promises, seen from outside."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from child import MODULE, TRACEBACK, Ran, environment, kehoach
from kehoach import __version__
from places import EXAMPLES

unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, signals and links are those of Unix")

SOUND = EXAMPLES / "xa-mau-2026"
DAY = ("--today", "2026-01-15")
MORE_THAN_A_PIPE_HOLDS = 4 << 20  # bytes
FORMATS = ("text", "concise", "checklist", "json", "github", "sarif")
BAD = "kehoach: plan/1\nid: x y\ntitle: Kế hoạch\nkind: annual\nlocality: {name: Xã Mẫu, level: commune}\nperiod: 2026\n"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(BAD, "utf-8")
    return tmp_path


def test_sound_plan_gives_0() -> None:
    assert kehoach("validate", "plan.yaml", *DAY, cwd=SOUND).code == 0


@pytest.mark.parametrize("form", FORMATS)
def test_format_never_changes_the_exit_code(bad: Path, form: str) -> None:
    assert kehoach("validate", "plan.yaml", "--format", form, cwd=bad).code == 1


def test_finding_below_the_limit_gives_0(bad: Path) -> None:
    plan = bad / "plan.yaml"
    plan.write_text(BAD.replace("id: x y", "id: x"), "utf-8")

    codes = [kehoach("validate", "plan.yaml", "--fail-on", limit, *DAY, cwd=bad).code for limit in ("error", "warning", "note")]

    assert codes == [0, 1, 1]


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii", "LC_ALL": "POSIX"},
    ],
    ids=lambda variables: next(iter(variables)) + next(iter(variables.values())),
)
def test_output_is_utf8_whatever_the_locale(bad: Path, variables: dict[str, str]) -> None:
    ran = kehoach("validate", "plan.yaml", cwd=bad, env=variables)

    assert ran.code == 1
    assert "lỗi YML013" in ran.out
    assert ran.out == kehoach("validate", "plan.yaml", cwd=bad).out


def test_ascii_has_only_ascii(bad: Path) -> None:
    ran = kehoach("validate", "plan.yaml", "--ascii", cwd=bad)

    assert ran.out.isascii()
    assert "YML013" in ran.out


@unix
def test_closed_pipe_gives_141() -> None:
    read, write = os.pipe()
    process = subprocess.Popen((*MODULE, "rules"), stdout=write, stderr=subprocess.PIPE, env=environment({}))
    os.close(read)
    os.close(write)
    _, talk = process.communicate(timeout=30)

    assert process.returncode == 141
    assert talk == b""


@unix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_were_closed_before_the_start_are_nothing_to_stumble_over(bad: Path, closed: str) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *MODULE, "validate", "--format", "concise", "plan.yaml"],
        cwd=bad,
        capture_output=True,
        env=environment({}),
        timeout=30,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == b""
    assert (b"YML013" in ran.stdout) is (">&-" not in closed.replace("2>&-", ""))


@unix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_gives_2(bad: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            (*MODULE, "validate", "plan.yaml"), cwd=bad, stdout=full, stderr=subprocess.PIPE, env=environment({}), timeout=30, check=False
        )

    assert done.returncode == 2
    assert TRACEBACK not in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


@unix
def test_interrupted_gives_130() -> None:
    process = subprocess.Popen(
        (*MODULE, "validate", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({}),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    )
    assert process.stdin is not None
    process.stdin.write(b"#" * MORE_THAN_A_PIPE_HOLDS)  # comes back once it reads its input
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, talk = process.communicate(timeout=30)

    assert process.returncode == 130
    assert out == b""
    assert TRACEBACK not in talk.decode()


@pytest.mark.parametrize("form", FORMATS)
def test_missing_file_gives_2(tmp_path: Path, form: str) -> None:
    ran = kehoach("validate", "khong-co.yaml", "--format", form, cwd=tmp_path)

    refused(ran, "khong-co.yaml")
    if form in {"json", "sarif"}:
        json.loads(ran.out)
    else:
        assert ran.out == ""


def test_folder_without_plans_gives_2(tmp_path: Path) -> None:
    (tmp_path / "khac.yaml").write_text("a: 1\n")

    refused(kehoach("validate", ".", cwd=tmp_path), "kehoach: plan/1")


def test_folder_named_like_a_file_gives_2(tmp_path: Path) -> None:
    (tmp_path / "dir.yaml").mkdir()

    refused(kehoach("validate", "dir.yaml", cwd=tmp_path), "dir.yaml")


@unix
def test_file_without_permission_gives_2(bad: Path) -> None:
    (bad / "plan.yaml").chmod(0)
    if os.access(bad / "plan.yaml", os.R_OK):
        pytest.skip("this user may read everything")

    refused(kehoach("validate", "plan.yaml", cwd=bad), "plan.yaml")


@unix
def test_pipe_gives_2(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.yaml")

    refused(kehoach("validate", "plan.yaml", cwd=tmp_path, limited=True), "plan.yaml")


@unix
def test_link_out_of_the_repository_gives_2_and_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "kho" / ".git").mkdir(parents=True)
    (tmp_path / "mat.yaml").write_text("kehoach: bí mật\n", "utf-8")
    (tmp_path / "kho" / "plan.yaml").symlink_to("../mat.yaml")

    ran = kehoach("validate", "plan.yaml", cwd=tmp_path / "kho")

    refused(ran, "plan.yaml")
    assert "bí mật" not in ran.out + ran.err


def test_one_file_that_cannot_be_opened_hides_no_finding(bad: Path) -> None:
    (bad / "dir.yaml").mkdir()

    ran = kehoach("validate", "plan.yaml", "dir.yaml", "khong-co.yaml", "--format", "json", cwd=bad)

    assert ran.code == 2
    assert TRACEBACK not in ran.err
    json.loads(ran.out)


def test_standard_input_is_called_by_its_name(tmp_path: Path) -> None:
    ran = kehoach("validate", "-", "--stdin-filename", "ke-hoach.yaml", "--format", "concise", cwd=tmp_path, stdin=BAD.encode())

    assert ran.code == 1
    assert "\nke-hoach.yaml:2:5: " in ran.out


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("validat", "plan.yaml"), "validate"),
        (("validate", "--formt", "json"), "--format"),
        (("validate", "--format", "jsn"), "json"),
        (("validate", "--stage", "aproved"), "approved"),
        (("explain", "OWN0001"), "OWN001"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else words,
)
def test_wrong_word_suggests_the_nearest(bad: Path, arguments: tuple[str, ...], nearest: str) -> None:
    ran = kehoach(*arguments, cwd=bad)

    refused(ran, nearest)


@pytest.mark.parametrize("arguments", [("--today", "hom-nay"), ("--select", "XYZ"), ("--jobs", "0"), ("--fail-on", "khong")])
def test_wrong_option_value_gives_2(bad: Path, arguments: tuple[str, ...]) -> None:
    refused(kehoach("validate", "plan.yaml", *arguments, cwd=bad), "")


def test_version() -> None:
    ran = kehoach("--version")

    assert (ran.code, ran.out) == (0, f"kehoach {__version__}\n")


@pytest.mark.parametrize("arguments", [(), ("--help",), ("validate", "--help")])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_speaks_both_languages(arguments: tuple[str, ...], language: str) -> None:
    ran = kehoach(*arguments, env={"KEHOACH_LANG": language})

    assert ran.code == 0
    assert ("Kiểm tra" in ran.out) == (language == "vi")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_language_is_chosen_in_its_order(bad: Path, language: str) -> None:
    word = {"vi": "lỗi", "en": "error"}[language]
    other = {"vi": "en", "en": "vi"}[language]

    by_option = kehoach("validate", "plan.yaml", "--lang", language, cwd=bad, env={"KEHOACH_LANG": other})
    by_variable = kehoach("validate", "plan.yaml", cwd=bad, env={"KEHOACH_LANG": language, "LC_ALL": f"{other}_XX.UTF-8"})
    by_locale = kehoach("validate", "plan.yaml", cwd=bad, env={"LC_ALL": f"{language}_XX.UTF-8"})

    assert all(f" {word} YML013" in ran.out for ran in (by_option, by_variable, by_locale))


def test_json_is_one_document_on_standard_output(bad: Path) -> None:
    ran = kehoach("validate", "plan.yaml", "--format", "json", cwd=bad)

    assert json.loads(ran.out)["summary"]["errors"] == 1
    assert ran.err == ""


def test_several_formats_in_one_run(bad: Path) -> None:
    ran = kehoach("validate", "plan.yaml", "--format", "concise", "--format", "json=ket-qua.json", cwd=bad)

    assert ran.code == 1
    assert len(json.loads((bad / "ket-qua.json").read_text("utf-8"))["findings"]) == len(re.findall(r"(?m)^plan\.yaml:", ran.out))


def test_result_never_replaces_a_plan(bad: Path) -> None:
    ran = kehoach("validate", "plan.yaml", "--format", "json=plan.yaml", "--force", cwd=bad)

    refused(ran, "plan.yaml")
    assert (bad / "plan.yaml").read_text("utf-8") == BAD


def test_colour_only_where_it_is_wanted(bad: Path) -> None:
    plain, forced, refused_colour = (
        kehoach("validate", "plan.yaml", cwd=bad, env=env) for env in ({}, {"FORCE_COLOR": "1"}, {"FORCE_COLOR": "1", "NO_COLOR": "1"})
    )

    assert "\x1b" not in plain.out
    assert "\x1b[" in forced.out
    assert refused_colour == plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", forced.out) == plain.out


def test_log_commands_in_a_plan_are_not_obeyed(bad: Path) -> None:
    (bad / "plan.yaml").write_text(BAD.replace("Kế hoạch", '"Kế\\n::error::giả"').replace("kind: annual", "kind: '::error::x'"), "utf-8")

    ran = kehoach("validate", "plan.yaml", cwd=bad, env={"GITHUB_ACTIONS": "true"})

    assert not [line for line in ran.out.splitlines() if line.strip().startswith(("::", "##["))]


@unix
def test_modules_beside_the_plan_are_not_imported(bad: Path) -> None:
    for name in ("yaml", "jinja2", "kehoach", "sitecustomize", "ruamel", "typer", "rich", "json"):
        (bad / f"{name}.py").write_text("open('imported', 'w').close()\n")
    script = Path(sys.executable).with_name("kehoach")
    commands = [MODULE, (str(script),)] if script.exists() else [MODULE]

    for command in commands:
        done = subprocess.run((*command, "validate", "."), cwd=bad, env=environment({}), capture_output=True, timeout=30, check=False)
        assert done.returncode == 1

    assert not (bad / "imported").exists()


def test_nothing_is_written_beside_the_plan(bad: Path) -> None:
    kehoach("validate", ".", cwd=bad)

    assert [path.name for path in bad.iterdir()] == ["plan.yaml"]


def refused(ran: Ran, said: str) -> None:
    """Demand one line on the standard error, and exit code 2."""
    assert ran.code == 2
    assert TRACEBACK not in ran.err
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_register_alone_is_checked(tmp_path: Path) -> None:
    register = tmp_path / "dm.yaml"
    register.write_text(
        "kehoach: register/1\nid: dm\ntitle: Danh mục\nindicators:\n  - {id: a, name: A, unit: km, direction: increase}\n", "utf-8"
    )

    ran = kehoach("validate", "dm.yaml", cwd=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("dm.yaml: không có gì phải sửa\n")
    assert "Bỏ qua" not in ran.out


def test_repairs_are_told_as_made_or_as_possible(bad: Path) -> None:
    plan = bad / "plan.yaml"
    plan.write_text(BAD.replace("id: x y", "id: x").replace("hoạch", "hoạch đƣờng"), "utf-8")

    shown = kehoach("validate", "plan.yaml", "--fix", "--diff", cwd=bad)
    made = kehoach("validate", "plan.yaml", "--fix", cwd=bad)

    assert shown.err == "kehoach: plan.yaml: 1 chỗ sửa được\n"
    assert made.err == "kehoach: plan.yaml: đã sửa 1 chỗ\n"


def test_a_baseline_that_is_missing_is_made_by_an_option(bad: Path) -> None:
    refused(kehoach("validate", "plan.yaml", "--baseline", "cu.json", cwd=bad), "chưa có tệp cu.json; thêm --update-baseline")


def test_what_cannot_be_read_is_not_sound_because_of_a_selection(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("kehoach: [plan/1\n", encoding="utf-8")
    done = kehoach("validate", "plan.yaml", "--select", "LVL", "--lang", "en", cwd=tmp_path)

    assert done.code == 2
    assert done.err == "kehoach: none of the 1 files could be read as a plan\n"
