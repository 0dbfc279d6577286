"""Wording that a document brings along: texts in both languages, and how grave a complaint is."""

from kehoach.diagnostics import Severity
from kehoach.language import Text
from kehoach.model.base import Node, prose
from kehoach.values.kind import Kind
from kehoach.values.plain import choice

SEVERITIES = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("lưu ý", "note"),
}
SEVERITY: Kind[Severity] = choice(Severity, SEVERITIES)


class Wording(Node):
    """A text in both languages."""

    vi: str | None = prose(vi="Tiếng Việt", en="Vietnamese")
    en: str | None = prose(vi="Tiếng Anh", en="English")

    @property
    def text(self) -> Text:
        """Give both languages; where one is missing, the other stands in."""
        return Text(self.vi or self.en or "", self.en or self.vi or "")
