"""`kehoach query`: the plans of a workspace as SQL tables."""

import os
import sys
from enum import StrEnum
from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.delivering import Place, deliver
from kehoach.cli.endings import form_of
from kehoach.cli.options import day, number
from kehoach.cli.parser import Given, Parser
from kehoach.cli.progress import with_progress
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.errors import KehoachError
from kehoach.formats import answer, relation_pages
from kehoach.formats.pen import Pen
from kehoach.language import Language, Text
from kehoach.workspace.configuration import configuration
from kehoach.workspace.database import Answer, Limits
from kehoach.workspace.discovery import STDIN
from kehoach.workspace.inquiry import Question, Told, relations, tell

HELP = tr(
    "Hỏi các kế hoạch của kho bằng SQL: kế hoạch, nhiệm vụ, vốn, chỉ tiêu, rủi ro... là các bảng chỉ đọc.",
    "Ask the plans of a workspace in SQL: plans, tasks, money, indicators, risks... as read-only tables.",
)
EXAMPLE = tr(
    'Ví dụ: kehoach query "SELECT plan, count(*) FROM tasks GROUP BY plan" examples/tinh-mau-2026',
    'Example: kehoach query "SELECT plan, count(*) FROM tasks GROUP BY plan" examples/tinh-mau-2026',
)


class AnswerFormat(StrEnum):
    """A format in which rows can be written."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    limits = Limits()
    parser.words(
        "sql",
        "SQL",
        tr(
            "Một câu SELECT; - là đầu vào chuẩn; để trống: liệt kê các bảng.",
            "One SELECT; - is standard input; none: the list of the tables.",
        ),
    )
    parser.words(
        "paths",
        tr("TỆP|THƯ MỤC", "PATH"),
        tr("Tệp, thư mục hoặc mẫu tên; để trống: cả kho.", "Files, folders, globs; none: the workspace."),
        many=True,
    )
    shared.form(parser, AnswerFormat, AnswerFormat.TEXT)
    parser.flag("--tables", about=tr("Liệt kê các bảng và cột.", "List the tables and their columns."))
    parser.option("-o", "--output", metavar=tr("TỆP", "FILE"), about=tr("Ghi vào tệp.", "Write to a file."))
    shared.force(parser)
    shared.no_cache(parser)
    parser.option(
        "--timeout",
        metavar=tr("GIÂY", "SECONDS"),
        about=tr("Câu hỏi được chạy bao lâu, không kể đọc kế hoạch.", "How long the question may run, reading the plans apart."),
        default=f"{limits.seconds:g}",
    )
    parser.option(
        "--rows",
        metavar="N",
        about=tr("Kết quả nhiều nhất bao nhiêu dòng.", "How many rows the answer may have."),
        default=str(limits.rows),
    )
    parser.option("--jobs", metavar="N", about=tr("Số tiến trình.", "How many processes."))
    shared.today(parser)
    shared.config(parser)
    shared.lang(parser)
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))


def command(given: Given) -> int:
    """Answer a question, or list what can be asked."""
    form = form_of(AnswerFormat, given.form, given.output, AnswerFormat.TEXT)
    config = Path(given.config) if given.config else None
    language = chosen_language(given.lang, configuration(Path.cwd(), config).language)
    pen = Pen(language, width(sys.stdout), uses_colour(sys.stdout) and not given.output, given.ascii)
    if given.tables or given.sql is None:
        is_short = form is AnswerFormat.TEXT and not given.tables
        _deliver(relation_pages.overview(list(relations().values()), pen) if is_short else _listed(form, pen), given, language)
        return 0
    question = Question(
        sql=_sql(given.sql),
        today=day(given.today),
        paths=tuple(given.paths),
        config=config,
        limits=Limits(_seconds(given.timeout), number(given.rows, "--rows") or Limits().rows),
        jobs=number(given.jobs, "--jobs"),
        cache=not given.no_cache,
    )
    told = tell(question, language, with_progress)
    _talk(told, language)
    if not told.is_vain or form is AnswerFormat.JSON:
        _deliver(_written(form, told.answer, pen), given, language)
    return 2 if told.troubles else 0


def _sql(said: str) -> str:
    """Read the question; a file in its place was meant as a path."""
    if said == STDIN:
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    if os.path.lexists(said):
        raise KehoachError(_NO_SQL, path=said)
    return said


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if 0 < seconds <= _LONGEST:
        return seconds
    raise KehoachError(_NO_SECONDS, text=text, most=_LONGEST)


def _listed(form: AnswerFormat, pen: Pen) -> str:
    found = list(relations().values())
    match form:
        case AnswerFormat.TEXT:
            return relation_pages.text(found, pen)
        case AnswerFormat.JSON:
            return relation_pages.as_json(found)
        case AnswerFormat.MARKDOWN:
            return relation_pages.markdown(found)
        case AnswerFormat.CSV:
            rows = tuple((table.name, column.name, *column.about) for table in found for column in table.all_columns)
            return answer.as_csv(Answer(("table", "column", "vi", "en"), rows))


def _written(form: AnswerFormat, found: Answer, pen: Pen) -> str:
    match form:
        case AnswerFormat.TEXT:
            return answer.text(found, pen)
        case AnswerFormat.CSV:
            return answer.as_csv(found)
        case AnswerFormat.JSON:
            return answer.as_json(found)
        case AnswerFormat.MARKDOWN:
            return answer.markdown(found)


def _deliver(text: str, given: Given, language: Language) -> None:
    sys.stdout.flush()
    deliver(text.encode("utf-8", "backslashreplace"), "", Place(given.output, given.force), language, is_binary=False)


def _talk(told: Told, language: Language) -> None:
    """Say on the standard error what the answer does not include."""
    for trouble in told.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    for names, said in ((told.unread, _UNREAD), (told.cut, _CUT)):
        if names:
            shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
            print(f"kehoach: {said.fill(language, {'count': len(names), 'names': shown})}", file=sys.stderr)


_SHOWN = 5
_LONGEST = 3600
_NO_SQL = Text(
    vi='{path} là một tệp hoặc thư mục; câu SQL đứng trước: kehoach query "SELECT ..." {path}',
    en='{path} is a file or folder; the SQL comes first: kehoach query "SELECT ..." {path}',
)
_NO_SECONDS = Text(
    vi="--timeout: {text!r} không phải số giây, từ trên 0 đến {most}",
    en="--timeout: {text!r} is no number of seconds, above 0 and up to {most}",
)
_UNREAD = Text(
    vi="{count} tệp không đọc được nên không có trong kết quả: {names}; `kehoach validate` nói vì sao",
    en="files that could not be read and are not in the answer ({count}): {names}; `kehoach validate` says why",
)
_CUT = Text(
    vi="{count} tệp có giá trị không đọc được, coi như trống: {names}; `kehoach validate` nói chỗ nào",
    en="files with values that could not be read and count as empty ({count}): {names}; `kehoach validate` says where",
)
