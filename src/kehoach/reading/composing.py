"""Text to a document: the usual form quickly, everything else in a guarded pass over the parser's events."""

from kehoach.reading.complaint import Complaint
from kehoach.reading.cut_comments import cut_comments
from kehoach.reading.document import Document
from kehoach.reading.usual_form import read_usual
from kehoach.values.text import FORBIDDEN, REPLACEMENT, character_name

MAXIMUM_FORBIDDEN = 50


def compose(name: str, text: str) -> Document:
    """Read a text into a document; what cannot be read is complained of and cut out."""
    document = Document(name, text)
    complaints, safe = _without_forbidden(document)
    root = None if complaints else read_usual(text)
    if root is None:
        from kehoach.reading.guarded import read_guarded  # noqa: PLC0415 - most plans are read without the parser

        root, found = read_guarded(safe, text)
        complaints += found
    if root is not None:
        document.data, document.spans = root
    document.complaints = complaints
    if document.data is not None:
        document.complaints += cut_comments(document)
    return document


def _without_forbidden(document: Document) -> tuple[list[Complaint], str]:
    """Replace each forbidden character by one that the parser takes, so that the rest is still read."""
    text = document.text
    if FORBIDDEN.search("".join(document.characters())) is None:
        return [], text
    complaints: list[Complaint] = []
    for match in FORBIDDEN.finditer(text):
        if len(complaints) == MAXIMUM_FORBIDDEN:
            break
        complaints.append(Complaint("YML008", match.span(), values={"character": character_name(match.group())}))
    return complaints, FORBIDDEN.sub(REPLACEMENT, text)
