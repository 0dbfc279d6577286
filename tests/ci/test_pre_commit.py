"""The hooks, tried as pre-commit does: it installs this repository afresh, so a package index must be reachable."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from child import environment
from places import EXAMPLES, TOP

pytestmark = [pytest.mark.network, pytest.mark.skipif(os.environ.get("KEHOACH_NETWORK") != "1", reason="KEHOACH_NETWORK=1 allows it")]

GIT = ("git", "-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
BAD = EXAMPLES / "rules" / "TIM004-dependency-cycle" / "bad.yaml"


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commit of the checkout as it stands."""
    folder = tmp_path_factory.mktemp("tool")
    listed = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"), cwd=TOP, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (TOP / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TOP / name, folder / name)
    committed(folder)
    return folder


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    shutil.copytree(EXAMPLES / "xa-mau-2026", folder / "xã mẫu")
    (folder / "kehoach.yaml").write_text("kehoach: workspace/1\n")
    committed(folder)
    return folder


def committed(folder: Path) -> None:
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "--no-verify", "-m", "all")):
        subprocess.run((*GIT, *words), cwd=folder, check=True)


def tried(tool: Path, plans: Path, hook: str) -> tuple[int, str]:
    env = environment({"PRE_COMMIT_HOME": str(tool.parent / "pre-commit"), "KEHOACH_LANG": "en", "LANG": "C.UTF-8"})
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(tool), hook, "--all-files", "--verbose", "--color=never")
    done = subprocess.run(command, cwd=plans, env=env, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("hook", ["kehoach-validate", "kehoach-validate-all"])
def test_a_bad_plan_is_blocked_and_a_good_one_is_not(tool: Path, plans: Path, hook: str) -> None:
    code, said = tried(tool, plans, hook)
    assert code == 0, said

    shutil.copy(BAD, plans / "plan.yaml")
    subprocess.run((*GIT, "add", "-A"), cwd=plans, check=True)
    code, said = tried(tool, plans, hook)

    assert code == 1, said
    assert "TIM004" in said
    assert "plan.yaml:10:5" in said
