"""Files that are too large, too deep or no files at all: refused in little time and memory."""

import sys
from pathlib import Path

import pytest

from child import TRACEBACK, kehoach
from corpus.generated import GENERATED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory, pipes and links are made here as Unix has them")


@pytest.mark.parametrize("name", GENERATED)
def test_refused_in_little_time_and_memory(name: str, tmp_path: Path) -> None:
    case = GENERATED[name]
    file = tmp_path / "plan.yaml"
    case.make(file)

    ran = kehoach("validate", "plan.yaml", "--format", "concise", cwd=tmp_path, limited=True)

    said = ran.out + ran.err
    assert TRACEBACK not in said
    assert ran.code == case.code
    assert case.says in said
    assert "root:" not in said
    assert max(map(len, said.splitlines())) < 1000
    if file.is_file() and not file.is_symlink():
        file.unlink()


def test_links_are_not_walked_round_and_out(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    (folder / "a" / "b").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "a" / "b" / "up").symlink_to("..")
    (folder / "ngoai").symlink_to(tmp_path / "khac")
    (tmp_path / "khac").mkdir()
    for place in (folder / "a", tmp_path / "khac"):
        (place / "plan.yaml").write_text("kehoach: plan/2\n")

    ran = kehoach("validate", ".", "--format", "concise", cwd=folder, limited=True)

    assert ran.code == 1
    assert ran.out.count("YML009") == 1
    assert str(Path("a", "plan.yaml")) in ran.out
