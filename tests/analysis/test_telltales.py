"""Telltale words: found at once in a whole text, and then in the values that hold them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.analysis import telltales
from kehoach.analysis.automaton import automaton
from kehoach.analysis.letters import texts_holding
from kehoach.analysis.telltales import BLANKS, MEANT, may_hold_blanks, may_hold_lost_letters
from kehoach.compiled import COMPILED
from kehoach.reading.composing import compose
from kehoach.reading.document import Document

TOP = Path(__file__).parents[2]
PHRASES = {"tồn diện": 1, "an tồn": 2, "an tồn n": 4, "n": 8, "...": 16, "k hoch": 32}
PARTS = (*PHRASES, *"tồndiệan khoch.KỒN\u212a\n\t\x85\u2028", "  ", "tồn", "…", "😀", "bảo")

needs_native = pytest.mark.skipif(COMPILED is None, reason="kehoach-native is not installed: make native")


@needs_native
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_the_automaton_finds_what_stands_in_a_text(text: str) -> None:
    assert COMPILED is not None
    spaced = re.sub("[ \t\n\r\x85\u2028\u2029]+", " ", text.lower())
    expected = sum(mark for phrase, mark in PHRASES.items() if phrase in spaced)
    assert COMPILED.lead_through(text, *automaton(PHRASES)) == expected


@needs_native
@given(st.text())
def test_the_compiled_half_tells_the_same_characters(text: str) -> None:
    assert COMPILED is not None
    assert COMPILED.characters(text) == frozenset(text)


@needs_native
@pytest.mark.parametrize("given", [(b"", b"", b""), (bytes(0x10000), bytes(3), bytes(1))])
def test_no_automaton(given: tuple[bytes, bytes, bytes]) -> None:
    assert COMPILED is not None
    with pytest.raises(ValueError, match="no automaton"):
        COMPILED.lead_through("a", *given)


def test_every_writing_of_a_letter_is_of_its_class() -> None:
    letters = set("".join(MEANT)) - {" "}
    classes = automaton(dict.fromkeys(MEANT, 1)).classes

    for code in range(0x110000):
        if (small := chr(code).lower()) in letters:
            assert classes[code] == classes[ord(small)]


@pytest.mark.parametrize("is_compiled", [False, pytest.param(True, marks=needs_native)])
def test_nothing_that_stands_there_is_missed(monkeypatch: pytest.MonkeyPatch, *, is_compiled: bool) -> None:
    if not is_compiled:
        monkeypatch.setattr(telltales, "COMPILED", None)

    for phrase in MEANT:
        for written in (phrase, phrase.upper(), phrase.capitalize(), phrase.replace(" ", "\n  ")):
            assert may_hold_lost_letters(Document("a.yaml", f"a: xã {written}, …"))
    for blank in BLANKS:
        assert may_hold_blanks(Document("a.yaml", f"a: thôn {blank}"))
    assert not may_hold_blanks(Document("a.yaml", "a: Todo, Tbd, Xxx. xx ?"))


@pytest.mark.parametrize(
    "text",
    [
        (TOP / "examples/tam-phuoc-2022/plan.yaml").read_text(encoding="utf-8") + "scope: xã … và & …\n",
        "…: [a, {b: …, c…: [d, 'e…']}, …]\nx-own: …\nf:\n  - g: >\n      h\n      …\n",
        "x-own: &a …\nb: *a\nc: [*a, *a]\n",
        'a: …\nb: "\\u2026"\n',
        "a: …\n" * 2,
        "".join(f"a{number}: …\n" for number in range(1100)),
    ],
)
def test_walking_only_to_what_holds_a_piece(text: str) -> None:
    document = compose("a.yaml", text)
    expected = {scalar.span: scalar for scalar in reversed([*document.scalars()]) if "…" in scalar.text or "&" in scalar.text}

    assert [*texts_holding(document, ("…", "&"))] == [*reversed(expected.values())]
    assert expected
