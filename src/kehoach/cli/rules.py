"""`kehoach rules`: the catalogue."""

from enum import StrEnum
from typing import Annotated

import typer

from kehoach.cli.options import Lang, one_of
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


def command(
    form: Annotated[str, typer.Option("--format", metavar="text|json|markdown", help=tr("Dạng in.", "The format."))] = "text",
    lang: Lang = None,
) -> int:
    """Print the catalogue."""
    language = chosen_language(lang)
    match one_of(Listing, form, "--format"):
        case Listing.TEXT:
            text = rule_pages.listing(rules(), language)
        case Listing.JSON:
            text = rule_pages.as_json(rules())
        case Listing.MARKDOWN:
            text = rule_pages.reference(rules())
    print(text, end="")
    return 0
