"""`kehoach config`: every setting and where it comes from."""

from pathlib import Path

from kehoach.cli import options as shared
from kehoach.cli.parser import Given, Parser
from kehoach.cli.speech import chosen_language, tr
from kehoach.language import Language, Text, say
from kehoach.workspace.configuration import Configuration, configuration

HELP = tr(
    "In mọi thiết lập và nơi nó được đặt.",
    "Print every setting and where it was set.",
)
EXAMPLE = tr("Ví dụ: kehoach config", "Example: kehoach config")


def options(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words(
        "folder", tr("THƯ MỤC", "FOLDER"), tr("Tìm kehoach.yaml từ đây trở lên.", "Look for kehoach.yaml from here up."), default="."
    )
    shared.config(parser)
    shared.lang(parser)


def command(given: Given) -> int:
    """Print the settings in force."""
    settings = configuration(Path(given.folder).resolve(), Path(given.config) if given.config else None)
    language = chosen_language(given.lang, settings.language)
    file = str(settings.file) if settings.file else _NONE.to(language)
    print(f"{_FILE.to(language)}: {file}")
    for name, value, origin in shown(settings, language):
        print(f"  {name} = {value}  ({origin})")
    return 0


def shown(settings: Configuration, language: Language) -> list[tuple[str, str, str]]:
    """List each setting's name, value and origin."""
    rows = []
    for name, key in _NAMES.items():
        value = getattr(settings, name)
        rows.append((key, _said(value, language), settings.origins.get(key, _DEFAULT.to(language))))
    for name, value in settings.thresholds._asdict().items():
        key = f"thresholds.{name}"
        rows.append((key, say(value, language), settings.origins.get(key, _DEFAULT.to(language))))
    return rows


def _said(value: object, language: Language) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(item, language)}" for key, item in value.items()) or "-"
    if isinstance(value, tuple) and value and hasattr(value[0], "path"):
        return str(len(value))
    return say(value, language) or "-"


_NAMES = {
    "plans": "plans",
    "exclude": "exclude",
    "language": "language",
    "follows": "follows",
    "select": "rules.select",
    "ignore": "rules.ignore",
    "severities": "rules.severity",
    "per_file": "rules.per_file",
    "waivers": "waivers",
    "custom": "custom",
    "templates": "templates",
    "processes": "processes",
}
_FILE = Text(vi="Tệp cấu hình", en="Configuration file")
_NONE = Text(vi="không có; dùng mặc định", en="none; defaults are used")
_DEFAULT = Text(vi="mặc định", en="default")
