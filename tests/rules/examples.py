"""What the example files of a rule promise, and what is found in them."""

import re
from datetime import date
from pathlib import Path

from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic, Nature
from kehoach.rules.base import Rule
from kehoach.rules.catalogue import by_code, rules
from kehoach.workspace import baseline

TOP = Path(__file__).resolve().parents[2]
FOLDERS = TOP / "examples" / "rules"
TODAY = date(2026, 6, 30)

_MARK = re.compile(r"# expect: ([A-Z]{3}\d{3}(?: [A-Z]{3}\d{3})*)$")
_PLACED = re.compile(r"# expect: ([A-Z]{3}\d{3}) at (\d+):(\d+)")

Found = list[tuple[int, str]]


def folder(rule: Rule) -> Path:
    """The examples of a rule stand in a folder with its code and name."""
    return FOLDERS / f"{rule.code}-{rule.name}"


def example(rule: Rule, kind: str) -> Path:
    """The good or the bad example: a file, or the plan in a folder with other files."""
    file = folder(rule) / f"{kind}.yaml"
    return file if file.exists() else folder(rule) / kind / "plan.yaml"


def marked(file: Path) -> Found:
    """The lines and codes that a file's own marks promise."""
    promised: Found = []
    text = file.read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(text.splitlines(), start=1):
        placed = _PLACED.search(line)
        if placed:
            promised.append((int(placed[2]), placed[1]))
            continue
        mark = _MARK.search(line)
        if mark:
            promised += [(number, code) for code in mark[1].split()]
    return sorted(promised)


def found(file: Path) -> Found:
    """All that is wrong in a file and, of what is missing, what the rule whose folder it is finds."""
    return sorted((diagnostic.place.line, diagnostic.code) for diagnostic in diagnostics(file))


def diagnostics(file: Path) -> list[Diagnostic]:
    """The diagnostics behind `found`."""
    own = next(part[:6] for part in reversed(file.parts) if re.match(r"[A-Z]{3}\d{3}-", part))
    known = by_code()
    results = [check(file.read_bytes(), file.name, Request(today=TODAY), file.parent)]
    accepted = file.parent / "baseline.json"
    if accepted.exists():
        results = baseline.apply(results, baseline.read(accepted), accepted)
    return [d for result in results for d in result.diagnostics if d.code == own or known[d.code].nature is Nature.WRONG]


ALL = rules()
