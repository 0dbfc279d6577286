"""Reports as Markdown, for GitHub and any reader with tables."""

from functools import cache
from typing import Any
from unicodedata import category

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kehoach import escaping
from kehoach.shipped import folder
from kehoach.values.text import nfc

FOLDER = "markdown"
SUFFIX = ".md.j2"


def render(name: str, data: dict[str, Any]) -> bytes:
    """Render a report's own template."""
    return finished(environment().get_template(f"{name}{SUFFIX}").render(data))


def finished(text: str) -> bytes:
    """Take out the blank lines that empty parts left, and end with one line break."""
    lines: list[str] = []
    for line in text.split("\n"):
        kept = line.rstrip()
        if kept or (lines and lines[-1]):
            lines.append(kept)
    return ("\n".join(lines).strip("\n") + "\n").encode("utf-8", "replace")


@cache
def environment() -> Environment:
    """Give the environment of the shipped templates."""
    return equip(_Environment(**settings(FileSystemLoader(folder("templates") / FOLDER))))


def settings(loader: BaseLoader) -> dict[str, Any]:
    """Give what every environment for Markdown has in common."""
    return {
        "loader": loader,
        "undefined": StrictUndefined,
        "autoescape": True,  # what `finalize` has escaped is left alone, and so is what a macro returns
        "finalize": escaped,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": False,
        "auto_reload": False,
    }


def equip(environment: Environment) -> Environment:
    """Add the filters that say where a text stands."""
    environment.filters["cell"] = _cell
    environment.filters["chart"] = _chart
    return environment


def escaped(value: object) -> object:
    """Escape every text that a template prints, so that it is a line of plain words wherever it stands."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    lines = escaping.markdown(value).split("\n")
    return Markup("<br>".join(line for line in lines if line))  # noqa: S704 - escaped above


def member(data: object, key: str) -> tuple[bool, Any]:
    """Look a key up before any method of a mapping, so that a key may be called `values`."""
    if isinstance(data, dict) and key in data:
        return True, data[key]
    return False, None


class _Environment(Environment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Prefer a mapping's key to its method."""
        found, value = member(obj, attribute)
        return value if found else super().getattr(obj, attribute)


def _cell(value: object) -> Markup:
    return Markup(escaping.markdown_cell(str(value)))  # noqa: S704 - escaped by the call


def _chart(value: object) -> Markup:
    """Write a text into a Mermaid chart, where nothing can be escaped: signs with a meaning are replaced."""
    text = "".join(c if c.isalnum() or category(c).startswith("M") else _SIGNS.get(c, " ") for c in nfc(str(value)))
    return Markup(" ".join(text.split()))  # noqa: S704 - no sign with a meaning is left


_SIGNS = {c: c for c in ".,-()/+–—…"} | {"%": "%\u2009", ":": " –", ";": ",", "&": "+", "<": "‹", ">": "›", "'": "’", '"': "’"}
