"""Ids for new things: the next number of a list, or the name without its marks."""

import re
from collections.abc import Iterator, Sequence
from secrets import choice
from typing import Any

from kehoach.values.ids import LONGEST, slug

LETTERS = "bcdfghjkmnpqrstvwxz"
"""Of random endings: no vowels, so that they make no words."""


def next_id(own: Sequence[str], taken: frozenset[str], prefix: str, title: str) -> str:
    """Give an id that continues those of a list, or is made of the title where they are names.

    Args:
        own: the ids of the list, in its order.
        taken: all ids of the document, folded in case.
        prefix: of the first numbered id; empty: the things of such a list have names.
        title: what the thing is called.
    """
    numbered = [match.groups() for match in map(_NUMBERED.fullmatch, own) if match]
    if prefix and not own:
        numbered = [(prefix, "0")]
    is_numbered = bool(numbered) if prefix else len(numbered) == len(own) and len({start for start, _ in numbered}) == 1
    candidates = _numbers(numbered) if is_numbered else _names(slug(title) or "id")
    return next(candidate for candidate in candidates if candidate.casefold() not in taken)


def with_letters(name: str) -> str:
    """Add four random letters, so that two people who add at the same time take different ids."""
    return f"{name[: LONGEST - 5]}-{''.join(choice(LETTERS) for _ in range(4))}"


def ids(data: Any) -> Iterator[str]:
    """Walk every id of a document's data."""
    todo = [data]
    while todo:
        inside = todo.pop()
        if isinstance(inside, dict):
            if isinstance(inside.get("id"), str):
                yield inside["id"]
            todo += inside.values()
        elif isinstance(inside, list):
            todo += inside


def _numbers(numbered: list[tuple[str, ...]]) -> Iterator[str]:
    prefix, digits = numbered[-1]
    number = max(int(other) for start, other in numbered if start == prefix)
    while True:
        number += 1
        yield f"{prefix}{number:0{len(digits)}}"


def _names(name: str) -> Iterator[str]:
    yield name[:LONGEST].rstrip(".-")
    number = 1
    while True:
        number += 1
        yield f"{name[: LONGEST - 6].rstrip('.-')}-{number}"


_NUMBERED = re.compile(rf"(.*?)([0-9]{{1,9}})(?:-[{LETTERS}]{{4}})?")
