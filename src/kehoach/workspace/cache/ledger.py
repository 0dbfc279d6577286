"""All that a run left of a workspace but the findings themselves: a sealed text, and a part for the files of each folder."""

import os
from collections.abc import Iterable, Mapping
from itertools import groupby
from json import dumps, loads
from operator import is_
from types import MappingProxyType
from typing import Any, NamedTuple

from kehoach.workspace.cache.heads import Head, head_of, row_of
from kehoach.workspace.cache.marks import Mark, digest


class Row(NamedTuple):
    """What came of a family of plans.

    Attributes:
        looks: what the rules looked at.
        state: the name of all that as it was, wherever in its file it stood.
        day: the day for which the findings hold; empty: every day.
        files: the files the findings stand in.
        content: the name of the findings; empty where there are none.
        placed: the files in which a finding has a place, and their content then.
    """

    looks: list[str]
    state: str
    day: str
    files: list[str]
    content: str
    placed: dict[str, str]


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
        parts: the heads as they were written, folder by folder.
        names: of these parts.
        seal: of all that was written.
    """

    heads: dict[str, Head]
    proofs: list[dict[str, bool]]
    rows: dict[str, Row]
    ids: str
    walk: Walk
    parts: Mapping[str, str] = MappingProxyType({})
    names: Mapping[str, str] = MappingProxyType({})
    seal: str = ""


EMPTY = Ledger({}, [], {}, "", Walk("", {}))


class Written(NamedTuple):
    """A ledger as it is kept: the names of all parts stand in its text, and of them only some are new."""

    content: str
    seal: str
    parts: dict[str, str]
    new: list[str]


def read(content: str, seal: str, parts: Mapping[str, str], variant: str) -> Ledger:
    """Read a ledger; an empty one where it is not the one that was written for this variant."""
    if digest(content, variant) != seal:
        return EMPTY
    try:
        proofs, rows, ids, walk, names = loads(content)
        if any(digest(parts[name]) != said for name, said in names.items()):
            return EMPTY
        heads = [head_of(row) for name in names for row in loads(f"[{parts[name]}]")]
        return Ledger(
            {head.file: head for head in heads},
            [_flags(one) for one in proofs],
            {_text(name): _row(row) for name, row in rows.items()},
            _text(ids),
            Walk(_text(walk[0]), {_text(path): _text(mark) for path, mark in walk[1].items()}),
            {name: parts[name] for name in names},
            names,
            seal,
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return EMPTY


def write(after: Ledger, before: Ledger, variant: str) -> Written:
    """Write a ledger; what is as it was before by the same text."""
    old, now = _by_folder(before.heads.values()), _by_folder(after.heads.values())
    parts: dict[str, str] = {}
    names: dict[str, str] = {}
    new = []
    for name, heads in now.items():
        were, part = old.get(name, []), before.parts.get(name, "")
        if len(heads) != len(were) or not all(map(is_, heads, were)):
            new.append(name)
            lines = {id(head): line for head, line in zip(were, part.split(_BREAK), strict=False)}
            part = _BREAK.join([lines.get(id(head)) or _line(head) for head in heads])
        parts[name] = part
        names[name] = digest(part) if name in new or name not in before.names else before.names[name]
    content = dumps([after.proofs, after.rows, after.ids, after.walk, names], check_circular=False)
    return Written(content, digest(content, variant), parts, new)


def _by_folder(heads: Iterable[Head]) -> dict[str, list[Head]]:
    """Give the files of each folder by a name of it; where those of a folder do not come in one row, each row by itself."""
    found: dict[str, list[Head]] = {}
    for folder, same in groupby(heads, key=lambda head: head.file.rpartition(os.sep)[0]):
        name = digest(folder)
        while name in found:
            name += "+"
        found[name] = list(same)
    return found


def _line(head: Head) -> str:
    return dumps(row_of(head), check_circular=False, separators=(",", ":"))


def _row(row: Any) -> Row:
    looks, state, day, files, content, placed = row
    names = {_text(name): _text(was) for name, was in placed.items()}
    return Row(list(map(_text, looks)), _text(state), _text(day), list(map(_text, files)), _text(content), names)


def _flags(one: Any) -> dict[str, bool]:
    if any(type(there) is not bool for there in one.values()):
        raise ValueError
    return dict(one)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value


_BREAK = ",\n"
