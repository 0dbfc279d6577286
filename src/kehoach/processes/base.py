"""A process that is ready to be held against plans."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kehoach.diagnostics import KeyPath
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.model.process import Gate, Process, Requirement, Step

if TYPE_CHECKING:
    from kehoach.expressions.expression import Expression

ACTION_PLAN = "action-plan"
"""The process that every plan follows: its items are the eight sections, which the rules speak of."""

RESOURCES = "resources"
"""The gate whose question every plan may record (S2)."""


class Judgement(NamedTuple):
    """What came of a check: it holds, or not, or could not be worked out."""

    holds: bool | None
    path: KeyPath  # where the plan lacks it
    culprits: tuple[Node, ...] = ()  # of a check of all things of a list: those of which it does not hold

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids of the culprits that have one."""
        return tuple(str(name) for node in self.culprits if (name := getattr(node, "id", "")))


class Demand(NamedTuple):
    """A requirement and the step that it belongs to; none: of the plan as a whole."""

    requirement: Requirement
    step: Step | None


class ReadyProcess:
    """A process document with its expressions understood, by the id of their requirement or gate."""

    def __init__(self, *, node: Process, name: str, expressions: "Mapping[str, Expression]") -> None:
        """Keep what was read of the file of this name."""
        self.node = node
        self.name = name
        self.expressions = expressions

    @property
    def id(self) -> str:
        """The id of the process."""
        return self.node.id

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """The steps by their id, in order."""
        return {step.id: step for step in self.node.steps}

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        """The gates by their id."""
        return {gate.id: gate for gate in self.node.gates}

    def demands(self) -> tuple[Demand, ...]:
        """List all requirements, those of the plan as a whole first."""
        return self._demanded

    @cached_property
    def _demanded(self) -> tuple[Demand, ...]:
        of_steps = [Demand(requirement, step) for step in self.node.steps for requirement in step.requires]
        return (*(Demand(requirement, None) for requirement in self.node.requires), *of_steps)

    def judge(self, check: Requirement | Gate, plan: Plan, unsecured: Decimal) -> Judgement:
        """Hold a requirement or gate against a plan."""
        from kehoach.processes.judging import judge  # noqa: PLC0415 - the rules are loaded where no plan follows a process

        return judge(self.expressions[check.id], plan, unsecured)

    def reads(self, check: Requirement | Gate) -> tuple[KeyPath, ...]:
        """List the paths of a plan that a check looks at."""
        return self.expressions[check.id].reads({})
