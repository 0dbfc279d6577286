"""What reading finds wrong, before it is a diagnostic."""

from collections.abc import Mapping
from typing import NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.reading.edits import Edit

Span = tuple[int, int]
"""Start and end offsets into the document's text, in code points, the end exclusive."""

_NOTHING: Mapping[str, object] = {}


class OtherPlace(NamedTuple):
    """A second place that a complaint is about."""

    span: Span
    message: Text
    values: Mapping[str, object] = _NOTHING


class Complaint(NamedTuple):
    """A fault that the reader met: what code, where, and its own wording where the rule's is too general."""

    code: str
    span: Span
    path: KeyPath = ()
    values: Mapping[str, object] = _NOTHING
    message: Text | None = None
    fix: Text | None = None
    others: tuple[OtherPlace, ...] = ()
    edits: tuple[Edit, ...] = ()  # what puts it right, where that is beyond doubt
