"""What holds for every kind of value."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.language import Language, Text
from kehoach.values.dates import DATE, DUE, PERIOD, YEAR
from kehoach.values.ids import ID, REFERENCE
from kehoach.values.kind import NO_FRAME, BadValueError, Frame, Kind
from kehoach.values.money import AMOUNT, AMOUNT_LIMIT, MONEY_UNIT
from kehoach.values.numbers import INTEGER, NUMBER, PERCENTAGE, YES_NO, rating
from kehoach.values.paths import FILE_PATH
from kehoach.values.plain import TEXT, choice
from kehoach.values.targets import TARGET_VALUE, Comparison
from kehoach.values.units import money_unit

WORDS = choice(Comparison, {word.value: Text(vi=f"chữ {word}", en=word.value) for word in Comparison})
KINDS: dict[str, Kind[object]] = {
    "amount": AMOUNT,
    "amount limit": AMOUNT_LIMIT,
    "date": DATE,
    "due": DUE,
    "id": ID,
    "integer": INTEGER,
    "number": NUMBER,
    "path": FILE_PATH,
    "percentage": PERCENTAGE,
    "period": PERIOD,
    "rating": rating(1, 5),
    "reference": REFERENCE,
    "target": TARGET_VALUE,
    "text": TEXT,
    "unit": MONEY_UNIT,
    "word": WORDS,
    "year": YEAR,
    "yes or no": YES_NO,
}
FRAMES = (NO_FRAME, Frame(unit=money_unit("triệu đồng"), year=2026, folders=2))

each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
pieces = st.sampled_from(
    [
        *(
            "0",
            "1",
            "12",
            "250",
            "2026",
            "000",
            "９",
            "٣",
            "²",
            ".",
            ",",
            "-",
            "–",
            "−",
            "/",
            "..",
            " ",
            "\xa0",
            "\n",
            "%",
            "‰",
            "#",
            "_",
            "e",
            "x",
        ),
        *(
            "tỷ",
            "triệu",
            "đồng",
            "USD",
            "$",
            "quý",
            "I",
            "IV",
            "Q",
            "H1",
            "tháng",
            "ngày",
            "năm",
            "6 tháng đầu",
            "trước",
            "đến",
            "hết",
            "cuối",
        ),
        *(
            "từ",
            "trở lên",
            "trên",
            "dưới",
            ">",
            "≥",
            "<",
            "=",
            "khoảng",
            "~",
            "Đạt",
            "\ud800",
            "\0",
            "\u202e",
            "\\",
            "C:",
            "http://",
            "{",
            "}",
            "{text}",
        ),
    ],
)
texts = st.one_of(
    st.text(),
    st.lists(pieces, max_size=8).map("".join),
    st.lists(pieces, max_size=8).map(" ".join),
)


def refusal(kind: Kind[object], text: str, frame: Frame) -> BadValueError | None:
    try:
        kind.read(text, frame)
    except BadValueError as error:
        return error
    return None


@each_kind
@given(text=texts)
@example(text="")
@example(text="{")
@example(text="9" * 10_000)
@example(text="- " * 10_000)
@example(text=" " * 10_000 + "1")
def test_any_text_is_read_or_refused_in_words(kind: Kind[object], text: str) -> None:
    for error in filter(None, (refusal(kind, text, frame) for frame in FRAMES)):
        assert error.code in {"YML008", "YML013", "YML014", "YML015"}
        for language in Language:
            message, fix = error.message.fill(language, error.values), error.fix.fill(language, error.values)
            assert (message + fix).isprintable()
            assert len(message + fix) < 1000
            assert not error.message.to(language).endswith(".")
            assert error.fix.to(language).endswith((".", "?"))


@each_kind
@given(text=texts)
@example(text="2026-03")
@example(text="12")
@example(text="true")
@example(text="trước 2030")
@example(text="quý iv")
@example(text="đồng")
@example(text="Đạt chuẩn")
def test_schema_binds_no_string_that_can_be_read(kind: Kind[object], text: str) -> None:
    pattern = kind.schema().get("pattern", "")
    assert isinstance(pattern, str)
    if any(refusal(kind, text, frame) is None for frame in FRAMES):
        assert re.search(pattern, text)


@each_kind
def test_scalar_may_be_what_yaml_made_of_it(kind: Kind[object]) -> None:
    schema = kind.schema()

    assert schema.get("type", ["string", "number", "boolean"]) == ["string", "number", "boolean"]
    assert ("type" in schema) != ("anyOf" in schema)


@each_kind
def test_kind_says_what_is_wanted(kind: Kind[object]) -> None:
    assert kind.name.vi
    assert kind.name.en.startswith(("a ", "an ", "the ", "`", "one "))


TELLING = ("", "?", "1.250", "12‰", "yes", "012", "-5", "5 xu", "3 - 5", "13/13/2026", "x" * 70, "../x", "a b", "9" * 30)


def test_wordings_are_one_line_with_the_same_places() -> None:
    errors = [refusal(kind, text, NO_FRAME) for text in TELLING for kind in KINDS.values()]
    found = {wording for error in errors if error for wording in (error.message, error.fix)}

    assert len(found) > 30
    for wording in found:
        places = [sorted(set(re.findall(r"\{(\w+)", side))) for side in wording]
        assert places[0] == places[1]
        assert "\n" not in wording.vi + wording.en
        assert wording.vi != wording.en
