"""Plans compared in tests, and plans in which one value is another one."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kehoach.analysis.changes.difference import Difference, difference
from kehoach.analysis.changes.sides import is_set
from kehoach.diagnostics import KeyPath
from kehoach.model.base import Field, Node, Shape, Thing
from kehoach.model.plan import Plan
from kehoach.reading.building import Built
from kehoach.reading.document import Document
from kehoach.reading.loading import load
from kehoach.values import dates, ids, money, numbers, paths, targets
from kehoach.values.kind import NO_FRAME
from kehoach.values.plain import TEXT, Choice
from places import EXAMPLES

MODEL = (EXAMPLES / "xa-mau-2026" / "plan.yaml").read_text("utf-8")

EDITS = {
    "stage": ("stage: approved", "stage: in_force"),
    "target lowered": ("{value: 34, is: at_least, date: 2026}", "{value: 32, is: at_least, date: 2026}"),
    "target eased": ("{value: 11.0, is: at_most, date: 2026}", "{value: ≤ 12, date: năm 2026}"),
    "target put off": ("{value: 180, is: at_least, date: 2026}", "{value: 180, is: at_least, date: 2027}"),
    "indicator changed": ("source: Giấy chứng nhận và bản đồ vùng trồng", "source: Báo cáo của hợp tác xã"),
    "money added": ("amount: 2400\n", "amount: 2,55 tỷ đồng\n"),
    "money from another source": ("fund: ns-tinh\n        amount: 300\n", "fund: ns-xa\n        amount: 300\n"),
    "owner": ("owner: ban-qlda\n    partners: [cac-thon]\n", "owner: phong-kinh-te\n    partners: [cac-thon, hoi-nd]\n"),
    "deadline slipped": ("end: 2026-11-27", "end: 2026-12-18"),
    "deadline advanced": ("date: 2026-04-15\n", "date: 31/3/2026\n"),
    "task renamed": ("title: Dạy nghề ngắn hạn cho lao động nông thôn", "title: Dạy nghề cho lao động nông thôn và thanh niên"),
    "risk rated anew": ("likelihood: 4\n    impact: 4", "likelihood: 2\n    impact: 5"),
    "commitment": ("status: confirmed\n    date: 2025-12-29\n    evidence: van-ban/xac-nhan-ngan-sach-tinh.txt", "status: conditional"),
    "coordination": ("      within_days: 10\n", "      within_days: 15\n"),
    "monitoring": ("      due_day: 20\n      by: vp-xa", "      due_day: 25\n      by: vp-xa"),
    "situation": ("chiếm khoảng 62%", "chiếm khoảng 63%"),
    "objective": ("statement: Hoàn thiện đường thôn và công trình thủy lợi nhỏ", "statement: Hoàn thiện đường thôn, thủy lợi và điện"),
    "the official form": ("  number: 05\n", "  number: 06\n"),
    "a key of the users' own": ("  place: Xã Mẫu\n", "  place: Xã Mẫu\n  x-nguoi-soan: vp-xa\n"),
    "id": ("id: cong-an-xa\n", "id: ca-xa\n"),
    "id, where it is named": ("cong-an-xa, ", "ca-xa, "),
    "id, at the end of a list": (", cong-an-xa]", ", ca-xa]"),
}
"""What becomes of the model plan in its next revision, by what an appraiser calls it; id and notation aside, each is one thing."""


def revised() -> str:
    """Write the next revision of the model plan: those edits, a task and a risk dropped, an indicator added."""
    text = MODEL
    for old, new in EDITS.values():
        assert old in text
        text = text.replace(old, new) if "ca-xa" in new else text.replace(old, new, 1)
    text = without(text, "  - id: R6\n", "gaps:\n")
    text = (
        without(text, "  - id: T9\n", "  - id: T10\n").replace("[T9, T12]", "[T12]").replace("T8, T9, ", "T8, ").replace("[T5, T9]", "[T5]")
    )
    text = text.replace("[T6, T9, T10]", "[T6, T10]")
    return text.replace("    - id: giai-ngan\n", f"{ADDED}    - id: giai-ngan\n")


def without(text: str, start: str, end: str) -> str:
    """Leave out what stands from one line to another."""
    return text[: text.index(start)] + text[text.index(end) :]


ADDED = """\
    - id: nuoc-sach
      name: Tỷ lệ hộ dùng nước sạch
      unit: "%"
      direction: increase
      targets:
        - {value: 90, is: at_least, date: 2026}
