"""An upper plan with its lower ones, written for machines."""

import json
from decimal import Decimal
from typing import Any

from kehoach.analysis.assigning import Missed
from kehoach.analysis.coherence import Carried
from kehoach.analysis.handing import HandedFund
from kehoach.analysis.measures import Reach, reach
from kehoach.analysis.rollup import Rollup
from kehoach.model.extract import Extract
from kehoach.values.money import Amount
from kehoach.values.targets import TargetValue


def render(found: Rollup) -> str:
    """Write everything for machines; figures are texts, so that none is rounded."""
    data = {
        "version": 1,
        "plan": _plan(found.upper),
        "lowers": [_plan(lower) for lower in found.lowers],
        "indicators": [_indicator(row) for row in found.indicators],
        "missed": [_missed(row) for row in found.missed],
        "funds": [_fund(row) for row in found.funds],
        "requests": [
            {"plan": one.plan.id, "id": one.request.id, "what": one.request.what, "amount": _money(one.request.amount)}
            for one in found.requests
        ],
        "answered": found.answered,
        "tasks": {"own": found.upper.tasks, "lower": found.tasks},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plan(card: Extract) -> dict[str, Any]:
    return {
        "id": card.id,
        "path": card.path,
        "title": card.title,
        "level": card.level.value,
        "locality": card.locality.name,
        "period": card.period.iso(),
        "stage": card.stage.value,
        "tasks": card.tasks,
    }


def _indicator(row: Carried) -> dict[str, Any]:
    return {
        "id": row.indicator.id,
        "name": row.indicator.name,
        "when": row.target.when,
        "unit": row.measure(Decimal(0)).unit,
        "aggregation": row.how.value,
        "target": _range(row.asked),
        "given": _range(row.result) if row.result is not None else None,
        "residual": _plain(row.residual),
        "is_short": row.is_short,
        "parts": [{"plan": part.member.card.id, "value": _range(part.reach)} for part in row.parts],
        "silent": [card.id for card in row.silent],
        "unread": [card.id for card in row.unread],
    }


def _missed(row: Missed) -> dict[str, Any]:
    said = row.dialogue
    return {
        "plan": row.lower.card.id,
        "id": row.given.indicator.id,
        "when": row.given.when,
        "assigned": _value(row.given.value, row.given.unit),
        "unit": row.given.unit,
        "planned": _value(row.planned.value, row.given.indicator.unit),
        "planned_unit": row.given.indicator.unit,
        "dialogue": None
        if said is None
        else {
            "proposed": None if said.proposed is None else _value(said.proposed, row.given.indicator.unit),
            "date": None if said.date is None else said.date.iso(),
            "outcome": None if said.outcome is None else said.outcome.value,
        },
    }


def _fund(row: HandedFund) -> dict[str, Any]:
    return {
        "id": row.fund.id,
        "name": row.fund.name,
        "has": _money(row.has),
        "handed": _money(row.handed),
        "claimed": _money(row.claimed),
        "left": _money(row.left),
        "plans": [
            {
                "plan": claim.member.card.id,
                "handed": _money(claim.handed.amount if claim.handed is not None else None),
                "claimed": _money(claim.amount),
                "over": _money(claim.over),
            }
            for claim in row.claims
        ],
    }


def _value(value: TargetValue, unit: str) -> list[str] | None:
    read = reach(value, unit, value.unit or unit)
    return None if read is None else _range(read)


def _range(reach: Reach) -> list[str]:
    return [_plain(reach.low), _plain(reach.high)]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _money(amount: Amount | None) -> dict[str, str] | None:
    return None if amount is None else {"value": _plain(amount.value), "currency": amount.currency}
