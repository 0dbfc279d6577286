"""What a run holds of each file: few rows in memory, many in a private file, the same either way."""

import errno
import os
import tempfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import KehoachError
from kehoach.workspace import forked
from kehoach.workspace.cache import spool
from kehoach.workspace.cache.spool import Held, Spool

CELLS = st.one_of(st.none(), st.binary(max_size=40))
PUT = st.tuples(st.sampled_from("abcd"), st.builds(Held, CELLS, CELLS, CELLS, CELLS), st.none())
ADDED = st.tuples(st.sampled_from("abcd"), st.sampled_from(Held._fields), st.binary(max_size=40))
ROWS = st.lists(st.one_of(PUT, ADDED), max_size=12)


@given(rows=ROWS, most=st.sampled_from([0, 30, 100, 1 << 20]), has_pread=st.booleans())
def test_what_was_put_last_is_there_wherever_it_is_held(*, rows: list[tuple[str, Any, bytes | None]], most: int, has_pread: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "_MOST", most)
        if not has_pread:
            patch.delattr(os, "pread", raising=False)  # as on Windows
        held, wanted = Spool(), dict[str, Held]()
        for file, row, content in rows:
            if content is None:
                held.put(file, row)
                wanted[file] = row
            else:
                held.add(file, row, content)
                wanted[file] = wanted.get(file, Held())._replace(**{row: content})
            assert {name: held.get(name) for name in "abcd"} == {name: wanted.get(name) for name in "abcd"}
        for name in "abcd":
            row = wanted.get(name, Held())
            assert tuple(held.cell(name, cell) for cell in Held._fields) == row
        held.close()


def test_only_what_is_little_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Any, ...]] = []
    make = tempfile.TemporaryFile

    def noted(*given: Any, **named: Any) -> Any:
        opened.append(given)
        return make(*given, **named)

    monkeypatch.setattr(tempfile, "TemporaryFile", noted)
    held = Spool()
    for number in range(3):
        held.put(str(number), Held(body=bytes(spool._MOST // 3)))
    assert not opened
    held.put("3", Held(card=bytes(8)))

    assert len(opened) == 1  # a file without a name, which vanishes with the run
    assert held.get("3") == Held(card=bytes(8))
    assert held.cell("1", "body") == bytes(spool._MOST // 3)
    held.close()


def test_without_room_for_it_the_run_ends_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_MOST", 0)
    held = Spool()
    held.put("a", Held(body=b"a"))

    class Full:
        def seek(self, _at: int) -> None:
            pass

        def write(self, _content: memoryview) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file, held._file = held._file, Full()  # type: ignore[assignment]
    assert file is not None
    with pytest.raises(KehoachError, match="temporary file"):
        held.put("b", Held(body=b"b"))
    held._file = file
    assert held.get("a") == Held(body=b"a")
    os.ftruncate(file.fileno(), 0)  # as nobody should
    with pytest.raises(KehoachError, match="cut off"):
        held.get("a")
    held.close()


@pytest.mark.skipif(not forked.CAN_FORK, reason="this system makes no process out of another")
def test_a_forked_process_reads_what_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_MOST", 0)
    held = Spool()
    for number in range(50):
        held.put(str(number), Held(card=str(number).encode() * 9))

    def sound(_piece: int) -> bool:
        return all(held.cell(str(number), "card") == str(number).encode() * 9 for number in range(50))

    assert all(forked.at_once(range(4), sound, 2))
    held.close()
