"""Which question of an appraiser a key answers; a new key answers that of the part it stands in."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from kehoach.analysis.changes.change import Group, Link
from kehoach.model.base import Field, Node
from kehoach.model.monitoring import AssignedTarget, Evaluation, Indicator, Monitoring, Target
from kehoach.model.risks import Gap
from kehoach.model.tasks import TaskMilestone, Work
from kehoach.model.timelines import Milestone, Phase

V = TypeVar("V")

_OF_PLAN = {
    "stage": Group.STAGE,
    "situation": Group.FRAME,
    "vision": Group.FRAME,
    "objectives": Group.FRAME,
    "options": Group.FRAME,
    "outputs": Group.FRAME,
    "tasks": Group.TASKS,
    "owners": Group.OWNERS,
    "resources": Group.MONEY,
    "timelines": Group.DEADLINES,
    "risks": Group.RISKS,
    "gaps": Group.RISKS,
    "commitments": Group.COMMITMENTS,
    "coordination": Group.COORDINATION,
    "monitoring": Group.MONITORING,
    "process": Group.PROCESS,
}
_WITHIN: dict[type[Node], dict[str, Group]] = {
    Monitoring: {"indicators": Group.INDICATORS},
    Indicator: {"targets": Group.TARGETS, "assigned": Group.TARGETS},
    Work: dict.fromkeys(("needs", "total", "within_regular_budget"), Group.MONEY)
    | dict.fromkeys(("owner", "co_owners", "partners", "supporters"), Group.OWNERS)
    | dict.fromkeys(("start", "end", "date", "recurring", "phase", "milestones", "after", "lags"), Group.DEADLINES),
}
_STARTS: dict[type[Node], tuple[str, ...]] = {Work: ("start",), Phase: ("start",)}
_ENDS: dict[type[Node], tuple[str, ...]] = {
    Work: ("end", "date"),
    TaskMilestone: ("date",),
    Phase: ("end",),
    Milestone: ("date",),
    Gap: ("due",),
    Evaluation: ("date",),
    Target: ("date",),
    AssignedTarget: ("date",),
}


def group_of(trail: Sequence[Link], field: Field | None) -> Group:
    """Find the group of a key in the innermost node of a trail."""
    if field is None:
        return Group.OTHER
    key: str = field.key
    for link in reversed(trail[1:]):
        within = _told(_WITHIN, link.node)
        if within is not None and key in within:
            return within[key]
        assert link.field is not None
        key = link.field.key
    return _OF_PLAN.get(key, Group.OTHER)


def is_start(node: Node, field: Field) -> bool:
    """Tell whether a key is the day on which something begins."""
    return field.key in (_told(_STARTS, node) or ())


def is_end(node: Node, field: Field) -> bool:
    """Tell whether a key is the day by which something is due."""
    return field.key in (_told(_ENDS, node) or ())


def _told(table: Mapping[type[Node], V], node: Node) -> V | None:
    return next((value for kind, value in table.items() if isinstance(node, kind)), None)
