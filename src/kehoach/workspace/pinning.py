"""`kehoach.lock`: what a workspace rests on of plans that may live elsewhere."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kehoach.analysis.sharing import shared
from kehoach.diagnostics import Place
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.encoding import compressed, encode_lines
from kehoach.model.extract import Extract, Member, Whose
from kehoach.model.facts import (
    AssignmentFacts,
    Figure,
    FundFacts,
    HandedMoney,
    HandedTarget,
    IndicatorFacts,
    LimitFacts,
    Link,
    ObjectiveFacts,
    contents,
)
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Aggregation, Direction, Level, PlanKind, Stage
from kehoach.reading.writing import write as write_file
from kehoach.values.dates import read_period
from kehoach.values.ids import ID
from kehoach.values.kind import BadValueError, Frame
from kehoach.values.money import Amount, AmountRange, read_amount
from kehoach.values.targets import Comparison, TargetValue, read_target
from kehoach.workspace.discovery import Source
from kehoach.workspace.discovery import read as read_source

LOCK = "kehoach.lock"
_VERSION = 1
_FRAME = Frame()


def read(root: Path) -> Mapping[str, Extract]:
    """Read the lock of a workspace; empty without one.

    Raises:
        KehoachError: it is no lock that this version can read.
    """
    file = root / LOCK
    if not file.is_file():
        return {}
    try:
        data = json.loads(read_source(Source(str(file), LOCK)))
        return {name: _extract(name, plan) for name, plan in _entries(data).items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BadValueError, ArithmeticError):
        raise KehoachError(_BAD) from None


def write(root: Path, members: Sequence[Member]) -> bool:
    """Pin plans beside those that are pinned already; tell whether the lock changed."""
    file = root / LOCK
    before = file.read_bytes() if file.is_file() else None
    plans = dict(_entries(json.loads(before))) if before is not None and read(root) else {}
    plans.update((member.card.id, _entry(member)) for member in members)
    content = json.dumps({"version": _VERSION, "plans": dict(sorted(plans.items()))}, ensure_ascii=False, indent=2) + "\n"
    encoded = content.encode("utf-8", "backslashreplace")
    if encoded == before:
        return False
    write_file(file, encoded, force=True)
    return True


def _entries(data: Any) -> Mapping[str, Any]:
    if data["version"] != _VERSION or not isinstance(data["plans"], dict):
        raise ValueError
    entries: dict[str, Any] = data["plans"]
    return entries


def _entry(member: Member) -> dict[str, Any]:
    """Write what others may rest on; the hash is of what they read of it, not of how it is written here."""
    from hashlib import sha256  # noqa: PLC0415 - loads a large library, for few runs

    card, has = member.card, member.has
    said = {key: value.text for key, value in sorted(shared(member).items())}
    return {
        "hash": sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "backslashreplace")).hexdigest(),
        "title": card.title,
        "kind": card.kind.value,
        "level": card.level.value,
        "locality": list(card.locality),
        "period": card.period.iso(),
        "stage": card.stage.value,
        "objectives": {o.id: {"statement": o.statement, "parent": o.parent} for o in has.objectives},
        "indicators": {i.id: _indicator_entry(i) for i in has.indicators},
        "funds": {f.id: {"name": f.name, "limits": {str(x.year): _range_text(x.amount) for x in f.limits}} for f in has.funds},
        "assignments": [
            {
                "plan": a.to.plan,
                "indicators": {target.id: target.value.text for target in a.indicators},
                "funds": {money.id: _amount_text(money.amount) for money in a.funds},
            }
            for a in has.assignments
        ],
        "answers": sorted(card.answers),
    }


def _indicator_entry(indicator: IndicatorFacts) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        "direction": indicator.direction or "",
        "aggregation": indicator.aggregation or "",
        "register": indicator.register.to if indicator.register else "",
        "targets": [
            {"when": figure.when, "value": figure.value.text, "is": figure.comparison or "", "aspirational": figure.aspirational}
            for figure in indicator.targets
        ],
    }


def _extract(name: str, plan: Mapping[str, Any]) -> Extract:
    ID.read(name, _FRAME)
    spots = {key: _spot(key) for key in ("id", "parent", "period", "locality")}
    locality = Whose(*(str(part) for part in plan["locality"]))
    found = contents(
        indicators=tuple(_indicator(key, value) for key, value in plan["indicators"].items()),
        funds=tuple(_fund(key, value) for key, value in plan["funds"].items()),
        objectives=tuple(
            ObjectiveFacts(key, str(o["statement"]), str(o["parent"]), (), _spot(key)) for key, o in plan["objectives"].items()
        ),
        assignments=tuple(_assignment(entry) for entry in plan["assignments"]),
    )
    return Extract(
        path=LOCK,
        id=name,
        title=str(plan["title"]),
        kind=PlanKind(plan["kind"]),
        level=Level(plan["level"]),
        locality=locality,
        sector="",
        period=read_period(plan["period"], _FRAME),
        stage=Stage(plan["stage"]),
        parent="",
        spots=spots,
        outward={},
        answers=frozenset(str(answer) for answer in plan["answers"]),
        tasks=0,
        cuts=(),
        packed=compressed(encode_lines(found)),
        is_pinned=True,
    )


def _indicator(name: str, entry: Mapping[str, Any]) -> IndicatorFacts:
    spot = _spot(name)
    return IndicatorFacts(
        id=name,
        name=str(entry["name"]),
        spot=spot,
        unit=str(entry["unit"]),
        unit_spot=spot,
        direction=Direction(entry["direction"]) if entry["direction"] else None,
        aggregation=Aggregation(entry["aggregation"]) if entry["aggregation"] else None,
        weight="",
        register=Link(str(entry["register"]), spot) if entry["register"] else None,
        same_as=(),
        targets=tuple(_figure(target, spot) for target in entry["targets"]),
        assigned=None,
        baseline=None,
        is_whole=True,
    )


def _figure(target: Mapping[str, Any], spot: Spot) -> Figure:
    comparison = Comparison(target["is"]) if target["is"] else None
    return Figure(str(target["when"]), _target(target["value"]), comparison, bool(target["aspirational"]), spot)


def _fund(name: str, entry: Mapping[str, Any]) -> FundFacts:
    spot = _spot(name)
    limits = tuple(LimitFacts(int(year), AmountRange(_amount(low), _amount(high)), spot) for year, (low, high) in entry["limits"].items())
    return FundFacts(name, str(entry["name"]), spot, limits, None, None, is_whole=True)


def _assignment(entry: Mapping[str, Any]) -> AssignmentFacts:
    spot = _spot(entry["plan"])
    return AssignmentFacts(
        to=Link(str(entry["plan"]), spot),
        indicators=tuple(HandedTarget(str(key), _target(text), spot) for key, text in entry["indicators"].items()),
        funds=tuple(HandedMoney(str(key), _amount(text), spot) for key, text in entry["funds"].items()),
    )


def _target(text: Any) -> TargetValue:
    return read_target(str(text), _FRAME)


def _amount(text: Any) -> Amount:
    return read_amount(str(text), _FRAME)


def _range_text(amount: AmountRange) -> list[str]:
    return [_amount_text(amount.low), _amount_text(amount.high)]


def _amount_text(amount: Amount) -> str:
    """Write an amount so that it is read as the same one; three decimals would be taken for a thousand."""
    number = (amount.value / amount.unit.factor).normalize()
    text = f"{number:f}"
    if number != number.to_integral_value() and len(text.partition(".")[2]) == _AMBIGUOUS:
        text += "0"
    return f"{text} {amount.unit.name}"


def _spot(key: str) -> Spot:
    return Spot.of((str(key),), Place(line=1, column=1, end_line=1, end_column=1), f"/{key}")


_AMBIGUOUS = 3  # digits after the mark
_BAD = Text(
    vi="kehoach.lock không đọc được; xóa đi rồi ghim lại bằng `kehoach rollup --pin`",
    en="kehoach.lock cannot be read; delete it and pin again with `kehoach rollup --pin`",
)
