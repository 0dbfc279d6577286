"""`kehoach status`: how far plans have come."""

import sys
from enum import StrEnum
from pathlib import Path

from kehoach import __version__
from kehoach.cli import options as shared
from kehoach.cli.delivering import Place, deliver
from kehoach.cli.endings import form_of
from kehoach.cli.options import day, stage_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.formats.base import Outcome
from kehoach.formats.pen import Pen, pen_for
from kehoach.language import Language, Text
from kehoach.workspace.discovery import STDIN
from kehoach.workspace.running import Run, Wishes, run
from kehoach.workspace.standing import Standing
from kehoach.workspace.surveying import standings

HELP = tr(
    "Kế hoạch đã đi đến đâu: từng bước của quy trình, tám mục, việc tiếp theo.",
    "How far a plan has come: the steps of its process, the eight sections, what to do next.",
)
EXAMPLE = tr("Ví dụ: kehoach status plan.yaml", "Example: kehoach status plan.yaml")


class StatusFormat(StrEnum):
    """A format in which the standing of plans can be written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    XLSX = "xlsx"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "paths",
        tr("TỆP|THƯ MỤC", "PATH"),
        tr(
            "Tệp, thư mục hoặc mẫu tên; - là đầu vào chuẩn; để trống: cả kho. Nhiều kế hoạch: một bảng theo mức sẵn sàng.",
            "Files, folders, globs; - is standard input; none: the workspace. Several plans: a table by readiness.",
        ),
        many=True,
    )
    shared.form(parser, StatusFormat, StatusFormat.TEXT)
    shared.output(parser)
    shared.stage(parser)
    shared.today(parser)
    shared.config(parser)
    shared.lang(parser)
    shared.force(parser)
    shared.no_cache(parser)
    parser.flag("-q", "--quiet", about=tr("Chỉ in việc tiếp theo.", "Print only what to do next."))
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))


def command(given: Given) -> int:
    """Work out how far each plan has come, and print it; 0 whatever it shows."""
    form = form_of(StatusFormat, given.form, given.output, StatusFormat.TEXT)
    stdin = sys.stdin.buffer.read() if STDIN in given.paths else b""
    wishes = Wishes(
        paths=tuple(given.paths),
        today=day(given.today),
        stage=stage_of(given.stage),
        config=Path(given.config) if given.config else None,
        stdin=stdin,
        cache=not given.no_cache,
    )
    done = run(wishes, lambda outcomes, _: iter(outcomes))
    found = list(standings(done, wishes.today, stdin))
    done.close()
    language = _language(given.lang, done, found)
    for trouble in done.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if not found and not done.troubles:
        print(f"kehoach: {_NO_PLAN.fill(language, {'names': ', '.join(given.paths) or '.'})}", file=sys.stderr)
    if found or form is StatusFormat.JSON:
        place = Place(given.output, given.force, tuple(Path(one.path) for one in found), given.quiet)
        content = _written(form, found, language, wishes, given)
        deliver(content, f"{_name(found)}-status.xlsx", place, language, is_binary=form is StatusFormat.XLSX)
    return 2 if done.troubles or not found else 0


def _language(said: str | None, done: Run, found: list[Standing]) -> Language:
    own = found[0].summary.language if len(found) == 1 and found[0].summary else ""
    return chosen_language(said, done.configuration.language or own)


def _name(found: list[Standing]) -> str:
    """Name a file by the plan that it is about, else by the folder in which the user stands."""
    only = found[0].summary if len(found) == 1 else None
    return only.id if only is not None else Path.cwd().name or "kehoach"


def _written(form: StatusFormat, found: list[Standing], language: Language, wishes: Wishes, given: Given) -> bytes:
    """Write in the format that is asked for; each is loaded only then."""
    match form:
        case StatusFormat.JSON:
            from kehoach.formats import standing_json  # noqa: PLC0415 - one format is wanted

            return _encoded(standing_json.render(found, language, wishes.today))
        case StatusFormat.MARKDOWN:
            from kehoach.formats import standing_markdown  # noqa: PLC0415 - one format is wanted

            return _encoded(standing_markdown.render(found, language, wishes.today))
        case StatusFormat.TEXT:
            from kehoach.formats import standing_text  # noqa: PLC0415 - one format is wanted

            pen = _pen(language, wishes, ascii_only=given.ascii)
            return _encoded(standing_text.render(found, pen, wishes.today, quiet=given.quiet))
        case StatusFormat.XLSX:
            from kehoach.reports import standings as reports  # noqa: PLC0415 - one format is wanted
            from kehoach.reports.options import Options  # noqa: PLC0415 - as above

            return reports.workbook(found, Options(today=wishes.today, language=language))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _pen(language: Language, wishes: Wishes, *, ascii_only: bool) -> Pen:
    """Take up the pen for this terminal."""
    look = Outcome(
        results=(),
        today=wishes.today,
        language=language,
        version=__version__,
        colour=uses_colour(sys.stdout),
        width=width(sys.stdout),
        ascii=ascii_only,
    )
    return pen_for(look)


_NO_PLAN = Text(vi="không có kế hoạch nào trong {names}", en="there is no plan in {names}")
