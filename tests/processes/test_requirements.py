"""Each requirement of each shipped process, broken alone: it is noticed, and said at the right place with its seed."""

from decimal import Decimal
from typing import Any

import pytest

from kehoach.language import Language
from kehoach.processes.catalogue import SHIPPED, process
from processes.model_plan import Change, checked, data, drop, plan, put

UNSECURED = Decimal("0.30")
FIRST_GENERAL = put("objectives.0.level", "specific")


def both(*changes: Change) -> Change:
    def change(raw: dict[str, Any]) -> None:
        for each in changes:
            each(raw)

    return change


def without_consultation(party: str) -> Change:
    def change(raw: dict[str, Any]) -> None:
        kept = [each for each in raw["process"]["consultations"] if each["with"] != party]
        raw["process"]["consultations"] = kept

    return change


def without_tasks_of(key: str, value: str) -> Change:
    def change(raw: dict[str, Any]) -> None:
        for task in raw["tasks"]:
            if task.get(key) == value:
                del task[key]

    return change


def without_impact(raw: dict[str, Any]) -> None:
    for indicator in raw["monitoring"]["indicators"]:
        if indicator["level"] in {"impact", "outcome"}:
            indicator["level"] = "output"


def alone(raw: dict[str, Any]) -> None:
    """Nobody but the owners works, and no sector or level above was heard."""
    for task in raw["tasks"]:
        for key in ("partners", "supporters", "co_owners"):
            task.pop(key, None)
    without_consultation("sectors")(raw)
    without_consultation("upper_level")(raw)


def unreached(raw: dict[str, Any]) -> None:
    drop("tasks.*.beneficiaries")(raw)
    drop("monitoring.indicators.*.disaggregated_by")(raw)


def assigned(raw: dict[str, Any]) -> None:
    raw["monitoring"]["indicators"][0]["assigned"] = {"value": "45", "date": "2026"}
    without_consultation("upper_level")(raw)


def without_bodies(raw: dict[str, Any]) -> None:
    raw["owners"] = [owner for owner in raw["owners"] if owner.get("type") not in _SOCIAL]


