"""What the five planning methods ask can be said."""

import pytest

from expressions.plans import HEAD, plan_of, value
from kehoach.reading.loading import load
from places import EXAMPLES

CHECKS = [
    # the action plan's eight items
    "count(plan.tasks) > 0 and all(t.deliverable != none for t in plan.tasks)",
    "all(t.owner != none for t in plan.tasks)",
    "all(t.is_funded for t in plan.tasks)",
    "all((t.start != none and t.end != none) or t.date != none for t in plan.tasks)",
    "count(plan.risks) > 0 and all(r.prevention != none or r.contingency != none for r in plan.risks)",
    "all(g.owner != none and g.due != none for g in plan.gaps)",
    'all(any(c.status == "confirmed" for c in w.commitments) for w in plan.owners if w.tasks)',
    "plan.coordination.lead != none and any(m.frequency != none for m in plan.coordination.meetings)",
    'any(i.level in ["impact", "outcome"] for i in plan.indicators)',
    # Lào Cai: results, participation, resources, monitoring
    "all(count(o.indicators) > 0 for o in plan.objectives)",
    "any(o.priority != none for o in plan.objectives)",
    'any(c.with == "community" and c.women > 0 and c.ethnic_minority > 0 for c in plan.consultations)',
    "any(t.beneficiaries.women > 0 for t in plan.tasks)",
    "all(y in plan.forecast_years for y in plan.years)",
    "count(plan.process.disclosure) > 0",
    "all(i.five_answers for i in plan.indicators)",
    'all(i.dialogues for i in plan.indicators if i.direction == "increase" and any(t.value < i.assigned.value for t in i.targets))',
    'all(i.dialogues for i in plan.indicators if i.direction == "decrease" and any(t.value > i.assigned.value for t in i.targets))',
    # strategic planning of the local economy
    "plan.process.group.lead != none and count(plan.process.group.members) >= 3",
    "plan.process.scope != none and count(plan.process.expected_results) > 0",
    "plan.swot_complete and plan.compares_time and plan.compares_place",
    "plan.vision.statement != none",
    'all(count(o.indicators) > 0 for o in plan.objectives if o.horizon in ["short", "medium"])',
    "plan.resources_ensured or count(plan.process.adjustments) > 0",
    'any("disbursement" in r.covers for r in plan.monitoring.reports)',
    "any(count(e.criteria) >= 5 for e in plan.monitoring.evaluations)",
    # the district of Nghệ An
    "count(plan.situation.previous_period.results) > 0",
    "all(count(i.forecasts) > 0 and all(f.method != none for f in i.forecasts) for i in plan.key_indicators)",
    "all(p.decision != none and (p.task != none or p.reason != none) for p in plan.coordination.proposals)",
    # market-oriented participatory planning
    "count(plan.situation.market_information) > 0",
    "all(count(l.causes) > 0 for l in plan.situation.previous_period.limitations)",
    'any(v.status == "priority" for v in plan.value_chains) and all(count(v.scores) > 0 for v in plan.value_chains)',
    'all(count(v.tasks) > 0 for v in plan.value_chains if v.status == "priority")',
    'all(c in plan.conforms_to for c in ["upper_strategy", "sector_plan", "budget_allocation"])',
    "any(a.number != none and a.date != none for a in plan.process.approvals)",
    '"consult_community" in plan.steps_done',
]


@pytest.mark.parametrize("text", CHECKS)
def test_the_complete_example_holds(text: str) -> None:
    built = load((EXAMPLES / "xa-mau-2026" / "plan.yaml").read_bytes(), "plan.yaml").built
    assert built is not None

    assert value(text, built.node) is True


@pytest.mark.parametrize("text", CHECKS)
def test_an_empty_plan_gives_an_answer(text: str) -> None:
    assert value(text, plan_of(HEAD)) in {True, False}
