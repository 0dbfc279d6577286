"""Users' own templates: run in a child process that can take little and see nothing."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kehoach import escaping
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reports.markdown import SUFFIX
from kehoach.reports.typst_folder import UnfitError, gather
from kehoach.values.text import printable, short

SECONDS = 10
"""By the clock; the child's own limit on CPU time is lower."""

SECONDS_TO_FILL = 45
"""For a Word document, which takes longer than a text."""


def is_bounded() -> bool:
    """Tell whether this system can limit what a template takes, beyond the time by the clock."""
    return find_spec("resource") is not None


def trust(template: str | None, *, is_trusted: bool) -> Path | None:
    """Take the template of a command line.

    Raises:
        KehoachError: this system cannot limit it, and the user has not said to trust it.
    """
    if template is None:
        return None
    if not (is_trusted or is_bounded()):
        raise KehoachError(_UNTRUSTED)
    return Path(template)


def render(template: Path, name: str, data: dict[str, Any], suffix: str = SUFFIX) -> str:
    """Render a user's template: a file, or the one of a report's name in a folder; its suffix says how texts are escaped.

    Raises:
        KehoachError: it cannot be read, fails, or takes too much time or memory.
    """
    file = found(template, (name,), suffix)
    request = {"folder": str(file.parent), "template": file.name, "data": data, "suffix": suffix}
    answer = _answer(_run(json.dumps(request), SECONDS), file.name)
    if "text" in answer:
        return str(answer["text"])
    raise _error(answer, file.name)


def fill(file: Path, content: bytes, data: dict[str, Any], day: date) -> bytes:
    """Fill a user's Word document.

    Raises:
        KehoachError: it fails, or takes too much time or memory.
    """
    request = {"document": base64.b64encode(content).decode(), "data": data, "day": day.isoformat()}
    answer = _answer(_run(json.dumps(request), SECONDS_TO_FILL), file.name)
    if "document" in answer:
        return base64.b64decode(str(answer["document"]))
    raise _error(answer, file.name)


def fill_workbook(file: Path, content: bytes, data: dict[str, Any], day: date) -> bytes:
    """Fill a user's workbook.

    Raises:
        KehoachError: it is not taken, fails, or takes too much time or memory.
    """
    request = {"workbook": base64.b64encode(content).decode(), "data": data, "day": day.isoformat()}
    answer = _answer(_run(json.dumps(request), SECONDS_TO_FILL), file.name)
    if "workbook" in answer:
        return base64.b64decode(str(answer["workbook"]))
    if answer.get("place"):
        raise KehoachError(_IN_CELL, name=file.name, place=printable(str(answer["place"]), 60), problem=complaint(answer))
    raise _error(answer, file.name)


def typeset(file: Path, data: dict[str, Any], day: date) -> tuple[bytes, tuple[Text, ...]]:
    """Set a user's typst template; give the PDF, and what its reader should know.

    Raises:
        KehoachError: it fails, takes too much time or memory, or wants what is not in its folder.
    """
    answer = tried(file, data, day)
    if "document" in answer:
        return base64.b64decode(str(answer["document"])), tuple(Text(*warning) for warning in answer["warnings"])
    raise _error(answer, file.name)


def tried(file: Path, data: dict[str, Any], day: date) -> dict[str, Any]:
    """Set a user's typst template in a folder that holds nothing but what it names; give the child's answer.

    Raises:
        KehoachError: it takes too much time or memory.
    """
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as place:
        root, packages = Path(place, "root"), Path(place, "none")
        root.mkdir()
        packages.mkdir()
        try:
            own = gather(file, root)
        except UnfitError as error:
            return error.answer
        request = {"root": str(root), "template": file.name, "own": own, "data": data, "day": day.isoformat(), "packages": str(packages)}
        return _answer(_run(json.dumps(request), SECONDS_TO_FILL, os.environ | _OFFLINE), file.name)


def found(template: Path, names: Sequence[str], suffix: str) -> Path:
    """Find a template: the file itself, or in a folder the first that bears one of the names.

    Raises:
        KehoachError: there is none, or it is a link out of the folder.
    """
    files = [template / f"{name}{suffix}" for name in names] if template.is_dir() else [template]
    file = next((file for file in files if file.is_file()), files[0])
    if not file.is_file():
        raise KehoachError(_NO_FILE, path=str(file))
    resolved = file.resolve()
    if template.is_dir() and not resolved.is_relative_to(template.resolve()):
        raise KehoachError(_OUTSIDE, path=str(file))
    return resolved


