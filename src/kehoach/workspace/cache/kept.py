"""What was found in one file as bytes, to be held outside memory and by later runs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import GenericAlias
from typing import Any, NamedTuple, get_type_hints

from kehoach.checking import UNREADABLE, Checked, NotChecked
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic
from kehoach.language import Language, Text, say
from kehoach.model.encoding import decode, encode, write
from kehoach.model.extract import Extract
from kehoach.workspace.cache.heads import Head
from kehoach.workspace.cache.marks import digest


class Kept(NamedTuple):
    """A file's head and all that is seldom looked at; `packed`, `packed_details` are for this run alone."""

    head: Head
    evidence: Mapping[str, bool]
    body: bytes
    card: bytes = b""
    contents: bytes = b""
    details: bytes = b""
    packed: bytes = b""
    packed_details: bytes = b""


class _Body(NamedTuple):
    diagnostics: tuple[Diagnostic, ...]
    plan: PlanSummary | None
    skipped: str
    not_checked: tuple[NotChecked, ...]
    suppressed: int


class _Found(NamedTuple):
    diagnostics: tuple[Diagnostic, ...]


def body(checked: Checked) -> bytes:
    """Write what was found in a file, without what other plans want to know."""
    found = tuple(map(_told, checked.diagnostics))
    return encode(_Body(found, checked.plan, checked.skipped, checked.not_checked, checked.suppressed))


def checked(name: str, content: bytes, *, linked: bool = False) -> Checked:
    """Read what was found in a file; where the plans it refers to are there, these references count as checked.

    Raises:
        BadEncodingError: the bytes are no such thing.
    """
    found = decode(_Body, content)
    left = tuple(value for value in found.not_checked if value.because == UNREADABLE) if linked else found.not_checked
    return Checked(
        path=name,
        diagnostics=found.diagnostics,
        plan=found.plan,
        skipped=found.skipped,
        not_checked=left,
        suppressed=found.suppressed,
    )


def findings(found: Iterable[Diagnostic]) -> bytes:
    """Write findings alone."""
    return encode(_Found(tuple(map(_told, found))))


def read_findings(content: bytes) -> tuple[Diagnostic, ...]:
    """Read findings alone.

    Raises:
        BadEncodingError: the bytes are none.
    """
    return decode(_Found, content).diagnostics


def card(extract: Extract) -> bytes:
    """Write the card of a plan."""
    return encode(tuple(getattr(extract, name) for name in _ON_CARD))


def read_card(content: bytes) -> Extract:
    """Read a card; what is packed stays where it is.

    Raises:
        BadEncodingError: the bytes are no card.
    """
    values: tuple[Any, ...] = decode(_CARD, content)
    return Extract(packed=b"", **dict(zip(_ON_CARD, values, strict=True)))


def said(extract: Extract, contents: str, details: str) -> tuple[str, str]:
    """Name what a plan says on its card and as a whole, wherever in its file that stands: a line more changes neither."""
    card = _unplaced(write(tuple(getattr(extract, name) for name in _ON_CARD if name != "acceptances")))
    return digest(card), digest(card, _unplaced(contents), _unplaced(details))


def _unplaced(text: str) -> str:
    return _PLACE.sub("", text)


def _told(diagnostic: Diagnostic) -> Diagnostic:
    """Say values in both languages: a format does nothing else with them."""
    related = tuple(other._replace(values=_said(other.values)) for other in diagnostic.related)
    return replace(diagnostic, values=_said(diagnostic.values), related=related)


def _said(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value if type(value) is str else Text(say(value, Language.VI), say(value, Language.EN)) for name, value in values.items()}


_PLACE = re.compile(r'\[\d+,\d+,\d+,\d+,"(?:[^"\\]|\\.)*"\]')
"""A place as it is written; nothing else of an extract has this shape."""

_ON_CARD = tuple(name for name in Extract._fields if name not in ("packed", "details"))
_CARD: Any = GenericAlias(tuple, tuple(get_type_hints(Extract)[name] for name in _ON_CARD))
