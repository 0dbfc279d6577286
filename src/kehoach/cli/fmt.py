"""`kehoach fmt`: bring plans into canonical form."""

import sys
from typing import Annotated

import typer

from kehoach.cli.options import Lang
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.formats.diff import unified
from kehoach.language import Text
from kehoach.reading.formatting import UnformattableError, formatted
from kehoach.workspace.discovery import STDIN, discover
from kehoach.workspace.formatting import Formatted, format_file

HELP = tr(
    "Sắp xếp kế hoạch về dạng chuẩn: thứ tự khóa, ngày, số, từ; giữ ghi chú và nội dung, không thì không ghi.",
    "Bring plans into canonical form: order, dates, numbers, words; comments and meaning stay, or nothing is written.",
)
EXAMPLE = tr("Ví dụ: kehoach fmt --diff plan.yaml", "Example: kehoach fmt --diff plan.yaml")


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[TỆP|THƯ MỤC]...", "[PATHS]..."),
            help=tr(
                "Tệp, thư mục hoặc mẫu tên; - là đầu vào chuẩn; để trống: cả kho.",
                "Files, folders, globs; - is standard input; none: the workspace.",
            ),
            show_default=False,
        ),
    ] = None,
    lang: Lang = None,
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help=tr("Không ghi; mã thoát 1 nếu có tệp cần sắp xếp.", "Write nothing; exit 1 if a file would change.")),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=tr("Không ghi; in phần sẽ thay đổi.", "Write nothing; print what would change."))
    ] = False,
) -> int:
    """Format files, or say which would change."""
    language = chosen_language(lang)
    found = discover(paths or [])
    is_dry = check or diff
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
            sys.stdout.write(unified(result.before, result.after, source.name) if diff else "")
    for trouble in (*faults, *troubles):
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    for name in changed:
        print((_WOULD if is_dry else _DONE).fill(language, {"name": name}), file=sys.stderr)
    if troubles:
        return 2
    return int(bool(faults) or (is_dry and bool(changed)))


def _from_stdin(*, is_dry: bool) -> Formatted:
    before = sys.stdin.buffer.read()
    result = Formatted(before, formatted(before, STDIN))
    if not is_dry:
        sys.stdout.write(result.after.decode("utf-8"))
    return result


_WOULD = Text(vi="{name}: cần sắp xếp lại", en="{name}: would be formatted")
_DONE = Text(vi="{name}: đã sắp xếp", en="{name}: formatted")
