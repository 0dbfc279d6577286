"""Whatever fails while a file is written, it holds the old bytes or the new ones, and nothing else is left."""

import errno
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach.checking import Request
from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.reading.entries import KINDS, entered
from kehoach.reading.writing import write
from kehoach.workspace.discovery import Source, read
from kehoach.workspace.fixing import fix_file
from kehoach.workspace.formatting import format_file

PLAN = (
    "period: năm 2026\nkehoach: plan/1\nid: a\ntitle: Kế hoạch đƣờng thôn\nkind: annual\nlocality: {name: Xã A, level: commune}\n"
    "tasks:\n  - id: T1\n    title: a\n" + "".join(f"# {'ghi chú ' * 20}\n" for _ in range(500))
)
REQUEST = Request(today=date(2026, 6, 30))


def formats(file: Path) -> None:
    format_file(Source(str(file), file.name))


def fixes(file: Path) -> None:
    fix_file(Source(str(file), file.name), REQUEST)


def adds(file: Path) -> None:
    before = read(Source(str(file), file.name))
    made = entered(before, file.name, KINDS["task"], "b", language=Language.VI)
    write(file, made.content, expected=before)


OPERATIONS = {"fmt": formats, "fix": fixes, "new": adds}
CALLS = {
    "os.write": errno.ENOSPC,
    "os.fsync": errno.EIO,
    "os.replace": errno.EXDEV,
    "os.fchmod": errno.EPERM,
    "os.open": errno.EACCES,  # as in a folder that is read-only
}

each_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS.keys())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def outcome(operation: Callable[[Path], None], folder: Path) -> bytes:
    """What the file holds when nothing fails."""
    path = folder / "other.yaml"
    path.write_text(PLAN, "utf-8")
    operation(path)
    content = path.read_bytes()
    path.unlink()
    assert content != PLAN.encode()
    return content


class _Failing:
    """A call that fails the n-th time, and every time in between does its work in small pieces."""

    def __init__(self, call: Callable[..., Any], at: int, error: BaseException, *, in_pieces: bool) -> None:
        self.call, self.at, self.error, self.in_pieces, self.count = call, at, error, in_pieces, 0

    def __call__(self, *args: Any, **named: Any) -> Any:
        self.count += 1
        if self.count == self.at:
            raise self.error
        if self.in_pieces:
            return self.call(args[0], args[1][:40_000])
        return self.call(*args, **named)


@each_operation
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("kind", ["error", "interrupt"])
def test_each_call_fails_once(
    operation: Callable[[Path], None], name: str, kind: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = PLAN.encode(), outcome(operation, tmp_path)
    module, _, attribute = name.partition(".")
    call = getattr(sys.modules[module], attribute)
    for at in range(1, 50):
        file.write_bytes(old)
        error = OSError(CALLS[name], os.strerror(CALLS[name])) if kind == "error" else KeyboardInterrupt()
        failing = _Failing(call, at, error, in_pieces=name == "os.write")
        monkeypatch.setattr(sys.modules[module], attribute, failing)
        try:
            operation(file)
            has_failed = False
        except (KehoachError, KeyboardInterrupt):
            has_failed = True
        finally:
            monkeypatch.setattr(sys.modules[module], attribute, call)

        content = file.read_bytes()
        assert content in (old, new)
        assert has_failed or content == new
        assert list(tmp_path.iterdir()) == [file]
        if failing.count < at:
            break
    else:
        pytest.fail("the operation never came to its end")
    assert at > (2 if name in ("os.write", "os.open") else 1)


@each_operation
def test_a_kill_at_each_call_leaves_the_old_bytes_or_the_new(operation: Callable[[Path], None], file: Path, tmp_path: Path) -> None:
    old, new = PLAN.encode(), outcome(operation, tmp_path)
    seen = set()
    for name in ("os.write", "os.fsync", "os.replace", "os.close"):
        file.write_bytes(old)
        script = (
            "import os, sys, pathlib\n"
            f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
            "from workspace import test_faulty_disk as faults\n"
            f"{name} = lambda *args: os._exit(9)\n"
            f"faults.{operation.__name__}(pathlib.Path(sys.argv[1]))\n"
        )
        done = subprocess.run([sys.executable, "-c", script, str(file)], check=False)
        assert done.returncode == 9
        assert file.read_bytes() in (old, new)
        seen.add(file.read_bytes())
        left = [path for path in tmp_path.iterdir() if path != file]
        assert all(path.name.startswith(".kehoach-") and path.suffix == ".tmp" for path in left)
        for path in left:
            path.unlink()
    assert old in seen


@each_operation
def test_a_read_only_folder(operation: Callable[[Path], None], file: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is read-only to this user")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(KehoachError, match="cannot write"):
            operation(file)
    finally:
        tmp_path.chmod(0o755)
    assert file.read_text("utf-8") == PLAN
    assert list(tmp_path.iterdir()) == [file]


@each_operation
def test_a_file_that_is_saved_meanwhile_is_left_alone(
    operation: Callable[[Path], None], file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def saved_meanwhile(descriptor: int) -> None:
        fsync(descriptor)
        file.write_text("của người khác\n", "utf-8")

    monkeypatch.setattr(os, "fsync", saved_meanwhile)

    with pytest.raises(KehoachError, match="changed meanwhile"):
        operation(file)
    assert file.read_text("utf-8") == "của người khác\n"
    assert list(tmp_path.iterdir()) == [file]


@each_operation
def test_a_file_that_is_gone_meanwhile_is_not_made_again(
    operation: Callable[[Path], None], file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def removed_meanwhile(descriptor: int) -> None:
        fsync(descriptor)
        file.unlink(missing_ok=True)

    monkeypatch.setattr(os, "fsync", removed_meanwhile)

    with pytest.raises(KehoachError, match="changed meanwhile"):
        operation(file)
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed_and_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)

    formats(link)

    assert link.is_symlink()
    assert file.read_text("utf-8").startswith("kehoach: plan/1\n")


def _add_many(file: Path, tries: int) -> int:
    done = 0
    for _ in range(tries):
        try:
            adds(file)
        except KehoachError:
            continue
        done += 1
    return done


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN[: PLAN.index("#")], "utf-8")
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        done = sum(pool.starmap(_add_many, [(file, 12)] * 3))

    assert done >= 1
    assert file.read_text("utf-8").count("- id: T") == 1 + done
    assert list(tmp_path.iterdir()) == [file]
