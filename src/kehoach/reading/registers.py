"""A register: its bytes, its document, the typed indicators."""

from kehoach.language import Text
from kehoach.model.register import Register
from kehoach.reading.building import Built, build
from kehoach.reading.complaint import Complaint
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.loading import UNKNOWN_KIND, empty, kind_of
from kehoach.values.kind import Frame


def load_register(content: bytes, name: str) -> tuple[Document, tuple[Complaint, ...], Built[Register] | None]:
    """Read the bytes of a register."""
    text, complaint = decode(content)
    if complaint is not None:
        return Document(name, text), (complaint,), None
    document = compose(name, text)
    if not document.is_readable:
        return document, tuple(document.complaints) or (empty(),), None
    wrong, kind = kind_of(document)
    if wrong is None and kind != KIND:
        wrong = Complaint("YML009", document.span(("kehoach",)), ("kehoach",), {"text": kind, "near": KIND}, UNKNOWN_KIND, _NO_REGISTER)
    if wrong is not None:
        return document, (*document.complaints, wrong), None
    built = build(Register, document, Frame())
    return document, (*document.complaints, *built.complaints), built


KIND = "register/1"
_NO_REGISTER = Text(vi="Viết `kehoach: register/1` trong tệp danh mục chỉ tiêu.", en="Write `kehoach: register/1` in the register.")
