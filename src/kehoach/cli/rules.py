"""`kehoach rules`: the catalogue, and the trial of a workspace's own rules."""

from enum import StrEnum
from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.options import day, one_of
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.errors import KehoachError
from kehoach.formats import rule_pages
from kehoach.language import Language, Text
from kehoach.rules.base import Rule
from kehoach.rules.catalogue import rules
from kehoach.workspace.configuration import Configuration, configuration

HELP = tr("Liệt kê các luật; `rules test` thử luật riêng của kho.", "List the rules; `rules test` tries the workspace's own.")
EXAMPLE = tr("Ví dụ: kehoach rules --format markdown", "Example: kehoach rules --format markdown")


class Listing(StrEnum):
    """How the catalogue is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words("action", "test", tr("Thử luật riêng trên các ví dụ của nó.", "Try the workspace's own rules on their examples."))
    parser.option("--format", name="form", metavar="|".join(Listing), about=tr("Dạng in.", "The format."), default="text")
    shared.today(parser)
    shared.config(parser)
    shared.lang(parser)


def command(given: Given) -> int:
    """Print the catalogue, or try rules."""
    settings = configuration(Path.cwd(), Path(given.config) if given.config else None)
    language = chosen_language(given.lang, settings.language)
    if given.action == "test":
        return _tried(settings, given, language)
    if given.action is not None:
        raise KehoachError(_NO_ACTION, action=given.action)
    match one_of(Listing, given.form, "--format"):
        case Listing.TEXT:
            text = rule_pages.listing((*rules(), *own_rules(settings)), language)
        case Listing.JSON:
            text = rule_pages.as_json((*rules(), *own_rules(settings)))
        case Listing.MARKDOWN:
            text = rule_pages.reference(rules())
    print(text, end="")
    return 0


def own_rules(settings: Configuration) -> tuple[Rule, ...]:
    """Give the rules that the workspace's file declares, and those of installed packages."""
    if settings.file is None:
        return ()
    from kehoach.rules.custom import custom_rule  # noqa: PLC0415 - few workspaces have any
    from kehoach.rules.plugged import plugged_rules  # noqa: PLC0415

    return (*(custom_rule(declared) for declared in settings.custom), *plugged_rules())


def _tried(settings: Configuration, given: Given, language: Language) -> int:
    from kehoach.workspace.trials import trials  # noqa: PLC0415 - only this action needs it

    if not settings.custom:
        raise KehoachError(_NO_RULES)
    failed = 0
    for trial in trials(settings, day(given.today)):
        mark = "✓" if trial.is_as_it_should else "✗"
        failed += not trial.is_as_it_should
        print(f"{mark} {trial.code} {trial.file}: {trial.said.to(language)}")
    return int(failed > 0)


_NO_ACTION = Text(vi="không có việc {action!r}; chỉ có `kehoach rules test`", en="there is no action {action!r}; only `kehoach rules test`")
_NO_RULES = Text(vi="kehoach.yaml không có luật riêng (`custom`)", en="kehoach.yaml has no rules of its own (`custom`)")
