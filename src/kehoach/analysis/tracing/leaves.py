"""Each kind of thing as it stands in the tree, by itself."""

from collections.abc import Iterable, Sequence

from kehoach.analysis.costs import Cost
from kehoach.analysis.tracing.base import Atlas, Branch, How, Mark, Measured, Name
from kehoach.analysis.works import Work
from kehoach.model.base import Thing
from kehoach.model.commitments import Commitment
from kehoach.model.coordination import Request
from kehoach.model.monitoring import AssignedTarget, Indicator, Target
from kehoach.model.objectives import Objective, Output
from kehoach.model.owners import Owner
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.model.risks import Risk
from kehoach.model.tasks import Task
from kehoach.model.things import ACTION, COMMITMENT, FUND, INDICATOR, OBJECTIVE, OUTPUT, OWNER, REQUEST, RISK, TASK
from kehoach.values.money import Amount
from kehoach.values.targets import TargetValue


def objective(atlas: Atlas, plan: Plan, one: Objective, how: How = How.PART) -> Branch:
    """Show an objective with what the tasks for it take together, and what it lacks."""
    chain, ledger = atlas.chain(plan), atlas.budget(plan)
    tasks = chain.tasks_for(one.id)
    costs = [cost for task in tasks for cost in ledger.costs_of(task.id)]
    marks = []
    if not tasks and (plan.id, one.id) not in atlas.supporting:
        marks.append(Mark.NO_TASK)
    if not chain.indicators_for(one.id):
        marks.append(Mark.NO_INDICATOR)
    if _leads_nowhere(atlas, plan, one):
        marks.append(Mark.NOTHING_ABOVE)
    return Branch(
        thing=OBJECTIVE,
        plan=plan.id,
        id=one.id,
        words=one.statement,
        how=how,
        money=ledger.sum(costs) if costs else None,
        toward=one.supports,
        marks=tuple(marks),
    )


def _leads_nowhere(atlas: Atlas, plan: Plan, one: Objective) -> bool:
    """Tell whether an uppermost objective of a lower plan, with all below it, supports nothing above."""
    if not plan.parent or (one.parent is not None and one.parent in atlas.chain(plan).objectives):
        return False
    chain = atlas.chain(plan)
    return not any(chain.objectives[name].supports for name in chain.below(one.id) if name in chain.objectives)


def output(atlas: Atlas, plan: Plan, one: Output) -> Branch:
    """Show an output."""
    marks = () if atlas.chain(plan).serving.get(one.id) else (Mark.NO_TASK,)
    return Branch(thing=OUTPUT, plan=plan.id, id=one.id, words=one.title, marks=marks)


def work(atlas: Atlas, plan: Plan, one: Work, task: Task, how: How = How.PART) -> Branch:
    """Show a task, or an action with what it inherits of its task."""
    costs = costs_of(atlas, plan, one, task)
    dated = one if one.start or one.end or one.date else task
    owner = one.owner or task.owner or ""
    return Branch(
        thing=TASK if isinstance(one, Task) else ACTION,
        plan=plan.id,
        id=one.id,
        words=one.title,
        how=how,
        owner=next((body.name for body in plan.owners if body.id == owner), owner),
        dates=(dated.start or dated.date, dated.end or dated.date),
        is_regular=bool(one.within_regular_budget),
        money=atlas.budget(plan).sum(costs) if costs else None,
    )


def costs_of(atlas: Atlas, plan: Plan, one: Work, task: Task) -> Sequence[Cost]:
    """List what a task takes, or an action by itself."""
    costs = atlas.budget(plan).costs_of(task.id)
    return costs if one is task else [cost for cost in costs if cost.work is one]


def fund(atlas: Atlas, plan: Plan, one: Fund, costs: Iterable[Cost], how: How = How.FUNDS) -> Branch:
    """Show a fund with what is taken from it."""
    taken, ledger = list(costs), atlas.budget(plan)
    source, _, name = (one.from_plan or "").partition("#")
    handed = atlas.handed(source, plan.id, name) if name else None
    whole = ledger.sum(ledger.costs_on(one.id))
    is_over = isinstance(handed, Amount) and handed.currency == whole.currency and whole.value > handed.value
    return Branch(
        thing=FUND,
        plan=plan.id,
        id=one.id,
        words=one.name,
        how=how,
        money=ledger.sum(taken) if taken else None,
        handed=handed,
        toward=(one.from_plan,) if one.from_plan else (),
        marks=(Mark.OVER,) if is_over else (),
    )


def indicator(atlas: Atlas, plan: Plan, one: Indicator, how: How = How.MEASURES) -> Branch:
    """Show an indicator from its baseline to its targets."""
    start = one.baseline
    figures = [Measured("baseline", start.value if start else None, start.date if start else None)]
    figures += [Measured("target", _wanted(target), target.over or target.date or plan.period) for target in one.targets]
    if one.assigned is not None:
        figures.append(Measured("assigned", _wanted(one.assigned), one.assigned.date))
    return Branch(
        thing=INDICATOR,
        plan=plan.id,
        id=one.id,
        words=one.name,
        how=how,
        unit=one.unit or "",
        figures=tuple(figures),
        toward=tuple(f"{above}#{name}" for above, name in atlas.same_above(plan, one.id)),
    )


def _wanted(target: Target | AssignedTarget) -> TargetValue | None:
    """Put the comparison and the whole, which may stand beside the number, into the value."""
    value = target.value
    if value is None or value.value is None:
        return value
    whole = target.of.value if isinstance(target, Target) and target.of is not None else None
    return value._replace(comparison=target.is_ or value.comparison, of=whole or value.of)


def owner(plan: Plan, one: Owner) -> Branch:
    """Show a body."""
    return Branch(thing=OWNER, plan=plan.id, id=one.id, words=one.name)


def risk(plan: Plan, one: Risk) -> Branch:
    """Show a risk."""
    return Branch(thing=RISK, plan=plan.id, id=one.id, words=one.description)


def commitment(plan: Plan, one: Commitment) -> Branch:
    """Show a commitment with who gave it."""
    names = {body.id: body.name for body in plan.owners}
    by = ", ".join(names.get(body, body) for body in one.by)
    return Branch(thing=COMMITMENT, plan=plan.id, id=one.id, words=one.statement or "", owner=by, money=one.amount)


def request(plan: Plan, one: Request, how: How = How.PART) -> Branch:
    """Show what a plan asks of the one above."""
    return Branch(thing=REQUEST, plan=plan.id, id=one.id, words=one.what, how=how, money=one.amount)


def missing(name: Name, thing: Thing, how: How) -> Branch:
    """Show a thing that is referred to and not in the workspace."""
    return Branch(thing=thing, plan=name[0], id=name[1], words="", how=how, marks=(Mark.NOT_THERE,))
