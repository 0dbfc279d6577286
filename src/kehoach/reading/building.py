"""A document to typed nodes: each scalar read by its field, what cannot be read cut out and remembered."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from kehoach.compiled import COMPILED
from kehoach.diagnostics import KeyPath
from kehoach.model.base import MOVED, Field, Node, Shape, Thing
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import CUT, MERGED, Document
from kehoach.reading.forms import FORMS, fallback, is_noted, known_in
from kehoach.reading.misfits import ANY, LIST, LIST_OF_MAPPINGS, MAPPING, SCALAR, Misfits
from kehoach.reading.references import Named, resolve
from kehoach.values.ids import ID, REFERENCE
from kehoach.values.kind import BadValueError, Frame, Kind
from kehoach.values.plain import TEXT

N = TypeVar("N", bound=Node)


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
    node = builder.node(top, document.data, ())
    assert isinstance(node, top)
    misfits = builder.misfits
    resolved = resolve(builder.things, misfits.lost, builder.references, document)
    return Built(
        node,
        complaints=(*misfits.complaints, *resolved.complaints),
        cuts=(*misfits.cuts, *resolved.cuts),
        mentions=resolved.mentions,
        elsewhere=resolved.elsewhere,
        ids=None if misfits.complaints else frozenset(builder.things),
    )


class _Builder:
    """Walks raw data from the top."""

    def __init__(self, document: Document, frame: Frame) -> None:
        self.frame = frame
        self.misfits = Misfits(document)
        self.things: dict[str, list[tuple[Thing, KeyPath]]] = {}
        self.references: list[Named] = []
        self.known = known_in(frame)

    def node(self, kind: type[Node], data: Any, path: KeyPath) -> Node | None:
        """Build one node from a mapping; None where there is no mapping."""
        if COMPILED is not None:
            made: Node | None = COMPILED.build_node(self, FORMS, TEXT, ID, REFERENCE, CUT, BadValueError, kind, data, path)
            return made
        if type(data) is not dict:
            self.no_mapping(kind, data, path)
            return None
        return self.filled(kind, data, path)

    def filled(self, kind: type[Node], data: Mapping[str, Any], path: KeyPath) -> Node:
        """Build one node from a mapping; the compiled half does the same."""
        node = kind.__new__(kind)
        into = node.__dict__
        into["path"] = path
        form = FORMS[kind]
        scalars = form.scalars
        cuts_before = len(self.misfits.cuts)
        for key, value in data.items():
            scalar = scalars.get(key) if type(value) is str else None
            if scalar is None:
                self.other(kind, key, data, path, into)
                continue
            attribute, reads, named, defines = scalar
            if reads is TEXT:
                read: Any = value
            else:
                read = self.known[reads].get(value)
                if read is None:
                    read = self.read(reads, value, (*path, key), defines)
                    if read is CUT:
                        continue
            into[attribute] = read
            if named is not None:
                self.note(named, read, (*path, key), into)
        for attribute in form.needed:
            if attribute not in into:
                self.complete(kind, data, path, into, cuts_before)
                break
        return node

    def no_mapping(self, kind: type[Node], data: Any, path: KeyPath) -> None:
        """Complain of what should be a mapping."""
        self.misfits.lose(kind)
        self.misfits.wrong_shape(data, path, MAPPING)

    def other(self, kind: type[Node], key: str, data: Mapping[str, Any], path: KeyPath, into: dict[str, Any]) -> None:
        """Read the value of a key that does not take one scalar, or got something else, or is unknown."""
        field = kind.fields.get(key)
        if field is None:
            self.misspelt(kind, key, data, path, into)
        elif data[key] is not None:
            self.field(field, data[key], (*path, key), into)

    def misspelt(self, kind: type[Node], key: str, data: Mapping[str, Any], path: KeyPath, into: dict[str, Any]) -> None:
        """Complain of an unknown key and read it as the one that was meant."""
        meant = self.misfits.unknown(kind, key, data, path)
        if meant is None or data[key] is None:
            return
        complaints = self.misfits.complaints
        before = len(complaints)
        self.field(meant, data[key], (*path, key), into)
        if meant.attribute not in into:
            self.misfits.cuts.append((*path, meant.key))
            del complaints[before:]

    def complete(self, kind: type[Node], data: Mapping[str, Any], path: KeyPath, into: dict[str, Any], cuts_before: int) -> None:
        """Complain of required keys that are not there; put in what rules can live with."""
        for key in kind.required:
            field = kind.fields[key]
            if field.attribute in into:
                continue
            self.misfits.missing(field, data, path, cuts_before)
            if field.defines is not None:
                index = path[-1] if path else ""
                into[field.attribute] = f"#{index + 1}" if isinstance(index, int) else "#"
            else:
                into[field.attribute] = fallback(field)

    def field(self, field: Field, value: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read the value of one key into the node."""
        shape = field.shape
        if value is CUT:
            self.misfits.lose(field.node)
            self.misfits.cuts.append(path)
        elif shape is _VALUES:
            self.values(field, value, path, into)
        elif shape is _NODES:
            self.nodes(field, value, path, into)
        elif shape in _MAPS:
            self.table(field, value, path, into)
        elif shape is _NODE:
            assert field.node is not None
            node = self.node(field.node, value, path)
            if node is not None:
                into[field.attribute] = node
        elif type(value) is str:
            self.value(field, value, path, into)
        else:
            self.misfits.wrong_shape(value, path, SCALAR)

    def value(self, field: Field, text: str, path: KeyPath, into: dict[str, Any]) -> None:
        """Read one scalar under a key that was misspelt."""
        assert field.kind is not None
        read = self.read(field.kind, text, path, field.defines)
        if read is not CUT:
            into[field.attribute] = read
            if is_noted(field):
                self.note(field, read, path, into)

    def read(self, kind: Kind[Any], text: str, path: KeyPath, defines: Thing | None = None, *, of_key: bool = False) -> Any:
        """Read a scalar by its kind, or complain and give CUT."""
        known = self.known[kind].get(text)
        if known is not None:
            return known
        try:
            value = self.known[kind][text] = kind.read(text, self.frame)
        except BadValueError as error:
            self.misfits.unreadable(error, text, path, of_key=of_key)
            if defines is not None:
                self.misfits.lose_one(defines, text)
            return CUT
        return value

    def note(self, field: Field, name: str, path: KeyPath, into: dict[str, Any]) -> None:
        """Note an id, or what refers to one."""
        if field.defines is not None:
            self.things.setdefault(name, []).append((field.defines, path))
        else:
            self.references.append((field, (name,), path, into, None))

    def values(self, field: Field, data: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read a list of scalars."""
        if type(data) is not list:
            self.misfits.wrong_shape(data, path, LIST)
            return
        found, places = self.items(field, data, path)
        if not found and field.length is None:
            return
        if is_noted(field):
            self.references.append((field, tuple(found), path, into, places))
        if found and len(found) < len(data):
            into.setdefault(MOVED, {})[field.key] = tuple(places)
        if field.length is not None and len(data) != field.length:
            self.misfits.wrong_length(field.length, data, path)
        elif found:
            into[field.attribute] = tuple(found)

    def items(self, field: Field, data: list[Any], path: KeyPath) -> tuple[list[Any], list[int]]:
        """Read what can be read of a list of scalars, each with its place in it."""
        assert field.kind is not None
        found: list[Any] = []
        places: list[int] = []
        for index, item in enumerate(data):
            if type(item) is not str:
                if item is not None:
                    self.misfits.wrong_shape(item, (*path, index), SCALAR)
                continue
            read = item if field.kind is TEXT else self.read(field.kind, item, (*path, index))
            if read is not CUT:
                found.append(read)
                places.append(index)
        return found, places

    def nodes(self, field: Field, data: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read a list of mappings."""
        if type(data) is not list:
            self.misfits.lose(field.node)
            self.misfits.wrong_shape(data, path, LIST_OF_MAPPINGS)
            return
        assert field.node is not None
        found = []
        for index, item in enumerate(data):
            if item is None:
                continue
            node = self.node(field.node, item, (*path, index))
            if node is not None:
                found.append(node)
        if found:
            into[field.attribute] = tuple(found)

    def table(self, field: Field, data: Any, path: KeyPath, into: dict[str, Any]) -> None:
        """Read a mapping whose keys are values."""
        if type(data) is not dict:
            self.misfits.wrong_shape(data, path, MAPPING)
            return
        assert field.keys is not None
        found: dict[Any, Any] = {}
        for key, value in data.items():
            here = (*path, key)
            if (key == MERGED and value is CUT) or key.startswith("x-"):
                if key == MERGED:
                    self.misfits.cuts.append((*path, ANY))
                continue
            name = self.read(field.keys, key, here, of_key=True)
            if name is CUT:
                continue
            if field.refers:
                self.references.append((field, (name,), here, found, None))
            read = self.entry(field, value, here)
            if read is not CUT:
                found[name] = read
        if found:
            into[field.attribute] = found

    def entry(self, field: Field, value: Any, path: KeyPath) -> Any:
        """Read the value of one entry of a table; CUT where there is none."""
        if value is None:
            return CUT if field.node is None else field.node(path)
        if value is CUT:
            self.misfits.cuts.append(path)
            return CUT
        if field.node is not None:
            node = self.node(field.node, value, path)
            return CUT if node is None else node
        if field.shape is Shape.MAP_OF_LISTS:
            inside: dict[str, Any] = {}
            self.values(field, value, path, inside)
            return inside.get(field.attribute, CUT)
        if type(value) is not str:
            self.misfits.wrong_shape(value, path, SCALAR)
            return CUT
        assert field.kind is not None
        return self.read(field.kind, value, path)


_VALUES, _NODE, _NODES = Shape.VALUES, Shape.NODE, Shape.NODES  # asking the enumeration each time is slow
_MAPS = (Shape.MAP, Shape.MAP_OF_LISTS)
