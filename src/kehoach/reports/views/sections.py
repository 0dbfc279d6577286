"""The sections of the checklist, and how far each is, as reports call them."""

from kehoach.diagnostics import Severity
from kehoach.language import Text

SECTIONS = {
    "tasks": Text(vi="Nhiệm vụ và hành động", en="Tasks and actions"),
    "owners": Text(vi="Đối tượng tham gia", en="Owners"),
    "resources": Text(vi="Nguồn lực", en="Resources"),
    "timelines": Text(vi="Khung thời gian", en="Time frame"),
    "risks": Text(vi="Rủi ro và nội dung còn thiếu", en="Risks and gaps"),
    "commitments": Text(vi="Cam kết của các bên", en="Commitments"),
    "coordination": Text(vi="Cơ chế điều phối", en="Coordination"),
    "monitoring": Text(vi="Cơ chế theo dõi, đánh giá", en="Monitoring and evaluation"),
}
OTHERS = {
    "frame": Text(vi="Khung kế hoạch", en="Plan framework"),
    "process": Text(vi="Quá trình lập kế hoạch", en="Planning process"),
    "": Text(vi="Thông tin chung", en="General information"),
}
"""Where a finding may belong beside the eight."""

MARKS = {
    "complete": Text(vi="Đủ", en="Complete"),
    "gaps": Text(vi="Còn thiếu", en="Gaps"),
    "missing": Text(vi="Chưa có", en="Missing"),
}
SEVERITIES = {
    Severity.ERROR: Text(vi="Lỗi", en="Error"),
    Severity.WARNING: Text(vi="Cảnh báo", en="Warning"),
    Severity.NOTE: Text(vi="Lưu ý", en="Note"),
}
COUNTED = {
    Severity.ERROR: Text(vi="lỗi", en="errors"),
    Severity.WARNING: Text(vi="cảnh báo", en="warnings"),
    Severity.NOTE: Text(vi="lưu ý", en="notes"),
}
SHORT_MARKS = {
    "complete": Text(vi="đủ", en="full"),
    "gaps": Text(vi="thiếu", en="gaps"),
    "missing": Text(vi="chưa có", en="none"),
}
SHORT = {
    "tasks": Text(vi="Nhiệm vụ", en="Tasks"),
    "owners": Text(vi="Đối tượng", en="Owners"),
    "resources": Text(vi="Nguồn lực", en="Means"),
    "timelines": Text(vi="Thời gian", en="Time"),
    "risks": Text(vi="Rủi ro", en="Risks"),
    "commitments": Text(vi="Cam kết", en="Commit- ments"),
    "coordination": Text(vi="Điều phối", en="Coordi- nation"),
    "monitoring": Text(vi="Theo dõi", en="Moni- toring"),
}
"""For the heads and cells of wide tables."""
