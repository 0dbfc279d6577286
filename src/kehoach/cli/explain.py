"""`kehoach explain`: what a rule wants, and why."""

from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.parser import Given, Parser
from kehoach.cli.rules import own_rules
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.formats.rule_pages import page
from kehoach.language import Text
from kehoach.rules.catalogue import rule
from kehoach.workspace.configuration import configuration

HELP = tr(
    "Giải thích một luật: lý do, cách sửa, nguồn, ví dụ sai và đúng.", "Explain a rule: reason, remedy, source, a bad and a good example."
)
EXAMPLE = tr("Ví dụ: kehoach explain OWN001", "Example: kehoach explain OWN001")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("code", tr("MÃ", "CODE"), tr("Mã hoặc tên luật.", "The rule's code or name."))
    shared.lang(parser)


def command(given: Given) -> int:
    """Print one rule's page."""
    if given.code is None:
        raise KehoachError(_NO_CODE)
    settings = configuration(Path.cwd())
    own = {declared.code: declared for declared in own_rules(settings)}
    found = own.get(given.code) or rule(given.code)
    print(page(found, chosen_language(given.lang, settings.language)), end="")
    return 0


_NO_CODE = Text(
    vi="cần mã của một luật, như OWN001; xem kehoach rules", en="the code of a rule is wanted, such as OWN001; see kehoach rules"
)
