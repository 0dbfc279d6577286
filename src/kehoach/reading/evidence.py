"""The files that a plan names as proof."""

import os
from collections.abc import Iterator
from pathlib import Path

from kehoach.diagnostics import KeyPath
from kehoach.model.plan import Plan


def evidence(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    """List each path that the plan names as evidence, with the place where it stands."""
    for commitment in plan.commitments:
        if commitment.evidence:
            yield commitment.at("evidence"), commitment.evidence
    if plan.process is None:
        return
    for step in plan.process.steps.values():
        yield from ((step.at("evidence", index), path) for index, path in enumerate(step.evidence))
    for consultation in plan.process.consultations:
        if consultation.evidence:
            yield consultation.at("evidence"), consultation.evidence
    for approval in plan.process.approvals:
        if approval.file:
            yield approval.at("file"), approval.file


def existing(plan: Plan, folder: Path) -> frozenset[str]:
    """Find which of them are files, seen from the plan's folder."""
    named = {path for _, path in evidence(plan)}  # many things may be proved by the minutes of one meeting
    return frozenset(path for path in named if os.path.isfile(_below(folder, path)))  # noqa: PTH113 - no error where a name is too long


def _below(folder: Path, path: str) -> Path | str:
    """Lead to a file; what may end in more than its name is left to `Path`, which takes ten times as long."""
    return folder / path if path.endswith(("/", "/.")) else f"{folder}/{path}"