_SOCIAL = {"cooperative", "mass_organisation", "community", "village", "enterprise"}
LIMIT = put("resources.funds.0.limits", {"2026": "10"})
GROUP = (drop("process.group"), "/process")
SWOT = (drop("situation.threats"), "/situation")
BROKEN: dict[str, dict[str, tuple[Change, str]]] = {
    "action-plan": {
        "situation": (drop("situation"), ""),
        "vision_and_objectives": (drop("objectives"), ""),
        "baselines": (drop("monitoring.indicators.1.baseline"), "/monitoring/indicators/1"),
        "option": (put("options.0.chosen", "false"), "/options"),
        "tasks": (both(drop("tasks.2.deliverable"), drop("tasks.2.milestones")), "/tasks/2"),
        "participants": (drop("tasks.2.owner"), "/tasks/2"),
        "resources": (both(drop("tasks.5.needs"), drop("tasks.5.total")), "/tasks/5"),
        "time_frame": (drop("tasks.5.end"), "/tasks/5"),
        "risks_and_gaps": (drop("risks"), ""),
        "commitments": (drop("commitments"), ""),
        "coordination": (drop("coordination.lead"), "/coordination"),
        "impact_monitoring": (without_impact, "/monitoring"),
        "feasible_in_time": (both(put("tasks.5.start", "2027-02-01"), put("tasks.5.end", "2027-03-31")), "/tasks/5"),
        "feasible_in_money": (LIMIT, "/resources/funds/0"),
        "feasible_in_policy": (drop("resources.constraints"), "/resources"),
    },
    "lao-cai": {
        "results_based": (drop("monitoring.indicators.*.objectives"), "/objectives"),
        "priorities": (drop("objectives.2.priority"), "/objectives/2"),
        "hierarchy": (drop("objectives.2.parent"), "/objectives/2"),
        "activities_resourced": (both(drop("tasks.2.needs"), drop("tasks.2.total")), "/tasks/2"),
        "participatory": (without_consultation("community"), "/process"),
        "attendance": (drop("process.consultations.1.women"), "/process/consultations/1"),
        "needs_heard": (drop("process.consultations.*.opinions"), "/process/consultations"),
        "contributions_asked": (drop("process.consultations.*.contributions"), "/process/consultations"),
        "consensus": (drop("process.consultations.*.agreed"), "/process/consultations"),
        "answers": (drop("coordination.proposals.0.decision"), "/coordination/proposals/0"),
        "vulnerable_groups": (unreached, "/"),
        "sectors_join": (alone, "/process/consultations"),
        "resource_linked": (LIMIT, "/resources"),
        "disclosed": (drop("process.disclosure"), "/process"),
        "assigned_discussed": (assigned, "/monitoring/indicators/0"),
        "monitored": (drop("monitoring.indicators.3.form"), "/monitoring/indicators/3"),
        "one_method": (drop("monitoring.indicators.3.definition"), "/monitoring/indicators/3"),
    },
    "led-strategic": {
        "all_sides": (without_bodies, "/owners"),
        "group": GROUP,
        "mechanism": (drop("process.group.functions"), "/process/group"),
        "outline": (drop("process.scope"), "/process"),
        "swot": SWOT,
        "compared": (drop("situation.comparisons"), "/situation"),
        "picture": (drop("situation.factors"), "/situation"),
        "vision_stated": (drop("vision.statement"), "/vision"),
        "general_objective": (FIRST_GENERAL, "/objectives"),
        "domains_and_terms": (drop("objectives.3.horizon"), "/objectives/3"),
        "social_ends": (put("objectives.*.domain", "governance"), "/objectives"),
        "quantified": (drop("monitoring.indicators.*.objectives"), "/objectives"),
        "option_chosen": (put("options.0.chosen", "false"), "/options"),
        "option_complete": (drop("options.1.actions"), "/options/1"),
        "tasks_listed": (drop("tasks.2.owner"), "/tasks/2"),
        "guarantors": (drop("resources.funds.1.guaranteed_by"), "/resources/funds/1"),
        "organised": (drop("coordination.lead"), "/coordination"),
        "disbursement": (put("monitoring.reports.*.covers", ["tasks"]), "/monitoring"),
        "five_criteria": (put("monitoring.evaluations.*.criteria", ["relevance"]), "/monitoring"),
        "lessons": (put("stage", "closed"), "/monitoring/evaluations"),
    },
    "nghe-an-district": {
        "sectors_named": (drop("owners"), ""),
        "last_year": (drop("situation.previous_period"), "/situation"),
        "swot": SWOT,
        "forecasts": (drop("situation.forecasts"), "/monitoring/indicators"),
        "conference": (without_consultation("sectors"), "/process/consultations"),
        "tasks_by_sector": (drop("tasks.4.sector"), "/tasks/4"),
        "proposals_recorded": (drop("coordination.proposals"), "/coordination"),
        "proposals_answered": (put("coordination.proposals.0.decision", "refused"), "/coordination/proposals/0"),
    },
    "mop-sedp": {
        "market_information": (drop("situation.market_information"), "/situation"),
        "forums": (without_bodies, "/owners"),
        "group": GROUP,
        "group_decision": (drop("process.group.decision"), "/process/group"),
        "planned_and_actual": (drop("situation.previous_period"), "/situation"),
        "causes": (drop("situation.previous_period.limitations.0.causes"), "/situation/previous_period/limitations/0"),
        "chains_chosen": (put("situation.value_chains.0.status", "potential"), "/situation/value_chains"),
        "chain_criteria": (drop("situation.criteria"), "/situation"),
        "chain_analysis": (drop("situation.value_chains.0.constraints"), "/situation/value_chains/0"),
        "chain_tasks": (without_tasks_of("value_chain", "VC1"), "/situation/value_chains/0"),
        "market_actors": (without_consultation("producers"), "/process/consultations"),
        "objectives_set": (FIRST_GENERAL, "/objectives"),
        "objectives_measured": (drop("monitoring.indicators.*.objectives"), "/objectives"),
        "draft_tasks": (drop("tasks"), ""),
        "me_plan": (drop("monitoring"), ""),
        "community_consulted": (without_consultation("community"), "/process"),
        "community_counted": (drop("process.consultations.1.women"), "/process/consultations/1"),
        "community_agreed": (put("process.consultations.*.agreed", "false"), "/process/consultations"),
        "upper_opinion": (without_consultation("upper_level"), "/process/consultations"),
        "conformity": (drop("process.conformity.1"), "/process/conformity"),
        "resolution": (drop("process.approvals"), "/process"),
        "assigned": (drop("tasks.2.owner"), "/tasks/2"),
        "published": (drop("process.disclosure"), "/process"),
        "yearly_review": (drop("monitoring.evaluations.*.date"), "/monitoring/evaluations"),
    },
}
CASES = [(name, requirement) for name, broken in BROKEN.items() for requirement in broken]


def test_every_requirement_has_a_case() -> None:
    for name in SHIPPED:
        assert [requirement.id for requirement, _ in process(name).demands()] == list(BROKEN[name])


@pytest.mark.parametrize("name", SHIPPED)
def test_the_model_plan_meets_them_all(name: str) -> None:
    ready, whole = process(name), plan(data(name))

    assert [r.id for r, _ in ready.demands() if ready.judge(r, whole, UNSECURED).holds is not True] == []


@pytest.mark.parametrize(("name", "requirement"), CASES)
def test_broken_alone_it_is_said_at_its_place(name: str, requirement: str) -> None:
    ready = process(name)
    change, place = BROKEN[name][requirement]
    raw = data(name, change)
    demand = next(demand for demand, _ in ready.demands() if demand.id == requirement)

    assert ready.judge(demand, plan(raw), UNSECURED).holds is False

    said = [
        each
        for each in checked(raw).diagnostics
        if each.code in demand.rules or (each.code == "PRC005" and each.values["requirement"] == requirement)
    ]
    assert said, [f"{each.code} {each.pointer}" for each in checked(raw).diagnostics]
    assert any(each.pointer.startswith(place) for each in said), [(each.code, each.pointer) for each in said]
    own = [each for each in said if each.code == "PRC005"]
    assert all(demand.source is not None and demand.source in each.said(Language.VI) for each in own)
    assert bool(own) is not bool([each for each in said if each.code != "PRC005"])
