"""Rows of an answer for people, spreadsheets and machines."""

import csv
import io
import json
import math

import pytest

from kehoach.formats import answer
from kehoach.formats.pen import Pen, display_width
from kehoach.language import Language
from kehoach.workspace.database import Answer

PLAIN = Pen(Language.VI, 60, colour=False, ascii=False)
ROWS = Answer(
    ("plan", "title", "n"),
    (
        ("xã-a", "Cứng hóa đường thôn, bản và các tuyến nội đồng của ba xã vùng cao", 12),
        ("b", None, 0.1 + 0.2),
        ("c", "x" * 70 + " | \x1b[31m\n*", -5),
    ),
)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_in_csv_is_never_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    (_, row) = csv.reader(io.StringIO(answer.as_csv(Answer(("a",), ((text,),))).removeprefix("\ufeff"), newline=""))

    assert row == [f"'{text}"]


def test_name_of_a_column_is_never_a_formula() -> None:
    assert answer.as_csv(Answer(("=1", "b"), ())) == "\ufeff'=1,b\r\n"


def test_csv_keeps_figures_and_lines() -> None:
    rows = (("một, hai", 'a "b"', "c\nd", -5, 0.1 + 0.2, None, "\x07"),)

    written = answer.as_csv(Answer(tuple("abcdefg"), rows)).encode()

    assert written.startswith(b"\xef\xbb\xbfa,b,")
    assert list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))[1] == [
        "một, hai",
        'a "b"',
        "c\nd",
        "-5",
        "0.3",
        "",
        "\\x07",
    ]


def test_json_is_strict_and_keeps_every_column() -> None:
    rows = ((1, "a", None, math.inf, 0.1 + 0.2),)

    read = json.loads(answer.as_json(Answer(("id", "id", "id", "x", "y"), rows)))

    assert read == {
        "version": 1,
        "columns": ["id", "id_2", "id_3", "x", "y"],
        "rows": [{"id": 1, "id_2": "a", "id_3": None, "x": "inf", "y": 0.3}],
    }


def test_table_stays_within_the_terminal_and_obeys_nothing() -> None:
    written = answer.text(ROWS, PLAIN)

    assert max(map(display_width, written.splitlines())) <= 60
    assert "\x1b" not in written
    assert written.endswith("\n3 dòng\n")


def test_figures_stand_to_the_right_and_whole() -> None:
    lines = answer.text(Answer(("số", "tên"), ((5, "a"), (12345678901234567, "b"))), PLAIN).splitlines()

    assert lines[2:4] == ["                5  a", "12345678901234567  b"]


def test_empty_answer_has_its_columns() -> None:
    assert answer.text(Answer(("id", "title"), ()), Pen(Language.EN, 60, colour=False, ascii=True)) == "id  title\n--  -----\n\nrows: 0\n"


def test_markdown_has_no_markup_of_the_plan() -> None:
    assert answer.markdown(Answer(("a", "n"), (("x | <b>", 1),))) == "| a | n |\n| --- | ---: |\n| x \\| &lt;b&gt; | 1 |\n"
