"""What `diff` looks like: read the snapshots."""

import json
import re
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from analysis.changes.two_plans import MODEL, revised
from kehoach.checking import Request
from kehoach.formats import changes_json, changes_markdown, changes_text
from kehoach.formats.pen import Pen, display_width
from kehoach.language import Language
from kehoach.workspace.comparing import Compared, both
from kehoach.workspace.states import Version

REQUEST = Request(today=date(2026, 6, 30))


def compared(old: str, new: str) -> Compared:
    return both(Version("cu.yaml", "cu.yaml", old.encode), Version("moi.yaml", "moi.yaml", new.encode), REQUEST)


@pytest.fixture(scope="module")
def found() -> Compared:
    return compared(MODEL, revised())


def text(found: Compared, language: Language = Language.VI, columns: int = 100, **look: bool) -> str:
    return changes_text.render([found], Pen(language, columns, look.get("colour", False), look.get("ascii", False)))


@pytest.mark.parametrize("language", Language)
def test_text(found: Compared, language: Language, snapshot: SnapshotAssertion) -> None:
    said = text(found, language)

    assert max(map(display_width, said.splitlines())) <= 100
    assert said == snapshot


def test_markdown(found: Compared, snapshot: SnapshotAssertion) -> None:
    assert changes_markdown.render([found], Language.VI) == snapshot


def test_colours_and_ascii_change_nothing_else(found: Compared) -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", text(found, colour=True)) == text(found)
    assert text(found, Language.EN, ascii=True).isascii()


def test_json_has_both_places_of_every_change(found: Compared) -> None:
    document = json.loads(changes_json.render([found], ("cu.yaml", "moi.yaml"), Language.VI, REQUEST.today, "0"))
    changes = document["plans"][0]["changes"]
    lines = {"before": MODEL.splitlines(), "after": revised().splitlines()}

    assert document["summary"] == {"changed": 1, "same": 0, "added": 0, "removed": 0, "unreadable": 0}
    assert len(changes) == len(found.difference.changes if found.difference else ())
    for change in changes:
        for side in ("before", "after"):
            last = change[side]["pointer"].rpartition("/")[2]
            assert change[side]["value"] is None or last.isdecimal() or last in lines[side][change[side]["line"] - 1]
    slipped = next(change for change in changes if change["kind"] == "later" and change["group"] == "deadlines")
    assert (slipped["thing"], slipped["before"]["value"], slipped["after"]["value"]) == (
        {"kind": "task", "id": "T4"},
        "2026-11-27",
        "2026-12-18",
    )
    money = document["plans"][0]["money"]
    assert money["total"] == {"before": "11790000000", "after": "11740000000", "difference": "-50000000"}
    assert sum(int(row["difference"]) for row in money["tasks"]) == sum(int(row["difference"]) for row in money["funds"]) == -50_000_000


def test_what_stays_the_same_is_said() -> None:
    assert "nội dung không đổi" in text(compared(MODEL, MODEL.replace("period: 2026", "period: năm 2026")))


def test_a_plan_obeys_no_command() -> None:
    hostile = 'title: "\\e[31m::error::<img src=x> @ai #1 | x"'
    found = compared(MODEL, re.sub("(?m)^title: .*$", lambda _: hostile, MODEL))
    written = changes_markdown.render([found], Language.VI)

    assert "\x1b" not in text(found)
    assert not [word for word in ("<img", "@ai", " #1") if word in written]


def test_a_comment_has_room_for_only_so_much(monkeypatch: pytest.MonkeyPatch, found: Compared) -> None:
    monkeypatch.setattr(changes_markdown, "MOST", 3_000)
    written = changes_markdown.render([found], Language.VI)

    assert len(written) <= 3_000
    assert "Còn " in written.splitlines()[-1]


def test_an_unreadable_file_is_named_with_its_fault() -> None:
    said = text(compared(MODEL, "kehoach: plan/1\n- x\n"))

    assert "moi.yaml:2:1" in said
    assert "không đọc được" in said


def test_a_file_of_another_kind_is_named_so() -> None:
    assert "progress/1" in text(compared(MODEL, "kehoach: progress/1\nplan: x\n"))


def test_transfers_between_two_sources_are_one_sentence() -> None:
    found = compared(MODEL, MODEL.replace("fund: ns-tinh\n        amount: 300\n", "fund: ns-xa\n        amount: 300\n"))

    assert "Chuyển 300 triệu đồng từ nguồn Ngân sách tỉnh (ns-tinh) sang nguồn Ngân sách xã (ns-xa)" in text(found, columns=200)
