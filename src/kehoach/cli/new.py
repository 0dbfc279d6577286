"""`kehoach new`: add an entry to a plan."""

import sys
from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reading.entries import KINDS, EntryKind, entered
from kehoach.reading.writing import write
from kehoach.values.text import nearest
from kehoach.workspace.choosing import plan_file
from kehoach.workspace.discovery import STDIN, read

HELP = tr(
    "Thêm một nhiệm vụ, rủi ro, chỉ tiêu, … vào kế hoạch; phần khác của tệp giữ nguyên.",
    "Add a task, risk, indicator, … to a plan; the rest of the file stays as it is.",
)
EXAMPLE = tr(
    'Ví dụ: kehoach new task plan.yaml --title "Cứng hóa đường thôn"',
    'Example: kehoach new task plan.yaml --title "Pave the village road"',
)


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("kind", "|".join(KINDS), tr("Thêm gì.", "What to add."))
    parser.words(
        "plan",
        tr("KẾ HOẠCH", "PLAN"),
        tr(
            "Tệp kế hoạch; để trống: kế hoạch duy nhất ở đây.",
            "The plan; none: the only one here.",
        ),
    )
    parser.option(
        "--title",
        metavar=tr("TÊN", "TITLE"),
        about=tr("Tên hoặc nội dung của mục.", "Its title, name or statement."),
    )
    parser.flag(
        "--unique",
        about=tr(
            "Thêm bốn chữ ngẫu nhiên vào mã, khi nhiều nhánh cùng sửa.",
            "Add four random letters to the id, for teams on branches.",
        ),
    )
    shared.lang(parser)


def command(given: Given) -> int:
    """Add an entry and say where it stands."""
    language = chosen_language(given.lang)
    kind = _kind(given.kind or "")
    source = plan_file(given.plan)
    if source.file == STDIN:
        raise KehoachError(_FILE_ONLY)
    before = read(source)
    result = entered(before, source.name, kind, given.title or _asked(language), language=language, unique=given.unique)
    write(Path(source.file), result.content, expected=before)
    print(f"{source.name}:{result.line}: {result.id}".rstrip(": "))
    return 0


def _kind(text: str) -> EntryKind:
    if text not in KINDS:
        near = nearest(text, KINDS)
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_KIND, kind=text, hint=hint, kinds=", ".join(KINDS))
    return KINDS[text]


def _asked(language: Language) -> str:
    """Ask on a terminal for the title; elsewhere name the option."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise KehoachError(_NO_TITLE)
    print(f"{_QUESTION.to(language)}: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()


_NO_KIND = Text(vi="không thêm được {kind!r}{hint} (có: {kinds})", en="there is no {kind!r} to add{hint} (there are: {kinds})")
_NO_TITLE = Text(vi="còn thiếu --title", en="still wanted: --title")
_FILE_ONLY = Text(vi="kehoach new cần một tệp, không dùng đầu vào chuẩn", en="kehoach new wants a file, not standard input")
_QUESTION = Text(vi="Tên hoặc nội dung", en="Title, name or statement")
