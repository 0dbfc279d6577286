"""JSON Schema (draft 2020-12) of the file format, made from the declared fields."""

from typing import Any

from kehoach.language import Text
from kehoach.model.base import Field, Node, Shape
from kehoach.model.plan import Plan
from kehoach.model.process import Process
from kehoach.model.register import Register
from kehoach.model.workspace import Workspace
from kehoach.values.kind import Schema

KINDS: dict[str, type[Node]] = {"plan": Plan, "process": Process, "register": Register, "workspace": Workspace}
"""The kinds of documents that have a schema, by the name that `kehoach schema` takes."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TITLES = {
    "plan": Text(vi="Kế hoạch (kehoach: plan/1)", en="A plan (kehoach: plan/1)"),
    "process": Text(vi="Quy trình lập kế hoạch (kehoach: process/1)", en="A planning process (kehoach: process/1)"),
    "register": Text(vi="Danh mục chỉ tiêu dùng chung (kehoach: register/1)", en="A register of indicators (kehoach: register/1)"),
    "workspace": Text(vi="Cấu hình của kho kế hoạch (kehoach: workspace/1)", en="A workspace of plans (kehoach: workspace/1)"),
}


def schema(kind: str) -> Schema:
    """Describe one kind of document.

    YAML readers turn plain scalars into numbers, booleans and nulls, so scalars accept these too; patterns
    and enumerations bind strings only; keys that start with `x-` are the users' own.
    """
    top = KINDS[kind]
    definitions: dict[str, Schema] = {}
    described = _node(top, definitions)
    described["properties"]["kehoach"] = {**described["properties"]["kehoach"], "const": f"{kind}/1"}
    return {
        "$schema": _DRAFT,
        "title": _both(_TITLES[kind]),
        **described,
        "type": "object",
        "$defs": dict(sorted(definitions.items())),
    }


def _node(node: type[Node], definitions: dict[str, Schema]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": ["object", "null"],
        "description": (node.__doc__ or "").splitlines()[0],
        "properties": {key: _field(field, definitions) for key, field in node.fields.items()},
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
    }
    if node.required:
        described["required"] = list(node.required)
    return described


def _field(field: Field, definitions: dict[str, Schema]) -> Schema:
    described = {"description": _both(field.about), **_shape(field, definitions)}
    if field.required:
        return {**described, "type": "object"} if field.node else {**described, "minLength": 1}
    return _or_absent(described)


def _shape(field: Field, definitions: dict[str, Schema]) -> Schema:
    match field.shape:
        case Shape.VALUE:
            assert field.kind is not None
            return field.kind.schema()
        case Shape.VALUES:
            assert field.kind is not None
            items: Schema = {"type": "array", "items": _or_absent(field.kind.schema())}
            return items if field.length is None else {**items, "minItems": field.length, "maxItems": field.length}
        case Shape.NODE:
            return {"$ref": _defined(field, definitions)}
        case Shape.NODES:
            return {"type": "array", "items": _or_absent({"$ref": _defined(field, definitions)})}
        case Shape.MAP_OF_LISTS:
            assert field.kind is not None
            entry = {"type": ["array", "null"], "items": _or_absent(field.kind.schema())}
            return {"type": "object", "additionalProperties": entry}
        case Shape.MAP:
            if field.node is not None:
                return {"type": "object", "additionalProperties": _or_absent({"$ref": _defined(field, definitions)})}
            assert field.kind is not None
            return {"type": "object", "additionalProperties": _or_absent(field.kind.schema())}


def _defined(field: Field, definitions: dict[str, Schema]) -> str:
    node = field.node
    assert node is not None
    name = node.__name__
    if name not in definitions:
        definitions[name] = {}  # a node may hold its own kind
        definitions[name] = _node(node, definitions)
    return f"#/$defs/{name}"


def _or_absent(described: Schema) -> Schema:
    """Let the value be started and not filled."""
    if "$ref" in described:
        return described  # a node of its own may be absent
    kind = described.get("type")
    if isinstance(kind, list):
        return {**described, "type": [*kind, "null"]}
    if isinstance(kind, str):
        return {**described, "type": [kind, "null"]}
    rest = {key: value for key, value in described.items() if key == "description"}
    inner = {key: value for key, value in described.items() if key != "description"}
    options = inner.get("anyOf")
    return {**rest, "anyOf": [*(options if isinstance(options, list) else [inner]), {"type": "null"}]}


def _both(text: Text) -> str:
    return f"{text.vi} / {text.en}"
