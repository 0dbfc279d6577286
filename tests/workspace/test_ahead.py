"""When a process gets ready before it is known what there is to do."""

from pathlib import Path

import pytest

from kehoach.workspace import ahead, forked

pytestmark = pytest.mark.skipif(not forked.CAN_FORK, reason="this system forks no process")

FILES = [f"xa-{number}.yaml" for number in range(16)]


@pytest.mark.parametrize(
    ("words", "is_wanted"),
    [
        ([], True),
        (["--format", "json"], True),
        (["tinh"], True),
        (["--today", "2026-01-10", "tinh", "xa-1.yaml"], True),
        (["huyen"], False),
        (["huyen", "xa-1.yaml"], True),
        (FILES, True),
        (FILES[:15], False),
        (["xa-1.yaml", "--format", "json"], False),
        (["tinh", "--jobs", "4"], False),
        (["--jobs=1"], False),
        (["tinh", "--cluster", "tcp://may-chu:8786"], False),
        (["--help"], False),
    ],
)
def test_it_does_where_there_may_be_many_files(
    words: list[str], *, is_wanted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(forked, "processors", lambda: 2)
    (tmp_path / "huyen").mkdir()
    (tmp_path / "tinh" / "xa").mkdir(parents=True)
    for name in FILES:
        (tmp_path / name).touch()
        (tmp_path / "tinh" / "xa" / name).touch()
        (tmp_path / "huyen" / name).with_suffix(".yaml" if name != FILES[0] else ".docx").touch()
    with ahead.ready(words):
        assert forked.are_ready() is is_wanted
    assert not forked.are_ready()


def test_with_one_processor_it_would_only_take_time_from_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked, "processors", lambda: 1)
    with ahead.ready([]):
        assert not forked.are_ready()
