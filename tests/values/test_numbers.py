from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language import Language, Text, say_number
from kehoach.values.kind import NO_FRAME, BadValueError
from kehoach.values.numbers import INTEGER, PERCENTAGE, YES_NO, last_place, rating, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("12", "12"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1234.567", "1234.567"),
        ("1234,567", "1234.567"),
        ("1.2500", "1.25"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.250,500", "1250.5"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1 234", "1234"),
        ("1\N{NO-BREAK SPACE}234,5", "1234.5"),
        ("1\N{THIN SPACE}234\N{NARROW NO-BREAK SPACE}567", "1234567"),
        ("-5", "-5"),
        ("\N{MINUS SIGN}5,5", "-5.5"),
        ("+3", "3"),
        ("05", "5"),
        (" 7 ", "7"),
        ("999999999999999999", "999999999999999999"),
        ("9007199254740993", "9007199254740993"),
    ],
)
def test_number_is_exact(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


def test_zero_has_no_sign() -> None:
    assert str(read_number("-0")) == "0"


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "NaN", "sNaN", ".nan", "inf", "-.inf", "1e5", "1E-999999999", "0x1F", "0o17", "0b1", "1_000", "12:30"),
        *("１２", "١٢", "²", "012", "0123", "007", "05,5", "0.250.000", "1.2.3", "1.25.000", "1.250.5", "1 25", "1,250,5"),
        *(".5", "5.", "--5", "- 5", "5-", "12%", "true", "mười", "1234567890123456789", "0,12345678901", "9" * 5000),
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        read_number(text)

    assert caught.value.code == "YML013"


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("1.250", ("1250", "1,25", "1.25")),
        ("1,250", ("1250", "1,25", "1.25")),
        ("12,000", ("12000", "12", "12")),
        ("-999.999", ("-999999", "-999,9990", "-999.9990")),
    ],
)
def test_ambiguous_number_shows_both_ways_out(text: str, ways: tuple[str, str, str]) -> None:
    with pytest.raises(BadValueError) as caught:
        read_number(text)

    error = caught.value
    assert error.code == "YML014"
    assert (error.values["way"], *cast(Text, error.values["other"])) == ways
    whole, comma, point = map(read_number, ways)
    assert whole == comma * 1000 == point * 1000


def test_decimal_of_an_ambiguous_number_is_written_as_each_language_does() -> None:
    with pytest.raises(BadValueError) as caught:
        read_number("1.250")

    error = caught.value
    assert 'nháy kép: `"1,25"`' in error.fix.fill(Language.VI, error.values)
    assert error.fix.fill(Language.EN, error.values) == "Write `1250` if the mark separates thousands, `1.25` if it is the decimal mark."


@pytest.mark.parametrize(
    ("text", "way"),
    [("１２", "12"), ("1_000", "1000"), ("0123", "123"), ("١٢٣", "123")],
)
def test_remedy_can_be_read(text: str, way: str) -> None:
    with pytest.raises(BadValueError) as caught:
        read_number(text)

    assert caught.value.values["way"] == way
    assert read_number(way) == Decimal(way)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15))
def test_grouped_number_comes_back(number: Decimal) -> None:
    fraction = f"{number:f}".partition(".")[2]
    for language, mark in ((Language.VI, ","), (Language.EN, ".")):
        whole = say_number(int(number), language)
        sign = "-" if number < 0 and int(number) == 0 else ""
        assert read_number(f"{sign}{whole}{mark}{fraction}") == number


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_spaced_number_comes_back(number: int) -> None:
    assert read_number(f"{number:,}".replace(",", " ")) == number


@pytest.mark.parametrize(
    ("number", "place"),
    [("1250", "10"), ("12783170000", "10000"), ("1.25", "0.01"), ("1.20", "0.01"), ("0", "1"), ("7", "1"), ("1E+3", "1000")],
)
def test_last_place(number: str, place: str) -> None:
    assert last_place(Decimal(number)) == Decimal(place)


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("-3", -3), ("1 250", 1250), ("2,0", 2)])
def test_integer(text: str, number: int) -> None:
    assert INTEGER.read(text, NO_FRAME) == number


@pytest.mark.parametrize("text", ["2,5", "1.250", "hai", ""])
def test_no_integer(text: str) -> None:
    with pytest.raises(BadValueError):
        INTEGER.read(text, NO_FRAME)


def test_rating_has_bounds() -> None:
    kind = rating(1, 5)

    assert [kind.read(text, NO_FRAME) for text in ("1", "5")] == [1, 5]
    for text in ("0", "6", "-1", "4.5"):
        with pytest.raises(BadValueError):
            kind.read(text, NO_FRAME)


@pytest.mark.parametrize(("text", "number"), [("12.5", "12.5"), ("12,5%", "12.5"), ("12,5 %", "12.5"), ("30%", "30"), ("0", "0")])
def test_percentage(text: str, number: str) -> None:
    assert PERCENTAGE.read(text, NO_FRAME) == Decimal(number)


@pytest.mark.parametrize(("text", "code"), [("12‰", "YML013"), ("%", "YML013"), ("12%%", "YML013"), ("12,125%", "YML014")])
def test_no_percentage(text: str, code: str) -> None:
    with pytest.raises(BadValueError) as caught:
        PERCENTAGE.read(text, NO_FRAME)

    assert caught.value.code == code


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False), ("True", True), ("FALSE", False)])
def test_yes_no(text: str, *, value: bool) -> None:
    assert YES_NO.read(text, NO_FRAME) is value


@pytest.mark.parametrize(
    ("text", "way"),
    [
        *((yes, "true") for yes in ("yes", "Yes", "on", "có", "Có", "1")),
        *((no, "false") for no in ("no", "NO", "off", "không", "0")),
        *(("có lẽ", ""), ("", ""), ("tRuE", "")),
    ],
)
def test_other_words_are_answered_with_the_right_one(text: str, way: str) -> None:
    with pytest.raises(BadValueError) as caught:
        YES_NO.read(text, NO_FRAME)

    assert caught.value.values["way"] == way
