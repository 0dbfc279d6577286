"""A plan as plain data for users' own templates: every key of the format, said as a report says it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kehoach.model.base import Field, Node, Shape
from kehoach.model.monitoring import AssignedTarget, Target
from kehoach.reports.views.indicators import assigned_value, target_text
from kehoach.reports.views.pieces import Figure
from kehoach.reports.views.telling import Teller
from kehoach.values.dates import YEAR
from kehoach.values.money import Amount, in_units

Plain = dict[str, Any]


def plain(teller: Teller) -> Plain:
    """Give all keys of the plan; absent ones are empty, ids of other things are their names.

    A target has `said` too: the value with its comparison, as reports print it; a figure only where it is exact.
    What identifies a plan is there under Vietnamese names too, for the officers who write templates.
    """
    plan = teller.plan
    data = _node(plan, teller)
    return data | {
        "ma": plan.id,
        "ten": plan.title,
        "dia_phuong": plan.locality.name,
        "ky": str(teller.say(plan.period)),
        "don_vi_tien": teller.unit,
    }


def _node(node: Node, teller: Teller) -> Plain:
    data = {key: _field(node, declared, teller) for key, declared in node.fields.items()}
    match node:
        case Target():
            data["said"] = target_text(node, teller)
        case AssignedTarget():
            data["said"] = assigned_value(node, teller)
    return data


def _field(node: Node, declared: Field, teller: Teller) -> Any:
    value = getattr(node, declared.attribute)
    match declared.shape:
        case Shape.VALUE:
            return _value(value, declared, teller)
        case Shape.VALUES:
            return [_value(one, declared, teller) for one in value]
        case Shape.NODE:
            return _node(value, teller) if value is not None else {}
        case Shape.NODES:
            return [_node(one, teller) for one in value]
        case Shape.MAP:
            return _map(value, declared, teller)


def _map(value: Mapping[Any, Any], declared: Field, teller: Teller) -> Plain:
    if declared.node is not None:
        return {str(key): _node(one, teller) for key, one in value.items()}
    return {str(key): _said(one, teller) for key, one in value.items()}


def _value(value: Any, declared: Field, teller: Teller) -> Any:
    if value is None or isinstance(value, bool):
        return "" if value is None else value
    if declared.refers:
        return teller.name(value)
    if declared.kind is YEAR:
        return Figure(str(value), str(value))
    return teller.label(value) if isinstance(value, StrEnum) else _said(value, teller)


def _said(value: Any, teller: Teller) -> str:
    """Say a value; an amount in the plan's currency knows how many of the plan's units it is."""
    said = teller.say(value)
    if isinstance(value, Amount) and value.currency == teller.money_unit.currency:
        return Figure(said, in_units(value.value, teller.money_unit))
    return said
