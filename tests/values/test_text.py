import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.values.text import (
    FORBIDDEN,
    INVISIBLE,
    character_name,
    collation_key,
    fold,
    nearest,
    nfc,
    short,
    similarity,
    slips,
)


@given(st.text())
def test_nfc_and_fold_are_settled_at_once(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_does_not_see_how_letters_are_composed(text: str) -> None:
    assert fold(nfc(text)) == fold(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("kinh tế - xã hội", "Kinh tế-xã hội"),
        ("kinh tế – xã hội", "KINH TẾ  XÃ HỘI"),
        ("Ủy ban", "Uỷ ban"),
        ("quản lí", "quản lý"),
        ("Đắk Nông", "Ðắk Nông"),
        ("đầu tư", "đầu tƣ"),
        ("hoà", "hòa"),
        ("kinh_tế", "kinh tế"),
    ],
)
def test_two_spellings_fold_to_one(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("ower", ("title", "owner", "partners"), "owner"),
        ("tilte", ("table", "title", "tasks"), "title"),
        ("stat", ("end", "start", "status"), "start"),
        ("objetives", ("objectives", "options"), "objectives"),
        ("co-owners", ("owners", "co_owners"), "co_owners"),
        ("nguoi phu trach", ("người phụ trách", "người nghèo"), "người phụ trách"),
        ("Owner", ("owner", "power"), "owner"),
        ("xyz", ("owner", "title"), None),
        ("nd", ("id", "end"), None),
        ("", ("a",), None),
        ("owner", (), None),
    ],
)
def test_nearest(word: str, candidates: tuple[str, ...], meant: str | None) -> None:
    assert nearest(word, candidates) == meant


def test_limit_of_nearest() -> None:
    assert nearest("abcdef", ["abcxyz"]) is None
    assert nearest("abcdef", ["abcxyz"], limit=3) == "abcxyz"


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "abcd", 1),
        ("abc", "axc", 1),
        ("ca", "abc", 3),
        ("abc", "xyz", 3),
    ],
)
def test_slips(a: str, b: str, count: int) -> None:
    assert slips(a, b, 5) == count
    assert slips(b, a, 5) == count


def test_similarity() -> None:
    assert similarity("Xây dựng đường", "xây dựng  ĐƯỜNG") == 1
    assert similarity("Xây dựng đường", "đường xây dựng mới") == pytest.approx(6 / 7)
    assert similarity("một", "hai") == 0
    assert similarity("", "") == 1
    assert similarity("", "hai") == 0


@given(st.text(), st.text())
def test_similarity_is_a_share(a: str, b: str) -> None:
    assert 0 <= similarity(a, b) <= 1
    assert similarity(a, b) == similarity(b, a)


def test_short() -> None:
    assert short("a" * 80) == "a" * 80
    assert short("a" * 81) == "a" * 79 + "…"


@pytest.mark.parametrize("character", [*"\0\a\b\v\f\x1b\x7f\x80\x9b\ud800\udfff\ufffe\uffff\u202a\u202e\u2066\u2069"])
def test_forbidden(character: str) -> None:
    assert FORBIDDEN.search(f"a{character}b")


@pytest.mark.parametrize("character", [*"\u200b\u200d\u2060\ufeff\xad\xa0\u202f\u3000\ufe0f\U000e0041\U000e0100"])
def test_invisible(character: str) -> None:
    assert INVISIBLE.search(f"a{character}b")


@pytest.mark.parametrize("text", ["Kế hoạch\tphát triển\r\n", "“Đắk Lắk” – 12 ‰ €", "👍", "日本"])
def test_prose_is_free(text: str) -> None:
    assert not FORBIDDEN.search(text)
    assert not INVISIBLE.search(text)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x81", "U+0081 CONTROL CHARACTER"),
        ("\ud800", "U+D800 CONTROL CHARACTER"),
    ],
)
def test_character_name(character: str, name: str) -> None:
    assert character_name(character) == name


SORTED = [
    "a",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "ă",
    "ằ",
    "ặ",
    "â",
    "ậ",
    "ba",
    "ba lan",
    "bà con",
    "bác",
    "bắc",
    "bân",
    "da",
    "đa",
    "e",
    "ê",
    "o",
    "ô",
    "ơ",
    "u",
    "ư",
    "y",
]


def test_vietnamese_alphabet() -> None:
    shuffled = random.Random(1).sample(SORTED, len(SORTED))  # noqa: S311

    assert sorted(shuffled, key=collation_key) == SORTED
    assert all(collation_key(a) < collation_key(b) for a, b in pairwise(SORTED))


def test_letter_case_does_not_sort() -> None:
    assert sorted(["đo", "Đỗ", "Do", "DA"], key=collation_key) == ["DA", "Do", "đo", "Đỗ"]


@given(st.lists(st.text()), st.randoms())
def test_order_does_not_depend_on_where_texts_stood(texts: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(texts, len(texts))

    assert sorted(shuffled, key=collation_key) == sorted(texts, key=collation_key)
