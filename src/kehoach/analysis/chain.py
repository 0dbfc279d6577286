"""The results chain: from objectives down through outputs to tasks, and from tasks up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from kehoach.model.monitoring import Indicator
from kehoach.model.objectives import Objective, Output
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.remembered import remembered

N = TypeVar("N")


class Chain(NamedTuple):
    """What hangs on what in one plan, by ids; a circle of objectives does no harm."""

    objectives: Mapping[str, Objective]
    outputs: Mapping[str, Output]
    children: Mapping[str, tuple[Objective, ...]]  # of an objective
    outputs_of: Mapping[str, tuple[Output, ...]]  # of an objective
    serving: Mapping[str, tuple[Task, ...]]  # of an output or objective, itself or by an action of the task
    measuring: Mapping[str, tuple[Indicator, ...]]  # of an objective

    def leaves(self) -> Iterable[Objective]:
        """List the objectives without objectives below them: where a lack is said, once."""
        return (objective for name, objective in self.objectives.items() if name not in self.children)

    def below(self, name: str) -> list[str]:
        """List an objective's id and those of all objectives below it."""
        if name not in self.children:
            return [name]
        found = [name]
        seen = {name}
        for above in found:
            new = [child.id for child in self.children.get(above, ()) if child.id not in seen]
            seen.update(new)
            found += new
        return found

    def tasks_for(self, name: str) -> tuple[Task, ...]:
        """List the tasks that carry an objective, down through its outputs and the objectives below it."""
        return _each_once(task for thing in self._carriers(name) for task in self.serving.get(thing, ()))

    def is_carried(self, name: str) -> bool:
        """Tell whether any task carries an objective."""
        return not self.serving.keys().isdisjoint(self._carriers(name))

    def indicators_for(self, name: str) -> tuple[Indicator, ...]:
        """List the indicators that measure an objective or one below it."""
        return _each_once(indicator for below in self.below(name) for indicator in self.measuring.get(below, ()))

    def objectives_of(self, task: Task) -> tuple[Objective, ...]:
        """List the objectives that a task leads to, up through outputs and parents; the nearest first."""
        found: dict[str, Objective] = {}
        nearest = [self.outputs[name].objective if name in self.outputs else name for name in served_by(task)]
        while nearest:
            new = {name: self.objectives[name] for name in nearest if name is not None and name in self.objectives and name not in found}
            found.update(new)
            nearest = [objective.parent for objective in new.values()]
        return tuple(found.values())

    def _carriers(self, name: str) -> list[str]:
        return [thing for below in self.below(name) for thing in (below, *[output.id for output in self.outputs_of.get(below, ())])]


@remembered
def results_chain(plan: Plan) -> Chain:
    """Link a plan's objectives, outputs, tasks and indicators."""
    indicators = plan.monitoring.indicators if plan.monitoring else ()
    return Chain(
        objectives={objective.id: objective for objective in plan.objectives},
        outputs={output.id: output for output in plan.outputs},
        children=_grouped([(objective.parent, objective) for objective in plan.objectives]),
        outputs_of=_grouped([(output.objective, output) for output in plan.outputs]),
        serving=_grouped([(name, task) for task in plan.tasks for name in served_by(task)]),
        measuring=_grouped([(name, indicator) for indicator in indicators for name in dict.fromkeys(indicator.objectives)]),
    )


def served_by(task: Task) -> tuple[str, ...]:
    """List the ids that a task or one of its actions serves."""
    if not task.actions and len(task.serves) <= 1:
        return task.serves
    return tuple(dict.fromkeys(name for work in (task, *task.actions) for name in work.serves))


def _grouped(pairs: Iterable[tuple[str | None, N]]) -> Mapping[str, tuple[N, ...]]:
    groups: dict[str, list[N]] = defaultdict(list)
    for name, thing in pairs:
        if name is not None:
            groups[name].append(thing)
    return {name: tuple(things) for name, things in groups.items()}


def _each_once(things: Iterable[N]) -> tuple[N, ...]:
    return tuple(dict.fromkeys(things))
