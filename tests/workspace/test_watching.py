import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kehoach.workspace.watching import changes


def test_yields_at_once_and_after_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a", "utf-8")
    steps: Iterator[Callable[[], object]] = iter(
        (lambda: file.write_text("ab", "utf-8"), file.unlink, lambda: file.write_text("c", "utf-8"))
    )
    looked: list[float] = []

    def instead_of_waiting(seconds: float) -> None:
        looked.append(seconds)
        if len(looked) % 2 == 0:
            next(steps)()

    monkeypatch.setattr(time, "sleep", instead_of_waiting)
    seen = changes(lambda: [file])

    for _ in range(4):
        next(seen)

    assert len(looked) == 6, "two looks before each of three changes"
