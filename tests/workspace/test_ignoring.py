"""What git ignores is not found by walking: held against git itself."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.language import Language
from kehoach.workspace.discovery import called, discover

PLAN = "kehoach: plan/1\n"
NAMES = ("a", "b", "ab", "a b", "đ", "a.yaml", "b.yaml", "ab.yaml", "đ.yaml", "[a].yaml", "a!.yaml", "#a.yaml")
PATHS = [
    f"{folder}{name}" for folder in ("", "a/", "b/", "a/b/", "b/a/", "a/b/b/a/", "ab/a b/đ/") for name in NAMES if name.endswith(".yaml")
]
PIECES = (
    *("a", "b", "đ", ".yaml", "*", "**", "?", "/", "/", "/**/", " ", "!", "#", "\r"),
    *("[ab]", "[!a]", "[a-b", "[[:alpha:]]", "[]a]", "]", "\\", "\\ "),
)

patterns = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
files = st.lists(
    patterns | st.sampled_from(("*", "!*/", "*.yaml", "!a.yaml", "a/", "/b", "!/a/b", "a/b**/đ.yaml", "a**/b/**/a.yaml", "ab**")),
    max_size=4,
).map("\n".join)


def ignored_by_git(folder: Path) -> set[str]:
    """Ask git, which knows nothing of files outside the repository."""
    asked = subprocess.run(
        ("git", "-c", "core.excludesFile=/dev/null", "check-ignore", "-z", "--stdin", "--no-index"),
        cwd=folder,
        input="\0".join(PATHS).encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"},
    )
    assert asked.returncode < 2, asked.stderr
    return {path for path in asked.stdout.decode().split("\0") if path}


def found(folder: Path) -> set[str]:
    return {os.path.relpath(source.file, folder) for source in discover([str(folder)]).sources}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kho")
    subprocess.run(("git", "init", "-q", str(folder)), check=True)
    for path in PATHS:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PLAN, "utf-8")
    return folder


@settings(
    max_examples=int(os.environ.get("KEHOACH_PATTERNS", "40")), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files, files, files)
def test_as_git_ignores(repository: Path, exclude: str, top: str, nested: str) -> None:
    (repository / ".git" / "info" / "exclude").write_bytes(exclude.encode())
    (repository / ".gitignore").write_bytes(top.encode())
    (repository / "a" / ".gitignore").write_bytes(nested.encode())

    assert found(repository) == set(PATHS) - ignored_by_git(repository)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two plans of which one is ignored by a file above the folder they stand in."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("nhap/\n*.nhap.yaml\n", "utf-8")
    for name in ("xa/a.yaml", "xa/a.nhap.yaml", "nhap/b.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PLAN, "utf-8")
    return tmp_path


def test_what_stands_above_the_folder_counts(workspace: Path) -> None:
    assert found(workspace / "xa") == {"a.yaml"}
    assert [source.name for source in called(frozenset(("a", "a.nhap", "b")), (), (), workspace)] == [
        os.path.relpath(workspace / "xa" / "a.yaml")
    ]


def test_what_is_named_is_read(workspace: Path) -> None:
    file = str(workspace / "xa" / "a.nhap.yaml")

    assert [source.file for source in discover([file]).sources] == [file]
    assert found(workspace / "nhap") == {"b.yaml"}


def test_a_repository_within_another_has_its_own(workspace: Path) -> None:
    (workspace / "xa" / ".git").mkdir()

    assert found(workspace) == {"xa/a.yaml", "xa/a.nhap.yaml"}


def test_without_git_the_patterns_still_hold(workspace: Path) -> None:
    (workspace / ".git").rmdir()

    assert found(workspace) == {"xa/a.yaml"}


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"a\n" * 1001, "có hơn 1.000 dòng mẫu"), (b"#" * 70_000, "lớn hơn 64 KiB")],
    ids=["patterns", "bytes"],
)
def test_a_file_of_patterns_without_end_is_said_and_not_followed(workspace: Path, content: bytes, said: str) -> None:
    (workspace / ".gitignore").write_bytes(content)

    done = discover([str(workspace)])

    assert len(done.sources) == 3
    assert [said in trouble.to(Language.VI) for trouble in done.troubles] == [True]


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "**/a/" * 60 + "b", "[a-z]*" * 60 + "9", "*?" * 60 + "b"])
def test_no_pattern_takes_for_ever(tmp_path: Path, pattern: str) -> None:
    deep = tmp_path.joinpath(*("a" for _ in range(60)))
    deep.mkdir(parents=True)
    (deep / f"{'a' * 200}.yaml").write_text(PLAN, "utf-8")
    (tmp_path / ".gitignore").write_text(pattern, "utf-8")

    assert len(found(tmp_path)) == 1


def test_a_link_is_no_file_of_patterns(workspace: Path) -> None:
    (workspace / ".gitignore").rename(workspace / "mau")
    (workspace / ".gitignore").symlink_to("mau")

    assert len(found(workspace)) == 3
