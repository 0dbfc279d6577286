"""What `status` looks like: read the snapshots."""

import json
import re
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from kehoach.formats import standing_json, standing_markdown, standing_text
from kehoach.formats.pen import Pen, display_width
from kehoach.language import Language
from kehoach.processes.catalogue import SHIPPED
from kehoach.workspace.standing import Standing
from processes.standing_plans import DAYS, TODAY, example, shown, stands

ALL = [(method, columns) for method in SHIPPED for columns in (80, 120)]


def text(*standings: Standing, columns: int = 80, language: Language = Language.VI, today: date = TODAY, **look: bool) -> str:
    pen = Pen(language, columns, look.get("colour", False), look.get("ascii", False))
    return standing_text.render(standings, pen, today, quiet=look.get("quiet", False))


@pytest.mark.parametrize(("method", "columns"), ALL)
def test_page(method: str, columns: int, snapshot: SnapshotAssertion) -> None:
    said = text(shown(method), columns=columns, today=DAYS.get(method, TODAY))

    assert max(map(display_width, said.splitlines())) <= columns
    assert said == snapshot


def test_english_and_ascii(snapshot: SnapshotAssertion) -> None:
    said = text(shown("led-strategic"), language=Language.EN, ascii=True)

    assert said.isascii()
    assert said == snapshot


def test_quiet(snapshot: SnapshotAssertion) -> None:
    assert text(shown("mop-sedp"), quiet=True) == snapshot


def test_colours_change_nothing_else() -> None:
    for method in SHIPPED:
        assert re.sub(r"\x1b\[[0-9;]*m", "", text(shown(method), colour=True)) == text(shown(method))


@pytest.mark.parametrize("columns", [80, 120])
def test_many(columns: int, snapshot: SnapshotAssertion) -> None:
    unreadable, _ = stands("kehoach: plan/1\n- x\n")

    assert text(unreadable, *map(shown, SHIPPED), columns=columns) == snapshot


@pytest.mark.parametrize("method", ["led-strategic", "mop-sedp"])
def test_markdown(method: str, snapshot: SnapshotAssertion) -> None:
    assert standing_markdown.render([shown(method)], Language.VI, TODAY) == snapshot


def test_markdown_of_many(snapshot: SnapshotAssertion) -> None:
    assert standing_markdown.render([*map(shown, SHIPPED)], Language.EN, TODAY) == snapshot


def test_json(snapshot: SnapshotAssertion) -> None:
    document = json.loads(standing_json.render([shown("led-strategic")], Language.VI, TODAY))
    del document["tool"]["version"]

    assert document == snapshot


def test_json_of_nothing_is_a_document() -> None:
    assert json.loads(standing_json.render([], Language.VI, TODAY))["plans"] == []


def test_what_a_plan_says_is_no_markup() -> None:
    hostile = example("mop-sedp").replace("product: Dê thịt", 'product: "Dê | **thịt** \u2060<b>"')
    found, _ = stands(hostile, "mop-sedp")
    said = standing_markdown.render([found], Language.VI, TODAY)

    assert "Dê \\| \\*\\*thịt\\*\\*" in said
    assert "<b>" not in said
    assert "\u2060" not in text(found)
