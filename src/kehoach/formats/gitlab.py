"""GitLab: a Code Quality report."""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from kehoach import escaping
from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome
from kehoach.values.text import nfc

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(outcome: Outcome) -> str:
    """Write a list with an object for each finding, each in its own line."""
    lines = ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in _items(outcome))
    return escaping.json(f"[\n{lines}\n]\n" if lines else "[]\n")


def _items(outcome: Outcome) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    language = outcome.language
    for diagnostic in outcome.findings:
        seen[diagnostic.fingerprint] += 1
        place = diagnostic.place
        yield {
            "description": nfc(diagnostic.said(language)),
            "check_name": f"{diagnostic.code} {diagnostic.name}",
            "content": {"body": nfc(f"{diagnostic.why.to(language)} {diagnostic.remedy(language)}")},
            "fingerprint": _unique(diagnostic.fingerprint, seen[diagnostic.fingerprint]),
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {"path": outcome.located(diagnostic.path), "lines": {"begin": place.line, "end": place.end_line}},
        }


def _unique(fingerprint: str, number: int) -> str:
    """Tell findings of one rule at one place apart: GitLab keeps one of equal fingerprints."""
    return fingerprint if number == 1 else sha256(f"{fingerprint}\n{number}".encode()).hexdigest()[: len(fingerprint)]
