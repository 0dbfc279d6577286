"""One of two plans that are compared: the value of every key, also of those that could not be read."""

from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from kehoach.analysis.changes.change import Unread, spaced
from kehoach.analysis.changes.goals import Goal, goal
from kehoach.diagnostics import KeyPath
from kehoach.model.base import Field, Node, Shape
from kehoach.model.plan import Plan
from kehoach.reading.building import Built
from kehoach.reading.document import CUT, MERGED, Document
from kehoach.values.kind import NO_FRAME, BadValueError
from kehoach.values.plain import TEXT
from kehoach.values.targets import TargetValue


class Side:
    """A plan with its document; `renames` gives ids their names in the other plan."""

    def __init__(self, built: Built[Plan], document: Document, renames: Mapping[str, str] | None = None) -> None:
        self.built = built
        self.plan = built.node
        self.document = document
        self.renames = renames or {}
        self.cuts = frozenset(built.cuts)
        self.misspelt = {c.path: c.values.get("near") for c in built.complaints if c.code == "YML010" and c.values.get("near")}
        self._meanings: dict[int, Hashable] = {}

    def renamed(self, renames: Mapping[str, str]) -> "Side":
        """Give the same plan with ids as the other plan names them."""
        return Side(self.built, self.document, renames)

    def id_of(self, node: Node) -> str:
        """Give the id of a thing, also one that could not be read."""
        path = node.at("id")
        raw = self.raw(path) if path in self.cuts else None
        return raw if isinstance(raw, str) else str(node.__dict__.get("id", ""))

    def value(self, node: Node | None, field: Field) -> Any:
        """Give what stands under a key: its value, `Unread`, or none."""
        if node is None:
            return None
        path = node.at(field.key)
        if path in self.cuts and not (field.defines and self.raw(path) == node.__dict__.get(field.attribute)):
            raw = self.raw(path)
            return None if raw is None else Unread(self.plain(raw, path))
        return node.__dict__.get(field.attribute)

    def items(self, node: Node | None, field: Field) -> list[tuple[KeyPath, Any]]:
        """List the entries of a list with their places, those that could not be read among them."""
        if node is None:
            return []
        path = node.at(field.key)
        typed: tuple[Any, ...] = node.__dict__.get(field.attribute, ())
        if not any(cut[: len(path)] == path for cut in self.cuts if len(cut) == len(path) + 1):
            return [(item.path if isinstance(item, Node) else node.at(field.key, i), item) for i, item in enumerate(typed)]
        raw, waiting = self.raw(path), iter(typed)
        found: list[tuple[KeyPath, Any]] = []
        for index, item in enumerate(raw if isinstance(raw, list) else ()):
            here = (*path, index)
            if item is not None:
                found.append((here, Unread(self.plain(item, here)) if here in self.cuts else next(waiting, None)))
        return found

    def entries(self, node: Node | None, field: Field) -> dict[Any, tuple[KeyPath, Any]]:
        """Give the entries of a table by their keys, with their places."""
        if node is None:
            return {}
        path = node.at(field.key)
        typed: Mapping[Any, Any] = node.__dict__.get(field.attribute, {})
        raw = self.raw(path)
        keys = dict(_read_keys(field, raw)) if isinstance(raw, dict) else {}
        found = {self._key(field, key): ((*path, keys.get(key, key)), value) for key, value in typed.items()}
        for key, value in raw.items() if isinstance(raw, dict) else ():
            here = (*path, key)
            if here in self.cuts and value is not None:
                found[key] = (here, Unread(self.plain(value, here)))
        return found

    def own(self, path: KeyPath, node: Node | None) -> dict[str, Unread]:
        """Give what stands under keys that the model does not know: the users' own, and others; of a table without `node`."""
        raw = self.raw(path)
        if not isinstance(raw, dict):
            return {}
        known = () if node is None else node.fields
        return {
            key: Unread(self.plain(value, (*path, key)))
            for key, value in raw.items()
            if value is not None and key not in known and (key.startswith("x-") or key == MERGED or self._is_lost((*path, key), node))
        }

    def raw(self, path: KeyPath) -> Any:
        """Give what the document says at a path; none where there is nothing."""
        data = self.document.data
        for key in path:
            if isinstance(data, dict) and isinstance(key, str):
                data = data.get(key)
            elif isinstance(data, list) and isinstance(key, int) and key < len(data):
                data = data[key]
            else:
                return None
        return data

    def plain(self, raw: Any, path: KeyPath) -> Any:
        """Make of raw data what can be compared: texts and tuples."""
        if isinstance(raw, str):
            return spaced(raw)
        if isinstance(raw, dict):
            return tuple(sorted((key, self.plain(value, (*path, key))) for key, value in raw.items() if value is not None))
        if isinstance(raw, list):
            return tuple(self.plain(item, (*path, i)) for i, item in enumerate(raw) if item is not None)
        start, end = self.document.whole(path)
        return " ".join(self.document.text[start:end].split()) if raw is CUT else ""

    def figure(self, node: Node | None, value: Any) -> Goal | None:
        """Give a figure of an indicator that a node speaks of, in the indicator's unit; none where it is no such figure."""
        name = node.__dict__.get("indicator") if node is not None else None
        if name is None or not isinstance(value, TargetValue | Decimal):
            return None
        indicators = self.plan.monitoring.indicators if self.plan.monitoring is not None else ()
        unit = next((one.unit or "" for one in indicators if one.id == name), None)
        return None if unit is None else goal(TargetValue(value=value) if isinstance(value, Decimal) else value, unit=unit)

    def meaning(self, value: Any, field: Field | None = None) -> Hashable:
        """Reduce a value to what every notation of it shares; none: it says nothing."""
        match value:
            case None:
                return None
            case Node():
                known = self._meanings.get(id(value))
                if known is None:
                    known = self._meanings[id(value)] = tuple(self._meant(value)) or None
                return known
            case Enum() | Unread():
                return value
            case str():
                said = spaced(value)
                return self.renames.get(said, said) if field is not None and field.refers else said
            case TargetValue():
                return goal(value)
            case Mapping():
                meant = ((self._key(field, key), self.meaning(one, field)) for key, one in value.items())
                return tuple(sorted(((key, one) for key, one in meant if one is not None), key=repr)) or None
            case tuple() if not hasattr(value, "_fields"):
                return tuple(self.meaning(item, field) for item in value) or None
        return value

    def told(self, node: Node | None, field: Field) -> Hashable:
        """Give the meaning of what stands under a key; the order of references and words says nothing."""
        value = self.value(node, field)
        if field.shape in _LISTS and not isinstance(value, Unread):
            meant = tuple(self.meaning(item, field) for _, item in self.items(node, field))
            return (tuple(sorted(meant, key=repr)) if is_set(field) else meant) or None
        if field.shape is Shape.MAP and not isinstance(value, Unread):
            entries = ((key, self.meaning(entry)) for key, (_, entry) in self.entries(node, field).items())
            return tuple(sorted((entry for entry in entries if entry[1] is not None), key=repr)) or None
        return self.meaning(value, field)

    def _meant(self, node: Node) -> Iterator[tuple[str, Hashable]]:
        for key, field in node.fields.items():
            told = self.told(node, field)
            if told is not None:
                yield key, told
        yield from self.own(node.path, node).items()

    def _key(self, field: Field | None, key: Any) -> Any:
        if not isinstance(key, str) or isinstance(key, Enum):
            return key
        said = spaced(key)
        return self.renames.get(said, said) if field is not None and field.refers else said

    def _is_lost(self, path: KeyPath, node: Node | None) -> bool:
        """Tell whether a key was not read as another one that was meant."""
        meant = self.misspelt.get(path)
        return node is not None and (meant is None or (*path[:-1], meant) in self.cuts)


def is_set(field: Field) -> bool:
    """Tell whether the order of a list of values says nothing: of ids and words, unlike prose and three-point estimates."""
    return field.shape is Shape.VALUES and field.length is None and (bool(field.refers) or not field.within or field.kind is not TEXT)


def _read_keys(field: Field, raw: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    """Read the keys of a table anew, to know which is which."""
    for key in raw:
        try:
            yield (field.keys.read(key, NO_FRAME) if field.keys is not None else key), key
        except BadValueError:
            continue


_LISTS = (Shape.VALUES, Shape.NODES)
