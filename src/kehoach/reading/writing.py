"""Writing files: all of the new bytes or all of the old, never anything between."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kehoach.errors import KehoachError, cause
from kehoach.language import Text

if sys.platform != "win32":
    import fcntl

PREFIX = ".kehoach-"
SUFFIX = ".tmp"


def write(path: Path, content: bytes, *, force: bool = False, inputs: tuple[Path, ...] = (), expected: bytes | None = None) -> None:
    """Write a file by a temporary one beside it, flushed to the disk and renamed.

    Args:
        path: where to write; the folder must exist.
        content: all the bytes.
        force: replace a file that is there already.
        inputs: files that were read; they are never written over unless `expected` says what they hold.
        expected: the bytes the file must still hold; a file changed meanwhile is left alone.

    Raises:
        KehoachError: the file exists, is an input, changed meanwhile, or cannot be written.
    """
    target = Path(os.path.realpath(path))
    if expected is None:
        _refuse(path, target, inputs, force=force)
    try:
        _replace(path, target, content, expected)
    except OSError as error:
        raise _failed(path, target.parent, error) from None


def make(folder: Path) -> None:
    """Make a folder, and those that it lies in, where it is not there yet.

    Raises:
        KehoachError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise KehoachError(_FILE, name=str(folder)) from None
    except OSError as error:
        raise KehoachError(_UNMADE, name=str(folder), why=cause(error)) from None


def _failed(path: Path, folder: Path, error: OSError) -> KehoachError:
    """Say why a file could not be written; the folder is what is missing, or closed, for the new bytes lie beside the old first."""
    said = path.parent if path.parent.resolve() == folder else folder
    if isinstance(error, FileNotFoundError) and not folder.exists():
        return KehoachError(_NO_FOLDER, name=str(path), folder=str(said))
    if isinstance(error, PermissionError):
        return KehoachError(_CLOSED, name=str(path), folder=_HERE if said == Path() else str(said))
    return KehoachError(_CANNOT, name=str(path), why=cause(error))


def _refuse(path: Path, target: Path, inputs: tuple[Path, ...], *, force: bool) -> None:
    if not target.exists():
        return
    if any(other.exists() and other.samefile(target) for other in inputs):
        raise KehoachError(_INPUT, name=str(path))
    if target.is_dir():
        raise KehoachError(_FOLDER, name=str(path))
    if not force:
        raise KehoachError(_EXISTS, name=str(path))


def _replace(path: Path, target: Path, content: bytes, expected: bytes | None) -> None:
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    name = target.parent / f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}"
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        try:
            _write_all(descriptor, content)
            os.fchmod(descriptor, mode) if hasattr(os, "fchmod") else None
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        with _alone(path, target):
            _refuse_changed(path, target, expected)
            os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


@contextmanager
def _alone(path: Path, target: Path) -> Iterator[None]:
    """Keep two runs of this tool from renaming over one file at once: the second would lose what the first wrote."""
    if sys.platform == "win32" or not target.exists():  # Windows refuses by itself to replace a file that is open
        yield
        return
    descriptor = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KehoachError(_CHANGED, name=str(path)) from None
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(descriptor)


def _refuse_changed(path: Path, target: Path, expected: bytes | None) -> None:
    if expected is not None and (not target.exists() or target.read_bytes() != expected):
        raise KehoachError(_CHANGED, name=str(path))


def _write_all(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself last; where folders cannot be synced it already does."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_CANNOT = Text(vi="không ghi được {name}: {why}", en="cannot write {name}: {why}")
_UNMADE = Text(vi="không tạo được thư mục {name}: {why}", en="cannot make the folder {name}: {why}")
_NO_FOLDER = Text(
    vi="không ghi được {name}: chưa có thư mục {folder}; tạo nó trước",
    en="cannot write {name}: there is no folder {folder} yet; make it first",
)
_CLOSED = Text(
    vi="không ghi được {name}: không có quyền ghi vào {folder}; ghi ra nơi khác, hoặc xin quyền ghi",
    en="cannot write {name}: no permission to write in {folder}; write elsewhere, or ask for the permission",
)
_HERE = Text(vi="thư mục hiện tại", en="the current folder")
_FILE = Text(vi="{name} là tệp; cần một thư mục", en="{name} is a file; a folder is wanted")
_INPUT = Text(
    vi="{name} là tệp đầu vào, không được ghi đè; hãy chọn tên khác cho kết quả",
    en="{name} is an input and is not written over; choose another name for the output",
)
_EXISTS = Text(vi="{name} đã có; thêm --force để thay", en="{name} exists; add --force to replace it")
_FOLDER = Text(vi="{name} là thư mục", en="{name} is a folder")
_CHANGED = Text(vi="{name} vừa bị thay đổi bởi chương trình khác, nên không được ghi", en="{name} was changed meanwhile and is left alone")
