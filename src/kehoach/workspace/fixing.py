"""`--fix`: check, apply what puts findings right, check again, until nothing is left that can be."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach.checking import Checked, Request, check
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.errors import KehoachError
from kehoach.reading.edits import Edit
from kehoach.reading.proving import BROKEN, UNSTEADY, verified
from kehoach.reading.writing import write
from kehoach.workspace.discovery import Source, below_root, read
from kehoach.workspace.execution import narrowed

MOST_ROUNDS = 8
"""One repair may uncover another; more rounds than this are a bug."""


class Fixed(NamedTuple):
    """A file's bytes before and after, what was put right, and what a check finds now."""

    before: bytes
    after: bytes
    fixed: tuple[Diagnostic, ...]
    checked: Checked


def fix_file(source: Source, request: Request, *, unsafe: bool = False, is_dry: bool = False) -> Fixed:
    """Put a file right where it stands; the file is written once, whole, and only if it is still what was read.

    Args:
        source: the file.
        request: what to check; only findings it reports are put right.
        unsafe: make also the repairs that may change what was meant.
        is_dry: write nothing.

    Raises:
        KehoachError: the file cannot be read or written, changed meanwhile, or, a bug, a repair does harm.
    """
    folder = Path(source.file).absolute().parent
    request = narrowed(request, folder / Path(source.file).name)
    result = fixed(read(source), source.name, request, folder, below_root(folder), unsafe=unsafe)
    if result.after != result.before and not is_dry:
        write(Path(source.file), result.after, expected=result.before)
    return result


def fixed(content: bytes, name: str, request: Request, folder: Path | None = None, folders: int = 0, *, unsafe: bool = False) -> Fixed:
    """Put right what can be in a file's bytes.

    Raises:
        KehoachError: a bug: a repair does harm, or repairs undo each other.
    """
    checker = _Checker(name, request, folder, folders)
    before, checked = content, checker.check(content)
    done: list[Diagnostic] = []
    refused: set[tuple[str, str]] = set()
    for _ in range(MOST_ROUNDS):
        wanted = [d for d in checked.diagnostics if d.edits and (d.is_safe or unsafe) and _key(d) not in refused]
        if not wanted:
            return Fixed(before, content, tuple(done), checked)
        chosen = _apart(wanted)
        content, repaired = checker.repaired(content, chosen)
        refused.update({_key(d) for d in chosen} - {_key(d) for d in repaired})
        done += repaired
        checked = checker.check(content)
    raise KehoachError(BROKEN, what=UNSTEADY)


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.pointer


def _apart(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Choose findings of which no two are about one scalar: the rest waits for the next round."""
    chosen: list[Diagnostic] = []
    taken: set[tuple[int, int]] = set()
    for diagnostic in found:
        place = (diagnostic.place.line, diagnostic.place.column)
        if place not in taken:
            taken.add(place)
            chosen.append(diagnostic)
    return chosen


class _Checker:
    """Checks the bytes of one file again and again."""

    def __init__(self, name: str, request: Request, folder: Path | None, folders: int) -> None:
        self.name = name
        self.request = request._replace(quote=False)
        self.whole = self.request._replace(select=(), ignore=())
        self.folder = folder
        self.folders = folders
        self.done: dict[tuple[bytes, bool], Checked] = {}

    def check(self, content: bytes) -> Checked:
        """Find what was asked for."""
        return self._once(content, is_whole=self.request == self.whole)

    def errors(self, content: bytes) -> Counter[str]:
        """Count the errors by code, whether they were asked for or not."""
        found = self._once(content, is_whole=True).diagnostics
        return Counter(d.code for d in found if d.severity is Severity.ERROR)

    def _once(self, content: bytes, *, is_whole: bool) -> Checked:
        key = (content, is_whole)
        if key not in self.done:
            request = self.whole if is_whole else self.request
            self.done[key] = check(content, self.name, request, self.folder, self.folders)
        return self.done[key]

    def repaired(self, content: bytes, found: list[Diagnostic]) -> tuple[bytes, list[Diagnostic]]:
        """Make all repairs at once, or, where one does not do what it should, those that do."""
        errors = self.errors(content)
        whole = self._tried(content, found, errors)
        if whole is not None:
            return whole, found
        result, good = content, list[Diagnostic]()
        for diagnostic in found:
            tried = self._tried(content, [*good, diagnostic], errors)
            if tried is not None:
                result, good = tried, [*good, diagnostic]
        return result, good

    def _tried(self, content: bytes, found: list[Diagnostic], errors: Counter[str]) -> bytes | None:
        """Make repairs; none where a finding stays or an error comes."""
        edits = [Edit(e.start, e.end, e.text, e.value) for d in found for e in d.edits]
        result = verified(content, edits)
        left = {_key(d) for d in self.check(result).diagnostics}
        if any(_key(d) in left for d in found) or self.errors(result) - errors:
            return None
        return result
