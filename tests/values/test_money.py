from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language import Language, say
from kehoach.values.kind import NO_FRAME, BadValueError, Frame
from kehoach.values.money import AMOUNT, AMOUNT_LIMIT, MONEY_UNIT, Amount, money, say_money, tolerance, total
from kehoach.values.units import DONG, MoneyUnit, money_unit


def unit(name: str) -> MoneyUnit:
    found = money_unit(name)
    assert found is not None
    return found


MILLIONS = Frame(unit=unit("triệu đồng"))


@pytest.mark.parametrize(
    ("name", "canonical", "factor", "currency"),
    [
        *((name, "đồng", 1, "VND") for name in ("đồng", "đ", "VND", "VNĐ", "ĐỒNG", "dong", "vnd")),
        *((name, "nghìn đồng", 10**3, "VND") for name in ("nghìn đồng", "ngàn đồng", "thousand VND", "nghìn")),
        *((name, "triệu đồng", 10**6, "VND") for name in ("triệu đồng", "triệu", "tr.đ", "trđ", "Tr.Đ", "million VND", " triệu  đồng")),
        *((name, "tỷ đồng", 10**9, "VND") for name in ("tỷ đồng", "tỉ đồng", "tỷ", "TỶ ĐỒNG", "ty dong", "billion VND")),
        *((name, "nghìn tỷ đồng", 10**12, "VND") for name in ("nghìn tỷ", "nghìn tỷ đồng", "ngàn tỉ đồng")),
        *((name, "USD", 1, "USD") for name in ("USD", "usd", "$")),
        *((("nghìn USD", "nghìn USD", 10**3, "USD"), ("triệu USD", "triệu USD", 10**6, "USD"), ("EUR", "EUR", 1, "EUR"))),
    ],
)
def test_unit(name: str, canonical: str, factor: int, currency: str) -> None:
    assert MONEY_UNIT.read(name, NO_FRAME) == MoneyUnit(canonical, Decimal(factor), currency)
    assert unit(canonical) == unit(name)


@pytest.mark.parametrize("name", ["", "xu", "%", "triệu tấn", "đồng/hộ", "tỷ tỷ", "1000 đồng", "-triệu", "triệu_đồng"])
def test_no_unit(name: str) -> None:
    with pytest.raises(BadValueError):
        MONEY_UNIT.read(name, NO_FRAME)


def test_canonical_name_in_composed_and_decomposed_letters() -> None:
    assert money_unit("t\N{LATIN SMALL LETTER Y WITH HOOK ABOVE}") == money_unit("ty\N{COMBINING HOOK ABOVE}")


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1250", 1_250_000_000, 10_000_000),
        ("1250.5", 1_250_500_000, 100_000),
        ("1 250", 1_250_000_000, 10_000_000),
        ("1.250,0", 1_250_000_000, 100_000),
        ("0", 0, 1_000_000),
        ("0,0", 0, 100_000),
        ("1,2 tỷ đồng", 1_200_000_000, 100_000_000),
        ("1,25 tỷ", 1_250_000_000, 10_000_000),
        ("500 triệu", 500_000_000, 100_000_000),
        ("500triệu", 500_000_000, 100_000_000),
        ("30.000.000 đồng", 30_000_000, 10_000_000),
        ("12.783.170.000 đồng", 12_783_170_000, 10_000),
        ("76.699.000.000đ", 76_699_000_000, 1_000_000),
        ("1 đồng", 1, 1),
        ("VND 500 million", 500_000_000, 100_000_000),
        ("1250 tr.đ", 1_250_000_000, 10_000_000),
    ],
)
def test_amount_in_dong(text: str, value: int, step: int) -> None:
    amount = AMOUNT.read(text, MILLIONS)

    assert (int(amount.value), amount.currency, int(amount.step), amount.text) == (value, "VND", step, text)


@pytest.mark.parametrize("text", ["USD 12000", "12000 USD", "$12000", "12 nghìn USD", "12.000,0 USD"])
def test_foreign_amount(text: str) -> None:
    amount = AMOUNT.read(text, MILLIONS)

    assert (int(amount.value), amount.currency) == (12000, "USD")


def test_amount_without_any_unit_is_in_dong() -> None:
    assert AMOUNT.read("1500000", NO_FRAME).value == 1_500_000


