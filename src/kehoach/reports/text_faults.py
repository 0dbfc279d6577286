"""What is wrong with a template of Markdown or of a page, found before it is used."""

from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import BaseLoader, TemplateSyntaxError

from kehoach.errors import KehoachError, cause
from kehoach.language import Text
from kehoach.reports import html, markdown
from kehoach.reports.faults import UNKNOWN, UNKNOWN_NEAR, Fault
from kehoach.reports.jinja_mistakes import mistake
from kehoach.reports.page_pictures import unshown
from kehoach.reports.sandboxed import sandbox_environment
from kehoach.reports.tags import ANY, tags
from kehoach.reports.unknown import only_looked_at, unknown

DIALECTS: dict[str, ModuleType] = {markdown.SUFFIX: markdown, html.SUFFIX: html}
_OF_BLOCKS = ("super", "self")
LARGEST = 4 * 1000 * 1000


def faults(file: Path, report: str) -> list[Fault]:
    """Find errors of syntax and unknown names; the place of each is its line.

    Raises:
        KehoachError: the file cannot be read, is too large, or is not UTF-8.
    """
    source = _read(file)
    dialect = next(one for suffix, one in DIALECTS.items() if file.name.endswith(suffix))
    settings = dialect.settings(BaseLoader())
    del settings["undefined"]
    environment = only_looked_at(sandbox_environment({}, **settings))
    dialect.equip(environment)
    try:
        environment.compile(source)
        found = list(unknown(environment.parse(source), _known(report, dialect), frozenset({*environment.globals, *_OF_BLOCKS})))
    except (TemplateSyntaxError, RecursionError) as error:
        found_there = mistake(error, environment.filters)
        return [Fault(str(found_there.line), found_there.said)]
    lines = [
        (one.line, Text(*(text.format(name=one.name, near=one.near) for text in (UNKNOWN_NEAR if one.near else UNKNOWN)))) for one in found
    ]
    pictures = unshown(source, file.resolve().parent) if dialect is html else ()
    return [Fault(str(line), said) for line, said in sorted([*lines, *pictures], key=lambda one: one[0])]


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise KehoachError(_TOO_LARGE, name=file.name)
        return file.read_text("utf-8")
    except OSError as error:
        raise KehoachError(_UNREADABLE, name=file.name, why=cause(error)) from None
    except UnicodeDecodeError:
        raise KehoachError(_NO_UTF8, name=file.name) from None


def _known(report: str, dialect: ModuleType) -> dict[str, Any]:
    """Give what a report says; papers alone are made of blocks, pages alone have charts and remarks."""
    own = {name: shape for name, shape in tags(report).items() if name not in {"blocks", "annexes"}}
    return own | (dict.fromkeys(("charts", "remarks", "unshown", "words", "wide"), ANY) if dialect is html else {})


_TOO_LARGE = Text(vi="mẫu {name!r} quá lớn", en="the template {name!r} is too large")
_UNREADABLE = Text(vi="không đọc được mẫu {name!r}: {why}", en="cannot read the template {name!r}: {why}")
_NO_UTF8 = Text(vi="mẫu {name!r} không phải UTF-8", en="the template {name!r} is not UTF-8")
