"""What of a document does not fit its model: what is said of it, what is cut out, what is lost."""

from collections.abc import Mapping
from typing import Any

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.base import Field, Node, Thing
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import CUT, MERGED, Document
from kehoach.reading.edits import Edit
from kehoach.values.kind import BadValueError
from kehoach.values.text import fold, nearest, short, slips

ANY = "*"
"""Stands in a cut path for every key of a mapping."""


class Misfits:
    """Gathers what the reader of nodes cannot read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.complaints: list[Complaint] = []
        self.cuts: list[KeyPath] = []
        self.lost: dict[Thing, list[str]] = {}  # ids of things whose id could not be read, "" where there is none
        self.tagged = frozenset(complaint.path for complaint in document.complaints if complaint.code == "YML003")

    def lose(self, kind: type[Node] | None) -> None:
        """Remember that things may have been defined in what cannot be read."""
        for thing in _things(kind) if kind is not None else ():
            self.lose_one(thing)

    def lose_one(self, thing: Thing, name: str = "") -> None:
        """Remember that a thing of this name may have been defined."""
        self.lost.setdefault(thing, []).append(name)

    def unreadable(self, error: BadValueError, text: str, path: KeyPath, *, of_key: bool) -> None:
        """Complain of a scalar that is not of its kind."""
        self.cuts.append(path)
        span = self.document.span(path, of_key=of_key)
        values = {"text": short(text), **error.values}
        self.complaints.append(Complaint(error.code, span, path, values, error.message, error.fix))

    def unknown(self, kind: type[Node], key: str, data: Mapping[str, Any], path: KeyPath) -> Field | None:
        """Complain of an unknown key; give the field that was meant."""
        if key == MERGED and data[key] is CUT:
            self.lose(kind)
            self.cuts.append((*path, ANY))
            return None
        if key.startswith("x-"):
            return None
        here = (*path, key)
        start, end = self.document.span(here, of_key=True)
        free = [name for name in kind.fields if name not in data]
        meant = nearest(key, free)
        values: dict[str, object] = {"key": short(key), "near": meant or ""}
        if meant is None:
            if type(data[key]) is not str:
                for name in free:
                    self.lose(kind.fields[name].node)
            known = ", ".join(kind.fields)
            self.complaints.append(Complaint("YML010", (start, end), here, {**values, "known": known}, _UNKNOWN_FAR, _UNKNOWN_FIX))
            return None
        edits = (Edit(start, end, meant, meant),) if _is_one_slip(key, meant, free) and self.document.text[start] != "*" else ()
        self.complaints.append(Complaint("YML010", (start, end), here, values, edits=edits))
        return kind.fields[meant]

    def missing(self, field: Field, data: Mapping[str, Any], path: KeyPath, cuts_before: int) -> None:
        """Complain once of a required key that is not there, unless it stands in what was cut out since."""
        here = (*path, field.key)
        own_cuts = self.cuts[cuts_before:]
        if here in own_cuts or (*path, ANY) in own_cuts:
            return
        if field.defines is not None:
            self.lose_one(field.defines)
        self.cuts.append(here)
        span = self.document.span(here) if field.key in data else self.document.span(path)
        values = {"key": field.key, "about": field.about}
        self.complaints.append(Complaint("YML011", span, here, values))

    def wrong_shape(self, data: Any, path: KeyPath, wanted: Text) -> None:
        """Complain of a value of another shape than the key takes."""
        self.cuts.append(path)
        if data is CUT or path in self.tagged:
            return
        met = _MET[type(data)]
        span = self.document.span(path)
        fix = _SHAPE_FIXES.get((wanted, type(data)), _SHAPE_FIX)
        self.complaints.append(Complaint("YML012", span, path, {"wanted": wanted, "met": met}, None, fix))

    def wrong_length(self, length: int, data: list[Any], path: KeyPath) -> None:
        """Complain of a three-point estimate that has not three points."""
        self.cuts.append(path)
        start, end = span = self.document.whole(path)
        text = self.document.text
        values = {"text": short(text[start:end]), "length": length, "count": len(data)}
        if len(data) > length and text[start] == "[":
            self.complaints.append(Complaint("YML017", span, path, values, _ONE_TOO_MANY, _COMMA_FIX))
        else:
            self.complaints.append(Complaint("YML012", span, path, values, _COUNT, _COUNT_FIX))


def _things(kind: type[Node]) -> frozenset[Thing]:
    """Give the kinds of things that such a node, and what is in it, defines."""
    found, seen, waiting = set(), {kind}, [kind]
    while waiting:
        for field in waiting.pop().fields.values():
            if field.defines is not None:
                found.add(field.defines)
            if field.node is not None and field.node not in seen:
                seen.add(field.node)
                waiting.append(field.node)
    return frozenset(found)


def _is_one_slip(key: str, meant: str, free: list[str]) -> bool:
    """Tell whether a key is one slip from the one that was meant, and from no other."""
    wanted = fold(key)
    return [name for name in free if slips(wanted, fold(name), 1) <= 1] == [meant]


MAPPING = Text(vi="một nhóm khóa `khóa: giá trị`", en="a mapping of `key: value`")
SCALAR = Text(vi="một giá trị", en="one value")
LIST = Text(vi="một danh sách", en="a list")
LIST_OF_MAPPINGS = Text(vi="một danh sách các mục", en="a list of entries")
_MET: Mapping[type, Text] = {
    str: Text(vi="một giá trị", en="one value"),
    list: Text(vi="một danh sách", en="a list"),
    dict: Text(vi="một nhóm khóa", en="a mapping"),
    type(None): Text(vi="không có gì", en="nothing"),
}
_SHAPE_FIX = Text(vi="Viết {wanted} ở đây.", en="Write {wanted} here.")
_SHAPE_FIXES: Mapping[tuple[Text, type], Text] = {
    (LIST, str): Text(vi="Đặt giá trị trong ngoặc vuông: `[…]`.", en="Put the value in square brackets: `[…]`."),
    (LIST_OF_MAPPINGS, dict): Text(vi="Bắt đầu mỗi mục bằng dấu gạch `- `.", en="Start each entry with a dash `- `."),
    (SCALAR, list): Text(vi="Chỉ giữ một giá trị, bỏ ngoặc vuông hoặc dấu gạch.", en="Keep one value, without brackets or dash."),
}
_UNKNOWN_FAR = Text(vi="không có khóa {key!r} ở đây", en="there is no key {key!r} here")
_UNKNOWN_FIX = Text(
    vi="Các khóa được dùng ở đây: {known}; khóa riêng của bạn bắt đầu bằng x-.",
    en="The keys that may stand here: {known}; keys of your own start with x-.",
)
_ONE_TOO_MANY = Text(
    vi="có {count} số trong khi cần {length}: dấu phẩy trong {text} tách số thập phân làm hai",
    en="{count} numbers where {length} are wanted: a comma in {text} splits a decimal in two",
)
_COMMA_FIX = Text(vi="Viết số thập phân bằng dấu chấm, hoặc trong nháy.", en="Write decimals with a point, or in quotes.")
_COUNT = Text(vi="có {count} số trong khi cần {length}", en="{count} numbers where {length} are wanted")
_COUNT_FIX = Text(vi="Viết ba số: ít nhất, có thể, nhiều nhất.", en="Write three numbers: minimum, likely, maximum.")
