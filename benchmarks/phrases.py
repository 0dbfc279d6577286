"""The words that generated plans are made of; names of places are put together from common syllables."""

import json
from pathlib import Path
from typing import NamedTuple


class Activity(NamedTuple):
    """A sort of task; `{n}` is its size, `{place}` where it is done."""

    title: str
    deliverable: str
    spent_on: str
    sector: str
    objective: int
    owner: str
    fund: str
    sizes: tuple[int, int]
    cost: int  # of one unit of size, in million đồng
    per: str


class Measure(NamedTuple):
    """A sort of indicator."""

    id: str
    name: str
    definition: str
    level: str
    objective: int
    unit: str
    counts: str
    direction: str
    start: tuple[int, int]  # tenths
    step: tuple[int, int]  # tenths
    source: str
    collector: str
    frequency: str
    split: str


_SAID = json.loads((Path(__file__).parent / "phrases.json").read_text("utf-8"))

FIRST, SECOND = _SAID["first"].split(), _SAID["second"].split()
VILLAGE_FIRST, VILLAGE_SECOND = _SAID["village_first"].split(), _SAID["village_second"].split()
ACTIVITIES = [Activity(*row) for row in _SAID["activities"]]
MEASURES = [Measure(*row) for row in _SAID["measures"]]
METHODS, REASONS, STEPS, OUTPUTS = (_SAID[key] for key in ("methods", "reasons", "steps", "outputs"))
OBJECTIVES, OWNERS, FUNDS, RISKS, REQUESTS = (_SAID[key] for key in ("objectives", "owners", "funds", "risks", "requests"))
