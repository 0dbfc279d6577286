from unicodedata import normalize

import pytest

from kehoach.errors import KehoachError
from kehoach.reading.composing import compose
from kehoach.reading.edits import Edit, apply
from kehoach.reading.outline import Outline
from kehoach.reading.proving import verified
from kehoach.reading.respelling import respelled, reworded, rewritten


def test_edits_are_applied_in_order_and_of_two_that_overlap_the_first() -> None:
    edits = [Edit(4, 6, "E"), Edit(0, 2, "A"), Edit(1, 3, "B"), Edit(6, 6, "+"), Edit(4, 6, "E")]

    assert apply("aabbccdd", edits) == "AbbE+dd"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_byte_outside_the_edits_stays(end: str, mark: bytes) -> None:
    text = end.join(("# ghi chú", 'a: "x"  # một', "b: [1,  2]", "", "c: |", "  nƣớc", "  ", ""))
    at = text.index("ƣ")
    before = mark + text.encode()

    after = verified(before, [Edit(at, at + 1, "ư", "nước\n")])

    assert after == before.replace("ƣ".encode(), "ư".encode())


HARM = {
    "another value": Edit(3, 4, "2", "3"),
    "no value said": Edit(3, 4, "2"),
    "out of the scalar": Edit(3, 6, "2\nb", "2"),
    "an empty value": Edit(3, 4, "", "2"),
    "a comment more": Edit(3, 4, "2 # neu", "2"),
    "not YAML": Edit(3, 4, "[2", "2"),
    "two lines of it": Edit(3, 4, "2\nx: 1", "2"),
    "an alias": Edit(3, 4, "*x", "2"),
    "a tag": Edit(3, 4, "!!int 2", "2"),
}


@pytest.mark.parametrize("edit", HARM.values(), ids=HARM.keys())
def test_an_edit_that_does_more_than_it_says_is_a_bug_and_nothing_comes_of_it(edit: Edit) -> None:
    with pytest.raises(KehoachError, match="a bug in the tool itself"):
        verified(b"a: 1\nb: 2 # c\n", [edit])


def test_two_edits_of_one_scalar_must_agree() -> None:
    with pytest.raises(KehoachError):
        verified(b"a: xyz\n", [Edit(3, 4, "u", "uyz"), Edit(5, 6, "v", "xyv")])

    assert verified(b"a: xyz\n", [Edit(3, 4, "u", "uyv"), Edit(5, 6, "v", "uyv")]) == b"a: uyv\n"


def test_a_comment_can_be_taken_away_on_purpose() -> None:
    text = "a: 1  # một\n# hai\nb: |\n  # ba\n"

    assert verified(text.encode(), [Edit(4, 11, "")]) == b"a: 1\n# hai\nb: |\n  # ba\n"
    assert verified(text.encode(), [Edit(12, 18, "")]).decode() == "a: 1  # một\nb: |\n  # ba\n"
    at = text.index("  # ba")
    with pytest.raises(KehoachError):
        verified(text.encode(), [Edit(at, at + 7, "")])


def test_comments_are_what_stands_between_scalars() -> None:
    text = "# một\na: 'x # không'  # hai\nb: |2-  # ba\n    # không\nc: [p,#bốn\n  \"q#\" , r]\nd: &n # năm\n  e\nf: x#y\n"

    assert Outline(text).comments() == ["# một", "# hai", "# ba", "#bốn", "# năm"]


SOURCES = {
    "plain": ("nƣớc", "nước"),
    "plain over lines": ("nƣớc\n  sạch", "nước\n  sạch"),
    "single quotes": ("'nƣớc ''sạch'''", "'nước ''sạch'''"),
    "double quotes": ('"nƣớc\\tsạch"', '"nước\\tsạch"'),
    "escaped": ('"n\\u01a3ớc \\"sạch\\""', '"nước \\"sạch\\""'),
    "literal": ("|\n  nƣớc\n    sạch\n", "|\n  nước\n    sạch\n"),
    "folded": (">+\n  nƣớc\n\n  sạch\n\n", ">+\n  nước\n\n  sạch\n\n"),
    "counted": ("|2-\n    nƣớc\n   sạch\n", "|2-\n    nước\n   sạch\n"),
    "alias": ("*nuoc", "*nuoc"),
    "nothing to do": ("nước", "nước"),
}


@pytest.mark.parametrize(("source", "wanted"), SOURCES.values(), ids=SOURCES.keys())
def test_a_scalar_is_reworded_in_its_own_style(source: str, wanted: str) -> None:
    edits = reworded(source, 0, len(source), lambda text: text.replace("ƣ", "ư"))

    assert apply(source, edits) == wanted


def test_a_block_that_counts_from_its_key_is_reworded_wherever_the_key_stands() -> None:
    text = "a:\n  - b:\n      - c: |1\n          nƣớc\n          sạch\n      - |2\n         x\n         nƣớc\n"
    document = compose("plan.yaml", text)

    for path in (("a", 0, "b", 0, "c"), ("a", 0, "b", 1)):
        edits = respelled(document, path, lambda said: said.replace("ƣ", "ư"))
        assert [edit.text for edit in edits] == ["ư"]
        assert verified(text.encode(), edits).decode().count("ƣ") == 1


QUOTED = {
    "a colon": ("a&#58; b", "a: b", '"a: b"'),
    "a comment": ("a&nbsp;#b", "a #b", '"a #b"'),
    "a dash": ("x", "- a", '"- a"'),
    "quotes": ("'x'", "it's", "'it''s'"),
    "a line": ("'x'", "a\nb", '"a\\nb"'),
    "nothing": ("x", "", '""'),
    "null": ("x", "~", '"~"'),
}


@pytest.mark.parametrize(("source", "value", "wanted"), QUOTED.values(), ids=QUOTED.keys())
def test_a_value_that_cannot_stand_as_before_is_quoted(source: str, value: str, wanted: str) -> None:
    assert rewritten(source, value) == wanted


def test_composing_letters_touches_those_letters_only() -> None:
    text = f'a: "{normalize("NFD", "hộ")} nghèo {normalize("NFD", "xã")}"\n'

    edits = reworded(text, 3, len(text) - 1, lambda said: normalize("NFC", said))

    assert apply(text, edits) == 'a: "hộ nghèo xã"\n'
