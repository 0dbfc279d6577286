from decimal import Decimal

import pytest

from kehoach.language import Language
from kehoach.values.kind import NO_FRAME, BadValueError
from kehoach.values.targets import TARGET_VALUE, Comparison, TargetValue


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("text", "comparison", "value", "unit"),
    [
        ("12", None, "12", ""),
        ("12.5", None, "12.5", ""),
        ("-5", None, "-5", ""),
        ("50%", None, "50", "%"),
        ("12 ‰", None, "12", "‰"),
        ("1 250 ha", None, "1250", "ha"),
        ("20 m2", None, "20", "m2"),
        ("12 triệu đồng/người/năm", None, "12", "triệu đồng/người/năm"),
        ("đạt 95%", None, "95", "%"),
        (">12", Comparison.MORE_THAN, "12", ""),
        ("≥ 14", Comparison.AT_LEAST, "14", ""),
        (">=14", Comparison.AT_LEAST, "14", ""),
        ("<= 7,5%", Comparison.AT_MOST, "7.5", "%"),
        ("= 5", Comparison.EQUAL, "5", ""),
        ("trên 20.000", Comparison.MORE_THAN, "20000", ""),
        ("Trên 20.000 người", Comparison.MORE_THAN, "20000", "người"),
        ("trên 1.250.000", Comparison.MORE_THAN, "1250000", ""),
        ("từ 9,5% trở lên", Comparison.AT_LEAST, "9.5", "%"),
        ("9,5% trở lên", Comparison.AT_LEAST, "9.5", "%"),
        ("từ 7 trở xuống", Comparison.AT_MOST, "7", ""),
        ("100% chỉ tiêu trở lên", Comparison.AT_LEAST, "100", "% chỉ tiêu"),
        ("dưới 1%", Comparison.LESS_THAN, "1", "%"),
        ("không quá 5%", Comparison.AT_MOST, "5", "%"),
        ("tối thiểu 3 xã", Comparison.AT_LEAST, "3", "xã"),
        ("at least 3", Comparison.AT_LEAST, "3", ""),
    ],
)
def test_one_number(text: str, comparison: Comparison | None, value: str, unit: str) -> None:
    expected = TargetValue(comparison=comparison, value=Decimal(value), unit=unit, text=text)

    assert TARGET_VALUE.read(text, NO_FRAME) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("7,5 - 8,0", "7.5", "8", ""),
        ("7,5-8,0%", "7.5", "8", "%"),
        ("6 – 8%", "6", "8", "%"),
        ("06 - 08%", "6", "8", "%"),
        ("6% - 8%", "6", "8", "%"),
        ("từ 2 đến 3 tiêu chí", "2", "3", "tiêu chí"),
        ("từ 1.250 đến 1.500", "1250", "1500", ""),
    ],
)
def test_range(text: str, low: str, high: str, unit: str) -> None:
    expected = TargetValue(comparison=Comparison.BETWEEN, low=Decimal(low), high=Decimal(high), unit=unit, text=text)

    assert TARGET_VALUE.read(text, NO_FRAME) == expected


@pytest.mark.parametrize(("text", "value", "of", "unit"), [("4/9", 4, 9, ""), ("04/09 thôn", 4, 9, "thôn")])
def test_share(text: str, value: int, of: int, unit: str) -> None:
    expected = TargetValue(value=Decimal(value), of=Decimal(of), unit=unit, text=text)

    assert TARGET_VALUE.read(text, NO_FRAME) == expected


def test_words() -> None:
    read = TARGET_VALUE.read("Đạt chuẩn", NO_FRAME)

    assert read == TargetValue(text="Đạt chuẩn")
    assert read.is_qualitative


@pytest.mark.parametrize(
    "text",
    [
        *("50% (8 xã)", "giảm 3% trở lên (còn 7%)", "tăng từ 2 đến 3 tiêu chí", "giảm 3%", "khoảng 5", "4/9/2026", "4/0", "8 - 6"),
        *("dưới 5 trở lên", "≥ 7 - 8", "6% - 8‰", "１２", "1e5", "012", "1_000", "5 < 6", "", " ", "5 " * 3000, "Đạt chuẩn mức 2"),
    ],
)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        TARGET_VALUE.read(text, NO_FRAME)

    assert caught.value.code == "YML013"


@pytest.mark.parametrize("text", ["1.250", "1,250", "trên 1,250", "> 1.250", "1.250 - 1.500", "1.250 người"])
def test_ambiguous_target(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        TARGET_VALUE.read(text, NO_FRAME)

    assert caught.value.code == "YML014"


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        (">=9.5%", "từ 9,5% trở lên", "at least 9.5%"),
        ("không quá 5", "không quá 5", "at most 5"),
        ("> 20000 người", "trên 20.000 người", "more than 20,000 người"),
        ("dưới 1%", "dưới 1%", "less than 1%"),
        ("=5", "đúng 5", "exactly 5"),
        ("7,5-8,0", "7,5 - 8", "7.5 - 8"),
        ("04/09 thôn", "4/9 thôn", "4/9 thôn"),
        ("Đạt chuẩn", "Đạt chuẩn", "Đạt chuẩn"),
    ],
)
def test_target_is_said(text: str, vi: str, en: str) -> None:
    read = TARGET_VALUE.read(text, NO_FRAME)

    assert (read.say(Language.VI), read.say(Language.EN)) == (vi, en)
