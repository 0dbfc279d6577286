"""The results chain of a plan as a whole, or of one thing in both directions."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.chain import served_by
from kehoach.analysis.tracing import leaves
from kehoach.analysis.tracing.base import Atlas, Branch, How, Mark
from kehoach.analysis.tracing.growing import Down, Up, fund_of, indicator_of
from kehoach.analysis.works import works
from kehoach.model.plan import Plan


class Trace(NamedTuple):
    """What is shown of a chain.

    Attributes:
        plan: where it starts.
        up, down: of one thing; none where the whole plan is shown, or nothing lies there.
        tops: the uppermost objectives of the whole plan, with all below them.
        orphans: what hangs on no objective of it.
    """

    plan: Plan
    up: Branch | None = None
    down: Branch | None = None
    tops: tuple[Branch, ...] = ()
    orphans: tuple[Branch, ...] = ()


def whole(plan: Plan, atlas: Atlas, most: int | None) -> Trace:
    """Show the chain of a plan from its uppermost objectives down, then what hangs on none."""
    tree = Down(atlas, most)
    chain = atlas.chain(plan)
    tops = [one for one in plan.objectives if one.parent is None or one.parent not in chain.objectives]
    shown = [tree.objective(plan, one) for one in tops]
    # Objectives in a circle have no uppermost one; the first of them stands for all.
    shown += [tree.objective(plan, chain.objectives[name]) for name in _unreached(plan, atlas, [one.id for one in tops])]
    return Trace(plan, tops=tuple(shown), orphans=tuple(_orphans(plan, atlas, tree)))


def _unreached(plan: Plan, atlas: Atlas, tops: Sequence[str]) -> Iterator[str]:
    chain = atlas.chain(plan)
    reached = {name for top in tops for name in chain.below(top)}
    for one in plan.objectives:
        if one.id not in reached:
            reached.update(chain.below(one.id))
            yield one.id


def _orphans(plan: Plan, atlas: Atlas, tree: Down) -> Iterator[Branch]:
    """List outputs and tasks that serve no objective, indicators that measure none, funds that nothing takes from."""
    chain = atlas.chain(plan)
    for output in plan.outputs:
        if output.objective not in chain.objectives:
            yield tree.output(plan, output).marked(Mark.NO_OBJECTIVE)
    for task in plan.tasks:
        served = served_by(task)
        if not any(name in chain.objectives or name in chain.outputs for name in served):
            yield tree.task(plan, task).marked(Mark.NO_OBJECTIVE)
    indicators = plan.monitoring.indicators if plan.monitoring else ()
    weights = {indicator.weight for indicator in indicators}
    for indicator in indicators:
        if indicator.id not in weights and not any(name in chain.objectives for name in indicator.objectives):
            yield leaves.indicator(atlas, plan, indicator, How.PART).marked(Mark.NO_OBJECTIVE)
    for fund in plan.resources.funds if plan.resources else ():
        if not atlas.budget(plan).costs_on(fund.id) and (plan.id, fund.id) not in atlas.fed:
            yield leaves.fund(atlas, plan, fund, (), How.PART).marked(Mark.UNUSED)


def of_thing(plan: Plan, name: str, atlas: Atlas, most: int | None) -> Trace | None:
    """Show the chain through one thing, up and down; none where it is no part of a chain."""
    up, down = Up(atlas, most), Down(atlas, most)
    chain = atlas.chain(plan)
    if (objective := chain.objectives.get(name)) is not None:
        return Trace(plan, up.objective(plan, objective), down.objective(plan, objective))
    if (output := chain.outputs.get(name)) is not None:
        return Trace(plan, up.output(plan, output), down.output(plan, output))
    if (placed := next((each for each in works(plan) if each.work.id == name), None)) is not None:
        return Trace(plan, up.work(plan, *placed), down.work(plan, *placed))
    if (fund := fund_of(plan, name)) is not None:
        return Trace(plan, up.fund(plan, fund), down.fund(plan, fund))
    if (indicator := indicator_of(plan, name)) is not None:
        return Trace(plan, up.indicator(plan, indicator), down.indicator(plan, indicator))
    root = _beside(plan, name, up)
    return Trace(plan, up=root) if root is not None else None


def _beside(plan: Plan, name: str, up: Up) -> Branch | None:
    """Show what stands beside the chain, with the tasks that it leads, endangers, promises or asks for."""
    asked = next((one for one in (plan.coordination.requests if plan.coordination else ()) if one.id == name), None)
    if asked is not None:
        return up.grow(leaves.request(plan, asked), lambda: (_answers(plan, name, up), 0))
    found = _to_tasks(plan, name)
    if found is None:
        return None
    branch, tasks, how = found
    return up.grow(branch, lambda: (_works(plan, tasks, how, up), 0))


def _to_tasks(plan: Plan, name: str) -> tuple[Branch, set[str], How] | None:
    for body in plan.owners:
        if body.id == name:
            led = {placed.task.id for placed in works(plan) if (placed.work.owner or placed.task.owner) == name}
            return leaves.owner(plan, body), led, How.LEADS
    for risk in plan.risks:
        if risk.id == name:
            return leaves.risk(plan, risk), set(risk.affects), How.AFFECTS
    for promise in plan.commitments:
        if promise.id == name:
            promised = {task.id for task in plan.tasks} if promise.all else set(promise.tasks)
            return leaves.commitment(plan, promise), promised, How.PROMISES
    return None


def _works(plan: Plan, names: set[str], how: How, up: Up) -> list[Branch]:
    return [up.work(plan, placed.work, placed.task, how) for placed in works(plan) if placed.work.id in names]


def _answers(plan: Plan, name: str, up: Up) -> list[Branch]:
    """Find the tasks of other plans that took up what this one asks for."""
    found = []
    for card in up.atlas.portfolio.extracts:
        if f"{plan.id}#{name}" not in card.answers:
            continue
        upper = up.atlas.plan(card.id)
        said = upper.coordination.proposals if upper is not None and upper.coordination else ()
        taken = {answer.task for answer in said if answer.about == f"{plan.id}#{name}" and answer.task}
        found += _works(upper, {task for task in taken if task}, How.ANSWERS, up) if upper is not None else []
    return found


def known(plan: Plan) -> tuple[str, ...]:
    """List the ids of things that a chain can be shown of."""
    return (
        *(one.id for one in plan.objectives),
        *(one.id for one in plan.outputs),
        *(placed.work.id for placed in works(plan)),
        *(one.id for one in (plan.resources.funds if plan.resources else ())),
        *(one.id for one in (plan.monitoring.indicators if plan.monitoring else ())),
        *(one.id for one in plan.owners),
        *(one.id for one in plan.risks),
        *(one.id for one in plan.commitments),
        *(one.id for one in (plan.coordination.requests if plan.coordination else ())),
    )
