"""Changes to a text: what stands where, and what is put there instead."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """A stretch of a document's text, by offsets, and what is put in its place.

    `value` is what the scalar in which the stretch lies says afterwards: nothing else may change. Without it
    the stretch is a comment, which is taken away.
    """

    start: int
    end: int
    text: str
    value: str | None = None


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits by their place; leave out what overlaps an earlier one or says it again."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if kept and (edit.start < kept[-1].end or edit == kept[-1]):
            continue
        kept.append(edit)
    return kept


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Put every edit's text in its place; of two that overlap the earlier one counts."""
    pieces: list[str] = []
    at = 0
    for edit in in_order(edits):
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*pieces, text[at:]))
