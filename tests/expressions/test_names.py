"""What the worked-out names come to."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest

from expressions.plans import PLAN, value
from kehoach.expressions.names.catalogue import NAMES
from kehoach.expressions.reach import ANY, places_of_nodes
from kehoach.expressions.sorts import Sort, Type, Value, keys_of, variable_name
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount
from kehoach.values.targets import TargetValue
from places import PLANS

CLASSES: Mapping[Sort, tuple[type, ...]] = {
    Sort.NUMBER: (Decimal,),
    Sort.AMOUNT: (Amount,),
    Sort.DATE: (PlanDate, Period),
    Sort.TARGET: (TargetValue,),
    Sort.TEXT: (str,),
    Sort.YES_NO: (bool,),
    Sort.TABLE: (Mapping,),
}


def nodes(node: Node) -> Iterator[Node]:
    """Every node of a plan."""
    yield node
    for field in node.fields.values():
        held = getattr(node, field.attribute)
        if field.node is not None and held is not None:
            inside = held.values() if isinstance(held, Mapping) else held if isinstance(held, tuple) else (held,)
            for inner in inside:
                yield from nodes(inner)


def example(number: int) -> Plan:
    built = load(PLANS[number].read_bytes(), "plan.yaml").built
    assert built is not None
    return built.node


def is_of(found: Value, kind: Type) -> bool:
    if found is None:
        return True
    if kind.sort is Sort.LIST:
        item = kind.item
        return isinstance(found, tuple) and item is not None and all(is_of(Decimal(x) if isinstance(x, int) else x, item) for x in found)
    if kind.node is not None:
        return isinstance(found, kind.node)
    return isinstance(found, CLASSES[kind.sort]) and (kind.sort is Sort.YES_NO or not isinstance(found, bool))


@pytest.mark.parametrize("plan", [PLAN, *(example(number) for number in range(len(PLANS)))], ids=lambda plan: plan.id)
def test_every_key_and_name_is_what_it_is_said_to_be(plan: Plan) -> None:
    for node in nodes(plan):
        for name, kind in {**keys_of(type(node)), **{key: name.gives for key, name in NAMES.get(type(node), {}).items()}}.items():
            found = value(f"x.{name}", plan, x=node)
            assert is_of(found, kind), f"{node}.{name} is {found!r}, not {kind.name.en}"


@pytest.mark.parametrize("node", NAMES, ids=variable_name)
def test_no_name_hides_a_key(node: type[Node]) -> None:
    assert not set(NAMES[node]) & set(node.fields)


@pytest.mark.parametrize(
    ("node", "key"),
    [(node, key) for node, names in NAMES.items() for key in names],
    ids=lambda part: part if isinstance(part, str) else variable_name(part),
)
def test_what_a_name_reads_is_in_the_format(node: type[Node], key: str) -> None:
    for read in NAMES[node][key].reads:
        path = read.lstrip(".").split(".")
        starts = [node] if read.startswith(".") else [Plan]
        for part in path:
            held = [start.fields[part].node for start in starts if part not in {"", ANY}]
            starts = [inner for inner in held if inner is not None] if held else starts


def test_nodes_are_found_where_they_stand() -> None:
    for node in nodes(PLAN):
        assert any(
            len(place) == len(node.path) and all(a in (b, ANY) for a, b in zip(place, node.path, strict=True))
            for place in places_of_nodes()[type(node)]
        )


@pytest.mark.parametrize(
    "text",
    [
        "plan.years == none or count(plan.years) == 2 and 2027 in plan.years",
        "count(plan.indicators) == 2 and count(plan.key_indicators) == 1",
        "count(plan.funds) == 2 and count(plan.consultations) == 1 and count(plan.value_chains) == 0",
        "count(plan.chosen_options) == 0",
        "plan.swot_complete and plan.compares_time and not plan.compares_place",
        "plan.need == money('6 tỷ đồng') and plan.secured == plan.need and plan.unsecured_share == 0",
        "plan.resources_ensured",
        "count(plan.forecast_years) == 2 and all(y in plan.forecast_years for y in plan.years)",
        "'prepare' in plan.steps_done and 'awareness' not in plan.steps_done and 'awareness' in plan.steps_skipped",
        "'upper_strategy' in plan.conforms_to and 'sector_plan' not in plan.conforms_to",
        "'chiến lược cấp trên' in plan.conforms_to or true",
        "all(count(o.indicators) > 0 and count(o.tasks) == 2 for o in plan.objectives)",
        "any(count(o.children) == 1 and count(o.outputs) == 0 for o in plan.objectives)",
        "all(o.need == money('6 tỷ đồng') for o in plan.objectives)",
        "all(count(p.tasks) == 1 for p in plan.outputs)",
        "count(t for t in plan.tasks if t.is_funded) == 2",
        "all(t.price_known for t in plan.tasks)",
        "count(t for t in plan.tasks if count(t.years) == 2) == 1 and count(t for t in plan.tasks if count(t.years) == 1) == 1",
        "any(2026 in t.milestone_years and 2027 in t.milestone_years for t in plan.tasks)",
        "any(count(t.objectives) == 2 and count(t.outputs) == 1 for t in plan.tasks)",
        "count(t for t in plan.tasks if t.risks) == 1",
        "count(t for t in plan.tasks if count(t.commitments) == 2) == 1",
        "all(count(t.commitments) >= 1 for t in plan.tasks)",
        "any('ubnd' in t.bodies and 'hoi' in t.bodies for t in plan.tasks)",
        "any(t.float_days == 184 for t in plan.tasks) and any(t.float_days == none for t in plan.tasks)",
        "not any(t.is_critical for t in plan.tasks)",
        "all(count(w.tasks) == 1 and count(w.commitments) == 1 for w in plan.owners)",
        "any(count(w.joined_tasks) == 2 for w in plan.owners)",
        "any(f.need == plan.need and not f.over_limit and count(f.commitments) == 1 for f in plan.funds)",
        "all(r.score == 12 and count(r.tasks) == 1 for r in plan.risks)",
        "count(i for i in plan.indicators if i.five_answers) == 1",
        "any(count(i.targets_in_period) == 1 and count(i.forecasts) == 1 and count(i.dialogues) == 1 for i in plan.indicators)",
    ],
)
def test_in_the_sample(text: str) -> None:
    assert value(text) is True
