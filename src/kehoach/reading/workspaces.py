"""`kehoach.yaml`: its bytes, its document, the typed workspace."""

from kehoach.language import Text
from kehoach.model.workspace import Workspace
from kehoach.reading.building import Built, build
from kehoach.reading.complaint import Complaint
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.loading import UNKNOWN_KIND, empty, kind_of
from kehoach.values.kind import Frame


def load_workspace(content: bytes, name: str) -> tuple[Document, tuple[Complaint, ...], Built[Workspace] | None]:
    """Read the bytes of a `kehoach.yaml`."""
    text, complaint = decode(content)
    if complaint is not None:
        return Document(name, text), (complaint,), None
    document = compose(name, text)
    if not document.is_readable:
        return document, tuple(document.complaints) or (empty(),), None
    wrong, kind = kind_of(document)
    if wrong is None and kind != "workspace/1":
        wrong = Complaint(
            "YML009", document.span(("kehoach",)), ("kehoach",), {"text": kind, "near": "workspace/1"}, UNKNOWN_KIND, _NO_WORKSPACE
        )
    if wrong is not None:
        return document, (*document.complaints, wrong), None
    built = build(Workspace, document, Frame())
    return document, (*document.complaints, *built.complaints), built


_NO_WORKSPACE = Text(vi="Viết `kehoach: workspace/1` trong tệp cấu hình.", en="Write `kehoach: workspace/1` in the configuration.")
