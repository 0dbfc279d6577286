"""The tags that a Word template may use: what a report says, by name."""

from functools import cache
from typing import Any

from kehoach.model.base import Field, Node, Shape
from kehoach.model.monitoring import AssignedTarget, Target
from kehoach.model.plan import Plan
from kehoach.reports.paper import family

Known = Any
"""WORD, a mapping of names, or a list with the one shape that its members have."""

WORD = None
ANY = object()
"""Of what nothing is known, and all is allowed."""

_ITEM = {"label": WORD, "text": WORD, "children": [WORD]}
TABLE_AS_SAID = {
    "unit": WORD,
    "columns": [{"title": WORD, "align": WORD, "adds": WORD, "room": WORD}],
    "rows": [{"kind": WORD, "about": WORD, "cells": [WORD], "values": [WORD]}],
    "notes": [WORD],
}
_TABLE = {
    "unit": WORD,
    "columns": [{"title": WORD, "align": WORD, "width": WORD, "room": WORD}],
    "rows": [{"kind": WORD, "cells": [{"text": WORD, "align": WORD}]}],
    "notes": [WORD],
}
_INNER = {"number": WORD, "title": WORD, "about": WORD, "paragraphs": [WORD], "bullets": [_ITEM], "table": TABLE_AS_SAID, "parts": [ANY]}
_PART = {**_INNER, "parts": [_INNER]}
_LABELS = ("unit", "recipients", "note", "identification", "checklist", "figures", "indicators", "findings", "schedule", "nothing")

COMMON: dict[str, Known] = {
    "report": WORD,
    "title": WORD,
    "language": WORD,
    "edition": WORD,
    "invalid": WORD,
    "made": WORD,
    "subject": WORD,
    "attached": WORD,
    "locality": WORD,
    "labels": dict.fromkeys(_LABELS, WORD),
    "blocks": [{"kind": WORD, "number": WORD, "label": WORD, "text": WORD, "table": _TABLE}],
    "annexes": [{"number": WORD, "title": WORD, "attached": WORD, "table": _TABLE}],
}
_HEADING = {"left": [WORD], "right": [WORD], "number": WORD, "place_date": WORD}
OWN: dict[str, dict[str, Known]] = {
    "plan": {
        "heading": _HEADING,
        "paper": WORD,
        "draft": WORD,
        "addressee": WORD,
        "basis": [WORD],
        "opening": WORD,
        "sections": [{"id": WORD, "number": WORD, "title": WORD, "parts": [_PART]}],
        "ending": WORD,
        "closing": {"recipients": [WORD], "signature": {"authority": WORD, "role": WORD, "name": WORD}},
    },
    "report": {"parts": [_PART]},
    "appraisal": {"heading": _HEADING, "addressee": WORD, "parts": [_PART], "signatures": [{"title": WORD, "hint": WORD}]},
    "summary": {
        "identification": [{"label": WORD, "text": WORD}],
        "checklist": TABLE_AS_SAID,
        "readiness": WORD,
        "figures": [{"label": WORD, "text": WORD}],
        "key_indicators": TABLE_AS_SAID,
        "findings": {"counts": WORD, "table": TABLE_AS_SAID, "more": WORD},
        "gantt": ANY,
    },
}
_NAMES = ("ma", "ten", "dia_phuong", "ky", "don_vi_tien")
DERIVED: dict[type[Node], tuple[str, ...]] = {Target: ("said",), AssignedTarget: ("said",)}
"""Names beside the keys of the format: a target as reports say it, with its comparison."""


@cache
def tags(report: str) -> dict[str, Known]:
    """Give all that a template of a report may use."""
    return {**COMMON, **OWN[family(report)], "plan": {**_node(Plan), **dict.fromkeys(_NAMES, WORD)}}


def paths(known: Known, name: str = "") -> list[str]:
    """List the names of words, as they are written in tags: `plan.tasks[].title`."""
    if isinstance(known, dict):
        return [path for key, one in known.items() for path in paths(one, f"{name}.{key}" if name else key)]
    if isinstance(known, list):
        return paths(known[0], f"{name}[]")
    return [name]


def _node(node: type[Node]) -> dict[str, Known]:
    return {key: _field(declared) for key, declared in node.fields.items()} | dict.fromkeys(DERIVED.get(node, ()), WORD)


def _field(declared: Field) -> Known:
    match declared.shape:
        case Shape.VALUE:
            return WORD
        case Shape.VALUES:
            return [WORD]
        case Shape.NODE:
            return _node(declared.node) if declared.node else ANY
        case Shape.NODES:
            return [_node(declared.node)] if declared.node else ANY
        case _:
            return ANY
