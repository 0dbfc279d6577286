"""Hard values in the fields of a plan: what each field makes of each."""

from typing import NamedTuple

import pytest

from corpus.cases import CASES, PLAN, read


class Met(NamedTuple):
    """The code that a value gets as an amount, a number, a date, an id and a key; empty: it is read."""

    amount: str
    number: str
    date: str
    id: str
    key: str


BAD = "YML013"
UNKNOWN_KEY = "YML010"
INVISIBLE = "YML008"
TAG = "YML003"

NOTHING_BUT_AN_ID = Met(BAD, BAD, BAD, "", UNKNOWN_KEY)
NOTHING = Met(BAD, BAD, BAD, BAD, UNKNOWN_KEY)
NO_NAME = Met(BAD, BAD, BAD, INVISIBLE, f"{INVISIBLE} {UNKNOWN_KEY}")

TABLE = {
    "scalar/arabic_digits": NOTHING,
    "scalar/astral_escape": NOTHING,
    "scalar/bigint_hex": Met(BAD, BAD, BAD, BAD, "YML001"),  # YAML's own limit on the length of a key
    "scalar/bool_as_money": NOTHING_BUT_AN_ID,
    "scalar/date_0001": NOTHING_BUT_AN_ID,
    "scalar/date_10000": NOTHING_BUT_AN_ID,
    "scalar/date_9999": NOTHING_BUT_AN_ID,
    "scalar/date_feb30": NOTHING_BUT_AN_ID,
    "scalar/date_month13": NOTHING_BUT_AN_ID,
    "scalar/date_vn_style": Met(BAD, BAD, "", BAD, UNKNOWN_KEY),
    "scalar/date_year0": NOTHING_BUT_AN_ID,
    "scalar/datetime_leap_second": Met("YML001", "YML001", BAD, BAD, UNKNOWN_KEY),  # a colon within brackets
    "scalar/exp_tiny": NOTHING_BUT_AN_ID,
    "scalar/lone_surrogate": Met(INVISIBLE, INVISIBLE, INVISIBLE, INVISIBLE, INVISIBLE),
    "scalar/money_overflow": NOTHING_BUT_AN_ID,
    "scalar/nan_string": NOTHING_BUT_AN_ID,
    "scalar/neg_zero": Met(BAD, "", BAD, "", UNKNOWN_KEY),
    "scalar/snan_string": NOTHING_BUT_AN_ID,
    "scalar/tag_bool_bad": Met(TAG, TAG, TAG, TAG, TAG),
    "scalar/tag_omap": Met(TAG, TAG, TAG, TAG, TAG),
    "scalar/tag_set": Met(TAG, TAG, TAG, TAG, TAG),
    "scalar/underscore_int": NOTHING_BUT_AN_ID,
    "scalar/vn_thousands_two": Met("", "", BAD, "", UNKNOWN_KEY),
    "lookalike/cyrillic_id": NOTHING,
    "lookalike/nbsp_id": NO_NAME,
    "lookalike/rlo_id": Met(INVISIBLE, INVISIBLE, INVISIBLE, INVISIBLE, INVISIBLE),
    "lookalike/soft_hyphen": NO_NAME,
    "lookalike/tag_chars": NO_NAME,
    "lookalike/en_dash_list": NOTHING,
    "lookalike/ideographic_space": NO_NAME,
    "lookalike/cyrillic_key": NOTHING,
}
PLACES = {
    "amount": ("amount: 480", "amount: {}"),
    "number": ("people: 240", "people: {}"),
    "date": ("end: 2026-09-30", "end: {}"),
    "id": ("- id: T1", "- id: {}"),
    "key": ("    title: Mở lớp", "    {}: x\n    title: Mở lớp"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", TABLE)
def test_value_is_read_or_refused_at_its_place(name: str, place: str) -> None:
    before, after = PLACES[place]
    value = values(name)
    offset = PLAN.index(before) + after.index("{}")
    text = PLAN.replace(before, after.format(value), 1)
    expected = set(getattr(TABLE[name], place).split())

    found = read(text.encode())

    start = text.rindex("\n", 0, offset) + 1
    assert {d.code for d in found} == expected
    assert {d.place.line for d in found} <= {text.count("\n", 0, offset) + 1}
    if not expected & {INVISIBLE, "YML001"}:
        assert {d.place.column for d in found} <= {offset - start + 1}
    assert len(found) == len(expected)


def test_each_value_is_in_the_table() -> None:
    assert {case.id for case in CASES if case.id.startswith(("scalar/", "lookalike/"))} - set(TABLE) == {"lookalike/rli_comment"}


def values(name: str) -> str:
    """Give the value of a case, as it is written there."""
    if name == "lookalike/cyrillic_key":
        return "t\N{CYRILLIC SMALL LETTER IE}n"
    if name == "lookalike/ideographic_space":
        return '"ten:\N{IDEOGRAPHIC SPACE}x"'
    if name == "lookalike/en_dash_list":
        return "\N{EN DASH} x"
    line = next(case for case in CASES if case.id == name).file.read_text("utf-8").splitlines()[0 if name.startswith("lookalike") else 1]
    return line.split(": ", 1)[1]
