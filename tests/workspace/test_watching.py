from pathlib import Path

import pytest

from kehoach.workspace import watching


def test_yields_at_once_and_after_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a", "utf-8")
    steps = iter([lambda: file.write_text("ab", "utf-8"), file.unlink, lambda: file.write_text("c", "utf-8")])
    looked: list[float] = []

    def instead_of_waiting(seconds: float) -> None:
        looked.append(seconds)
        if len(looked) % 2 == 0:
            next(steps)()

    monkeypatch.setattr(watching.time, "sleep", instead_of_waiting)
    seen = watching.changes(lambda: [file])

    for _ in range(4):
        next(seen)

    assert len(looked) == 6, "two looks before each of three changes"
