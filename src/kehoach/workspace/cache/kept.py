"""What was found in one file as bytes, to be held outside memory and by later runs."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import GenericAlias
from typing import Any, NamedTuple, get_type_hints

from kehoach.checking import UNREADABLE, Checked, NotChecked
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic
from kehoach.language import Language, Text, say
from kehoach.model.encoding import compressed, decode, encode, encode_lines, expanded, read, reader
from kehoach.model.extract import Extract
from kehoach.workspace.cache.heads import Head
from kehoach.workspace.cache.marks import digest


class Kept(NamedTuple):
    """A file's head and all that is seldom looked at."""

    head: Head
    evidence: Mapping[str, bool]
    body: bytes
    card: bytes = b""
    contents: bytes = b""


class _Beside(NamedTuple):
    """What is held of a file beside its findings."""

    plan: PlanSummary | None
    skipped: str
    not_checked: tuple[NotChecked, ...]
    suppressed: int


def body(checked: Checked, *, is_small: bool = True) -> bytes:
    """Write what was found in a file, without what other plans want to know; the findings alone come first."""
    beside = _Beside(checked.plan, checked.skipped, checked.not_checked, checked.suppressed)
    content = encode_lines((tuple(map(_told, checked.diagnostics)), beside))
    return compressed(content) if is_small else content


def checked(name: str, content: bytes, *, linked: bool = False) -> Checked:
    """Read what was found in a file; where the plans it refers to are there, these references count as checked.

    Raises:
        BadEncodingError: the bytes are no such thing.
    """
    found, _, others = expanded(content).partition(_NEXT)
    beside = read(_Beside, others)
    left = tuple(value for value in beside.not_checked if value.because == UNREADABLE) if linked else beside.not_checked
    return Checked(
        path=name,
        diagnostics=read(_FINDINGS, found),
        plan=beside.plan,
        skipped=beside.skipped,
        not_checked=left,
        suppressed=beside.suppressed,
    )


def found(content: bytes) -> tuple[Diagnostic, ...]:
    """Read what was found in a file, and nothing beside it.

    Raises:
        BadEncodingError: the bytes are no such thing.
    """
    return read(_FINDINGS, expanded(content).partition(_NEXT)[0])


def findings(found: Iterable[Diagnostic], *, is_small: bool = True) -> bytes:
    """Write findings alone.

    Args:
        found: what was found.
        is_small: compress them, for later runs.
    """
    return encode([*map(_told, found)], is_small=is_small)


def read_findings(content: bytes) -> tuple[Diagnostic, ...]:
    """Read findings alone.

    Raises:
        BadEncodingError: the bytes are none.
    """
    return read(_FINDINGS, expanded(content))


def card(extract: Extract) -> bytes:
    """Write the card of a plan, which is too little to compress."""
    return encode(tuple(getattr(extract, name) for name in _ON_CARD), is_small=False)


@lru_cache(maxsize=128)  # each is asked for among all plans, and again in its family
def read_card(content: bytes) -> Extract:
    """Read a card, without what is packed.

    Raises:
        BadEncodingError: the bytes are no card.
    """
    values: tuple[Any, ...] = decode(_card_kind(), content)
    return Extract(packed=b"", **dict(zip(_ON_CARD, values, strict=True)))


def ready() -> None:
    """Make all that reads what is kept, before the first is read."""
    for kind in (_FINDINGS, _Beside, _card_kind()):
        reader(kind)


@cache
def _card_kind() -> Any:
    hints = get_type_hints(Extract)
    return GenericAlias(tuple, tuple(hints[name] for name in _ON_CARD))


def said(extract: Extract, written: bytes) -> tuple[str, str]:
    """Name what a plan says on its card and as a whole, wherever in its file that stands: a line more changes neither.

    Args:
        extract: the plan, whose contents are not compressed.
        written: its card.
    """
    unplaced = _PLACE.sub(b"", card(extract._replace(acceptances=())) if extract.acceptances else written)
    return digest(unplaced), digest(unplaced, _PLACE.sub(b"", extract.packed))


def _told(diagnostic: Diagnostic) -> Diagnostic:
    """Say values in both languages: a format does nothing else with them."""
    related = tuple(other._replace(values=_said(other.values)) for other in diagnostic.related)
    return diagnostic._replace(values=_said(diagnostic.values), related=related)


def _said(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value if type(value) is str else Text(say(value, Language.VI), say(value, Language.EN)) for name, value in values.items()}


_PLACE = re.compile(rb'\x7f[^"]*')
"""A place at the end of a text; nothing else of an extract begins so, for this mark stands in no file."""

_NEXT = b"\n"
_FINDINGS = tuple[Diagnostic, ...]
_ON_CARD = tuple(name for name in Extract._fields if name != "packed")
