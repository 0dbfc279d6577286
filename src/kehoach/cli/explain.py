"""`kehoach explain`: what a rule wants, and why."""

from typing import Annotated

import typer

from kehoach.cli.options import Lang
from kehoach.cli.speech import chosen_language, tr
from kehoach.formats.rule_pages import page
from kehoach.rules.catalogue import rule

HELP = tr(
    "Giải thích một luật: lý do, cách sửa, nguồn, ví dụ sai và đúng.", "Explain a rule: reason, remedy, source, a bad and a good example."
)
EXAMPLE = tr("Ví dụ: kehoach explain OWN001", "Example: kehoach explain OWN001")


def command(
    code: Annotated[str, typer.Argument(metavar=tr("MÃ", "CODE"), help=tr("Mã hoặc tên luật.", "The rule's code or name."))],
    lang: Lang = None,
) -> int:
    """Print one rule's page."""
    print(page(rule(code), chosen_language(lang)), end="")
    return 0
