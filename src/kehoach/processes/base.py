"""A process that is ready to be held against plans."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.expressions.expression import Expression
from kehoach.model.process import Gate, Process, Requirement, Step

ACTION_PLAN = "action-plan"
"""The process that every plan follows: its items are the eight sections, which the rules speak of."""

RESOURCES = "resources"
"""The gate whose question every plan may record (S2)."""


class Demand(NamedTuple):
    """A requirement and the step that it belongs to; none: of the plan as a whole."""

    requirement: Requirement
    step: Step | None


@dataclass(frozen=True, kw_only=True)
class ReadyProcess:
    """A process document with its expressions understood, by the id of their requirement or gate."""

    node: Process
    name: str  # of the file
    expressions: Mapping[str, Expression]

    @property
    def id(self) -> str:
        """The id of the process."""
        return self.node.id

    @property
    def steps(self) -> Mapping[str, Step]:
        """The steps by their id, in order."""
        return {step.id: step for step in self.node.steps}

    @property
    def gates(self) -> Mapping[str, Gate]:
        """The gates by their id."""
        return {gate.id: gate for gate in self.node.gates}

    def demands(self) -> Iterator[Demand]:
        """List all requirements, those of the plan as a whole first."""
        yield from (Demand(requirement, None) for requirement in self.node.requires)
        for step in self.node.steps:
            yield from (Demand(requirement, step) for requirement in step.requires)
