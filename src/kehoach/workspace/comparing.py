"""Plans compared with what they were: changes, and findings that are new or resolved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from kehoach.analysis.changes.difference import Difference, difference
from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic, KeyPath, Severity
from kehoach.errors import KehoachError
from kehoach.model.plan import Plan
from kehoach.reading.loading import Loaded, load
from kehoach.workspace.discovery import below_root, says_plan
from kehoach.workspace.execution import narrowed
from kehoach.workspace.states import Version


class Status(StrEnum):
    """What became of a plan."""

    CHANGED = "changed"
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


class Read:
    """A file as it is in one of two states, read."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.trouble: KehoachError | None = None
        try:
            self.content = version.read()
        except KehoachError as error:
            self.content = b""
            self.trouble = error

    @cached_property
    def loaded(self) -> Loaded:
        """What the file says."""
        return load(self.content, self.version.shown, folders=self.folders)

    @property
    def folders(self) -> int:
        """How many folders the file lies below the workspace's root."""
        return below_root(Path(self.version.name).absolute().parent)

    @property
    def plan(self) -> Plan | None:
        """The plan; none where the file could not be read as one."""
        return self.loaded.built.node if self.loaded.built is not None and self.trouble is None else None

    @property
    def is_other(self) -> bool:
        """Whether it is a document that is no plan: a progress report, a process, anything else in YAML."""
        return self.trouble is None and (bool(self.loaded.skipped) or (self.plan is None and not says_plan(self.content)))

    @property
    def why(self) -> Diagnostic | None:
        """What hindered reading it as a plan."""
        if self.trouble is not None or self.loaded.skipped:
            return None
        found = check(self.content, self.version.shown, Request(today=date.min)).diagnostics  # no rule ever runs
        return found[0] if found else None

    def line(self, path: KeyPath) -> int:
        """Find the line of what stands at a path, or of what it would stand in."""
        document = self.loaded.document
        return document.place(document.span(path), quote=False).line


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One plan in two states.

    Attributes:
        old, new: the file in each; none where it is not there.
        difference: what changed; none unless both could be read.
        found, resolved: the findings that only the new, only the old plan has.
        graded: those of both that weigh otherwise now, with what they weighed, as when a plan is submitted.
    """

    status: Status
    old: Read | None
    new: Read | None
    difference: Difference | None = None
    found: tuple[Diagnostic, ...] = ()
    resolved: tuple[Diagnostic, ...] = ()
    graded: tuple[tuple[Diagnostic, Severity], ...] = ()

    @property
    def sides(self) -> tuple[Read, ...]:
        """The files that are there, the new one first."""
        return tuple(side for side in (self.new, self.old) if side is not None)

    @property
    def plan(self) -> Plan | None:
        """The plan, as it is now if it can be read."""
        return next((side.plan for side in self.sides if side.plan is not None), None)

    @property
    def is_moved(self) -> bool:
        """Whether the file has another name now."""
        return self.old is not None and self.new is not None and self.old.version.name != self.new.version.name


def compared(pairs: Iterable[tuple[Version | None, Version | None]], request: Request) -> Iterator[Compared]:
    """Compare pairs of files; a plan that went from one file to another is known by its id.

    What is no plan in either state is passed over.
    """
    alone: list[tuple[Read | None, Read | None]] = []
    for before, after in pairs:
        if before is not None and after is not None:
            yield from _pair(Read(before), Read(after), request)
        else:
            alone.append((Read(before) if before is not None else None, Read(after) if after is not None else None))
    gone = {old.plan.id: old for old, _ in alone if old is not None and old.plan is not None}
    followed = {}
    for _, new in alone:
        if new is not None and new.plan is not None and new.plan.id in gone:
            followed[id(gone.pop(new.plan.id))] = new
    taken = {id(new) for new in followed.values()}
    for old, new in alone:
        if id(new) not in taken:
            yield from _pair(old, followed.get(id(old), new), request)


def _pair(old: Read | None, new: Read | None, request: Request) -> Iterator[Compared]:
    sides = [side for side in (old, new) if side is not None]
    if all(side.is_other for side in sides):
        return
    if old is not None and old.is_other:
        yield from _pair(None, new, request)
    elif new is not None and new.is_other:
        yield from _pair(old, None, request)
    elif any(side.plan is None for side in sides):
        yield Compared(status=Status.UNREADABLE, old=old, new=new)
    elif old is None or new is None:
        found = _findings(new, request) if new is not None else ()
        yield Compared(status=Status.ADDED if old is None else Status.REMOVED, old=old, new=new, found=found)
    else:
        yield _both(old, new, request)


def both(old: Version, new: Version, request: Request) -> Compared:
    """Compare two files that the user named, whatever they are."""
    one, other = Read(old), Read(new)
    for side in (one, other):
        if side.trouble is not None:
            raise side.trouble
    if one.plan is None or other.plan is None:
        return Compared(status=Status.UNREADABLE, old=one, new=other)
    return _both(one, other, request)


def _both(old: Read, new: Read, request: Request) -> Compared:
    assert old.loaded.built is not None
    assert new.loaded.built is not None
    found = difference((old.loaded.built, old.loaded.document), (new.loaded.built, new.loaded.document))
    before, after = _findings(old, request), _findings(new, request)
    olds, news = _by_fingerprint(before, found.renames), _by_fingerprint(after, {})
    come = tuple(finding for key, finding in news.items() if key not in olds)
    gone = tuple(finding for key, finding in olds.items() if key not in news)
    graded = tuple(
        (finding, olds[key].severity) for key, finding in news.items() if key in olds and olds[key].severity is not finding.severity
    )
    is_same = not (found.changes or found.reordered or come or gone)
    return Compared(
        status=Status.SAME if is_same else Status.CHANGED,
        old=old,
        new=new,
        difference=found,
        found=come,
        resolved=gone,
        graded=graded,
    )


def _findings(side: Read, request: Request) -> tuple[Diagnostic, ...]:
    """Check one file by itself; evidence is not looked for, since no state but the working tree has it."""
    if request.ignore_in:
        request = narrowed(request, Path(side.version.name).absolute())
    return check(side.content, side.version.shown, request, folders=side.folders).diagnostics


def _by_fingerprint(found: Sequence[Diagnostic], renames: Mapping[str, str]) -> dict[tuple[str, int], Diagnostic]:
    """Give findings by their fingerprint, as if both files had one name and things their new ids; equals are counted."""
    seen: Counter[str] = Counter()
    named = {}
    for finding in found:
        steady = "/".join(renames.get(part, part) for part in finding.steady.split("/"))
        name = finding._replace(path="", steady=steady).fingerprint
        named[name, seen[name]] = finding
        seen[name] += 1
    return named
