"""`kehoach query` and `kehoach trace`, seen from outside."""

import json
from pathlib import Path

import pytest

from child import TRACEBACK, Ran, kehoach
from places import EXAMPLES

PROVINCE = EXAMPLES / "tinh-mau-2026"


def refused(ran: Ran, said: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert TRACEBACK not in ran.err


def test_query_answers_and_writes_a_file_once(tmp_path: Path) -> None:
    sql = "SELECT plan, sum(amount) AS amount FROM task_funding GROUP BY plan ORDER BY plan LIMIT 1"
    words = ("query", "-", str(PROVINCE), "--format", "csv", "-o", str(tmp_path / "kq.csv"))

    first = kehoach(*words, stdin=sql.encode())
    again = kehoach(*words, stdin=sql.encode())

    assert (first.code, first.out, first.err) == (0, "", f"kehoach: đã ghi {tmp_path / 'kq.csv'}\n")
    assert (tmp_path / "kq.csv").read_bytes() == b"\xef\xbb\xbfplan,amount\r\nxa-mau-dong-2026,4200000000\r\n"
    refused(again, "kq.csv")


def test_query_json_is_one_document() -> None:
    ran = kehoach("query", "SELECT count(*) AS n FROM plans", ".", "--format", "json", cwd=PROVINCE)

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["rows"] == [{"n": 8}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("query", "ATTACH 'x' AS x"), "without ATTACH"),
        (("query", "."), "the SQL comes first"),
        (("query", "SELECT 1", "--timeout", "nan"), "--timeout: 'nan'"),
        (
            ("query", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT 1 FROM c) SELECT count(*) FROM c", "--timeout", "0.1"),
            "0.1 seconds",
        ),
        (("query", "SELECT id FROM plans", "khong-co"), "there is no file khong-co"),
        (("query", "SELECT code FROM findings", "khong-co"), "there is no file khong-co"),
        (("trace", "tinh-mau-2026", "O1,2"), "did you mean O1.2?"),
        (("trace", "tinh-mau-2025"), "did you mean tinh-mau-2026?"),
        (("trace", "kehoach.yaml"), "kehoach.yaml cannot be read as a plan"),
    ],
)
def test_wrong_use_is_one_line(words: tuple[str, ...], said: str) -> None:
    refused(kehoach(*words, "--lang", "en", cwd=PROVINCE), said)


def test_trace_of_a_folder_without_plans_says_so(tmp_path: Path) -> None:
    (tmp_path / "kehoach.yaml").write_text("kehoach: workspace/1\n", "utf-8")
    refused(kehoach("trace", "--lang", "en", cwd=tmp_path), "no plan in .: a .yaml file with a line `kehoach: plan/1` is wanted")

    (tmp_path / "dm.yaml").write_text("kehoach: register/1\nid: dm\n", "utf-8")
    refused(kehoach("trace", "--lang", "en", cwd=tmp_path), "no file here can be read as a plan")


def test_tables_are_listed() -> None:
    ran = kehoach("query", "--lang", "vi")

    assert ran.code == 0
    assert "task_funding" in ran.out
    assert "Nhiệm vụ lấy bao nhiêu tiền" in ran.out


@pytest.mark.parametrize("words", [("xa-mau-ha-2026", "T1"), ("xa-mau-ha-2026#T1",), ("xa-mau-ha.yaml", "T1")])
def test_a_thing_is_named_in_three_ways(words: tuple[str, ...]) -> None:
    ran = kehoach("trace", *words, "--format", "json", cwd=PROVINCE)

    assert (ran.code, ran.err) == (0, "")
    assert [json.loads(ran.out)[way]["id"] for way in ("up", "down")] == ["T1", "T1"]
