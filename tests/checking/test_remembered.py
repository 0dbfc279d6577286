"""What is worked out of a plan is shared while it is checked, and let go with it."""

import gc
import weakref
from datetime import date
from pathlib import Path

import pytest

from kehoach import checking
from kehoach.analysis.works import works
from kehoach.model.plan import Plan
from kehoach.model.tasks import Task
from kehoach.reading.loading import Loaded, load
from kehoach.remembered import let_go

EXAMPLE = Path(__file__).parents[2] / "examples" / "xa-mau-2026" / "plan.yaml"


def test_what_is_remembered_is_worked_out_again_once_it_was_let_go() -> None:
    plan = Plan(tasks=(Task(id="T1"),))
    first = works(plan)

    assert works(plan) is first
    let_go()
    assert works(plan) is not first
    assert works(plan) == first


def test_a_check_keeps_neither_plan_nor_document(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[weakref.ref[object]] = []

    def watched(content: bytes, name: str, folder: Path | None, folders: int) -> Loaded:
        loaded = load(content, name, folder, folders)
        assert loaded.built is not None
        kept.extend((weakref.ref(loaded.built.node), weakref.ref(loaded.document)))
        return loaded

    monkeypatch.setattr(checking, "load", watched)
    gc.disable()
    try:
        checking.check(EXAMPLE.read_bytes(), EXAMPLE.name, checking.Request(today=date(2026, 6, 30), across=True), EXAMPLE.parent)
        alive = [each() for each in kept]
    finally:
        gc.enable()

    assert alive == [None, None]
