"""What a run holds of each file: few rows in memory, many in a private file, the same either way."""

import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import KehoachError
from kehoach.workspace.cache import spool
from kehoach.workspace.cache.spool import Held, Spool

CELLS = st.one_of(st.none(), st.binary(max_size=40))
ROWS = st.lists(st.tuples(st.sampled_from("abcd"), st.builds(Held, CELLS, CELLS, CELLS, CELLS)), max_size=12)


@given(ROWS, st.sampled_from([0, 30, 100, 1 << 20]))
def test_what_was_put_last_is_there_wherever_it_is_held(rows: list[tuple[str, Held]], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "_MOST", most)
        held, wanted = Spool(), {}
        for file, row in rows:
            held.put(file, row)
            wanted[file] = row
            assert {name: held.get(name) for name in "abcd"} == {name: wanted.get(name) for name in "abcd"}
        for name in "abcd":
            row = wanted.get(name, Held())
            assert tuple(held.cell(name, cell) for cell in Held._fields) == row
        held.close()


def test_only_what_is_little_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Any, ...]] = []
    connect = sqlite3.connect

    def noted(*given: Any, **named: Any) -> Any:
        opened.append(given)
        return connect(*given, **named)

    monkeypatch.setattr(sqlite3, "connect", noted)
    held = Spool()
    for number in range(3):
        held.put(str(number), Held(body=bytes(spool._MOST // 3)))
    assert not opened
    held.put("3", Held(card=bytes(8)))

    assert opened == [("",)]  # a file without a name, which vanishes with the run
    assert held.get("3") == Held(card=bytes(8))
    assert held.cell("1", "body") == bytes(spool._MOST // 3)
    held.close()


def test_without_room_for_it_the_run_ends_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_MOST", 0)
    held = Spool()
    held.put("a", Held(body=b"a"))
    assert held._file is not None
    held._file.execute("PRAGMA max_page_count = 3")

    with pytest.raises(KehoachError, match="temporary file"):
        held.put("b", Held(body=bytes(1 << 20)))
    held.close()
