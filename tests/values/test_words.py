import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language import Language, Text
from kehoach.values.words import in_words


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "không", "zero"),
        (4, "bốn", "four"),
        (10, "mười", "ten"),
        (14, "mười bốn", "fourteen"),
        (15, "mười lăm", "fifteen"),
        (21, "hai mươi mốt", "twenty-one"),
        (24, "hai mươi tư", "twenty-four"),
        (25, "hai mươi lăm", "twenty-five"),
        (90, "chín mươi", "ninety"),
        (101, "một trăm linh một", "one hundred and one"),
        (105, "một trăm linh năm", "one hundred and five"),
        (111, "một trăm mười một", "one hundred and eleven"),
        (1_005, "một nghìn không trăm linh năm", "one thousand and five"),
        (1_015_000, "một triệu không trăm mười lăm nghìn", "one million fifteen thousand"),
        (1_000_005, "một triệu không trăm linh năm", "one million and five"),
        (91_000_015_000, "chín mươi mốt tỷ không trăm mười lăm nghìn", "ninety-one billion fifteen thousand"),
        (1_250_000_000_000, "một nghìn hai trăm năm mươi tỷ", "one trillion two hundred and fifty billion"),
        (-21, "âm hai mươi mốt", "minus twenty-one"),
    ],
)
def test_number_in_words(number: int, vi: str, en: str) -> None:
    assert in_words(number, Language.VI) == f"{vi} đồng"
    assert in_words(number, Language.EN) == f"{en} dong"


def test_other_unit() -> None:
    assert in_words(2, Language.VI, Text(vi="đô la Mỹ", en="US dollars")) == "hai đô la Mỹ"


VALUES = {
    word: value
    for value, names in enumerate(
        [("không",), ("một", "mốt"), ("hai",), ("ba",), ("bốn", "tư"), ("năm", "lăm"), ("sáu",), ("bảy",), ("tám",), ("chín",)],
    )
    for word in names
}


def heard(words: str) -> int:
    """Work the number out again, as a listener does."""
    billions = groups = group = 0
    for word in words.split():
        match word:
            case "tỷ":
                billions, groups, group = (billions + groups + group) * 10**9, 0, 0
            case "triệu":
                groups, group = groups + group * 10**6, 0
            case "nghìn":
                groups, group = groups + group * 10**3, 0
            case "trăm":
                group *= 100
            case "mười":
                group += 10
            case "mươi":
                group += group % 10 * 9
            case "linh":
                pass
            case _:
                group += VALUES[word]
    return billions + groups + group


@given(st.integers(min_value=0, max_value=10**18))
def test_words_say_the_number(number: int) -> None:
    assert heard(in_words(number, Language.VI).removesuffix(" đồng")) == number


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=10**6))
def test_no_two_numbers_sound_alike(a: int, b: int) -> None:
    assert (in_words(a, Language.EN) == in_words(b, Language.EN)) == (a == b)
