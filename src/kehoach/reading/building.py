"""A document to typed nodes: each scalar read by its field, what cannot be read cut out and remembered."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.base import MOVED, Field, Node, Shape, Thing
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import CUT, MERGED, Document
from kehoach.reading.edits import Edit
from kehoach.reading.references import Reference, resolve
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.plain import TEXT
from kehoach.values.text import fold, nearest, short, slips

N = TypeVar("N", bound=Node)

ANY = "*"
"""Stands in a cut path for every key of a mapping."""


class Built(NamedTuple, Generic[N]):
    """The typed top of a document and what could not be read of it."""

    node: N
    complaints: tuple[Complaint, ...]
    cuts: tuple[KeyPath, ...]
    mentions: frozenset[str]  # every id that something refers to
    elsewhere: tuple[tuple[KeyPath, str], ...]  # references to other plans
    ids: frozenset[str] | None = None  # every id there is; none where a part of the document was not read


def build(top: type[N], document: Document, frame: Frame) -> Built[N]:
    """Read a document as a node of the given type."""
    builder = _Builder(document, frame)
    node = builder.node(top, document.data, document.spans, ())
    assert isinstance(node, top)
    ids = None if builder.complaints else frozenset(builder.things)
    resolved = resolve(builder.things, builder.lost, builder.references, document)
    builder.complaints += resolved.complaints
    builder.cuts += resolved.cuts
    return Built(node, tuple(builder.complaints), tuple(builder.cuts), resolved.mentions, resolved.elsewhere, ids)


class _Builder:
    """Walks raw data and spans together."""

    def __init__(self, document: Document, frame: Frame) -> None:
        self.document = document
        self.frame = frame
        self.complaints: list[Complaint] = []
        self.cuts: list[KeyPath] = []
        self.tagged = frozenset(complaint.path for complaint in document.complaints if complaint.code == "YML003")
        self.things: dict[str, list[tuple[Thing, KeyPath]]] = {}
        self.lost: dict[Thing, list[str]] = {}  # ids of things whose id could not be read, "" where there is none
        self.references: list[Reference] = []
        self.known: dict[tuple[int, str], Any] = {}  # what a text was read as before, by the identity of its kind

    def node(self, kind: type[Node], data: Any, spans: Any, path: KeyPath) -> Node | None:
        """Build one node from a mapping; None where there is no mapping."""
        if type(data) is not dict:
            self.lose(kind)
            self.wrong_shape(data, path, _MAPPING)
            return None
        node = kind.__new__(kind)
        into = node.__dict__
        into["path"] = path
        fields = kind.fields
        inside = spans[2]
        cuts_before = len(self.cuts)
        for key, value in data.items():
            field = fields.get(key)
            if field is None:
                self.unknown(kind, key, data, spans, path, into)
            elif type(value) is str and field.shape is _VALUE:
                if field.kind is TEXT and not field.refers:
                    into[field.attribute] = value
                else:
                    self.value(field, value, (*path, key), into)
            elif value is not None:
                self.field(field, value, inside[key][2], (*path, key), into)
        for key in kind.required:
            if key not in into and fields[key].attribute not in into:
                self.missing(fields[key], data, path, into, cuts_before)
        return node

    def field(self, field: Field, value: Any, spans: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read the value of one key into the node."""
        shape = field.shape
        if value is CUT:
            self.lose(field.node)
            self.cuts.append(path)
        elif shape is _VALUE:
            if type(value) is not str:
                self.wrong_shape(value, path, _SCALAR)
                return
            self.value(field, value, path, into)
        elif shape is _NODES:
            self.nodes(field, value, spans, path, into)
        elif shape is _VALUES:
            self.values(field, value, spans, path, into)
        elif shape in _MAPS:
            self.table(field, value, spans, path, into)
        else:
            assert field.node is not None
            node = self.node(field.node, value, spans, path)
            if node is not None:
                into[field.attribute] = node

    def value(self, field: Field, text: str, path: KeyPath, into: dict[str, Any]) -> None:
        """Read one scalar; register it where it is an id or refers to one."""
        kind = field.kind
        if kind is TEXT:
            read: Any = text
        else:
            read = self.read(kind, text, path)
            if read is CUT:
                if field.defines is not None:
                    self.lost.setdefault(field.defines, []).append(text)
                return
        into[field.attribute] = read
        if field.defines is not None:
            self.things.setdefault(read, []).append((field.defines, path))
        elif field.refers or not field.within:
            self.references.append(Reference(field, read, path, into, None))

    def read(self, kind: Kind[Any] | None, text: str, path: KeyPath, *, of_key: bool = False) -> Any:
        """Read a scalar by its kind, or complain and give CUT."""
        known = self.known.get((id(kind), text))
        if known is not None:
            return known
        assert kind is not None
        try:
            value = self.known[id(kind), text] = kind.read(text, self.frame)
        except BadValueError as error:
            self.cuts.append(path)
            span = self.document.span(path, of_key=of_key)
            values = {"text": short(text), **error.values}
            self.complaints.append(Complaint(error.code, span, path, values, error.message, error.fix))
            return CUT
        return value

    def values(self, field: Field, data: Any, spans: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read a list of scalars."""
        if type(data) is not list:
            self.wrong_shape(data, path, _LIST)
            return
        found: list[Any] = []
        places: list[int] = []
        for index, item in enumerate(data):
            here = (*path, index)
            if item is None:
                continue
            if item is CUT or type(item) is not str:
                self.wrong_shape(item, here, _SCALAR)
                continue
            read = item if field.kind is TEXT else self.read(field.kind, item, here)
            if read is CUT:
                continue
            if field.refers or not field.within:
                self.references.append(Reference(field, read, here, into, read))
            found.append(read)
            places.append(index)
        if found and len(found) < len(data):
            into.setdefault(MOVED, {})[field.key] = tuple(places)
        if field.length is not None and len(data) != field.length:
            self.wrong_length(field.length, data, spans, path)
        elif found:
            into[field.attribute] = tuple(found)

    def nodes(self, field: Field, data: Any, spans: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read a list of mappings."""
        if type(data) is not list:
            self.lose(field.node)
            self.wrong_shape(data, path, _LIST_OF_MAPPINGS)
            return
        assert field.node is not None
        inside = spans[2]
        found = []
        for index, item in enumerate(data):
            if item is None:
                continue
            node = self.node(field.node, item, inside[index], (*path, index))
            if node is not None:
                found.append(node)
        if found:
            into[field.attribute] = tuple(found)

    def table(self, field: Field, data: Any, spans: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read a mapping whose keys are values."""
        if type(data) is not dict:
            self.wrong_shape(data, path, _MAPPING)
            return
        assert field.keys is not None
        found: dict[Any, Any] = {}
        for key, value in data.items():
            here = (*path, key)
            if (key == MERGED and value is CUT) or key.startswith("x-"):
                if key == MERGED:
                    self.cuts.append((*path, ANY))
                continue
            name = self.read(field.keys, key, here, of_key=True)
            if name is CUT:
                continue
            if field.refers:
                self.references.append(Reference(field, name, here, found, None))
            read = self.entry(field, value, spans[2][key][2], here)
            if read is not CUT:
                found[name] = read
        if found:
            into[field.attribute] = found

    def entry(self, field: Field, value: Any, spans: Any, path: KeyPath) -> Any:
        """Read the value of one entry of a table; CUT where there is none."""
        if value is None:
            return CUT if field.node is None else field.node(path)
        if value is CUT:
            self.cuts.append(path)
            return CUT
        if field.node is not None:
            node = self.node(field.node, value, spans, path)
            return CUT if node is None else node
        if field.shape is Shape.MAP_OF_LISTS:
            inside: dict[str, Any] = {}
            self.values(field, value, spans, path, inside)
            return inside.get(field.attribute, CUT)
        if type(value) is not str:
            self.wrong_shape(value, path, _SCALAR)
            return CUT
        return self.read(field.kind, value, path)

    def unknown(self, kind: type[Node], key: str, data: dict[str, Any], spans: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Complain of an unknown key and read it as the one that was meant."""
        if key == MERGED and data[key] is CUT:
            self.lose(kind)
            self.cuts.append((*path, ANY))
            return
        if key.startswith("x-"):
            return
        start, end, child = spans[2][key]
        free = [name for name in kind.fields if name not in data]
        meant = nearest(key, free)
        values: dict[str, object] = {"key": short(key), "near": meant or ""}
        here = (*path, key)
        if meant is None:
            if type(data[key]) is not str:
                for name in free:
                    self.lose(kind.fields[name].node)
            known = ", ".join(kind.fields)
            self.complaints.append(Complaint("YML010", (start, end), here, {**values, "known": known}, _UNKNOWN_FAR, _UNKNOWN_FIX))
            return
        edits = (Edit(start, end, meant, meant),) if _is_one_slip(key, meant, free) and self.document.text[start] != "*" else ()
        self.complaints.append(Complaint("YML010", (start, end), here, values, edits=edits))
        if data[key] is not None:
            before = len(self.complaints)
            self.field(kind.fields[meant], data[key], child, here, into)
            if kind.fields[meant].attribute not in into:
                self.cuts.append((*path, meant))
                del self.complaints[before:]

    def missing(self, field: Field, data: dict[str, Any], path: KeyPath, into: dict[str, Any], cuts_before: int) -> None:
        """Complain once of a required key that is not there; put in what rules can live with."""
        here = (*path, field.key)
        own_cuts = self.cuts[cuts_before:]
        is_cut = here in own_cuts or (*path, ANY) in own_cuts
        if field.defines is not None:
            index = path[-1] if path else ""
            into[field.attribute] = f"#{index + 1}" if isinstance(index, int) else "#"
            if not is_cut:
                self.lost.setdefault(field.defines, []).append("")
        else:
            into[field.attribute] = fallback(field)
        if is_cut:
            return
        self.cuts.append(here)
        span = self.document.span(here) if field.key in data else self.document.span(path)
        values = {"key": field.key, "about": field.about}
        self.complaints.append(Complaint("YML011", span, here, values))

    def lose(self, kind: type[Node] | None) -> None:
        """Remember that things may have been defined in what cannot be read."""
        for thing in _things(kind) if kind is not None else ():
            self.lost.setdefault(thing, []).append("")

    def wrong_shape(self, data: Any, path: KeyPath, wanted: Text) -> None:
        """Complain of a value of another shape than the key takes."""
        self.cuts.append(path)
        if data is CUT or path in self.tagged:
            return
        met = _MET[type(data)]
        span = self.document.span(path)
        fix = _SHAPE_FIXES.get((wanted, type(data)), _SHAPE_FIX)
        self.complaints.append(Complaint("YML012", span, path, {"wanted": wanted, "met": met}, None, fix))

    def wrong_length(self, length: int, data: list[Any], spans: Any, path: KeyPath) -> None:
        """Complain of a three-point estimate that has not three points."""
        self.cuts.append(path)
        text = self.document.text
        span = (spans[0], spans[1])
        values = {"text": short(text[spans[0] : spans[1]]), "length": length, "count": len(data)}
        if len(data) > length and text[spans[0]] == "[":
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


def fallback(field: Field) -> Any:
    """Give a value for a required key that cannot be read, so that rules can run on the rest."""
    if field.node is not None:
        node = field.node()
        for key in field.node.required:
            inner = field.node.fields[key]
            node.__dict__[inner.attribute] = fallback(inner)
        return node
    return "" if field.kind is TEXT or field.fallback is None else field.fallback


_VALUE, _VALUES, _NODES = Shape.VALUE, Shape.VALUES, Shape.NODES  # asking the enumeration each time is slow
_MAPS = (Shape.MAP, Shape.MAP_OF_LISTS)

_MAPPING = Text(vi="một nhóm khóa `khóa: giá trị`", en="a mapping of `key: value`")
_SCALAR = Text(vi="một giá trị", en="one value")
_LIST = Text(vi="một danh sách", en="a list")
_LIST_OF_MAPPINGS = Text(vi="một danh sách các mục", en="a list of entries")
_MET: Mapping[type, Text] = {
    str: Text(vi="một giá trị", en="one value"),
    list: Text(vi="một danh sách", en="a list"),
    dict: Text(vi="một nhóm khóa", en="a mapping"),
    type(None): Text(vi="không có gì", en="nothing"),
}
_SHAPE_FIX = Text(vi="Viết {wanted} ở đây.", en="Write {wanted} here.")
_SHAPE_FIXES: Mapping[tuple[Text, type], Text] = {
    (_LIST, str): Text(vi="Đặt giá trị trong ngoặc vuông: `[…]`.", en="Put the value in square brackets: `[…]`."),
    (_LIST_OF_MAPPINGS, dict): Text(vi="Bắt đầu mỗi mục bằng dấu gạch `- `.", en="Start each entry with a dash `- `."),
    (_SCALAR, list): Text(vi="Chỉ giữ một giá trị, bỏ ngoặc vuông hoặc dấu gạch.", en="Keep one value, without brackets or dash."),
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
