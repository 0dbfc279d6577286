"""The words that the formats themselves say."""

from typing import NamedTuple

from kehoach.diagnostics import Severity
from kehoach.language import Language, Text


class Noun(NamedTuple):
    """A countable word; Vietnamese has one form."""

    vi: str
    one: str
    many: str

    def say(self, number: int, language: Language) -> str:
        """Say how many."""
        if language is Language.VI:
            return f"{number} {self.vi}"
        return f"{number} {self.one if number == 1 else self.many}"


SEVERITIES = {
    Severity.ERROR: Text("lỗi", "error"),
    Severity.WARNING: Text("cảnh báo", "warning"),
    Severity.NOTE: Text("lưu ý", "note"),
}
COUNTED = {
    Severity.ERROR: Noun("lỗi", "error", "errors"),
    Severity.WARNING: Noun("cảnh báo", "warning", "warnings"),
    Severity.NOTE: Noun("lưu ý", "note", "notes"),
}
FILES = Noun("tệp", "file", "files")
PLACES = Noun("chỗ", "place", "places")
TO_CORRECT = Noun("chỗ cần sửa", "thing to correct", "things to correct")

SECTIONS = {
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "owners": Text("Đối tượng tham gia", "Owners"),
    "resources": Text("Nguồn lực", "Resources"),
    "timelines": Text("Khung thời gian", "Timelines"),
    "risks": Text("Rủi ro và nội dung còn thiếu", "Risks and gaps"),
    "commitments": Text("Cam kết", "Commitments"),
    "coordination": Text("Cơ chế điều phối", "Coordination"),
    "monitoring": Text("Theo dõi, đánh giá", "Monitoring and evaluation"),
}
"""The eight sections, in the order of the checklist."""

OTHER_ROWS = {
    "frame": Text("Khung kế hoạch", "Plan framework"),
    "process": Text("Quá trình lập", "Planning process"),
    "": Text("Thông tin chung", "General information"),
}
"""Rows that are shown when something was found there, and not counted."""

MARKS = {
    "complete": Text("đủ", "complete"),
    "gaps": Text("còn thiếu ý", "gaps"),
    "missing": Text("chưa có", "missing"),
}
SIGNS = {"complete": "✓", "gaps": "~", "missing": "✗"}

WHY = Text("vì sao", "why")
FIX = Text("cách sửa", "fix")


def unfilled(text: Text, language: Language) -> str:
    """Show a template without values: `{id!r}` as `…`."""
    said, shown, depth = text.to(language), "", 0
    for c in said:
        depth += (c == "{") - (c == "}")
        if c == "{":
            shown += "…"
        elif c != "}" and not depth:
            shown += c
    return shown


def capitalised(said: str) -> str:
    """Begin a text with a capital letter, the rest as it is."""
    return said[:1].upper() + said[1:]
