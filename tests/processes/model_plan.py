"""The model plan as raw data, to be changed and read again."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

from kehoach.checking import Checked, Request, check
from kehoach.model.plan import Plan
from kehoach.reading.composing import compose
from kehoach.reading.loading import load
from places import EXAMPLES

FILE = EXAMPLES / "xa-mau-2026" / "plan.yaml"
TODAY = date(2026, 1, 20)
_DATA = compose("plan.yaml", FILE.read_text("utf-8")).data

Change = Callable[[dict[str, Any]], None]


def data(process: str, *changes: Change) -> dict[str, Any]:
    """The model plan as it would follow one process in full, then changed."""
    raw: dict[str, Any] = deepcopy(_DATA)
    raw["process"]["follows"] = [process]
    for index, task in enumerate(raw["tasks"]):
        task["sector"] = ("agriculture", "infrastructure", "society")[index % 3]
    raw["coordination"]["proposals"] = [{"by": "cac-thon", "what": "Làm đường trước mùa mưa", "decision": "taken", "task": "T3"}]
    for change in changes:
        change(raw)
    return _without_dangling(raw)


def plan(raw: dict[str, Any]) -> Plan:
    loaded = load(_bytes(raw), "plan.yaml")
    assert loaded.built is not None
    assert [each.code for each in loaded.complaints] == []
    return loaded.built.node


def _without_dangling(raw: dict[str, Any]) -> dict[str, Any]:
    """Take out the references to what a change took out, until none is left."""
    while dangling := [each.path for each in load(_bytes(raw), "plan.yaml").complaints if each.code == "REF001"]:
        for path in sorted(dangling, key=lambda path: [str(key).zfill(4) for key in path], reverse=True):
            *way, last = path
            holder: Any = raw
            for key in way:
                holder = holder[key]
            del holder[last]
    return raw


def _bytes(raw: dict[str, Any]) -> bytes:
    return json.dumps(raw, ensure_ascii=False, indent=1).encode()


def checked(raw: dict[str, Any]) -> Checked:
    return check(_bytes(raw), "plan.yaml", Request(today=TODAY), FILE.parent)


def put(path: str, value: Any) -> Change:
    """Write a value at a dotted path; `*` is every item of a list."""

    def change(raw: dict[str, Any]) -> None:
        *way, last = path.split(".")
        for holder in _at(raw, way):
            holder[int(last) if isinstance(holder, list) else last] = value

    return change


def drop(path: str) -> Change:
    """Take a key out; `*` is every item of a list."""

    def change(raw: dict[str, Any]) -> None:
        *way, last = path.split(".")
        for holder in _at(raw, way):
            if isinstance(holder, list):
                del holder[int(last)]
            else:
                holder.pop(last, None)

    return change


def _at(raw: Any, way: list[str]) -> list[Any]:
    found = [raw]
    for key in way:
        if key == "*":
            found = [item for holder in found for item in holder]
        else:
            found = [holder[int(key)] if isinstance(holder, list) else holder.setdefault(key, {}) for holder in found]
    return found
