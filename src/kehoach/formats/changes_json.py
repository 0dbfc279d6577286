"""Changes for programs, version 1 of their shape."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from kehoach import escaping
from kehoach.analysis.changes.change import Change, Unread
from kehoach.analysis.changes.goals import Goal
from kehoach.analysis.changes.money import Money, Shift
from kehoach.diagnostics import Diagnostic, KeyPath, pointer
from kehoach.formats import changes_page as page
from kehoach.formats.changes_speech import Speech
from kehoach.formats.changes_values import difference
from kehoach.language import Language
from kehoach.model.base import Node
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount, AmountRange
from kehoach.values.targets import TargetValue
from kehoach.values.text import nfc
from kehoach.values.units import MoneyUnit
from kehoach.workspace.comparing import Compared, Read, Status

_VERSION = 1


def render(plans: Iterable[Compared], called: tuple[str, str], language: Language, today: date, version: str) -> str:
    """Write one document; figures are texts, so that none is rounded."""
    told = [_plan(found, language) for found in plans]
    document = {
        "version": _VERSION,
        "tool": {"name": "kehoach", "version": version, "today": today.isoformat()},
        "old": called[0],
        "new": called[1],
        "plans": told,
        "summary": {status.value: sum(plan["status"] == status for plan in told) for status in Status},
    }
    return escaping.json(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _plan(found: Compared, language: Language) -> dict[str, Any]:
    plan = found.plan
    told: dict[str, Any] = {
        "id": nfc(plan.id) if plan is not None else None,
        "status": found.status.value,
        "old": found.old.version.shown if found.old is not None else None,
        "new": found.new.version.shown if found.new is not None else None,
        "unreadable": list(page.why(found, language)),
        "changes": [],
        "reordered": [],
        "money": None,
        "findings": {
            "new": [_finding(finding, language) for finding in found.found],
            "resolved": [_finding(finding, language) for finding in found.resolved],
            "regraded": [_finding(finding, language) | {"was": before.value} for finding, before in found.graded],
        },
    }
    if found.difference is not None:
        speech = Speech(found.difference, language)
        told["changes"] = [
            _change(one.change, one.said, found, speech) for section in page.sections(found, speech) for one in section.lines
        ]
        told["reordered"] = [pointer(one.new_path) for one in found.difference.reordered]
        told["money"] = _money(found.difference.money) if found.difference.money is not None else None
    return told


def _change(change: Change, said: str, found: Compared, speech: Speech) -> dict[str, Any]:
    thing = change.thing
    assert found.old is not None
    assert found.new is not None
    return {
        "kind": change.kind.value,
        "group": change.group.value,
        "message": nfc(said),
        "path": f"/{page.steady(change, found)}",
        "thing": None if thing is None else {"kind": _kind(thing.node), "id": _id(found, thing.node, is_new=thing.new is not None)},
        "key": None if change.key is None else str(change.key),
        "before": _side(found.old, change.old_path, change.before),
        "after": _side(found.new, change.new_path, change.after),
        "difference": difference(change.before, change.after, speech.new) or None,
        "others": [{"id": node.__dict__.get("id"), "pointer": pointer(path)} for node, path in change.others],
    }


def _kind(node: Node) -> str:
    declared = node.fields["id"].defines
    return declared.name if declared is not None else ""


def _id(found: Compared, node: Node, *, is_new: bool) -> str:
    assert found.difference is not None
    return (found.difference.new if is_new else found.difference.old).id_of(node)


def _side(side: Read, path: KeyPath, value: Any) -> dict[str, Any]:
    return {"value": plain(value), "path": side.version.shown, "line": side.line(path), "pointer": pointer(path)}


def plain(value: Any) -> Any:
    """Write a value in its canonical form; amounts in single units of their currency."""
    match value:
        case None | bool():
            return value
        case Node():
            return {key: plain(one) for key, one in _members(value)}
        case Mapping():
            return {str(plain(key)): plain(one) for key, one in value.items()}
        case tuple() if not hasattr(value, "_fields"):
            return [plain(one) for one in value]
        case Unread():
            return plain(value.said)
        case Amount():
            return {"value": _number(value.value), "currency": value.currency}
        case AmountRange():
            return plain(value.high) if value.low == value.high else {"low": plain(value.low), "high": plain(value.high)}
    return _text(value)


def _text(value: Any) -> str:
    """Write a single value as a text."""
    match value:
        case Enum():
            return str(value.value)
        case PlanDate() | Period():
            return value.iso()
        case Goal() | TargetValue():
            return value.say(Language.EN)
        case MoneyUnit():
            return value.name
        case int() | Decimal():
            return _number(Decimal(value))
    return nfc(str(value))


def _members(node: Node) -> Iterable[tuple[str, Any]]:
    return ((key, node.__dict__[field.attribute]) for key, field in node.fields.items() if field.attribute in node.__dict__)


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(money: Money) -> dict[str, Any]:
    return {
        "currency": money.total.after.currency,
        "total": _shift(money.total),
        "tasks": [{"task": shift.key, **_shift(shift)} for shift in money.tasks],
        "funds": [{"fund": shift.key, **_shift(shift)} for shift in money.funds],
        "years": [{"year": shift.key, **_shift(shift)} for shift in money.years],
    }


def _shift(shift: Shift) -> dict[str, str]:
    return {name: _number(getattr(shift, name).value) for name in ("before", "after", "difference")}


def _finding(finding: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": nfc(finding.said(language)),
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "pointer": finding.pointer,
    }
