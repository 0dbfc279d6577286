"""`kehoach trace`: the results chain as a tree, both ways, across levels of plans."""

import sys
from enum import StrEnum
from pathlib import Path

from kehoach.analysis.tracing.growing import MOST
from kehoach.analysis.tracing.trace import Trace, of_thing, whole
from kehoach.cli import options as shared
from kehoach.cli.options import one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.progress import with_progress
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.formats.pen import Pen
from kehoach.language import Language, Text
from kehoach.workspace.charting import Charted, charted

HELP = tr(
    "Chuỗi kết quả dạng cây: mục tiêu, chỉ tiêu, đầu ra, nhiệm vụ, tiền; xuống và lên, qua các cấp kế hoạch.",
    "The results chain as a tree: objectives, indicators, outputs, tasks, money; down and up, across levels of plans.",
)
EXAMPLE = tr(
    "Ví dụ: kehoach trace examples/tinh-mau-2026/tinh.yaml O1.2",
    "Example: kehoach trace examples/tinh-mau-2026/tinh.yaml O1.2",
)


class TraceFormat(StrEnum):
    """A format in which a chain can be written."""

    TEXT = "text"
    JSON = "json"
    MERMAID = "mermaid"
    MARKDOWN = "markdown"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "plan",
        tr("KẾ HOẠCH", "PLAN"),
        tr(
            "Tệp, mã hoặc thư mục; để trống: kế hoạch duy nhất hoặc trên cùng của kho. KẾ-HOẠCH#MÃ cũng được.",
            "A file, id or folder; none: the only or uppermost plan of the workspace. PLAN#ID does as well.",
        ),
    )
    parser.words(
        "id",
        tr("MÃ", "ID"),
        tr(
            "Một mục tiêu, đầu ra, nhiệm vụ, nguồn vốn, chỉ tiêu, đơn vị, rủi ro...; để trống: cả kế hoạch.",
            "An objective, output, task, fund, indicator, body, risk...; none: the whole plan.",
        ),
    )
    parser.option("--format", metavar="|".join(TraceFormat), about=tr("Dạng in ra.", "The format."), default="text")
    parser.flag(
        "--all",
        about=tr(
            f"Hiện mọi kế hoạch khác; không thì nhiều nhất {MOST} ở mỗi chỗ.",
            f"Show all other plans; else {MOST} at each place at most.",
        ),
    )
    shared.config(parser)
    shared.lang(parser)
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))


def command(given: Given) -> int:
    """Show a chain; 0 whatever it shows."""
    form = one_of(TraceFormat, given.format, "--format")
    found = charted(given.plan, given.id, Path(given.config) if given.config else None, with_progress)
    language = chosen_language(given.lang, found.settings.language or found.plan.language or "")
    _talk(found, language)
    sys.stdout.write(_written(form, _traced(found, None if given.all else MOST), language, given))
    return 0


def _traced(found: Charted, most: int | None) -> Trace:
    shown = of_thing(found.plan, found.thing, found.atlas, most) if found.thing else None
    return shown or whole(found.plan, found.atlas, most)


def _written(form: TraceFormat, found: Trace, language: Language, given: Given) -> str:
    """Write in the format that is asked for; each is loaded only then."""
    if form is TraceFormat.TEXT:
        from kehoach.formats import trace_text  # noqa: PLC0415 - one format is wanted

        return trace_text.text(found, Pen(language, width(sys.stdout), uses_colour(sys.stdout), given.ascii))
    from kehoach.formats import trace_pages  # noqa: PLC0415 - one format is wanted

    match form:
        case TraceFormat.JSON:
            return trace_pages.as_json(found)
        case TraceFormat.MERMAID:
            return trace_pages.mermaid(found, language)
        case TraceFormat.MARKDOWN:
            return trace_pages.markdown(found, language)


def _talk(found: Charted, language: Language) -> None:
    for trouble in found.troubles:
        print(f"kehoach: {trouble.to(language)}", file=sys.stderr)
    if found.unread:
        shown = ", ".join(found.unread[:_SHOWN]) + (", …" if len(found.unread) > _SHOWN else "")
        print(f"kehoach: {_UNREAD.fill(language, {'count': len(found.unread), 'names': shown})}", file=sys.stderr)


_SHOWN = 5
_UNREAD = Text(
    vi="{count} tệp không đọc được nên không có trong cây: {names}; `kehoach validate` nói vì sao",
    en="files that could not be read and are not in the tree ({count}): {names}; `kehoach validate` says why",
)
