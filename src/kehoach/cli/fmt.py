"""`kehoach fmt`: bring plans into canonical form."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.formats.diff import unified
from kehoach.language import Language, Text
from kehoach.reading.formatting import UnformattableError, formatted
from kehoach.workspace.configuration import configuration
from kehoach.workspace.discovery import STDIN, Found, discover
from kehoach.workspace.formatting import Formatted, format_file
from kehoach.workspace.running import start

HELP = tr(
    "Sắp xếp kế hoạch về dạng chuẩn: thứ tự khóa, ngày, số, từ; giữ nguyên ghi chú và nội dung.",
    "Bring plans into canonical form: order, dates, numbers, words; comments and meaning stay.",
)
EXAMPLE = tr("Ví dụ: kehoach fmt plan.yaml --diff", "Example: kehoach fmt plan.yaml --diff")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "paths",
        tr("TỆP|THƯ MỤC", "PATH"),
        tr(
            "Tệp, thư mục hoặc mẫu tên; - là đầu vào chuẩn; để trống: cả kho.",
            "Files, folders, globs; - is standard input; none: the workspace.",
        ),
        many=True,
    )
    parser.flag(
        "--check",
        about=tr(
            "Không ghi; mã thoát 1 nếu có tệp cần sắp xếp.",
            "Write nothing; exit 1 if a file would change.",
        ),
    )
    parser.flag("--diff", about=tr("Không ghi; in phần sẽ thay đổi.", "Write nothing; print what would change."))
    shared.config(parser)
    shared.lang(parser)


def command(given: Given) -> int:
    """Format files, or say which would change."""
    language = chosen_language(given.lang)
    found = _found(given)
    is_dry = given.check or given.diff
    changed: list[str] = []
    faults: list[KehoachError] = []
    troubles = list(found.troubles)
    for source in found.sources:
        try:
            result = _from_stdin(is_dry=is_dry) if source.file == STDIN else format_file(source, is_dry=is_dry)
        except UnformattableError as error:
            faults.append(error)
            continue
        except KehoachError as error:
            troubles.append(error)
            continue
        if result.is_changed:
            changed.append(source.name)
            sys.stdout.write(unified(result.before, result.after, source.name) if given.diff else "")
    _tell([*faults, *troubles], changed, language, is_dry=is_dry)
    if troubles:
        return 2
    return int(bool(faults) or (is_dry and bool(changed)))


def _found(given: Given) -> Found:
    settings = configuration(start(tuple(given.paths)), Path(given.config) if given.config else None)
    return discover(given.paths, settings.plans, settings.exclude, settings.root)


def _from_stdin(*, is_dry: bool) -> Formatted:
    before = sys.stdin.buffer.read()
    result = Formatted(before, formatted(before, STDIN))
    if not is_dry:
        sys.stdout.buffer.write(result.after)
        sys.stdout.buffer.flush()
    return result


def _tell(troubles: Sequence[KehoachError], changed: Sequence[str], language: Language, *, is_dry: bool) -> None:
    for trouble in troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    for name in changed:
        print((_WOULD if is_dry else _DONE).fill(language, {"name": name}), file=sys.stderr)


_WOULD = Text(vi="{name}: cần sắp xếp lại", en="{name}: would be formatted")
_DONE = Text(vi="{name}: đã sắp xếp", en="{name}: formatted")
