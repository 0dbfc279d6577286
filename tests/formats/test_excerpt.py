"""Carets stand under what they mean, whatever letters come before."""

import re
from unicodedata import normalize

import pytest

from formats.samples import place
from kehoach.diagnostics import Place
from kehoach.formats.excerpt import quote
from kehoach.formats.pen import Pen, Style, display_width
from kehoach.language import Language


def quoted(where: Place, columns: int = 80, *, ascii_only: bool = False) -> tuple[str, str]:
    pen = Pen(Language.VI, columns, colour=False, ascii=ascii_only)
    text, carets = quote(where, pen, Style.RED, 3)
    return text, carets


def under(where: Place, columns: int = 80, *, ascii_only: bool = False) -> str:
    """Read what stands above the carets, as a terminal shows it."""
    text, carets = (line.expandtabs(8) for line in quoted(where, columns, ascii_only=ascii_only))
    first, last = carets.index("^"), carets.rindex("^") + 1
    assert set(carets[first:last]) == {"^"}
    assert max(display_width(text), last) <= columns
    found, at = "", 0
    for character in text:
        width = display_width(character)
        if (first <= at and at + max(width, 1) <= last) or (width == 0 and first < at <= last):
            found += character
        at += width
    return found


def spot(line: str, word: str) -> Place:
    at = line.index(word) + 1
    return place(7, at, at + len(word), line)


NFD = normalize("NFD", "  title: Xã Bắc Hà hỗ trợ hộ nghèo")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("  end: 2026", "2026"),
        ("  title: Xã Bắc Hà hỗ trợ hộ nghèo", "hộ nghèo"),
        (NFD, normalize("NFD", "hộ nghèo")),
        ("  title: 漢字 và kana", "và"),
        ("  title: 漢字 và kana", "字"),
        ("\ttitle:\tgiá trị", "giá trị"),
        ("a", "a"),
    ],
)
def test_carets_align(line: str, word: str) -> None:
    assert under(spot(line, word)) == word


def test_combining_mark_alone_is_shown_on_its_letter() -> None:
    line = "id: a\u0301b"

    text, carets = quoted(place(7, 6, 7, line))

    assert display_width(carets[: carets.index("^")]) == text.index("a")
    assert carets.count("^") == 1


def test_escape_is_shown_and_counted() -> None:
    line = "id: \x1b[31m\u202eT1"

    assert under(spot(line, "\x1b")) == "\\x1b"
    assert under(spot(line, "T1")) == "T1"


def test_tab_within_the_span() -> None:
    text, carets = quoted(place(7, 1, 5, "a\tbc"))

    assert "\t" in text
    assert len(carets.expandtabs(8)) == len(text.expandtabs(8))


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("at", [0, 50, 300, 900])
def test_long_line_is_cut_around_the_span(at: int, *, ascii_only: bool) -> None:
    words = "đường " * 400
    line = f"{words[:at]}THÔN{words[at:]}"

    assert under(spot(line, "THÔN"), ascii_only=ascii_only) == ("THON" if ascii_only else "THÔN")


def test_long_combining_line_is_cut_around_the_span() -> None:
    line = f"{NFD * 20}THON{NFD * 20}"

    assert under(spot(line, "THON")) == "THON"


def test_span_longer_than_the_terminal() -> None:
    text, carets = quoted(place(7, 5, 900, "id: " + "x" * 1000), 60)

    assert re.search(r"x{40,}…$", text)
    assert len(carets) == len(text) - 1


def test_megabytes_in_one_line() -> None:
    line = "x" * 2_000_000 + "THON" + "漢" * 2_000_000

    assert under(spot(line, "THON")) == "THON"


def test_span_over_several_lines_goes_to_the_end_of_the_first() -> None:
    where = Place(line=7, column=5, end_line=9, end_column=2, excerpt="id: abc   ")

    assert under(where) == "abc"


def test_empty_span_has_one_caret() -> None:
    assert quoted(place(7, 4, 4, "id:"))[1].count("^") == 1
    assert quoted(place(7, 9, 9, "id:"))[1].count("^") == 1


def test_nothing_to_quote() -> None:
    assert list(quote(place(1, 1, 1), Pen(Language.VI, 80, colour=False, ascii=False), Style.RED, 1)) == []
