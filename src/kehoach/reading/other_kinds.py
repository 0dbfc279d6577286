"""Documents that are no plans: their bytes, their document, the typed top."""

from typing import NamedTuple, TypeVar

from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.reading.building import Built, build
from kehoach.reading.complaint import Complaint
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.loading import UNKNOWN_KIND, empty, kind_of
from kehoach.values.kind import Frame

N = TypeVar("N", bound=Node)


class Expected(NamedTuple):
    """The kind that a document must be of, and what to do where it says another."""

    kind: str
    remedy: Text


def load_kind(content: bytes, name: str, top: type[N], expected: Expected) -> tuple[Document, tuple[Complaint, ...], Built[N] | None]:
    """Read the bytes of a document of one kind; complaints instead of exceptions, nothing built where it is of another."""
    text, complaint = decode(content)
    if complaint is not None:
        return Document(name, text), (complaint,), None
    document = compose(name, text)
    if not document.is_readable:
        return document, tuple(document.complaints) or (empty(),), None
    wrong, kind = kind_of(document)
    if wrong is None and kind != expected.kind:
        values = {"text": kind, "near": expected.kind}
        wrong = Complaint("YML009", document.span(("kehoach",)), ("kehoach",), values, UNKNOWN_KIND, expected.remedy)
    if wrong is not None:
        return document, (*document.complaints, wrong), None
    built = build(top, document, Frame())
    return document, (*document.complaints, *built.complaints), built
