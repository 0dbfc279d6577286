"""What must be known of every file of a run: plain values, for there are thousands that nobody looks at."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kehoach.workspace.cache.marks import Mark
from kehoach.workspace.tally import Summary, Tally

OWN, LINKED, MERGED = "own", "linked", "merged"
"""What is shown of a file: what was found in it; that, but the plans it refers to are there; that with findings between plans."""


class Index(NamedTuple):
    """A plan as far as links between plans go.

    Attributes:
        outward: the plans it refers to.
        accepts: comments in it accept findings between plans.
        card, whole: names of its card's content, and of all that other plans may look at.
        card_says, says: names of the same, wherever in the file it stands.

    These names are empty where no later run will ask.
    """

    id: str
    parent: str
    outward: Sequence[str]
    accepts: bool
    card: str
    whole: str
    card_says: str
    says: str


class Head(NamedTuple):
    """What must be known of a file.

    Attributes:
        file: its full path.
        name: the file as findings call it.
        below: how many folders it lies below the repository's root.
        mark: what the system said of it.
        settled: whether no later change can show the same mark.
        content: the name of its bytes.
        day: the day for which the findings hold; empty: every day.
        evidence: the number of the set of files that it names as proof.
        body: the name of what was found in it.
        plan: of a plan.
        shows: what is shown of it; empty: that is still to be worked out.
        merged: the name of what was found with findings between plans; empty: there are none.
        shown: the tally of what is shown.
    """

    file: str
    name: str
    below: int
    mark: Mark
    settled: bool
    content: str
    day: str
    evidence: int
    body: str
    plan: Index | None
    shows: str
    merged: str
    shown: Tally


def head_of(row: Any) -> Head:
    """Make a head of plain values.

    Raises:
        ValueError: they are none.
    """
    if type(row) is not list or tuple(map(type, row)) not in _SHAPES:
        raise ValueError
    file, name, below, mark, settled, content, day, evidence, body, shows, merged, index, skipped, suppressed, counts, left, summary = row
    if index is not None:
        if tuple(map(type, index)) != _INDEX:
            raise ValueError
        index = _NEW(Index, index)
    if summary is not None:
        if tuple(map(type, summary)) not in _SUMMARY:
            raise ValueError
        summary = _NEW(Summary, summary)
    shown = _NEW(Tally, (name, summary, skipped, suppressed, counts, left))
    head: Head = _NEW(Head, (file, name, below, mark, settled, content, day, evidence, body, index, shows, merged, shown))
    return head


def row_of(head: Head) -> list[object]:
    """Give a head as plain values."""
    *own, index, shows, merged, shown = head
    return [*own, shows, merged, index, *shown[2:], shown.summary]


_NEW: Any = tuple.__new__
_NONE = type(None)
_HEAD = (str, str, int, str, bool, str, str, int, str, str, str)
_TALLY = (str, int, list, list)
_SHAPES = frozenset((*_HEAD, index, *_TALLY, summary) for index in (list, _NONE) for summary in (list, _NONE))
_INDEX = (str, str, list, bool, str, str, str, str)
_SUMMARY = frozenset(((str, str, str, str, int), (str, str, str, str, _NONE)))