def _run(request: str, seconds: float, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str] | None:
    """Ask the child; none where it took too long."""
    command = [sys.executable, "-P", "-X", "utf8", "-m", "kehoach.reports.sandboxed"]
    try:
        return subprocess.run(  # noqa: S603 - our own module
            command, input=request, capture_output=True, encoding="utf-8", errors="replace", timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        return None


def _answer(done: subprocess.CompletedProcess[str] | None, name: str) -> dict[str, Any]:
    """Read what the child answered; one that was stopped answered nothing."""
    if done is None:
        raise KehoachError(_SLOW, name=name)
    if done.returncode < 0:
        raise KehoachError(_SLOW if -done.returncode in _CPU_SIGNALS else _STOPPED, name=name)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise KehoachError(_STOPPED, name=name)
    return answer


def _error(answer: dict[str, Any], name: str) -> KehoachError:
    """Say what the child complained of."""
    line = int(answer.get("line") or 0)
    return KehoachError(_AT_LINE if line else _IN_TEMPLATE, name=str(answer.get("name") or name), line=line, problem=complaint(answer))


def complaint(answer: Mapping[str, Any]) -> Text:
    """Say what the child complained of, without the place."""
    if answer.get("said"):
        return Text(*answer["said"])
    problem = _PROBLEMS.get(str(answer.get("kind")), _FAILED)
    if answer.get("kind") == "undefined" and answer.get("near"):
        problem = _UNDEFINED_NEAR
    return Text(*(problem.fill(language, {key: _word(answer.get(key), language) for key in _WORDS}) for language in Language))


def _word(value: object, language: Language) -> str:
    return short(escaping.visible(value.to(language) if isinstance(value, Text) else str(value or "")), 200)


_WORDS = ("what", "near", "detail")


_NOWHERE = "http://127.0.0.1:0"  # no program can listen on port 0
_OFFLINE = {name: _NOWHERE for word in ("http_proxy", "https_proxy", "all_proxy") for name in (word, word.upper())} | {
    "no_proxy": "",
    "NO_PROXY": "",
    "RAYON_NUM_THREADS": "1",  # each thread would take room from the limit on memory
    "MALLOC_ARENA_MAX": "2",
}
"""typst fetches packages, and the library has no switch against it."""

_CPU_SIGNALS = frozenset((9, 24))  # SIGKILL, SIGXCPU

_UNTRUSTED = Text(
    vi="--template: hệ thống này không giới hạn được bộ nhớ của mẫu; nếu tin người làm mẫu, hãy thêm --trust-templates",
    en="--template: this system cannot limit a template's memory; if you trust whoever made it, add --trust-templates",
)
_NO_FILE = Text(vi="không có tệp mẫu {path!r}", en="there is no template {path!r}")
_OUTSIDE = Text(vi="tệp mẫu {path!r} dẫn ra ngoài thư mục mẫu", en="the template {path!r} leads out of its folder")
_SLOW = Text(vi="mẫu {name!r} chạy quá lâu", en="the template {name!r} takes too long")
_STOPPED = Text(vi="mẫu {name!r} dùng quá nhiều bộ nhớ hoặc bị dừng", en="the template {name!r} takes too much memory or was stopped")
_AT_LINE = Text(vi="mẫu {name!r}, dòng {line}: {problem}", en="template {name!r}, line {line}: {problem}")
_IN_CELL = Text(vi="mẫu {name!r}, ô {place}: {problem}", en="template {name!r}, cell {place}: {problem}")
_IN_TEMPLATE = Text(vi="mẫu {name!r}: {problem}", en="template {name!r}: {problem}")
_UNDEFINED_NEAR = Text(vi="không có {what!r}, có thể là {near!r}", en="there is no {what!r}; did you mean {near!r}?")
_FAILED = Text(vi="không chạy được ({detail})", en="it fails ({detail})")
_PROBLEMS = {
    "undefined": Text(vi="không có {what!r}", en="there is no {what!r}"),
    "syntax": Text(vi="sai cú pháp ({detail})", en="syntax error ({detail})"),
    "forbidden": Text(vi="không được phép ({detail})", en="not allowed ({detail})"),
    "not-found": Text(vi="không có mẫu {what!r} trong thư mục mẫu", en="there is no template {what!r} in the template's folder"),
    "encoding": Text(vi="tệp mẫu không phải UTF-8", en="the template is not UTF-8"),
    "too-long": Text(vi="kết quả quá dài", en="the result is too long"),
    "memory": Text(vi="dùng quá nhiều bộ nhớ", en="it takes too much memory"),
    "depth": Text(vi="mẫu tự gọi lại mình quá sâu", en="the template calls itself too deeply"),
    "absent": Text(
        vi='kế hoạch này không có {what!r}: viết .at("{what}", default: "") để nhận chữ rỗng khi không có',
        en='this plan has no {what!r}: write .at("{what}", default: "") for empty words where there is none',
    ),
    "not-imported": Text(
        vi='chưa có {what!r} ở đây: thêm #import "{near}": * ở đầu tệp',
        en='there is no {what!r} here: begin the file with #import "{near}": *',
    ),
    "package": Text(
        vi="không dùng gói ({what}): mẫu không tải gì từ mạng; chép các tệp .typ cần dùng vào cạnh mẫu",
        en="packages are not for templates ({what}): nothing is fetched from a network; put the .typ files needed beside the template",
    ),
    "running": Text(vi="không dùng {what} trong mẫu", en="{what} is not for templates"),
    "no-file": Text(
        vi="không có {what!r}: tệp phải nằm cạnh mẫu và được viết tên nguyên trong mẫu (.typ, png, jpg, gif, webp, svg)",
        en="there is no {what!r}: a file lies beside the template, which names it in full (.typ, png, jpg, gif, webp, svg)",
    ),
    "outside": Text(vi="dẫn ra ngoài thư mục mẫu", en="leads out of the template's folder"),
    "too-large": Text(vi="mẫu và các tệp của nó quá lớn", en="the template and its files are too large"),
    "unreadable": Text(vi="không đọc được: {what}", en="cannot be read: {what}"),
}
