"""Which files a command is about; what git passes over is not found by walking."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError, cause
from kehoach.language import Text
from kehoach.reading.decoding import MAXIMUM_BYTES
from kehoach.workspace.walking import PASSED_OVER, SUFFIXES, yaml_files

STDIN = "-"

SETTINGS = "kehoach.yaml"
"""The workspace's own file, which is read before the plans and never as one of them."""

_HEAD = re.compile(rb"^(?:\xef\xbb\xbf)?kehoach[ \t]*:", re.MULTILINE)


class Source(NamedTuple):
    """A file to check, and how diagnostics call it."""

    file: str
    name: str


class Found(NamedTuple):
    """The files to check, and what could not be opened on the way."""

    sources: tuple[Source, ...]
    troubles: tuple[KehoachError, ...] = ()


def discover(
    paths: list[str],
    globs: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    top: Path | None = None,
    is_known: Callable[[str], bool] | None = None,
) -> Found:
    """Find the plans that the paths name: files as they are, folders and globs searched; and what stood in the way.

    A file found by walking is a plan when a line of it begins with `kehoach:` and git does not ignore it; one named always is.

    Args:
        paths: as given by the user; none: the whole workspace.
        globs: which files of the workspace are plans; none: every one that says so.
        exclude: which files of the workspace are left out.
        top: the workspace's folder; none: the repository's root above the current folder.
        is_known: tells of a file that it certainly is a plan, so that it need not be opened to see.
    """
    sources: dict[str, Source] = {}
    troubles: list[KehoachError] = []
    top = top or root(Path.cwd())
    for path in paths or [os.fspath(top)]:
        try:
            for source in _named(path, troubles, path if paths else _relative(path), is_known):
                is_walked = path != source.file or not paths
                if is_walked and (globs or exclude) and _left_out(_name_below(top, source.file), globs, exclude):
                    continue
                sources.setdefault(os.path.abspath(source.file), source)
        except KehoachError as error:
            troubles.append(error)
    if not sources and not troubles:
        troubles.append(none_in(", ".join(paths) or "."))
    return Found(tuple(sources.values()), tuple(troubles))


def called(names: frozenset[str], globs: tuple[str, ...], exclude: tuple[str, ...], top: Path) -> tuple[Source, ...]:
    """Find the files of a workspace that have one of these names, without opening any other."""
    found = (
        file for file in yaml_files(os.fspath(top), _root_of(top), lambda _: None) if os.path.basename(file).rpartition(".")[0] in names
    )
    kept = (file for file in found if not _left_out(_name_below(top, file), globs, exclude))
    return tuple(Source(file, os.path.normpath(os.path.relpath(file))) for file in kept)


