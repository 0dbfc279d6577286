"""What the tool says about a file: severities, places, diagnostics."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from kehoach.language import Language, Text

KeyPath = tuple[str | int, ...]
"""The keys and list numbers that lead from the top of a document to a value."""


class Severity(StrEnum):
    """How much a diagnostic weighs; only errors fail a run unless the user asks for more."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Order severities: 0 is the gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Nature(StrEnum):
    """Whether a rule complains of what stands in the file or of what does not."""

    WRONG = "wrong"
    MISSING = "missing"


class Place(NamedTuple):
    """A span of a file: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str = ""  # the first line's own text, for quoting; empty where nobody will quote it


class RelatedPlace(NamedTuple):
    """Another place that a diagnostic is about: the first of two, the largest part of a sum."""

    path: str
    place: Place
    message: Text
    values: Mapping[str, object] = {}


class Replacement(NamedTuple):
    """One part of a fix: a stretch of the file's text, by offsets and by place, and what is put there.

    `value` is what the scalar in which it lies says afterwards.
    """

    start: int
    end: int
    place: Place
    text: str
    value: str | None = None


class Diagnostic(NamedTuple):
    """One thing said about one place of one file.

    `message`, `fix` are templates filled with `values`; `section` is the checklist row it belongs to.
    """

    code: str
    name: str
    nature: Nature
    severity: Severity
    message: Text
    why: Text
    fix: Text
    path: str
    place: Place
    pointer: str
    section: str
    values: Mapping[str, object] = {}
    related: tuple[RelatedPlace, ...] = ()
    lacks: Text | None = None  # what is missing, in a few words, for the checklist table
    silences: tuple[str, ...] = ()  # codes, or families, that need not be said beside it
    steady: str = ""  # the pointer with ids in place of list numbers
    subject: str = ""  # the id of the thing it is about, for the checklist table
    edits: tuple[Replacement, ...] = ()  # what puts it right, all of it or nothing
    is_safe: bool = True  # whether the edits cannot change what was meant

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort by path, line, column, code; the pointer parts equals."""
        return (self.path, self.place.line, self.place.column, self.code, self.pointer)

    @property
    def fingerprint(self) -> str:
        """Name the finding so that it keeps its name when entries move: by code, path and steady pointer."""
        from hashlib import sha256  # noqa: PLC0415 - only machines ask for it

        return sha256(f"{self.code}\n{self.path}\n{self.steady}".encode("utf-8", "backslashreplace")).hexdigest()[:16]

    def said(self, language: Language) -> str:
        """Say the message with its values."""
        return self.message.fill(language, self.values)

    def remedy(self, language: Language) -> str:
        """Say the remedy with its values."""
        return self.fix.fill(language, self.values)


def pointer(path: KeyPath) -> str:
    """Write a key path as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in path)


def unsilenced(found: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out what a finding on a whole section makes needless to say."""
    silent = {code for diagnostic in found for code in diagnostic.silences}
    if not silent:
        return found
    return [d for d in found if d.code not in silent and (d.code[:3] not in silent or d.silences)]
