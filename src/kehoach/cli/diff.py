"""`kehoach diff`: what changed between two plans, or two states of a repository of plans."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from kehoach import __version__
from kehoach.cli import options as shared
from kehoach.cli.options import day, one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.formats.base import Outcome
from kehoach.language import Language, Text
from kehoach.workspace.comparands import Asked, Wanted, wanted
from kehoach.workspace.comparing import Compared, Status, both, compared
from kehoach.workspace.configuration import configuration
from kehoach.workspace.discovery import STDIN
from kehoach.workspace.running import Wishes, request_of, start

HELP = tr(
    "Kế hoạch thay đổi những gì, bằng lời: chỉ tiêu, kinh phí, đơn vị, thời hạn, rủi ro; giữa hai tệp hoặc hai phiên bản git.",
    "What changed in a plan, in words: targets, money, owners, deadlines, risks; between two files or git revisions.",
)
EXAMPLE = tr("Ví dụ: kehoach diff HEAD~1 plan.yaml", "Example: kehoach diff HEAD~1 plan.yaml")


class DiffFormat(StrEnum):
    """A format in which changes can be written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "words",
        tr("CŨ MỚI", "OLD NEW"),
        tr(
            "Hai tệp, hai thư mục, hoặc phiên bản như trong git diff: A B, A..B, A...B, A (với bản đang làm); để trống: phần chưa git add.",
            "Two files or folders, or revisions as for git diff: A B, A..B, A...B, A (against the working tree); none: what is not staged.",
        ),
        many=True,
    )
    parser.after("paths", tr("KẾ HOẠCH", "PLAN"))
    parser.flag("--staged", "--cached", name="staged", about=tr("So với phần đã git add.", "Compare with what is staged."))
    parser.option("--format", metavar="|".join(DiffFormat), about=tr("Dạng in ra.", "The format."), default="text")
    shared.today(parser)
    shared.config(parser)
    shared.lang(parser)
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))


def command(given: Given) -> int:
    """Compare and print; 0 whatever it shows, 2 where a file that is named is no plan."""
    form = one_of(DiffFormat, given.format, "--format")
    today = day(given.today)
    stdin = sys.stdin.buffer.read() if STDIN in given.words else b""
    asked = Asked(tuple(given.words), None if given.paths is None else tuple(given.paths), given.staged, stdin)
    what = wanted(asked)
    wishes = Wishes(today=today, paths=(*given.words, *(given.paths or ())), config=Path(given.config) if given.config else None)
    settings = configuration(start(wishes.paths), wishes.config)
    request = request_of(wishes, settings, 1)
    found: Iterable[Compared] = (both(*what.files, request),) if what.files else compared(what.pairs(settings), request)
    first, found = _peeked(found)
    own = first.plan.language if what.files and first is not None and first.plan is not None else None
    language = chosen_language(given.lang, settings.language or own or "")
    print(_written(form, found, what, language, given), end="")
    return 2 if what.files and first is not None and first.status is Status.UNREADABLE else 0


def _peeked(found: Iterable[Compared]) -> tuple[Compared | None, Iterator[Compared]]:
    """Look at the first without taking it away."""
    rest = iter(found)
    first = next(rest, None)
    return first, _again(first, rest)


def _again(first: Compared | None, rest: Iterator[Compared]) -> Iterator[Compared]:
    if first is not None:
        yield first
    yield from rest


def _written(form: DiffFormat, found: Iterable[Compared], what: Wanted, language: Language, given: Given) -> str:
    """Write in the format that is asked for; each is loaded only then."""
    match form:
        case DiffFormat.JSON:
            from kehoach.formats import changes_json  # noqa: PLC0415 - one format is wanted

            return changes_json.render(
                found, (_said(what.old, language), _said(what.new, language)), language, day(given.today), __version__
            )
        case DiffFormat.MARKDOWN:
            from kehoach.formats import changes_markdown  # noqa: PLC0415 - one format is wanted

            return changes_markdown.render(found, language)
        case DiffFormat.TEXT:
            from kehoach.formats import changes_text  # noqa: PLC0415 - one format is wanted
            from kehoach.formats.pen import pen_for  # noqa: PLC0415 - as above

            look = Outcome(
                results=(),
                today=day(given.today),
                language=language,
                version=__version__,
                colour=uses_colour(sys.stdout),
                width=width(sys.stdout),
                ascii=given.ascii,
            )
            return changes_text.render(found, pen_for(look))


def _said(name: Text | str, language: Language) -> str:
    return name.to(language) if isinstance(name, Text) else name
