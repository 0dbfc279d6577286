"""One wrong thing is one finding, at its place; and it hides no other."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from checking.spoiling import FILE, TEXT, one_of_each, spoilt
from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic

REQUEST = Request(today=date(2026, 1, 15), quote=False)
EACH = one_of_each(TEXT)

TASK = 4
LACKING = re.sub(r"(?m)^    (?:serves|owner): .*\n", "", TEXT)
"""The plan without what each task must have: each is complained of."""

OF_ONE_TASK = {each.pattern: each for each in spoilt(LACKING) if each.path[:2] == ("tasks", TASK)}


@pytest.mark.parametrize("pattern", EACH)
def test_one_wrong_thing_is_one_finding(pattern: str) -> None:
    wrong = EACH[pattern]

    assert [(d.place.line, d.place.column) for d in diagnostics(wrong.text)] == [(wrong.line, wrong.column)]


@pytest.mark.parametrize("pattern", OF_ONE_TASK)
def test_wrong_task_hides_nothing_of_the_others(pattern: str) -> None:
    of_others = [d for d in diagnostics(OF_ONE_TASK[pattern].text) if is_of_another_task(d)]

    assert sorted(said(of_others)) == sorted(said(d for d in without() if is_of_another_task(d)))


def test_lacks_of_all_tasks_are_found() -> None:
    found = {d.code for d in without() if is_of_another_task(d)}

    assert {"OWN001", "TSK002"} <= found


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    return check(text.encode(), FILE.name, REQUEST, FILE.parent).diagnostics


@cache
def without() -> tuple[Diagnostic, ...]:
    return diagnostics(LACKING)


def is_of_another_task(found: Diagnostic) -> bool:
    return found.pointer.startswith("/tasks/") and not found.pointer.startswith(f"/tasks/{TASK}")


def said(found: Iterator[Diagnostic] | list[Diagnostic]) -> list[tuple[str, str]]:
    return [(d.code, d.pointer) for d in found]
