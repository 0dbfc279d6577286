"""Reports as one page that needs nothing else: no request, no script, light or dark, fit for paper."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kehoach import escaping
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.reports import remarks, sandbox
from kehoach.reports.charts.catalogue import charts
from kehoach.reports.markdown import member
from kehoach.reports.options import Options, Report
from kehoach.reports.views.telling import Teller
from kehoach.shipped import folder

Tell = Callable[[Text], None]
FOLDER = "html"
SUFFIX = ".html.j2"
_WIDE = {Report.ASSIGNMENTS, Report.INDICATORS, Report.BUDGET, Report.RISKS, Report.MONITORING, Report.ASSIGNED, Report.APPRAISAL}


def render(
    report: Report, data: dict[str, Any], plan: Plan, options: Options, template: Path | None = None, tell: Tell | None = None
) -> bytes:
    """Render a view by the shipped template or a user's own, with the pictures that lie beside it; `tell` hears of those left out.

    Raises:
        KehoachError: the user's template cannot be read, fails, or takes too much time or memory.
    """
    shown = page(report, data, plan, options)
    if template is not None:
        return finished(_with_pictures(sandbox.render(template, report.value, shown, SUFFIX), template, tell))
    own = environment().select_template([f"{report.value}{SUFFIX}", f"report{SUFFIX}"])
    return finished(own.render(shown))


def _with_pictures(page: str, template: Path, tell: Tell | None) -> str:
    from kehoach.reports.page_pictures import embedded  # noqa: PLC0415 - for users' own templates alone

    whole, unshown = embedded(page, template if template.is_dir() else template.resolve().parent)
    for said in unshown if tell else ():
        assert tell is not None
        tell(said)
    return whole


def overview(data: dict[str, Any], options: Options) -> bytes:
    """Render a view of many plans."""
    words = {name: text.to(options.language) for name, text in _WORDS.items()}
    shown = {"charts": [], "remarks": [], "unshown": 0, "wide": True} | data | {"words": words}
    return finished(environment().select_template([f"{data['report']}{SUFFIX}", f"report{SUFFIX}"]).render(shown))


def page(report: Report, data: dict[str, Any], plan: Plan, options: Options) -> dict[str, Any]:
    """Add to a view what only a page shows: charts, findings beside what they are about, how paper lies."""
    words = {name: text.to(options.language) for name, text in _WORDS.items()}
    return data | {
        "charts": list(charts(report, Teller(plan, options.language))),
        "remarks": remarks.place(data, options),
        "unshown": max(0, len(options.diagnostics) - remarks.MOST) if options.invalid else 0,
        "words": words,
        "wide": report in _WIDE,
    }


def finished(text: str) -> bytes:
    """Take out the blank lines and indents of the templates."""
    lines = (line.strip() for line in text.split("\n"))
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8", "replace")


@cache
def environment() -> Environment:
    """Give the environment of the shipped templates."""
    return _Environment(**settings(FileSystemLoader(folder("templates") / FOLDER)))


def settings(loader: BaseLoader) -> dict[str, Any]:
    """Give what every environment for pages has in common."""
    return {
        "loader": loader,
        "undefined": StrictUndefined,
        "autoescape": True,
        "finalize": escaped,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "auto_reload": False,
    }


def equip(environment: Environment) -> Environment:
    """Leave an environment as it is: pages need no filters of their own."""
    return environment


def escaped(value: object) -> object:
    """Escape every text that a template prints, controls and overrides of the direction too."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(escaping.html(value))  # noqa: S704 - escaped by the call


class _Environment(Environment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Prefer a mapping's key to its method."""
        found, value = member(obj, attribute)
        return value if found else super().getattr(obj, attribute)


_WORDS = {
    "skip": Text(vi="Đến nội dung", en="Skip to content"),
    "contents": Text(vi="Mục lục", en="Contents"),
    "charts": Text(vi="Biểu đồ", en="Charts"),
    "data": Text(vi="Số liệu của biểu đồ", en="Figures of the chart"),
    "part": Text(vi="phần", en="part"),
    "remarks": Text(vi="Kết quả kiểm tra", en="What checking found"),
    "line": Text(vi="dòng", en="line"),
    "fix": Text(vi="Cách sửa", en="How to mend it"),
    "unshown": Text(vi="phát hiện nữa không ghi ở đây.", en="more are not listed here."),
    "table": Text(vi="Bảng", en="Table"),
}
