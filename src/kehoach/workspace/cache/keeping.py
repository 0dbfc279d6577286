"""Checking files in whichever process there is, and packing what was found for the way back."""

import os
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kehoach.checking import Checked, Request, check, taken
from kehoach.errors import KehoachError
from kehoach.model.encoding import compressed
from kehoach.model.extract import Extract
from kehoach.workspace.cache import kept
from kehoach.workspace.cache.heads import Head, Index
from kehoach.workspace.cache.kept import Kept
from kehoach.workspace.cache.marks import Mark, digest, is_fresh, marked
from kehoach.workspace.discovery import Source, below_root, read
from kehoach.workspace.execution import narrowed
from kehoach.workspace.tally import tally


class Asked(NamedTuple):
    """A file to check, and the name of the content for which all is known already; or one that others refer to."""

    source: Source
    known: str = ""
    is_beside: bool = False  # it is not checked: only what other plans may want to know of it is wanted


class Brought(NamedTuple):
    """What came of a file: all that was found, or that it still has the known content, or why it could not be opened.

    Attributes:
        beside: what other plans may want to know of one that is not checked.
    """

    kept: Kept | None = None
    mark: Mark = ""
    settled: bool = False
    trouble: KehoachError | None = None
    beside: Extract | None = None


Work = Callable[[Sequence[Asked]], list[Brought]]
"""Checks files: `bring`, bound to what is asked for."""


def bring(request: Request, lasting: bool, asked: Sequence[Asked]) -> list[Brought]:  # noqa: FBT001 - bound before it is sent out
    """Check files.

    Args:
        request: what is asked for.
        lasting: write also what later runs may want to know, beside what this one needs.
        asked: the files.
    """
    return [_one(request, each, lasting=lasting) for each in asked]


def again(work: Work, head: Head) -> Kept:
    """Check a file once more.

    Raises:
        KehoachError: it can no longer be opened.
    """
    (one,) = work((Asked(Source(head.file, head.name)),))
    if one.kept is None:
        assert one.trouble is not None
        raise one.trouble
    return one.kept


def whole(work: Work, head: Head) -> bytes | None:
    """Read all that may be asked of a plan, for of one that is not checked itself nothing is left out; none where it is no plan any more.

    Raises:
        KehoachError: as above.
    """
    (one,) = work((Asked(Source(head.file, head.name), is_beside=True),))
    if one.trouble is not None:
        raise one.trouble
    return one.beside.packed if one.beside is not None else None


def is_there(path: str) -> bool:
    """Tell whether a file that a plan names as proof is there."""
    try:
        return os.path.isfile(path)
    except ValueError:
        return False


def _one(request: Request, asked: Asked, *, lasting: bool) -> Brought:
    source = asked.source
    noted = time.time_ns()
    mark = marked(source.file)
    settled = bool(mark) and not is_fresh(mark, noted)
    try:
        content = read(source)
    except KehoachError as error:
        return Brought(trouble=error)
    file = os.path.abspath(source.file)
    folder = _folder(os.path.dirname(file))
    if asked.is_beside:
        return Brought(beside=taken(content, source.name, request, below_root(folder)))
    name = digest(content) if lasting else ""
    if lasting and name == asked.known:
        return Brought(mark=mark, settled=settled)
    if request.ignore_in:
        request = narrowed(request, Path(file))
    below = below_root(folder)
    checked = check(content, source.name, request, folder, below)
    body = kept.body(checked, is_small=lasting)
    head = Head(
        file=file,
        name=source.name,
        below=below,
        mark=mark,
        settled=settled,
        content=name,
        day=request.today.isoformat() if checked.asked_day else "",
        evidence=-1,
        body=digest(body) if lasting else "",
        plan=None,
        shows="",
        merged="",
        shown=tally(checked),
    )
    return Brought(_kept(head, body, folder, checked, lasting=lasting))


@lru_cache(maxsize=1024)  # many files lie in one folder
def _folder(name: str) -> Path:
    return Path(name)


def _kept(head: Head, body: bytes, folder: Path, checked: Checked, *, lasting: bool) -> Kept:
    evidence = {os.path.join(folder, path): there for path, there in checked.evidence.items()}
    extract = checked.extract
    if extract is None:
        return Kept(head, evidence, body)
    card = kept.card(extract)
    contents = compressed(extract.packed) if lasting else extract.packed
    head = head._replace(plan=index(extract, card, contents, lasting=lasting))
    return Kept(head, evidence, body, card, contents)


def index(extract: Extract, card: bytes, contents: bytes, *, lasting: bool) -> Index:
    """Take from a plan what links between plans go by.

    Args:
        extract: what other plans may want to know of it.
        card: its card as it is kept.
        contents: its contents as they are kept.
        lasting: name all this for a later run; what is held for this one alone nobody else can write to.
    """
    names = (digest(card), digest(card, contents), *kept.said(extract, card)) if lasting else ("",) * 4
    return Index(extract.id, extract.parent, list(extract.outward), bool(extract.acceptances), *names)
