"""What could not be read, and which findings hang on it."""

from collections.abc import Iterable, Iterator

from kehoach.diagnostics import KeyPath
from kehoach.reading.building import ANY
from kehoach.rules.base import Finding, Rule


class Cuts:
    """What could not be read, and which findings hang on it."""

    def __init__(self, cuts: Iterable[KeyPath]) -> None:
        self.cuts = tuple(cuts)

    def spoil(self, rule: Rule) -> bool:
        """Tell whether a rule reads something at the top of the document that is not there to be read."""
        return bool(self.cuts) and any(_meets(cut, wanted) for wanted in _patterns(rule) if ANY not in wanted for cut in self.cuts)

    def touch(self, rule: Rule, finding: Finding) -> bool:
        """Tell whether a finding hangs on something that could not be read."""
        if not self.cuts:
            return False
        wanted = (finding.path, *finding.reads, *_patterns(rule), *_relative(rule, finding.path))
        return any(_meets(cut, pattern) for pattern in wanted for cut in self.cuts)


def _patterns(rule: Rule) -> Iterator[KeyPath]:
    for reads in rule.reads:
        if not reads.startswith("."):
            yield tuple(reads.split("."))


def _relative(rule: Rule, path: KeyPath) -> Iterator[KeyPath]:
    for reads in rule.reads:
        if reads.startswith("."):
            keys = reads.lstrip(".")
            steps_up = len(reads) - len(keys) - 1
            yield (*path[: len(path) - steps_up], *keys.split("."))


def _meets(cut: KeyPath, pattern: KeyPath) -> bool:
    """Tell whether one leads to the other or through it; `*` meets any key."""
    return all(a == b or ANY in (a, b) for a, b in zip(cut, pattern, strict=False))