@pytest.mark.parametrize("text", ["1.250", "1,250 tỷ", "USD 12,000", "1.250 triệu đồng"])
def test_ambiguous_amount(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        AMOUNT.read(text, MILLIONS)

    error = caught.value
    assert error.code == "YML014"
    whole, decimal = (AMOUNT.read(say(error.values[way], Language.VI), MILLIONS) for way in ("way", "other"))
    assert whole.value == decimal.value * 1000


@pytest.mark.parametrize(
    "text",
    [
        *("", "khoảng 5 tỷ", "~5 tỷ", "gần 5 tỷ", "trên 5 tỷ", "5 tỷ 200 triệu", "5 tỷ trở lên", "3 - 5 tỷ", "15 triệu/hộ", "50%"),
        *(
            "1e5",
            "1e-999999999",
            "NaN",
            "inf",
            "true",
            "1_000",
            "１２",
            "٣ tỷ",
            "0x1F",
            "-5",
            "-5 tỷ",
            "- 5 tỷ",
            "5 tỷ -",
            "5 - tỷ",
            "\N{MINUS SIGN}5 tỷ",
            "012 tỷ",
            "tỷ",
            "5 xu",
        ),
        *("9" * 29, "1000000000000 triệu", "9999999999 tỷ", "1.2.3 tỷ", "5 tỷ #3", "5\n6", "5 " * 3000),
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        AMOUNT.read(text, MILLIONS)

    assert caught.value.code == "YML013"


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("1250", "1.250 triệu đồng", "1,250 million VND"),
        ("12,5 tỷ", "12,5 tỷ đồng", "12.5 billion VND"),
        ("30.000.000 đồng", "30.000.000 đồng", "30,000,000 VND"),
        ("USD 12000", "12.000 USD", "12,000 USD"),
        ("0", "0 triệu đồng", "0 million VND"),
    ],
)
def test_amount_is_said_as_offices_write(text: str, vi: str, en: str) -> None:
    amount = AMOUNT.read(text, MILLIONS)

    assert (amount.say(Language.VI), amount.say(Language.EN)) == (vi, en)


@given(st.integers(min_value=0, max_value=10**9 - 1), st.integers(min_value=0, max_value=9999))
def test_amount_is_exact(whole: int, fraction: int) -> None:
    amount = AMOUNT.read(f"{whole},{fraction:04} tỷ đồng", NO_FRAME)

    assert amount.value == whole * 10**9 + fraction * 10**5
    assert amount.step == 10**5


@given(st.integers(min_value=0, max_value=10**18 - 1), st.sampled_from(["đồng", "USD"]))
def test_said_amount_comes_back(value: int, name: str) -> None:
    amount = money(Decimal(value), unit(name))
    said = amount.say(Language.VI)

    if said.count(".") != 1 or value < 1000:
        assert AMOUNT.read(said, MILLIONS) == amount


def test_how_it_was_written_makes_no_other_amount() -> None:
    assert AMOUNT.read("1,2 tỷ", NO_FRAME) == AMOUNT.read("1200", MILLIONS)
    assert AMOUNT.read("12 USD", NO_FRAME) != AMOUNT.read("12 đồng", NO_FRAME)


def test_amount_is_frozen() -> None:
    amount = money(Decimal(1), DONG)

    with pytest.raises(AttributeError):
        amount.value = Decimal(2)  # type: ignore[misc]


def test_times_is_exact_and_no_less_precise_than_the_rate() -> None:
    rate = AMOUNT.read("15 triệu đồng", NO_FRAME)

    assert rate.times(Decimal(2305)).value == 34_575_000_000
    assert rate.times(Decimal(2000)).step == 1_000_000
    assert rate.times(Decimal("0.5")).step == 100_000
    assert rate.times(Decimal("0.333333333333333333")).value == Decimal("4999999.999999999995")


def test_total_and_its_tolerance() -> None:
    parts = [AMOUNT.read(text, MILLIONS) for text in ("12,5", "7.3", "1250", "1,2 tỷ")]

    assert total(parts).value == 2_469_800_000
    assert tolerance(parts) == (100_000 + 100_000 + 10_000_000 + 100_000_000) / Decimal(2)
    assert total(parts).step == 2 * tolerance(parts)


def test_nothing_adds_up_to_nothing() -> None:
    assert total(()).value == 0
    assert tolerance(()) == 0


def test_currencies_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="USD cannot be added to VND"):
        total((money(Decimal(1), DONG), money(Decimal(1), unit("USD"))))


@given(st.lists(st.integers(min_value=0, max_value=10**17), max_size=30))
def test_total_is_exact(values: list[int]) -> None:
    assert total([money(Decimal(value), DONG) for value in values]).value == sum(values)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4500", 4500, 4500),
        ("3 - 5 tỷ đồng", 3000, 5000),
        ("3-5 tỷ đồng", 3000, 5000),
        ("3–5 tỷ đồng", 3000, 5000),
        ("từ 3 đến 5 tỷ", 3000, 5000),
        ("3 tỷ - 5 tỷ", 3000, 5000),
        ("3 tỷ - 5", 3000, 5000),
        ("500 triệu - 1 tỷ", 500, 1000),
        ("4500 - 4600", 4500, 4600),
    ],
)
def test_limit(text: str, low: int, high: int) -> None:
    limit = AMOUNT_LIMIT.read(text, MILLIONS)

    assert (int(limit.low.value), int(limit.high.value)) == (low * 10**6, high * 10**6)


@pytest.mark.parametrize("text", ["5 - 3 tỷ", "3 USD - 5 tỷ", "3 - 5 - 7", "khoảng 3 - 5 tỷ", "", "-", "3 -", "- 5"])
def test_no_limit(text: str) -> None:
    with pytest.raises(BadValueError):
        AMOUNT_LIMIT.read(text, MILLIONS)


@pytest.mark.parametrize(
    ("text", "said"), [("3-5 tỷ", "3 - 5 tỷ đồng"), ("4500", "4.500 triệu đồng"), ("500 triệu-1 tỷ", "500 triệu đồng - 1 tỷ đồng")]
)
def test_limit_is_said(text: str, said: str) -> None:
    assert AMOUNT_LIMIT.read(text, MILLIONS).say(Language.VI) == said


def test_money_in_the_plans_unit() -> None:
    value = Decimal(1_250_500_000)

    assert say_money(value, MILLIONS.unit, Language.VI) == "1.250,5"
    assert say_money(value, MILLIONS.unit, Language.EN) == "1,250.5"
    assert say_money(value, None, Language.VI) == "1.250.500.000"
    assert say_money(Decimal(1), unit("nghìn tỷ đồng"), Language.VI) == "0,000000000001"


def test_amount_needs_its_step() -> None:
    with pytest.raises(TypeError):
        Amount(value=Decimal(1))  # type: ignore[call-arg]
