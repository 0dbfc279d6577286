"""What the tool finds on a computer: what is there, what is missing, what to do about it."""

import locale
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from kehoach.compiled import COMPILED
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reading.events import PARSER
from kehoach.workspace.configuration import configuration


class State(StrEnum):
    """How it stands with one thing."""

    OK = "ok"
    WARNING = "warning"
    OPTIONAL = "optional"  # not there, and not needed by everybody


class Finding(NamedTuple):
    """One thing that was looked for."""

    name: str  # for machines
    title: Text
    state: State
    said: Text
    advice: Text = Text("", "")


def version_of(package: str) -> str:
    """Give the version of an installed package; empty: it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def findings(start: Path, given: Path | None, language: Language, origin: str) -> Iterator[Finding]:
    """Look at the parser, the compiled part, the language (and where it was chosen), the encoding, git and the configuration."""
    yield _parser()
    yield _compiled()
    yield _speech(language, origin)
    yield _encoding()
    yield _git()
    yield _configuration(start, given)


def _parser() -> Finding:
    whole = f"ruamel.yaml {version_of('ruamel.yaml')}"
    if PARSER == "ruamel.yaml.clib":
        said = f"{whole}, ruamel.yaml.clib {version_of('ruamel.yaml.clib')}"
        return Finding("parser", _PARSER, State.OK, Text(f"bộ đọc C ({said})", f"the C one ({said})"))
    said_pure = Text(f"bộ đọc Python thuần ({whole}), chậm hơn nhiều lần", f"the pure one ({whole}), many times slower")
    return Finding("parser", _PARSER, State.WARNING, said_pure, _same("pip install ruamel.yaml.clib"))


def _compiled() -> Finding:
    if COMPILED is not None:
        return Finding("native", _NATIVE, State.OK, _same(f"kehoach-native {version_of('kehoach-native')}".rstrip()))
    said = Text(
        "không có; kết quả như nhau, đọc nhiều kế hoạch chậm hơn một ít", "none; answers are the same, many plans are read a little slower"
    )
    return Finding("native", _NATIVE, State.OPTIONAL, said)


def _speech(language: Language, origin: str) -> Finding:
    place = next((os.environ[name] for name in _LOCALES if os.environ.get(name)), "-")
    said = Text(
        f"{language.value} ({origin or 'mặc định'}); locale: {place}", f"{language.value} ({origin or 'by default'}); locale: {place}"
    )
    return Finding("language", Text("Ngôn ngữ", "Language"), State.OK, said)


def _encoding() -> Finding:
    own = locale.getencoding()
    said = Text(f"luôn ghi UTF-8; hệ thống dùng {own}", f"UTF-8 is written always; the system has {own}")
    if own.lower().replace("-", "") in _UTF8 or platform.system() != "Windows":
        return Finding("encoding", _ENCODING, State.OK, said)
    advice = Text(
        "nếu cửa sổ lệnh hiện sai chữ: chcp 65001, hoặc thêm --ascii", "if the window shows wrong letters: chcp 65001, or --ascii"
    )
    return Finding("encoding", _ENCODING, State.OK, said, advice)


def _git() -> Finding:
    program = shutil.which("git")
    said = _first_line(program, "--version").removeprefix("git version ") if program else ""
    if said:
        return Finding("git", _same("git"), State.OK, _same(said))
    needed = Text(
        "không có; chỉ cần cho --changed-since và so sánh theo phiên bản", "none; only wanted by --changed-since and comparing revisions"
    )
    return Finding("git", _same("git"), State.OPTIONAL, needed)


def _first_line(program: str, *words: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a program of the user's own path, with fixed words
            [program, *words], capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip().partition("\n")[0] if done.returncode == 0 else ""


def _configuration(start: Path, given: Path | None) -> Finding:
    try:
        file = configuration(start, given).file
    except KehoachError as error:
        wrong = (" ".join(error.to(language).splitlines()[:2]) for language in Language)
        return Finding("configuration", _CONFIGURATION, State.WARNING, Text(*wrong))
    if file is None:
        return Finding(
            "configuration", _CONFIGURATION, State.OK, Text("không có kehoach.yaml; dùng mặc định", "no kehoach.yaml; defaults are used")
        )
    return Finding("configuration", _CONFIGURATION, State.OK, _same(str(file)))


def computer() -> str:
    """Name the interpreter and the system."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}".rstrip()


def _same(words: str) -> Text:
    return Text(words, words)


_SECONDS = 10
_UTF8 = frozenset(("utf8", "cp65001"))
_LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")
_PARSER = Text("Bộ đọc YAML", "YAML parser")
_NATIVE = Text("Phần viết bằng C", "Part in C")
_ENCODING = Text("Bảng mã", "Encoding")
_CONFIGURATION = Text("Cấu hình", "Configuration")
