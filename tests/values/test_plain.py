from enum import StrEnum

import pytest

from kehoach.language import Text
from kehoach.values.kind import NO_FRAME, BadValueError
from kehoach.values.plain import TEXT, choice


class Fund(StrEnum):
    PROVINCE = "provincial_budget"
    COMMUNE = "commune_budget"
    CARE = "care"
    FENCE = "fence"


FUND = choice(
    Fund,
    {
        "provincial_budget": Text(vi="ngân sách tỉnh", en="provincial budget"),
        "commune_budget": Text(vi="Ngân sách xã", en="commune budget"),
        "care": Text(vi="chăm sóc rào", en="care"),
        "fence": Text(vi="chăm sóc rao", en="fence"),
    },
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("provincial_budget", Fund.PROVINCE),
        ("ngân sách tỉnh", Fund.PROVINCE),
        ("Ngân Sách  Tỉnh", Fund.PROVINCE),
        ("nga\N{COMBINING CIRCUMFLEX ACCENT}n sách tỉnh", Fund.PROVINCE),
        ("ngan sach tinh", Fund.PROVINCE),
        ("ngân sách xã", Fund.COMMUNE),
        ("chăm sóc rào", Fund.CARE),
        ("chăm sóc rao", Fund.FENCE),
    ],
)
def test_word_or_label(text: str, word: Fund) -> None:
    assert FUND.read(text, NO_FRAME) is word


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("provincial_buget", "provincial_budget"),
        ("ngân sách tinhr", "provincial_budget"),
        ("xyz", None),
        ("", None),
        ("cham soc raò1", "care"),
    ],
)
def test_unknown_word(text: str, nearest: str | None) -> None:
    with pytest.raises(BadValueError) as caught:
        FUND.read(text, NO_FRAME)

    assert caught.value.values.get("word") == nearest
    assert caught.value.values["words"] == "provincial_budget, commune_budget, care, fence"


def test_label_that_stands_for_two_words_without_its_marks_is_refused() -> None:
    with pytest.raises(BadValueError):
        FUND.read("cham soc rao", NO_FRAME)


def test_schema_offers_words_and_labels() -> None:
    words = ["provincial_budget", "commune_budget", "care", "fence"]
    labels = ["ngân sách tỉnh", "Ngân sách xã", "chăm sóc rào", "chăm sóc rao"]

    assert FUND.schema() == {"anyOf": [{"enum": words + labels}, {"type": ["number", "boolean"]}]}


def test_text_stays() -> None:
    assert TEXT.read(" Dự án #3\n", NO_FRAME) == " Dự án #3\n"
