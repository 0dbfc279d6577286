"""The tree below a thing, toward money, and above it, toward impact."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kehoach.analysis.chain import served_by
from kehoach.analysis.costs import Cost
from kehoach.analysis.tracing import leaves
from kehoach.analysis.tracing.base import Atlas, Branch, How, Mark, Name
from kehoach.analysis.works import Work
from kehoach.model.base import Thing
from kehoach.model.monitoring import Indicator
from kehoach.model.objectives import Objective, Output
from kehoach.model.plan import Plan
from kehoach.model.resources import Fund
from kehoach.model.tasks import Task
from kehoach.model.things import FUND, INDICATOR, OBJECTIVE, REQUEST

MOST = 10
"""So many things of other plans are shown under one thing, unless all are wanted."""

_DEEPEST = 60

Grown = tuple[Sequence[Branch], int]
"""What hangs on a thing, and how many things of other plans are left out."""


class Tree:
    """Grows a tree in which what hangs on a thing is shown once, so that a circle or a diamond does no harm."""

    def __init__(self, atlas: Atlas, most: int | None = MOST) -> None:
        self.atlas = atlas
        self.most = most
        self._seen: dict[tuple[str, str, str], bool] = {}
        self._depth = 0

    def grow(self, branch: Branch, below: Callable[[], Grown]) -> Branch:
        """Hang on a thing what belongs there, unless it is shown already."""
        key = (branch.plan, branch.thing.name, branch.id)
        if key in self._seen:
            return branch.marked(Mark.SHOWN) if self._seen[key] else branch
        if self._depth == _DEEPEST:
            return branch.marked(Mark.CUT)
        self._seen[key] = True
        self._depth += 1
        own, more = below()
        self._depth -= 1
        self._seen[key] = bool(own)
        return replace(branch, below=tuple(own), more=more)

    def elsewhere(self, names: Sequence[Name], thing: Thing, how: How, show: Callable[[Plan, str], Branch | None]) -> Grown:
        """Show things of other plans, the first of many."""
        chosen = names[: self.most] if self.most is not None else names
        found = []
        for name in chosen:
            plan = self.atlas.plan(name[0])
            branch = show(plan, name[1]) if plan is not None else None
            found.append(branch or leaves.missing(name, thing, how))
        return found, len(names) - len(chosen)


class Down(Tree):
    """From objectives through outputs and tasks to money, into the plans below."""

    def objective(self, plan: Plan, one: Objective, how: How = How.PART) -> Branch:
        """Show what carries an objective."""
        chain = self.atlas.chain(plan)

        def below() -> Grown:
            own = [leaves.indicator(self.atlas, plan, measure) for measure in chain.measuring.get(one.id, ())]
            own += [self.objective(plan, child) for child in chain.children.get(one.id, ())]
            own += [self.output(plan, output) for output in chain.outputs_of.get(one.id, ())]
            own += [self.task(plan, task) for task in chain.serving.get(one.id, ())]
            names = self.atlas.supporting.get((plan.id, one.id), ())
            others, more = self.elsewhere(names, OBJECTIVE, How.SUPPORTS, self._supporting)
            return [*own, *others], more

        return self.grow(leaves.objective(self.atlas, plan, one, how), below)

    def _supporting(self, plan: Plan, name: str) -> Branch | None:
        one = self.atlas.chain(plan).objectives.get(name)
        return self.objective(plan, one, How.SUPPORTS) if one is not None else None

    def output(self, plan: Plan, one: Output) -> Branch:
        """Show which tasks make an output."""
        tasks = self.atlas.chain(plan).serving.get(one.id, ())
        return self.grow(leaves.output(self.atlas, plan, one), lambda: ([self.task(plan, task) for task in tasks], 0))

    def task(self, plan: Plan, one: Task) -> Branch:
        """Show from which funds a task takes its money."""
        return self.work(plan, one, one)

    def work(self, plan: Plan, one: Work, task: Task) -> Branch:
        """Show from which funds a task or action takes its money."""

        def below() -> Grown:
            costs = leaves.costs_of(self.atlas, plan, one, task)
            funds = {fund.id: fund for fund in (plan.resources.funds if plan.resources else ())}
            names = dict.fromkeys(cost.need.fund or "" for cost in costs)
            return [leaves.fund(self.atlas, plan, funds[name], _on(name, costs)) for name in names if name in funds], 0

        return self.grow(leaves.work(self.atlas, plan, one, task), below)

    def fund(self, plan: Plan, one: Fund, how: How = How.PART) -> Branch:
        """Show where the money of a fund comes from."""

        def below() -> Grown:
            source, _, name = (one.from_plan or "").partition("#")
            return self.elsewhere([(source, name)], FUND, How.FEEDS, self._source) if name else ((), 0)

        return self.grow(leaves.fund(self.atlas, plan, one, self.atlas.budget(plan).costs_on(one.id), how), below)

    def _source(self, plan: Plan, name: str) -> Branch | None:
        one = fund_of(plan, name)
        return self.fund(plan, one, How.FEEDS) if one is not None else None

    def indicator(self, plan: Plan, one: Indicator, how: How = How.PART) -> Branch:
        """Show the same indicator in the plans below."""

        def below() -> Grown:
            names = self.atlas.same_below(plan.id, one.id)
            others, more = self.elsewhere(names, INDICATOR, How.SAME, self._same)
            handed = [replace(other, handed=self.atlas.handed(plan.id, other.plan, one.id)) for other in others]
            return handed, more

        return self.grow(leaves.indicator(self.atlas, plan, one, how), below)

    def _same(self, plan: Plan, name: str) -> Branch | None:
        one = indicator_of(plan, name)
        return self.indicator(plan, one, How.SAME) if one is not None else None


class Up(Tree):
    """From money and tasks through outputs to objectives, into the plans above, with what measures each."""

    def objective(self, plan: Plan, one: Objective, how: How = How.PART) -> Branch:
        """Show what an objective belongs to, and what it supports above."""
        chain = self.atlas.chain(plan)

        def above() -> Grown:
            measures = (each for each in chain.measuring.get(one.id, ()) if (plan.id, INDICATOR.name, each.id) not in self._seen)
            own = [leaves.indicator(self.atlas, plan, each) for each in measures]
            parent = chain.objectives.get(one.parent or "")
            if parent is not None:
                own.append(self.objective(plan, parent))
            names = [(to, thing) for to, _, thing in (name.partition("#") for name in one.supports)]
            others, more = self.elsewhere(names, OBJECTIVE, How.SUPPORTS, self._supported)
            return [*own, *others], more

        return self.grow(replace(leaves.objective(self.atlas, plan, one, how), toward=()), above)

    def _supported(self, plan: Plan, name: str) -> Branch | None:
        one = self.atlas.chain(plan).objectives.get(name)
        return self.objective(plan, one, How.SUPPORTS) if one is not None else None

    def output(self, plan: Plan, one: Output) -> Branch:
        """Show which objective needs an output."""
        objective = self.atlas.chain(plan).objectives.get(one.objective or "")
        found = leaves.output(self.atlas, plan, one)
        if objective is None:
            return found.marked(Mark.NO_OBJECTIVE)
        return self.grow(found, lambda: ([self.objective(plan, objective)], 0))

    def served(self, plan: Plan, names: Sequence[str]) -> list[Branch]:
        """Show the outputs and objectives of these names."""
        chain = self.atlas.chain(plan)
        found = []
        for name in names:
            if name in chain.outputs:
                found.append(self.output(plan, chain.outputs[name]))
            elif name in chain.objectives:
                found.append(self.objective(plan, chain.objectives[name]))
        return found

    def work(self, plan: Plan, one: Work, task: Task, how: How = How.PART) -> Branch:
        """Show what a task or action serves; an action that names nothing serves what its task does."""

        def above() -> Grown:
            own = self.served(plan, one.serves or served_by(task)) if one is task or one.serves else [self.work(plan, task, task)]
            said = plan.coordination.proposals if plan.coordination else ()
            abouts = ((answer.about or "").partition("#") for answer in said if answer.task == one.id)
            names = [(to, name) for to, _, name in abouts if to and (to, REQUEST.name, name) not in self._seen]
            asked, more = self.elsewhere(names, REQUEST, How.ANSWERS, self._asked)
            return [*own, *asked], more

        found = self.grow(leaves.work(self.atlas, plan, one, task, how), above)
        return (
            found
            if any(each.how is not How.ANSWERS for each in found.below) or Mark.SHOWN in found.marks
            else found.marked(Mark.NO_OBJECTIVE)
        )

    def _asked(self, plan: Plan, name: str) -> Branch | None:
        asked = next((one for one in (plan.coordination.requests if plan.coordination else ()) if one.id == name), None)
        return leaves.request(plan, asked, How.ANSWERS) if asked is not None else None

    def fund(self, plan: Plan, one: Fund, how: How = How.PART) -> Branch:
        """Show which tasks take from a fund, and which funds below come from it."""
        costs = self.atlas.budget(plan).costs_on(one.id)

        def above() -> Grown:
            tasks = {cost.task.id: cost.task for cost in costs}
            own = [self._paid(plan, task, [cost for cost in costs if cost.task is task]) for task in tasks.values()]
            names = self.atlas.fed.get((plan.id, one.id), ())
            others, more = self.elsewhere(names, FUND, How.FEEDS, self._fed)
            return [*own, *others], more

        found = self.grow(leaves.fund(self.atlas, plan, one, costs, how), above)
        return found if found.below or Mark.SHOWN in found.marks else found.marked(Mark.UNUSED)

    def _paid(self, plan: Plan, task: Task, costs: Sequence[Cost]) -> Branch:
        return replace(self.work(plan, task, task, How.FUNDS), money=self.atlas.budget(plan).sum(costs))

    def _fed(self, plan: Plan, name: str) -> Branch | None:
        one = fund_of(plan, name)
        return self.fund(plan, one, How.FEEDS) if one is not None else None

    def indicator(self, plan: Plan, one: Indicator, how: How = How.PART) -> Branch:
        """Show what an indicator measures, and the same indicator above."""

        def above() -> Grown:
            chain = self.atlas.chain(plan)
            own = [self.objective(plan, chain.objectives[name]) for name in dict.fromkeys(one.objectives) if name in chain.objectives]
            others, more = self.elsewhere(self.atlas.same_above(plan, one.id), INDICATOR, How.SAME, self._same)
            return [*own, *others], more

        handed = next((given for to, name in self.atlas.same_above(plan, one.id) if (given := self.atlas.handed(to, plan.id, name))), None)
        found = replace(leaves.indicator(self.atlas, plan, one, how), toward=(), handed=handed)
        found = self.grow(found, above)
        return found if one.objectives else found.marked(Mark.NO_OBJECTIVE)

    def _same(self, plan: Plan, name: str) -> Branch | None:
        one = indicator_of(plan, name)
        return self.indicator(plan, one, How.SAME) if one is not None else None


def fund_of(plan: Plan, name: str) -> Fund | None:
    """Find a fund by its id."""
    return next((fund for fund in (plan.resources.funds if plan.resources else ()) if fund.id == name), None)


def indicator_of(plan: Plan, name: str) -> Indicator | None:
    """Find an indicator by its id."""
    return next((one for one in (plan.monitoring.indicators if plan.monitoring else ()) if one.id == name), None)


def _on(name: str | None, costs: Sequence[Cost]) -> list[Cost]:
    return [cost for cost in costs if cost.need.fund == name]
