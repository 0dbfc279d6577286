"""A process document: its bytes, its document, the typed process."""

from kehoach.language import Text
from kehoach.model.process import Process
from kehoach.reading.building import Built
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.other_kinds import Expected, load_kind


def load_process(content: bytes, name: str) -> tuple[Document, tuple[Complaint, ...], Built[Process] | None]:
    """Read the bytes of a process document."""
    return load_kind(content, name, Process, _EXPECTED)


KIND = "process/1"
_EXPECTED = Expected(
    KIND, Text(vi="Viết `kehoach: process/1` trong tệp quy trình.", en="Write `kehoach: process/1` in the process document.")
)
