"""The table of docs/methods.md against the processes and the catalogue."""

import re
from typing import NamedTuple

import pytest

from kehoach.cli.app import COMMANDS
from kehoach.processes.catalogue import SHIPPED, process
from kehoach.rules.catalogue import by_code
from places import TOP

PAGE = (TOP / "docs" / "methods.md").read_text("utf-8")
CODE = re.compile(r"\b[A-Z]{3}\d{3}\b")
REQUIREMENT = re.compile(r"`([a-z-]+)#([a-z_]+)`")
STEP = re.compile(r"`([a-z-]+)/([a-z_]+)`")
COMMAND = re.compile(r"`kehoach ([a-z]+)[^`]*`")
LATER = ("progress:", "chưa:")


class Row(NamedTuple):
    source: str
    said: str
    where: str


ROWS = [Row(*match.groups()) for match in re.finditer(r"^\| (S\d[^|]*) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)]
CHECKED = [row for row in ROWS if not row.where.startswith(LATER)]


def demands(name: str) -> set[str]:
    ready = process(name)
    return {requirement.id for requirement, _ in ready.demands()} | set(ready.gates)


def test_all_five_seeds_are_there() -> None:
    assert len(ROWS) > 80
    assert {row.source[:2] for row in ROWS} == {"S0", "S1", "S2", "S3", "S4"}
    assert {row.source for row in ROWS} >= {f"S0-{item}" for item in ("0a", "0b", *"12345678")}
    assert {row.source for row in ROWS} >= {f"S1-{item}" for item in "1234"}
    assert {row.source for row in ROWS} >= {f"S2-B{item}" for item in "1234567"}
    assert {row.source for row in ROWS} >= {f"S4-{item}" for item in "01234567"}


@pytest.mark.parametrize("row", CHECKED, ids=[f"{index}-{row.source}" for index, row in enumerate(CHECKED)])
def test_what_a_row_names_exists(row: Row) -> None:
    codes, requirements, steps = CODE.findall(row.where), REQUIREMENT.findall(row.where), STEP.findall(row.where)
    commands = COMMAND.findall(row.where)

    assert codes or requirements or steps or commands
    assert [code for code in codes if code not in by_code()] == []
    assert [(name, one) for name, one in requirements if one not in demands(name)] == []
    assert [(name, one) for name, one in steps if one not in process(name).steps] == []
    assert set(commands) <= set(COMMANDS)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_requirement_and_no_step_is_without_a_row(name: str) -> None:
    named = {one for of, one in REQUIREMENT.findall(PAGE) if of == name}
    steps = {one for of, one in STEP.findall(PAGE) if of == name}

    assert demands(name) - named == set()
    assert set(process(name).steps) - steps == set()


def test_what_is_left_for_later_says_what_it_waits_for() -> None:
    for row in ROWS:
        if row.where.startswith("progress:"):
            assert re.fullmatch(r"progress:( PRG\d{3})+", row.where)
        elif row.where.startswith("chưa:"):
            assert "cần" in row.where
            assert "needs" in row.where
