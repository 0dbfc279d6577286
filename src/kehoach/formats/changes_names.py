"""What changes call the keys of a plan, and the things in it."""

from collections.abc import Mapping

from kehoach.analysis.changes.difference import title_of
from kehoach.language import Language, Text
from kehoach.model.base import Field, Node
from kehoach.values.text import short

_TITLE = 70  # characters of a title that is quoted in a sentence


def key_name(field: Field, node: Node, language: Language) -> str:
    """Call a key as an appraiser does: in a few words, else by its description."""
    known = _KEYS.get((type(node).__name__, field.key)) or _KEYS.get(("", field.key))
    return known.to(language) if known is not None else _first_down(field.about.to(language), language)


def thing_name(node: Node, name: str, language: Language, title: str | None = None) -> str:
    """Call a thing by its kind, id and title: `Nhiệm vụ T3 “Cứng hóa đường”`."""
    declared = node.fields["id"].defines
    kind = declared.label.to(language) if declared is not None else ""
    said = title_of(node) if title is None else title
    return f"{kind} {name}{quoted(short(said, _TITLE), language) if said else ''}"


def quoted(text: str, language: Language) -> str:
    """Put a title in quotation marks, after a space."""
    del language
    return f" “{text}”"


def named(name: str, names: Mapping[str, str]) -> str:
    """Call a thing that is referred to by its title and id."""
    title = names.get(name, "")
    return f"{short(title, _TITLE)} ({name})" if title and title != name else name


def _first_down(text: str, language: Language) -> str:
    """Begin with a small letter in the middle of a sentence, unless it is a name or an abbreviation."""
    del language
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


_KEYS: Mapping[tuple[str, str], Text] = {
    ("", "title"): Text("tên", "title"),
    ("", "name"): Text("tên", "name"),
    ("", "owner"): Text("đơn vị chủ trì", "lead body"),
    ("Risk", "owner"): Text("đơn vị theo dõi", "body that watches it"),
    ("Gap", "owner"): Text("đơn vị bổ sung", "body that fills it"),
    ("CoOwner", "owner"): Text("đơn vị cùng chủ trì", "body that shares the lead"),
    ("", "co_owners"): Text("đơn vị cùng chủ trì", "body that shares the lead"),
    ("", "partners"): Text("đơn vị phối hợp", "partner bodies"),
    ("", "supporters"): Text("lực lượng hỗ trợ", "supporting parties"),
    ("", "start"): Text("bắt đầu", "start"),
    ("", "end"): Text("kết thúc", "end"),
    ("", "phase"): Text("giai đoạn", "phase"),
    ("", "serves"): Text("phục vụ", "serves"),
    ("", "after"): Text("chỉ bắt đầu sau khi xong", "starts after"),
    ("Milestone", "after"): Text("sau khi xong", "after"),
    ("", "affects"): Text("nhiệm vụ bị ảnh hưởng", "tasks affected"),
    ("", "milestones"): Text("mốc", "deadline"),
    ("TaskMilestone", "date"): Text("thời điểm của mốc", "date of the deadline"),
    ("Milestone", "date"): Text("thời điểm", "date"),
    ("Indicator", "baseline"): Text("giá trị gốc", "baseline"),
    ("Baseline", "value"): Text("giá trị gốc", "baseline"),
    ("Baseline", "date"): Text("thời điểm", "date"),
    ("Target", "date"): Text("thời điểm", "date"),
    ("AssignedTarget", "date"): Text("thời điểm của mức được giao", "date of the target assigned"),
    ("AssignedTarget", "value"): Text("mức được giao", "target assigned"),
    ("Target", "aspirational"): Text("phấn đấu, không bắt buộc", "striven for rather than promised"),
    ("", "needs"): Text("nhu cầu", "need"),
    ("", "total"): Text("tổng như in trong nguồn", "total as printed"),
    ("", "totals"): Text("tổng như in trong nguồn", "total as printed"),
    ("", "limits"): Text("mức vốn", "limit"),
    ("InKind", "limits"): Text("khối lượng", "quantity"),
    ("", "amount"): Text("số tiền", "amount"),
    ("", "fund"): Text("nguồn vốn", "source of money"),
    ("", "for"): Text("nội dung chi", "purpose"),
    ("", "rate"): Text("định mức", "amount for one unit"),
    ("", "likelihood"): Text("khả năng xảy ra", "likelihood"),
    ("", "impact"): Text("mức tác động", "impact"),
    ("", "prevention"): Text("phòng ngừa", "prevention"),
    ("", "contingency"): Text("ứng phó", "response"),
    ("", "unit"): Text("đơn vị tính", "unit"),
    ("Plan", "unit"): Text("đơn vị tiền", "unit of money"),
    ("", "direction"): Text("chiều mong muốn", "wanted direction"),
    ("", "level"): Text("cấp", "level"),
    ("Indicator", "level"): Text("cấp của chỉ tiêu", "level of results"),
    ("Objective", "level"): Text("loại mục tiêu", "sort of objective"),
    ("Indicator", "counts"): Text("đối tượng đếm", "what it counts"),
    ("Indicator", "definition"): Text("cách tính", "definition"),
    ("", "accumulation"): Text("cách cộng theo thời gian", "accumulation"),
    ("", "expresses"): Text("mức hay mức thay đổi", "level or change"),
    ("", "status"): Text("tình trạng", "status"),
    ("Fund", "status"): Text("mức chắc chắn", "how sure it is"),
    ("Commitment", "status"): Text("mức chắc chắn", "how firm it is"),
    ("Commitment", "by"): Text("bên cam kết", "parties"),
    ("Commitment", "tasks"): Text("cho nhiệm vụ", "tasks"),
    ("", "statement"): Text("nội dung", "statement"),
    ("", "description"): Text("mô tả", "description"),
    ("", "guaranteed_by"): Text("đơn vị bảo đảm", "guaranteed by"),
    ("", "disaggregated_by"): Text("phân tổ", "split by"),
    ("", "within_regular_budget"): Text("dùng chi thường xuyên", "paid from the regular budget"),
    ("Plan", "kind"): Text("loại kế hoạch", "kind of plan"),
    ("Plan", "period"): Text("kỳ kế hoạch", "period"),
    ("Plan", "stage"): Text("giai đoạn", "stage"),
    ("Plan", "id"): Text("mã kế hoạch", "id of the plan"),
    ("", "language"): Text("ngôn ngữ", "language"),
    ("", "number"): Text("số", "number"),
    ("", "within_days"): Text("trong số ngày", "within days"),
    ("", "symbol"): Text("ký hiệu", "symbol"),
}
"""By the kind of node, else for any; a key that is not here is called by its description."""
