"""What could not be read, and which findings hang on it."""

from collections.abc import Iterable, Iterator

from kehoach.diagnostics import KeyPath
from kehoach.reading.misfits import ANY
from kehoach.rules.base import Finding, Rule


class Cuts:
    """What could not be read, and which findings hang on it."""

    def __init__(self, cuts: Iterable[KeyPath]) -> None:
        self.top = _Branch()
        self.known: dict[KeyPath, bool] = {}  # of patterns with `*`, which many findings ask about
        for cut in cuts:
            self.top.add(cut)

    def spoil(self, rule: Rule) -> bool:
        """Tell whether a rule reads something at the top of the document that is not there to be read."""
        return bool(self.top.inside) and any(self.meet(wanted) for wanted in _patterns(rule) if ANY not in wanted)

    def touch(self, rule: Rule, finding: Finding) -> bool:
        """Tell whether a finding hangs on something that could not be read."""
        if not self.top.inside:
            return False
        if self.top.meets(finding.path, beyond=False):
            return True
        return any(self.meet(pattern) for pattern in (*finding.reads, *_patterns(rule), *_relative(rule, finding.path)))

    def meet(self, pattern: KeyPath) -> bool:
        """Tell whether something cut lies on the way to the pattern or beyond it."""
        if ANY not in pattern:
            return self.top.meets(pattern)
        if pattern not in self.known:
            self.known[pattern] = self.top.meets(pattern)
        return self.known[pattern]


class _Branch:
    """What was cut under one key."""

    __slots__ = ("inside", "is_cut")

    def __init__(self) -> None:
        self.inside: dict[str | int, _Branch] = {}
        self.is_cut = False

    def add(self, cut: KeyPath) -> None:
        """Remember a cut."""
        branch = self
        for key in cut:
            branch = branch.inside.setdefault(key, _Branch())
        branch.is_cut = True

    def meets(self, pattern: KeyPath, *, beyond: bool = True) -> bool:
        """Tell whether a cut leads to the pattern or, if wanted, the pattern to a cut; `*` meets any key."""
        branches = [self]
        for key in pattern:
            if any(branch.is_cut for branch in branches):
                return True
            branches = [inside for branch in branches for inside in branch.under(key)]
            if not branches:
                return False
        return beyond or any(branch.is_cut for branch in branches)

    def under(self, key: str | int) -> Iterator["_Branch"]:
        """Give the branches that a key leads to."""
        if key == ANY:
            yield from self.inside.values()
            return
        for name in (key, ANY):
            if name in self.inside:
                yield self.inside[name]


def _patterns(rule: Rule) -> Iterator[KeyPath]:
    for reads in rule.reads:
        if not reads.startswith("."):
            yield tuple(reads.split("."))


def _relative(rule: Rule, path: KeyPath) -> Iterator[KeyPath]:
    for reads in rule.reads:
        if reads.startswith("."):
            keys = reads.lstrip(".")
            steps_up = len(reads) - len(keys) - 1
            yield (*path[: len(path) - steps_up], *(keys.split(".") if keys else ()))
