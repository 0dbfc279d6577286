"""What a format is given: everything a run found, and how to say it."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic, Nature, Severity
from kehoach.language import Language
from kehoach.workspace.tally import Tallied, Tally, tally


class _Found(NamedTuple):
    """What a run found and how it is shown.

    Attributes:
        results: one for each file, in any order.
        today: the day as of which lateness was judged.
        version: of this tool.
        width: columns of the terminal; 0: there is none.
        verbose: list what is otherwise counted.
        quiet: findings only, no word about what is sound.
        ascii: for terminals without Vietnamese letters.
        root: the repository's folder, from which machines name files; empty: the paths are relative to it already.
    """

    results: Collection[Checked]
    today: date
    language: Language
    version: str
    colour: bool = False
    width: int = 0
    verbose: bool = False
    quiet: bool = False
    ascii: bool = False
    root: str = ""


class Outcome(_Found):
    """All that one run found; what is counted of it is kept."""

    def located(self, path: str) -> str:
        """Name a file from the repository's folder, with forward slashes, as CI services do."""
        if not path:
            return path
        return PurePath(os.path.relpath(path, self.root) if self.root else os.path.normpath(path)).as_posix()

    @property
    def in_order(self) -> Iterator[Checked]:
        """Read the results by path, one at a time."""
        return self.results.in_order() if isinstance(self.results, Tallied) else iter(self.sorted_results)

    @property
    def sorted_results(self) -> list[Checked]:
        """The results by path, so that the same input gives the same output."""
        return sorted(self.results, key=lambda result: result.path)

    @cached_property
    def tallies(self) -> Sequence[Tally]:
        """What was found in each file by number, by path: of many files there is no need to read more."""
        return self.results.tallies if isinstance(self.results, Tallied) else list(map(tally, self.sorted_results))

    @property
    def findings(self) -> Iterator[Diagnostic]:
        """All findings by path, line, column, code, read file by file."""
        if not isinstance(self.results, Tallied):
            yield from self.diagnostics
            return
        for _, results in groupby(self.in_order, key=lambda result: result.path):
            yield from sorted((d for result in results for d in result.diagnostics), key=lambda d: d.order)

    def written(self, form: str, write: Callable[[list[Diagnostic]], str]) -> Iterator[str]:
        """Write all findings by path; what was written of a file before need not be written again.

        Args:
            form: names the format and all that it goes by beside the findings.
            write: writes the findings of a file, or of several.
        """
        return self.results.written(form, write) if isinstance(self.results, Tallied) else iter((write(self.diagnostics),))

    def number(self, severity: Severity) -> int:
        """Count the findings of one severity in all files."""
        return self._numbers[severity]

    @cached_property
    def _numbers(self) -> Counter[str]:
        numbers: Counter[str] = Counter()
        for one in self.tallies:
            for _, _, severity, number in one.counts:
                numbers[severity] += number
        return numbers

    @property
    def suppressed(self) -> int:
        """How many findings were accepted."""
        return sum(one.suppressed for one in self.tallies)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All findings by path, line, column, code."""
        return sorted((d for result in self.results for d in result.diagnostics), key=lambda d: d.order)


def count(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic], severity: Severity) -> int:
    """Count the findings of one severity."""
    return sum(d.severity is severity for d in diagnostics)


def wrong(result: Checked) -> list[Diagnostic]:
    """List the findings to quote: what stands wrongly in the file, and everything where there is no checklist."""
    return [d for d in result.diagnostics if d.nature is Nature.WRONG or result.plan is None]


def missing(result: Checked) -> list[Diagnostic]:
    """List the findings for the checklist table: what does not stand in the file."""
    return [d for d in result.diagnostics if d.nature is Nature.MISSING and result.plan is not None]
