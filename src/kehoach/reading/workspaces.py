"""`kehoach.yaml`: its bytes, its document, the typed workspace."""

from kehoach.language import Text
from kehoach.model.workspace import Workspace
from kehoach.reading.building import Built
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.other_kinds import Expected, load_kind


def load_workspace(content: bytes, name: str) -> tuple[Document, tuple[Complaint, ...], Built[Workspace] | None]:
    """Read the bytes of a `kehoach.yaml`."""
    return load_kind(content, name, Workspace, _EXPECTED)


_EXPECTED = Expected(
    "workspace/1", Text(vi="Viết `kehoach: workspace/1` trong tệp cấu hình.", en="Write `kehoach: workspace/1` in the configuration.")
)
