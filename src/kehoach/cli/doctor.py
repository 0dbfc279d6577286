"""`kehoach doctor`: what the tool finds on this computer."""

import os
import sys
from enum import StrEnum
from pathlib import Path

from kehoach import __version__
from kehoach.cli import options as shared
from kehoach.cli.options import one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr, uses_colour, width
from kehoach.formats.health import render_json, render_text
from kehoach.formats.pen import Pen
from kehoach.language import Language
from kehoach.reports import equipment
from kehoach.reports.extras import install
from kehoach.workspace import health

HELP = tr(
    "Máy này có gì: gói cài thêm, phông chữ, LibreOffice, bảng mã, cấu hình.",
    "What this computer has: extras, fonts, LibreOffice, encoding, configuration.",
)
EXAMPLE = tr("Ví dụ: kehoach doctor", "Example: kehoach doctor")


class DoctorFormat(StrEnum):
    """A format in which the findings can be written."""

    TEXT = "text"
    JSON = "json"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.option("--format", metavar="|".join(DoctorFormat), about=tr("Dạng in ra.", "The format."), default="text")
    shared.config(parser)
    shared.lang(parser)
    parser.flag("--ascii", about=tr("Chỉ dùng chữ không dấu.", "Use plain ASCII letters only."))


def command(given: Given) -> int:
    """Look, and print what was found; 0 whatever it is."""
    form = one_of(DoctorFormat, given.format, "--format")
    language = chosen_language(given.lang)
    config = Path(given.config) if given.config else None
    # Further floors add their findings here.
    findings = [*health.findings(Path.cwd(), config, language, _origin(given.lang, language)), *equipment.findings()]
    missing = equipment.lacking()
    last = install(*missing) if missing else ""
    match form:
        case DoctorFormat.TEXT:
            pen = Pen(language, width(sys.stdout), uses_colour(sys.stdout), given.ascii)
            print(render_text(f"kehoach {__version__}, {health.computer()}", findings, last, pen), end="")
        case DoctorFormat.JSON:
            tool = {"name": "kehoach", "version": __version__, "computer": health.computer()}
            print(render_json(tool, findings, last, language), end="")
    return 0


def _origin(said: str | None, language: Language) -> str:
    """Name the option or the variable that chose the language; empty: nothing did."""
    if said:
        return f"--lang {said}"
    chosen = (name for name in _VARIABLES if os.environ.get(name, "").lower().startswith(language.value))
    return next((f"{name}={os.environ[name]}" for name in chosen), "")


_VARIABLES = ("KEHOACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
