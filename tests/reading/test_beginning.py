"""What a new plan holds of the place it is made for, and what its examples leave open."""

import re

import pytest

from kehoach.language import Language
from kehoach.model.plan import Plan
from kehoach.model.vocabulary import Level, PlanKind
from kehoach.reading.beginning import Beginning, new_plan
from kehoach.reading.loading import load
from kehoach.values.dates import PERIOD
from kehoach.values.kind import NO_FRAME

METHODS = ("action-plan", "lao-cai", "led-strategic", "nghe-an-district", "mop-sedp")


def begun(language: str, locality: str = "Xã Bắc Hà", level: Level = Level.COMMUNE) -> str:
    period = PERIOD.read("2026", NO_FRAME)
    return new_plan(Beginning(locality, level, period, PlanKind.ANNUAL, processes=METHODS), Language(language), "plan.yaml", "schema.json")


def examples(language: str, locality: str = "Xã Bắc Hà", level: Level = Level.COMMUNE) -> Plan:
    """Take the mark off every example, as the file tells to, and fill in nothing."""
    loaded = load(re.sub(r"(?m)^#(  .*)$", r"\1", begun(language, locality, level)).encode(), "plan.yaml")
    assert loaded.built is not None
    assert loaded.complaints == ()
    return loaded.built.node


@pytest.mark.parametrize("language", ["vi", "en"])
def test_examples_have_no_gaps_that_would_pass_for_content(language: str) -> None:
    lines = [line for line in begun(language).splitlines() if line.startswith("#  ")]

    assert len(lines) > 150
    assert [line for line in lines if "…" in line or "..." in line] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_only_the_office_knows_is_an_empty_key(language: str) -> None:
    plan = examples(language)

    assert plan.situation is not None
    assert plan.situation.overview is None
    assert plan.process is not None
    assert plan.process.group is not None
    assert plan.process.group.decision is None


@pytest.mark.parametrize(
    ("locality", "level", "language", "body", "place"),
    [
        ("Xã Bắc Hà", Level.COMMUNE, "vi", "Ủy ban nhân dân xã Bắc Hà", "Bắc Hà"),
        ("Phường 3", Level.COMMUNE, "vi", "Ủy ban nhân dân phường 3", "Phường 3"),
        ("Tỉnh Lào Cai", Level.PROVINCE, "vi", "Ủy ban nhân dân tỉnh Lào Cai", "Lào Cai"),
        ("Bắc Hà", Level.COMMUNE, "vi", "Ủy ban nhân dân Bắc Hà", "Bắc Hà"),
        ("Xã Bắc Hà", Level.COMMUNE, "en", "People's Committee of Xã Bắc Hà", "Bắc Hà"),
        ('Xã "M": #1', Level.COMMUNE, "vi", 'Ủy ban nhân dân xã "M": #1', '"M": #1'),
    ],
)
def test_the_issuing_body_and_its_place_are_those_of_the_locality(
    locality: str, level: Level, language: str, body: str, place: str
) -> None:
    document = examples(language, locality, level).document

    assert document is not None
    assert (document.issuing_body, document.place) == (body, place)
