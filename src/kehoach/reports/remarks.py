"""What checking found, put beside what it is about; for reports of plans that are not valid."""

from collections.abc import Iterator
from typing import Any

from kehoach.diagnostics import Diagnostic
from kehoach.language import Language
from kehoach.reports.options import Options
from kehoach.reports.views.sections import SEVERITIES

Remark = dict[str, Any]

MOST = 300


def place(data: dict[str, Any], options: Options) -> list[Remark]:
    """Hang each finding on the row or part of a view that it is about, else on its section; list them all.

    A finding without either stands in the list alone. Nothing is hung on a valid plan: it goes out as a paper.
    """
    if not options.invalid:
        return []
    places = {one["about"]: one for one in reversed(list(_places(data))) if one["about"]}
    sections = {one["id"]: one for one in data.get("sections", ())}
    found = sorted(options.diagnostics, key=lambda one: (one.severity.rank, one.order))
    remarks = []
    for number, diagnostic in enumerate(found[:MOST], start=1):
        remark = _remark(number, diagnostic, options.language)
        home = _home(diagnostic.pointer, places) or sections.get(_SECTIONS.get(diagnostic.section, diagnostic.section))
        if home is not None:
            home.setdefault("remarks", []).append(remark)
        remarks.append(remark | {"hung": home is not None})
    return remarks


def _places(value: Any) -> Iterator[dict[str, Any]]:
    """Find all rows and parts of a view, the plan's own data apart."""
    if isinstance(value, dict):
        if "about" in value and ("cells" in value or "parts" in value):
            yield value
        for key, inner in value.items():
            if key not in {"plan", "charts"}:
                yield from _places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner)


def _home(pointer: str, places: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """Find the nearest thing that is shown, from the place itself upwards."""
    while pointer:
        if pointer in places:
            return places[pointer]
        pointer = pointer.rpartition("/")[0]
    return None


def _remark(number: int, diagnostic: Diagnostic, language: Language) -> Remark:
    return {
        "id": f"r{number}",
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "label": SEVERITIES[diagnostic.severity].to(language),
        "text": diagnostic.said(language),
        "fix": diagnostic.remedy(language),
        "line": diagnostic.place.line,
    }


_SECTIONS = {"owners": "coordination", "gaps": "risks", "frame": "objectives"}
