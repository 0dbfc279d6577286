"""JSON for programs, version 1 of its shape."""

import json
from collections.abc import Iterator
from typing import Any

from kehoach import escaping
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic, RelatedPlace, Replacement, Severity
from kehoach.formats.base import Outcome
from kehoach.language import Language
from kehoach.values.text import nfc

_VERSION = 1


def render(outcome: Outcome) -> str:
    """Write one document; each plan and each finding in its own line, so that two runs can be compared."""
    plans = [_plan(result.plan) for result in outcome.in_order if result.plan is not None]
    document = {
        "version": _VERSION,
        "tool": {"name": "kehoach", "version": outcome.version, "today": outcome.today.isoformat()},
        "files": len(outcome.results),
        "plans": plans,
        "findings": [_finding(d, outcome.language) for d in outcome.findings],
        "summary": {
            "errors": outcome.number(Severity.ERROR),
            "warnings": outcome.number(Severity.WARNING),
            "notes": outcome.number(Severity.NOTE),
            "suppressed": outcome.suppressed,
            "not_checked": list(_not_checked(outcome)),
        },
    }
    members = ",\n".join(f"  {_dump(key)}: {_member(value)}" for key, value in document.items())
    return escaping.json(f"{{\n{members}\n}}\n")


def _member(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _dump(value)
    lines = ",\n".join(f"    {_dump(item)}" for item in value)
    return f"[\n{lines}\n  ]"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plan(plan: PlanSummary) -> dict[str, Any]:
    return {
        "path": plan.path,
        "id": nfc(plan.id),
        "stage": plan.stage.value,
        "checked_as": plan.checked_as.value,
        "checklist": dict(plan.checklist),
        "readiness": plan.readiness,
    }


def _finding(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": nfc(diagnostic.said(language)),
        "why": nfc(diagnostic.why.to(language)),
        "fix": nfc(diagnostic.remedy(language)),
        "edits": [_edit(edit) for edit in diagnostic.edits],
        "path": diagnostic.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "pointer": diagnostic.pointer,
        "related": [_related(other, language) for other in diagnostic.related],
        "fingerprint": diagnostic.fingerprint,
    }


def _edit(edit: Replacement) -> dict[str, Any]:
    place = edit.place
    return {"line": place.line, "column": place.column, "end_line": place.end_line, "end_column": place.end_column, "text": edit.text}


def _related(other: RelatedPlace, language: Language) -> dict[str, Any]:
    message = nfc(other.message.fill(language, other.values))
    return {"path": other.path, "line": other.place.line, "column": other.place.column, "message": message}


def _not_checked(outcome: Outcome) -> Iterator[dict[str, str]]:
    for result in outcome.in_order:
        for value in result.not_checked:
            yield {"path": value.path, "pointer": value.pointer, "because": nfc(value.because.to(outcome.language))}