def belongs(name: str, globs: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> bool:
    """Tell by its name below the workspace whether walking would look into a file for a plan."""
    *folders, last = name.split("/")
    if not last.endswith(SUFFIXES) or last == SETTINGS or any(f.startswith(".") or f in PASSED_OVER for f in folders):
        return False
    return not _left_out(name, globs, exclude)


def says_plan(content: bytes) -> bool:
    """Tell whether a file says what kind of document it is: a line of it begins with `kehoach:`."""
    return _HEAD.search(content) is not None


def _name_below(top: Path, file: str) -> str:
    return os.path.relpath(file, top).replace(os.sep, "/")


def _left_out(name: str, globs: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    """Tell whether a file found by walking is none of the workspace's plans."""
    return any(_matches(name, glob) for glob in exclude) or (bool(globs) and not any(_matches(name, glob) for glob in globs))


def _relative(path: str) -> str:
    shown = os.path.relpath(path)
    return "" if shown == "." else shown


def _matches(name: str, glob: str) -> bool:
    """Hold a name against a glob in which `**/` stands for any folders, none included."""
    return fnmatchcase(name, glob) or ("**/" in glob and fnmatchcase(name, glob.replace("**/", "", 1)))


@cache
def root(start: Path) -> Path:
    """Find the repository's root above a folder, else the folder itself."""
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return folder
    return start


def _root_of(top: str | Path) -> str:
    return os.fspath(root(Path(os.path.abspath(top))))


@cache
def below_root(folder: Path) -> int:
    """Count how many folders a folder lies below the workspace's root."""
    return len(folder.parts) - len(root(folder).parts)


def read(source: Source) -> bytes:
    """Read a file's bytes, one more than the limit at most.

    Raises:
        KehoachError: it is no regular file, leads out of the workspace by a link, or cannot be opened.
    """
    try:
        _refuse_link_out(source)
        descriptor = os.open(source.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            seen = os.fstat(descriptor)
            if not stat.S_ISREG(seen.st_mode):
                raise KehoachError(_IS_FOLDER if stat.S_ISDIR(seen.st_mode) else _NOT_REGULAR, name=source.name)
            return _beginning(descriptor, seen.st_size)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise KehoachError(_trouble(error), name=source.name, why=cause(error)) from None


def _beginning(descriptor: int, size: int) -> bytes:
    """Read one byte more than the limit at most; to make room for all that takes longer than to read a plan."""
    content = os.read(descriptor, min(size, MAXIMUM_BYTES) + 1)
    while len(content) <= MAXIMUM_BYTES and (more := os.read(descriptor, min(_MORE, MAXIMUM_BYTES + 1 - len(content)))):
        content += more  # it grew meanwhile, or the system gave less than was asked for
    return content


def none_in(where: str) -> KehoachError:
    """Say that there is no plan in a place, and how one is made."""
    return KehoachError(_NOTHING, where=where)


def no_file(name: str) -> KehoachError:
    """Say that there is no such file, and what to look at."""
    return KehoachError(_MISSING, name=name)


def _named(path: str, troubles: list[KehoachError], show: str, is_known: Callable[[str], bool] | None = None) -> Iterator[Source]:
    if path == STDIN:
        yield Source(STDIN, STDIN)
    elif os.path.isdir(path):
        yield from _walked(path, troubles, show, is_known)
    elif os.path.lexists(path):
        yield Source(path, path)
    elif any(sign in path for sign in "*?["):
        from glob import glob  # noqa: PLC0415 - a shell has done it before, as a rule

        matches = sorted(glob(path, recursive=True))
        if not matches:
            raise KehoachError(_NO_MATCH, name=path)
        for match in matches:
            yield from _named(match, troubles, match, is_known)
    else:
        raise no_file(path)


def _walked(top: str, troubles: list[KehoachError], show: str, is_known: Callable[[str], bool] | None) -> Iterator[Source]:
    def complain(error: OSError | KehoachError) -> None:
        troubles.append(_closed(error) if isinstance(error, OSError) else error)

    for file in yaml_files(top, _root_of(top), complain):
        if os.path.basename(file) != SETTINGS:
            shown = os.path.normpath(os.path.join(show, file[len(top) :].lstrip(os.sep)))  # walking puts names behind it
            if (is_known is not None and is_known(file)) or _is_plan(Source(file, shown), troubles):
                yield Source(file, shown)


def _is_plan(source: Source, troubles: list[KehoachError]) -> bool:
    try:
        if not stat.S_ISREG(os.stat(source.file).st_mode):
            return False
        _refuse_link_out(source)
        with open(source.file, "rb") as file:
            first = file.read(_FIRST)
            return says_plan(first) or says_plan(first + file.read(MAXIMUM_BYTES + 1 - _FIRST))
    except FileNotFoundError:
        return False
    except OSError as error:
        troubles.append(KehoachError(_trouble(error), name=source.name, why=cause(error)))
    except KehoachError as error:
        troubles.append(error)
    return False


def _refuse_link_out(source: Source) -> None:
    """Refuse a symbolic link, of the file or of a folder on the way, that leads out of the workspace to anybody's secret."""
    folder = os.path.dirname(os.path.abspath(source.file))
    if _leads_out(folder):
        raise KehoachError(_LINK_OUT, name=source.name)
    if not os.path.islink(source.file):
        return
    target = Path(os.path.realpath(source.file, strict=True))
    if not target.is_relative_to(root(Path(folder)).resolve()):
        raise KehoachError(_LINK_OUT, name=source.name)


@cache
def _leads_out(folder: str) -> bool:
    """Tell whether a folder lies, by a link, outside of the repository that it seems to lie in."""
    os.stat(folder)  # a name of ten thousand folders is refused here, before each of them is looked at
    return not Path(os.path.realpath(folder)).is_relative_to(root(Path(folder)).resolve())


def _closed(error: OSError) -> KehoachError:
    return KehoachError(_trouble(error), name=str(error.filename), why=cause(error))


def _trouble(error: OSError) -> Text:
    return _TROUBLES.get(type(error), _UNREADABLE)


_FIRST = 4096
"""In so many bytes nearly every plan says that it is one."""

_MORE = 1 << 16

_NOTHING = Text(
    vi="không có kế hoạch nào ở {where}: cần tệp .yaml có dòng `kehoach: plan/1`; tạo một tệp bằng `kehoach init`",
    en="no plan in {where}: a .yaml file with a line `kehoach: plan/1` is wanted; `kehoach init` makes one",
)
_NO_MATCH = Text(vi="không có tệp nào khớp với {name}", en="no file matches {name}")
_MISSING = Text(vi="không có tệp {name}; xem lại tên và thư mục", en="there is no file {name}; check the name and the folder")
_LINK_OUT = Text(
    vi="{name} là liên kết dẫn ra ngoài kho kế hoạch, không được đọc",
    en="{name} is a link out of the workspace and is not read",
)
_IS_FOLDER = Text(vi="{name} là thư mục, không phải tệp", en="{name} is a folder, not a file")
_NOT_REGULAR = Text(vi="{name} không phải tệp thường", en="{name} is not a regular file")
_UNREADABLE = Text(vi="không đọc được {name}: {why}", en="cannot read {name}: {why}")
_TROUBLES: dict[type[OSError], Text] = {
    PermissionError: Text(vi="không có quyền đọc {name}", en="no permission to read {name}"),
    FileNotFoundError: Text(
        vi="không có tệp {name}, hoặc liên kết không dẫn tới đâu", en="there is no file {name}, or a link leads nowhere"
    ),
    IsADirectoryError: Text(vi="{name} là thư mục, không phải tệp", en="{name} is a folder, not a file"),
}
