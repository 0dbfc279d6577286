"""The action-plan checklist: which section a finding belongs to, how far each section is."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kehoach.diagnostics import Diagnostic, KeyPath
from kehoach.model.plan import SECTIONS, Plan
from kehoach.model.vocabulary import Stage
from kehoach.rules.base import Rule


class PlanSummary(NamedTuple):
    """What a checked plan is, in one line."""

    path: str
    id: str
    title: str
    locality: str
    language: str
    stage: Stage
    checked_as: Stage
    checklist: Mapping[str, str]
    readiness: int | None

    def with_gaps(self, sections: Iterable[str]) -> "PlanSummary":
        """Mark sections that are complete but for something found later."""
        found = frozenset(sections)
        checklist = {name: "gaps" if mark == "complete" and name in found else mark for name, mark in self.checklist.items()}
        complete = sum(mark == "complete" for mark in checklist.values())
        return self._replace(checklist=checklist, readiness=complete * 100 // len(checklist))


def summary(name: str, plan: Plan, stage: Stage, found: list[Diagnostic]) -> PlanSummary:
    """Sum up a checked plan: its eight sections, and how many are complete."""
    checklist = _checklist(plan, found)
    complete = sum(mark == "complete" for mark in checklist.values())
    return PlanSummary(
        path=name,
        id=plan.id,
        title=plan.title,
        locality=plan.locality.name,
        language=plan.language or "",
        stage=plan.stage or Stage.DRAFT,
        checked_as=stage,
        checklist=checklist,
        readiness=complete * 100 // len(checklist),
    )


def _checklist(plan: Plan, found: list[Diagnostic]) -> dict[str, str]:
    """Mark each of the eight sections: complete, gaps or missing."""
    with_findings = {d.section for d in found}
    marks = {}
    for section in SECTIONS:
        if not _has_entries(plan, section):
            marks[section] = "missing"
        else:
            marks[section] = "gaps" if section in with_findings else "complete"
    return marks


def _has_entries(plan: Plan, section: str) -> bool:
    """Tell whether a section has an entry; the time frame has one when anything is dated."""
    if section == "timelines":
        phases = plan.timelines.phases if plan.timelines else ()
        milestones = plan.timelines.milestones if plan.timelines else ()
        return (
            any(task.start or task.end or task.date or task.milestones for task in plan.tasks)
            or any(phase.start or phase.end for phase in phases)
            or any(milestone.date for milestone in milestones)
        )
    value = getattr(plan, section)
    return bool(value) and (isinstance(value, tuple) or len(vars(value)) > 1)


_FAMILY_SECTIONS = {
    "TSK": "tasks",
    "OWN": "owners",
    "RES": "resources",
    "TIM": "timelines",
    "RSK": "risks",
    "COM": "commitments",
    "COO": "coordination",
    "MON": "monitoring",
}
_FRAME_KEYS = frozenset(("situation", "vision", "objectives", "options", "outputs"))


def section_of(rule: Rule, path: KeyPath) -> str:
    """Give the checklist row a finding belongs to: its family's, else that of the key it stands in."""
    section = _FAMILY_SECTIONS.get(rule.family)
    if section is not None:
        return section
    top = path[0] if path else ""
    if top in SECTIONS:
        return str(top)
    if top == "gaps":
        return "risks"
    if top in _FRAME_KEYS or rule.family in ("OBJ", "SIT"):
        return "frame"
    return "process" if top == "process" or rule.family == "PRC" else ""