"""


def read(text: str | bytes) -> tuple[Built[Plan], Document]:
    loaded = load(text.encode() if isinstance(text, str) else text, "plan.yaml")
    assert loaded.built is not None
    return loaded.built, loaded.document


def compared(old: str | bytes, new: str | bytes) -> Difference:
    return difference(read(old), read(new))


def told(found: Difference) -> list[tuple[str, str]]:
    """Name the changes: what happened, and where by ids."""
    sides = [(change, found.old if change.after is None else found.new) for change in found.changes]
    return [
        (change.kind.value, "/".join(map(str, side.document.by_ids(change.old_path if change.after is None else change.new_path))))
        for change, side in sides
    ]


class Spoken(NamedTuple):
    """A scalar of a plan, another value for it, and the path that a change of it must name."""

    path: KeyPath
    field: Field
    start: int
    end: int
    other: str


def changed(text: str, *others: Spoken) -> str:
    """Write a plan with other values."""
    for one in sorted(others, key=lambda one: -one.start):
        text = text[: one.start] + one.other + text[one.end :]
    return text


def mutated(text: str) -> Iterator[Spoken]:
    """Give for each value of a plan another one."""
    built, document = read(text)
    known = dict(_things(built.node))
    for field, path, value in _values(built.node):
        start, end = document.span(path)
        if path in built.cuts or path[-1] in _OF_THE_WHOLE or document.text[start] in "|>&*":
            continue
        other = _other(field, value, known)
        if other is not None:
            named = path[:-1] if field.shape is Shape.VALUES and (is_set(field) or field.length is not None) else path
            yield Spoken(named, field, start, end, other)


def _values(node: Node) -> Iterator[tuple[Field, KeyPath, Any]]:
    """Walk every value that stands in a plan; not ids, of which many places may speak."""
    for key, field in node.fields.items():
        value = node.__dict__.get(field.attribute)
        if value is None or field.defines is not None:
            continue
        if field.shape is Shape.VALUE:
            yield field, node.at(key), value
        elif field.shape is Shape.VALUES:
            yield from ((field, node.at(key, i), item) for i, item in enumerate(value))
        elif field.shape is Shape.NODE:
            yield from _values(value)
        elif field.shape is Shape.NODES:
            for inner in value:
                yield from _values(inner)
        elif field.node is not None:
            for inner in value.values():
                yield from _values(inner)
        else:
            yield from ((field, node.at(key, str(name)), inner) for name, inner in value.items())


def _other(field: Field, value: Any, known: Mapping[str, Thing]) -> str | None:
    """Write another value of the same kind; none where there is no other."""
    kind = field.kind
    if field.refers:
        return next((name for name, thing in known.items() if name != value and thing in field.refers), None)
    if isinstance(kind, Choice):
        return next((word for word in kind.schema()["anyOf"][0]["enum"] if kind.read(word, NO_FRAME) != value), None)  # type: ignore[index]
    if kind is TEXT:
        return json.dumps(f"{value} khác hẳn", ensure_ascii=False)
    if kind is numbers.YES_NO:
        return str(not value).lower()
    return _OTHERS.get(id(kind), "3" if value != 3 else "2")


def _things(node: Node) -> Iterator[tuple[str, Thing]]:
    """List the things of a plan with their kinds."""
    for field in node.fields.values():
        value = node.__dict__.get(field.attribute)
        if field.defines is not None and value is not None:
            yield str(value), field.defines
        elif field.node is not None and value is not None:
            for inner in [value] if isinstance(value, Node) else value.values() if isinstance(value, Mapping) else value:
                yield from _things(inner)


_OF_THE_WHOLE = frozenset(("kehoach", "unit", "period", "id"))  # what changes the meaning of other places, or of the file
_OTHERS = {
    id(kind): text
    for kind, text in (
        (dates.DATE, "2031-05-06"),
        (dates.DUE, "2031-05-06"),
        (dates.PERIOD, "2031-05-06 .. 2031-07-08"),
        (dates.YEAR, "2031"),
        (money.AMOUNT, "987654 đồng"),
        (money.AMOUNT_LIMIT, "987654 đồng"),
        (numbers.NUMBER, "987"),
        (numbers.INTEGER, "987"),
        (numbers.PERCENTAGE, "9.5"),
        (paths.FILE_PATH, "van-ban/khac-han.txt"),
        (targets.TARGET_VALUE, "987"),
        (ids.ID, "khac-han"),
        (ids.REFERENCE, "khac#han"),
    )
}
