"""What the example files of a rule promise, and what is found in them."""

import re
from datetime import date
from pathlib import Path

from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic, Nature
from kehoach.rules.base import Rule
from kehoach.rules.catalogue import by_code, rules
from kehoach.workspace import baseline
from kehoach.workspace.running import Wishes, run

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
    """The lines and codes that the marks of a file promise; of a plan with others beside it, those of all."""
    return sorted(mark for each in (_workspace(file) or [file]) for mark in _marked(each))


def _workspace(file: Path) -> list[Path]:
    """The files of the folder of a plan that is not alone; none where it is, or is a file of its own."""
    files = sorted(path for path in file.parent.iterdir() if path.suffix in (".yaml", ".csv") and path.is_file())
    return files if file.name == "plan.yaml" and len(files) > 1 else []


def _marked(file: Path) -> Found:
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
    return promised


def found(file: Path) -> Found:
    """All that is wrong in a file and, of what is missing, what the rule whose folder it is finds."""
    return sorted((diagnostic.place.line, diagnostic.code) for diagnostic in diagnostics(file))


def diagnostics(file: Path) -> list[Diagnostic]:
    """The diagnostics behind `found`."""
    own = next(part[:6] for part in reversed(file.parts) if re.match(r"[A-Z]{3}\d{3}-", part))
    known = by_code()
    if _workspace(file):
        done = run(Wishes(paths=(str(file.parent),), today=TODAY), lambda outcomes, _: iter(outcomes))
        assert not done.troubles
        results = list(done.results)
    else:
        results = [check(file.read_bytes(), file.name, Request(today=TODAY), file.parent)]
    accepted = file.parent / "baseline.json"
    if accepted.exists():
        results = baseline.apply(results, baseline.read(accepted), accepted)
    return [d for result in results for d in result.diagnostics if d.code == own or known[d.code].nature is Nature.WRONG]


ALL = rules()
