"""`kehoach process`: the planning processes there are."""

import sys
from enum import StrEnum
from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.options import one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.formats.pen import Pen
from kehoach.formats.process_pages import as_json, as_markdown, listing, page
from kehoach.processes.catalogue import known, process
from kehoach.workspace.configuration import Configuration, configuration

HELP = tr(
    "Các quy trình lập kế hoạch: bước, yêu cầu, minh chứng, cổng, và đoạn để chép vào kế hoạch.",
    "The planning processes: steps, requirements, evidence, gates, and the block to paste into a plan.",
)
EXAMPLE = tr("Ví dụ: kehoach process mop-sedp", "Example: kehoach process mop-sedp")


class ProcessFormat(StrEnum):
    """A format in which processes can be written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("id", tr("MÃ", "ID"), tr("Quy trình nào; để trống: liệt kê.", "Which process; without it, a list."))
    parser.option("--format", metavar="|".join(ProcessFormat), about=tr("Dạng in ra.", "The format."), default="text")
    shared.config(parser)
    shared.lang(parser)
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))


def command(given: Given) -> int:
    """List the processes, or show one."""
    settings = configuration(Path.cwd(), Path(given.config) if given.config else None)
    form = one_of(ProcessFormat, given.format, "--format")
    language = chosen_language(given.lang, settings.language)
    folder = processes_folder(settings)
    wanted = [process(name, folder) for name in ([given.id] if given.id else known(folder))]
    if form is ProcessFormat.JSON:
        print(as_json(wanted), end="")
    elif form is ProcessFormat.MARKDOWN:
        print(as_markdown(wanted, language), end="")
    else:
        pen = Pen(language, width(sys.stdout), uses_colour(sys.stdout), given.ascii)
        print(page(wanted[0], pen) if given.id else listing(wanted, pen), end="")
    return 0


def processes_folder(settings: Configuration) -> str:
    """Give the folder of the workspace's own processes; empty where it has none."""
    return str(settings.root / settings.processes) if settings.processes else ""
