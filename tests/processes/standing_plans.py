"""Plans as `status` sees them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from kehoach.checking import Checked, Request, check
from kehoach.reading.loading import load
from kehoach.workspace.standing import ProcessLine, SectionLine, Standing, Unmet
from kehoach.workspace.surveying import Survey, standing
from places import EXAMPLES

METHODS = EXAMPLES / "methods"
DAYS = {"nghe-an-district": date(2011, 8, 20)}
TODAY = date(2025, 10, 1)


def example(method: str) -> str:
    """Read a method's example plan."""
    return (METHODS / method / "plan.yaml").read_text("utf-8")


def stands(content: str | bytes, method: str = "", today: date | None = None, **survey: Any) -> tuple[Standing, Checked]:
    """Work out how far a plan has come; the evidence of a method's example is looked for."""
    raw = content.encode() if isinstance(content, str) else content
    folder, name = (METHODS / method, f"{method}/plan.yaml") if method else (None, "plan.yaml")
    day = today or DAYS.get(method, TODAY)
    request = Request(today=day, follows=survey.get("follows", {}), processes=survey.get("processes", ""))
    checked = check(raw, name, request, folder)
    return standing(checked, load(raw, name, folder), Survey(today=day, **survey)), checked


def shown(method: str) -> Standing:
    """An example's standing with sections that no new rule changes."""
    found, _ = stands(example(method), method)
    marks: Mapping[str, str] = {"tasks": "gaps", "risks": "missing"}
    sections = tuple(SectionLine(each.name, marks.get(each.name, "complete"), {}, ()) for each in found.sections)
    assert found.summary is not None
    return replace(found, sections=sections, counts={}, summary=found.summary._replace(readiness=75))


def line_of(standing: Standing, process: str) -> ProcessLine:
    """One process of a standing."""
    return next(each for each in standing.processes if each.id == process)


def unmet(process: ProcessLine) -> dict[str, tuple[str, Unmet]]:
    """What is not met, by id: the step (empty: the plan as a whole), and the requirement."""
    found = {each.id: ("", each) for each in process.unmet}
    return found | {each.id: (step.id, each) for step in process.steps for each in step.unmet}
