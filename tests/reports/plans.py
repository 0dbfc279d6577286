"""The example plans, and plans made from them."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from kehoach.language import Language
from kehoach.model.base import Field, Node, Shape
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.reports.catalogue import Edition, Options, OutputFormat, Report, render
from kehoach.values.plain import TEXT
from places import PLANS

TODAY = date(2026, 6, 30)
NAMES = [file.parent.name for file in PLANS]
CHECKLIST = {
    "tasks": "complete",
    "owners": "complete",
    "resources": "gaps",
    "timelines": "complete",
    "risks": "gaps",
    "commitments": "missing",
    "coordination": "complete",
    "monitoring": "complete",
}

N = TypeVar("N", bound=Node)


@cache
def example(name: str) -> Plan:
    """Read one of the example plans."""
    return made((PLANS[0].parents[1] / name / "plan.yaml").read_text("utf-8"))


def made(text: str) -> Plan:
    """Read a plan from its text."""
    built = load(text.encode(), "plan.yaml").built
    assert built is not None
    return built.node


def small(rest: str, period: str = "2026", kind: str = "annual") -> Plan:
    """Read a plan of the seven required keys and whatever else is given."""
    head = f"kehoach: plan/1\nid: x\ntitle: Kế hoạch nhỏ\nkind: {kind}\nlocality: {{name: Xã Nhỏ, level: commune}}\nperiod: {period}\n"
    return made(head + rest)


def crowded(tasks: int) -> Plan:
    """Make a plan of so many tasks, in four groups, of as many words each as offices write."""
    lines = ["unit: triệu đồng", "objectives:"]
    lines += [f"  - {{id: O{n}, statement: '{_GROUPS[n]}'}}" for n in range(len(_GROUPS))]
    lines += ["outputs:", *(f"  - {{id: P{n}, title: Đầu ra số {n}, objective: O{n % len(_GROUPS)}}}" for n in range(tasks // 5))]
    lines += ["owners:", *(f"  - {{id: don-vi-{n}, name: {name}}}" for n, name in enumerate(_BODIES))]
    lines += [
        "resources:",
        "  funds:",
        "    - {id: a, name: Ngân sách xã}",
        "    - {id: b, name: Vốn chương trình mục tiêu quốc gia}",
        "tasks:",
    ]
    for n in range(tasks):
        month = n % 11 + 1
        lines += [
            f"  - id: T{n + 1}",
            f"    title: Cứng hóa {n % 7 + 1} km đường trục thôn số {n % 90 + 1}, đoạn {n // 90 + 1}",
            f"    serves: [P{n % (tasks // 5)}]",
            f"    owner: don-vi-{n % len(_BODIES)}",
            f"    partners: [don-vi-{(n + 1) % len(_BODIES)}, don-vi-{(n + 2) % len(_BODIES)}]",
            f"    start: 2026-{month:02}",
            f"    end: 2026-{month + 1:02}",
            "    deliverable: Đoạn đường được nghiệm thu, bàn giao cho thôn quản lý",
            "    location: [Thôn Nà Lau]",
            f"    needs: [{{fund: a, amount: {n % 50 + 1}, year: 2026}}, {{fund: b, amount: {n % 300 + 100}, year: 2026}}]",
        ]
    return small("\n".join(lines) + "\n")


def listed(tasks: int) -> Plan:
    """Make a plan of so many tasks with a line each."""
    return small("tasks:\n" + "".join(f"  - {{id: T{n}, title: Việc {n}}}\n" for n in range(tasks)))


_GROUPS = (
    "Phát triển sản xuất hàng hóa theo chuỗi giá trị",
    "Giảm nghèo, nâng chất lượng y tế và giáo dục",
    "Hoàn thiện đường thôn và thủy lợi nhỏ",
    "Giữ môi trường sạch, chủ động phòng chống thiên tai",
)
_BODIES = ("Phòng Kinh tế xã Mẫu", "Ban Quản lý dự án xã Mẫu", "Hội Liên hiệp Phụ nữ xã Mẫu", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Mẫu")


def markdown(report: Report, plan: Plan, **options: Any) -> str:
    """Render a report by its shipped template."""
    return render(report, OutputFormat.MD, plan, wanted(**options)).decode()


def wanted(language: Language = Language.VI, edition: Edition = Edition.ISSUED, **options: Any) -> Options:
    """Give options with a fixed day and version."""
    return Options(today=TODAY, version="0", language=language, edition=edition, **options)


def with_texts(node: N, change: Callable[[str], str]) -> N:
    """Put other words in every free text of a plan."""
    values = {declared.attribute: _changed(node, declared, change) for declared in node.fields.values() if node.has(declared.attribute)}
    return type(node)(node.path, **values)


def _changed(node: Node, declared: Field, change: Callable[[str], str]) -> Any:
    value = getattr(node, declared.attribute)
    is_text = declared.kind is TEXT and not (declared.refers and not declared.soft)
    match declared.shape:
        case Shape.VALUE:
            return change(value) if is_text and isinstance(value, str) else value
        case Shape.VALUES:
            return tuple(change(one) for one in value) if is_text else value
        case Shape.NODE:
            return with_texts(value, change) if value is not None else None
        case Shape.NODES:
            return tuple(with_texts(one, change) for one in value)
        case Shape.MAP:
            if declared.node is not None:
                return {key: with_texts(one, change) for key, one in value.items()}
            return {key: change(one) for key, one in value.items()} if is_text else value


def lines_of(text: str, start: str) -> list[str]:
    """Give the lines that begin with something."""
    return [line for line in text.splitlines() if line.startswith(start)]
