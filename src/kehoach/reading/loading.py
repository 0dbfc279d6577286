"""One file: its bytes, its document, its typed plan."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.reading.building import Built, build
from kehoach.reading.complaint import Complaint
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.evidence import existing
from kehoach.values.dates import PERIOD
from kehoach.values.kind import BadValueError, Frame
from kehoach.values.text import nearest, short
from kehoach.values.units import money_unit

KINDS = ("plan/1", "progress/1", "process/1", "register/1", "workspace/1")
"""The kinds of documents there are, with the version that is read."""


class Loaded(NamedTuple):
    """A file that was read as far as it can be."""

    document: Document
    complaints: tuple[Complaint, ...]
    built: Built[Plan] | None = None
    skipped: str = ""  # the kind of a document that is no plan
    files: frozenset[str] | None = None  # evidence that exists; none: nobody looked


def load(content: bytes, name: str, folder: Path | None = None, folders: int = 0) -> Loaded:
    """Read one file's bytes as a plan; complaints instead of exceptions.

    Args:
        content: the bytes of the file.
        name: how to call the file in diagnostics.
        folder: the folder of the file, in which evidence is looked for; none: evidence is not looked for.
        folders: how many folders the file lies below the workspace's root.
    """
    text, complaint = decode(content)
    if complaint is not None:
        return Loaded(Document(name, text), (complaint,))
    document = compose(name, text)
    complaints = document.complaints
    if not document.is_readable:
        return Loaded(document, tuple(complaints) or (empty(),))
    wrong, kind = kind_of(document)
    if wrong is not None:
        return Loaded(document, (*complaints, wrong))
    if kind != "plan/1":
        return Loaded(document, tuple(complaints), skipped=kind)
    built = build(Plan, document, frame_of(document, folders))
    files = existing(built.node, folder) if folder is not None else None
    return Loaded(document, (*complaints, *built.complaints), built, files=files)


def empty() -> Complaint:
    """Complain of a file that says nothing."""
    return Complaint("YML009", (0, 0), message=_EMPTY)


def kind_of(document: Document) -> tuple[Complaint | None, str]:
    """Find what kind of document it is, or what is wrong with the key that says so."""
    data = document.data
    if not isinstance(data, dict):
        return Complaint("YML009", document.span(()), message=_NOT_MAPPING), ""
    said = data.get("kehoach")
    if not isinstance(said, str):
        return Complaint("YML009", document.span(("kehoach",))), ""
    if said in KINDS:
        return None, said
    near = nearest(said, list(KINDS)) or ", ".join(KINDS)
    values = {"text": short(said), "near": near}
    return Complaint("YML009", document.span(("kehoach",)), ("kehoach",), values, UNKNOWN_KIND, _KIND_FIX), ""


def frame_of(document: Document, folders: int = 0) -> Frame:
    """Find what amounts without a unit and dates without a year mean."""
    unit, period = document.data.get("unit"), document.data.get("period")
    year = _year_of(period) if isinstance(period, str) else None
    return Frame(unit=money_unit(unit) if isinstance(unit, str) else None, year=year, folders=folders)


@lru_cache(maxsize=64)
def _year_of(period: str) -> int | None:
    """Find the calendar year in which a whole period lies, if there is one."""
    try:
        read = PERIOD.read(period, Frame())
    except BadValueError:
        return None
    return read.first.year if read.first.year == read.last.year else None


_EMPTY = Text(vi="tệp không có nội dung nào", en="the file has no content")
_NOT_MAPPING = Text(vi="tệp không phải một nhóm khóa `khóa: giá trị`", en="the file is not a mapping of `key: value`")
UNKNOWN_KIND = Text(vi="không có loại tệp {text!r}", en="there is no kind of file {text!r}")
_KIND_FIX = Text(vi="Viết `kehoach: plan/1` (các loại được đọc: {near}).", en="Write `kehoach: plan/1` (what is read: {near}).")
