"""What the shell may complete."""

import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from child import environment, kehoach
from kehoach.cli.completion import endings

CASES = {
    "commands": (["val"], ["validate"]),
    "options": (["render", "--ed"], ["--edition"]),
    "values named in the help": (["render", "plan.yaml", "--format", "do"], ["docx"]),
    "formats of findings": (["validate", "--format", "sa"], ["sarif"]),
    "stages": (["validate", "--stage", "subm"], ["submitted"]),
    "reports": (["render", "--report", "assignm"], ["assignments"]),
    "rules by code": (["explain", "SUP"], ["SUP001", "SUP002", "SUP003"]),
    "families": (["validate", "--ignore", "SU"], ["SUP", "SUP001", "SUP002", "SUP003"]),
    "rules by name": (["explain", "dependency-c"], ["dependency-cycle"]),
    "processes": (["process", "mop"], ["mop-sedp"]),
    "kinds of entries": (["new", "tas"], ["task"]),
    "files are the shell's": (["validate", "plan"], []),
    "unknown command": (["valdate", "--"], []),
    "an option without a value": (["validate", "--fix", "x"], []),
}


@pytest.mark.parametrize(("line", "expected"), CASES.values(), ids=CASES)
def test_words_that_may_end_a_line(line: list[str], expected: list[str]) -> None:
    assert endings(line) == expected


@pytest.mark.skipif(which("bash") is None, reason="there is no bash")
def test_bash_completes_with_the_script(tmp_path: Path) -> None:
    script = kehoach("completion", "bash").out
    here = tmp_path / "kehoach"
    here.write_text('#!/bin/sh\nexec "$PYTHON" -m kehoach "$@"\n')
    here.chmod(0o755)
    ask = f'{script}\nCOMP_WORDS=(kehoach schema reg); COMP_CWORD=2; _kehoach; printf "%s\\n" "${{COMPREPLY[@]}}"'
    env = environment({"PATH": f"{tmp_path}:/usr/bin:/bin", "PYTHON": sys.executable})
    done = subprocess.run(("bash", "-c", ask), env=env, capture_output=True, text=True, check=True)

    assert done.stdout == "register\n"


def test_a_shell_must_be_named() -> None:
    done = kehoach("completion", "tcsh")

    assert done.code == 2
    assert "bash, zsh, fish" in done.err
