"""`kehoach new`: add an entry to a plan."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.options import Lang
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reading.entries import KINDS, entered
from kehoach.reading.writing import write
from kehoach.values.text import nearest
from kehoach.workspace.discovery import STDIN, plan_file, read

HELP = tr(
    "Thêm một mục vào cuối danh sách của nó: task, risk, indicator, commitment, owner, …; phần khác của tệp giữ nguyên.",
    "Add an entry at the end of its list: task, risk, indicator, commitment, owner, …; the rest of the file stays.",
)
EXAMPLE = tr(
    'Ví dụ: kehoach new task plan.yaml --title "Cứng hóa đường thôn"', 'Example: kehoach new task plan.yaml --title "Pave the village road"'
)


def command(
    kind: Annotated[str, typer.Argument(metavar="|".join(KINDS), help=tr("Loại mục.", "What to add."))],
    plan: Annotated[
        str | None,
        typer.Argument(
            metavar=tr("[TỆP]", "[PLAN]"),
            help=tr("Kế hoạch; để trống: kế hoạch duy nhất.", "The plan; by default the only one."),
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help=tr("Tên hoặc nội dung của mục.", "Its title, name or statement."), show_default=False)
    ] = None,
    lang: Lang = None,
    *,
    unique: Annotated[
        bool,
        typer.Option(
            "--unique",
            help=tr(
                "Thêm bốn chữ ngẫu nhiên vào mã, khi nhiều nhánh cùng sửa.", "Add four random letters to the id, for teams on branches."
            ),
        ),
    ] = False,
) -> int:
    """Add an entry and say where."""
    language = chosen_language(lang)
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_KIND, kind=kind, hint=hint, kinds=", ".join(KINDS))
    source = plan_file(plan)
    if source.file == STDIN:
        raise KehoachError(_FILE_ONLY)
    before = read(source)
    result = entered(before, source.name, KINDS[kind], title or _asked(language), language=language, unique=unique)
    write(Path(source.file), result.content, expected=before)
    print(f"{source.name}:{result.line}: {result.id}".rstrip(": "))
    return 0


def _asked(language: Language) -> str:
    """Ask on a terminal for the title; elsewhere name the option."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise KehoachError(_NO_TITLE)
    answer: str = typer.prompt(_QUESTION.to(language), err=True)
    return answer


_NO_KIND = Text(vi="không thêm được {kind!r}{hint} (có: {kinds})", en="there is no {kind!r} to add{hint} (there are: {kinds})")
_NO_TITLE = Text(vi="còn thiếu --title", en="still wanted: --title")
_FILE_ONLY = Text(vi="kehoach new cần một tệp, không dùng đầu vào chuẩn", en="kehoach new wants a file, not standard input")
_QUESTION = Text(vi="Tên hoặc nội dung", en="Title, name or statement")
