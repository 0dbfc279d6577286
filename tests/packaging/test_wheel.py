import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from places import TOP

ALLOWED = ("kehoach/", "kehoach-")
SUFFIXES = (".py", ".yaml", ".yml", ".json", ".md", ".j2", ".txt", ".docx", ".xlsx", ".ttf", ".typ", ".typed", ".lock", ".csv")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(TOP)]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that has the wheel, and the dependencies of this one."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False, symlinks=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet"]
    subprocess.run([*command, "--constraint", str(TOP / "constraints.txt"), str(wheel)], check=True)
    return scripts / "kehoach"


def run(command: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": "vi_VN.UTF-8", "HOME": str(cwd)}
    return subprocess.run([command, *words], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_wheel_has_what_it_should(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    shipped = {name.split("/")[2] for name in names if name.startswith("kehoach/_bundled/")}
    allowed = [name for name in names if name.startswith(ALLOWED) and (name.endswith(SUFFIXES) or ".dist-info/" in name)]

    assert allowed == names
    assert shipped == {"templates", "schemas", "examples"}
    assert "kehoach/_bundled/schemas/plan.schema.json" in names
    assert "kehoach/_bundled/examples/rules/TIM004-dependency-cycle/bad.yaml" in names


def test_works_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    made = run(installed, "init", "--level", "commune", "--locality", "Xã Bắc Hà", "--period", "2026", cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "")

    checked = run(installed, "validate", "plan.yaml", cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert "xa-bac-ha-2026" in checked.stdout or "plan.yaml" in checked.stdout

    rendered = run(installed, "render", "--format", "md", cwd=tmp_path)
    assert rendered.returncode == 0, rendered.stderr
    assert "KẾ HOẠCH" in rendered.stdout

    explained = run(installed, "explain", "TIM004", cwd=tmp_path)
    assert explained.returncode == 0, explained.stderr
    assert "after: [T2]" in explained.stdout
