"""A register: its bytes, its document, the typed indicators."""

from kehoach.language import Text
from kehoach.model.register import Register
from kehoach.reading.building import Built
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.other_kinds import Expected, load_kind


def load_register(content: bytes, name: str) -> tuple[Document, tuple[Complaint, ...], Built[Register] | None]:
    """Read the bytes of a register."""
    return load_kind(content, name, Register, _EXPECTED)


KIND = "register/1"
_EXPECTED = Expected(
    KIND, Text(vi="Viết `kehoach: register/1` trong tệp danh mục chỉ tiêu.", en="Write `kehoach: register/1` in the register.")
)
