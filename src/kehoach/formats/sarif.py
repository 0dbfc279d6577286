"""SARIF 2.1.0, for code scanning and other tools that read findings."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach import escaping
from kehoach.diagnostics import Diagnostic, Place, RelatedPlace, Severity
from kehoach.formats.base import Outcome
from kehoach.formats.descriptor import LEVELS, descriptor, message
from kehoach.language import Language, Text

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "SRCROOT"
_LANGUAGES = {Language.VI: "vi-VN", Language.EN: "en-US"}


def render(outcome: Outcome) -> str:
    """Write a log of one run, with the rules that spoke; it is the same wherever the repository lies."""
    codes = sorted({code for tally in outcome.tallies for code, *_ in tally.counts})
    numbers = {code: number for number, code in enumerate(codes)}
    samples: dict[str, Diagnostic] = {}
    results = []
    for diagnostic in outcome.findings:
        samples.setdefault(diagnostic.code, diagnostic)
        results.append(_result(diagnostic, numbers[diagnostic.code], outcome))
    run = {
        "tool": {
            "driver": {
                "name": "kehoach",
                "version": outcome.version,
                "language": _LANGUAGES[outcome.language],
                "rules": [descriptor(samples[code], outcome.language) for code in codes],
            },
        },
        "language": _LANGUAGES[outcome.language],
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
        "originalUriBaseIds": {_BASE: {"description": {"text": _ROOT.to(outcome.language)}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(outcome))}],
        "properties": {"today": outcome.today.isoformat(), "suppressed": outcome.suppressed},
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaping.json(json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _result(diagnostic: Diagnostic, number: int, outcome: Outcome) -> dict[str, Any]:
    place = _located(diagnostic.path, outcome, diagnostic.place)
    named = [{"fullyQualifiedName": diagnostic.steady or diagnostic.pointer}] if diagnostic.pointer else []
    result = {
        "ruleId": diagnostic.code,
        "ruleIndex": number,
        "level": LEVELS[diagnostic.severity],
        "message": message(diagnostic.said(outcome.language)),
        "locations": [place | {"logicalLocations": named} if named else place],
        "partialFingerprints": {"kehoachFingerprint/v1": diagnostic.fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [_related(number, other, outcome) for number, other in enumerate(diagnostic.related, start=1)]
    if diagnostic.edits:
        result["fixes"] = [_fix(diagnostic, outcome)]
    return result


def _related(number: int, other: RelatedPlace, outcome: Outcome) -> dict[str, Any]:
    said = other.message.fill(outcome.language, other.values)
    return {"id": number, **_located(other.path, outcome, other.place), "message": message(said)}


def _fix(diagnostic: Diagnostic, outcome: Outcome) -> dict[str, Any]:
    """Describe a repair: its parts belong together, and `isSafe` tells whether it cannot change what was meant."""
    replacements = [{"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}} for edit in diagnostic.edits]
    return {
        "description": message(diagnostic.remedy(outcome.language)),
        "artifactChanges": [{"artifactLocation": _artifact(diagnostic.path, outcome), "replacements": replacements}],
        "properties": {"isSafe": diagnostic.is_safe},
    }


def _notifications(outcome: Outcome) -> Iterable[dict[str, Any]]:
    """Say what was not checked, and why."""
    for result in outcome.in_order:
        for value in result.not_checked:
            place = _located(value.path, outcome)
            where = place | {"logicalLocations": [{"fullyQualifiedName": value.pointer}]} if value.pointer else place
            yield {"level": LEVELS[Severity.NOTE], "message": message(value.because.to(outcome.language)), "locations": [where]}


def _located(path: str, outcome: Outcome, place: Place | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path, outcome)}
    if place is not None:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _artifact(path: str, outcome: Outcome) -> dict[str, str]:
    """Name a file from the repository's root; one outside of it has no such name."""
    name = outcome.located(path)
    if name.startswith("../") or Path(name).is_absolute():
        return {"uri": f"file://{escaping.uri(Path(path).absolute().resolve().as_posix())}"}
    return {"uri": escaping.uri(name), "uriBaseId": _BASE}


def _region(place: Place) -> dict[str, int]:
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}


_ROOT = Text("thư mục gốc của kho kế hoạch", "the root of the repository of plans")
