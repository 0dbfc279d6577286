"""`kehoach rules`: the catalogue."""

from enum import StrEnum

from kehoach.cli import options as shared
from kehoach.cli.options import one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.formats import rule_pages
from kehoach.rules.catalogue import rules

HELP = tr("Liệt kê các luật.", "List the rules.")
EXAMPLE = tr("Ví dụ: kehoach rules --format markdown", "Example: kehoach rules --format markdown")


class Listing(StrEnum):
    """How the catalogue is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.option("--format", name="form", metavar="text|json|markdown", about=tr("Dạng in.", "The format."), default="text")
    shared.lang(parser)


def command(given: Given) -> int:
    """Print the catalogue."""
    language = chosen_language(given.lang)
    match one_of(Listing, given.form, "--format"):
        case Listing.TEXT:
            text = rule_pages.listing(rules(), language)
        case Listing.JSON:
            text = rule_pages.as_json(rules())
        case Listing.MARKDOWN:
            text = rule_pages.reference(rules())
    print(text, end="")
    return 0
