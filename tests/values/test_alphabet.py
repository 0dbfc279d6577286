"""Usual texts as bytes."""

from unicodedata import is_normalized

import pytest

from kehoach.values.alphabet import USUAL, as_bytes

TEXT = "Ủy ban nhân dân xã Đồng Thịnh: “kế hoạch” – 12,5 tỷ…\n\tƯỚC ≥ 30 m²"


def test_each_usual_character_has_its_own_byte() -> None:
    text = "".join(sorted(USUAL))
    written = as_bytes(text)
    assert written is not None
    assert len(set(written)) == len(written) == len(text)


def test_ascii_stays_and_blanks_part_words_alike() -> None:
    assert as_bytes("Name: T1\r\n\tx") == b"Name: T1\r\n\tx"
    written = as_bytes(TEXT)
    assert written is not None
    assert [as_bytes(word) for word in TEXT.split()] == written.split()


def test_usual_characters_are_composed_however_they_follow_each_other() -> None:
    text = "".join(sorted(USUAL)) + "".join(map(chr, range(0x300)))

    assert all(is_normalized("NFC", one + other) for one in text for other in text)


@pytest.mark.parametrize(
    "character", ["\0", "ƣ", "Ð", "\xa0", "\u2003", "\x0b", "\x0c", "\x1c", "\x85", "\u0301", "а", "\ufffe", "\ud800", "🙂"]
)
def test_unusual_characters_have_none(character: str) -> None:
    assert character not in USUAL
    assert as_bytes(f"kế{character}hoạch") is None
