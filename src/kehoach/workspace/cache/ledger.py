"""All that a run left of a workspace but the findings themselves: one sealed text, read and written at once."""

from collections.abc import Mapping
from json import dumps, loads
from types import MappingProxyType
from typing import Any, NamedTuple

from kehoach.workspace.cache.heads import Head, head_of, row_of
from kehoach.workspace.cache.marks import Mark, digest


class Row(NamedTuple):
    """What came of a family of plans.

    Attributes:
        looks: what the rules looked at.
        state: the name of all that as it was.
        day: the day for which the findings hold; empty: every day.
        files: the files the findings stand in.
        content: the name of the findings; empty where there are none.
    """

    looks: list[str]
    state: str
    day: str
    files: list[str]
    content: str


class Walk(NamedTuple):
    """What a walk through folders found beside the plans.

    Attributes:
        question: which folders, and which files of them are plans; empty: not all was walked.
        strangers: files that are no plan, and patterns of what to pass over.
    """

    question: str
    strangers: dict[str, Mark]


class Ledger(NamedTuple):
    """What a run left.

    Attributes:
        heads: by the files' full paths, in the order of the walk where there was one.
        proofs: sets of files that plans name as proof, and whether they are there.
        rows: by the names of the families.
        ids: the name of all plans that are there.
        walk: of the whole workspace.
        lines: the heads as they were written, by their files.
    """

    heads: dict[str, Head]
    proofs: list[dict[str, bool]]
    rows: dict[str, Row]
    ids: str
    walk: Walk
    lines: Mapping[str, str] = MappingProxyType({})


EMPTY = Ledger({}, [], {}, "", Walk("", {}))


def read(content: str, seal: str, variant: str) -> Ledger:
    """Read a ledger; an empty one where it is not the one that was written for this variant."""
    if digest(content, variant) != seal:
        return EMPTY
    try:
        rest, *lines = content.split("\n")
        proofs, rows, ids, walk = loads(rest)
        heads = list(map(head_of, loads(f"[{','.join(lines)}]")))
        return Ledger(
            {head.file: head for head in heads},
            [_flags(one) for one in proofs],
            {_text(name): _row(row) for name, row in rows.items()},
            _text(ids),
            Walk(_text(walk[0]), {_text(path): _text(mark) for path, mark in walk[1].items()}),
            {head.file: line for head, line in zip(heads, lines, strict=True)},
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return EMPTY


def write(after: Ledger, before: Ledger, variant: str) -> tuple[str, str]:
    """Write a ledger, what is as it was before by the same text; gives its text and its seal."""
    known = before.heads
    lines = [before.lines[file] if known.get(file) is head else _line(head) for file, head in after.heads.items()]
    rest = dumps([after.proofs, after.rows, after.ids, after.walk], check_circular=False)
    content = "\n".join([rest, *lines])
    return content, digest(content, variant)


def _line(head: Head) -> str:
    return dumps(row_of(head), check_circular=False, separators=(",", ":"))


def _row(row: Any) -> Row:
    looks, state, day, files, content = row
    return Row(list(map(_text, looks)), _text(state), _text(day), list(map(_text, files)), _text(content))


def _flags(one: Any) -> dict[str, bool]:
    if any(type(there) is not bool for there in one.values()):
        raise ValueError
    return dict(one)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value
