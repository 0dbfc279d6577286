"""`kehoach explain`: what a rule wants, and why."""

from kehoach.cli import options as shared
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.formats.rule_pages import page
from kehoach.language import Text
from kehoach.rules.catalogue import rule

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
    print(page(rule(given.code), chosen_language(given.lang)), end="")
    return 0


_NO_CODE = Text(
    vi="cần mã của một luật, như OWN001; xem kehoach rules", en="the code of a rule is wanted, such as OWN001; see kehoach rules"
)
