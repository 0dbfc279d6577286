import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language import Language, say
from kehoach.values.ids import ID, REFERENCE, slug
from kehoach.values.kind import NO_FRAME, BadValueError, Frame
from kehoach.values.paths import FILE_PATH, climbs


@pytest.mark.parametrize("text", ["T1", "O1.1", "bac-ha-2026", "0012", "no", "a_b", "x" * 64])
def test_id(text: str) -> None:
    assert ID.read(text, NO_FRAME) == text
    assert REFERENCE.read(text, NO_FRAME) == text
    assert REFERENCE.read(f"{text}#{text}", NO_FRAME) == f"{text}#{text}"


@pytest.mark.parametrize(
    ("text", "character", "way"),
    [
        ("T 1", "dấu cách", "T-1"),
        ("\N{CYRILLIC CAPITAL LETTER TE}1", "`\N{CYRILLIC CAPITAL LETTER TE}` (U+0422 CYRILLIC CAPITAL LETTER TE)", "T1"),
        ("T1\N{NO-BREAK SPACE}", "U+00A0 NO-BREAK SPACE", "T1"),
        ("a\N{EN DASH}b", "`\N{EN DASH}` (U+2013 EN DASH)", "a-b"),
        ("T1\N{ZERO WIDTH SPACE}", "U+200B ZERO WIDTH SPACE", "T1"),
        ("Tỷ lệ", "`ỷ`", "Ty-le"),
        ("de\N{COMBINING CIRCUMFLEX ACCENT}", "`ê`", "de"),
        ("đề-án", "`đ`", "de-an"),
        ("T1…", "`…`", "T1"),
        ("a#b", "`#`", "a-b"),
        ("T1\n", "U+000A CONTROL CHARACTER", "T1"),
    ],
)
def test_bad_character_of_an_id_is_named(text: str, character: str, way: str) -> None:
    with pytest.raises(BadValueError) as caught:
        ID.read(text, NO_FRAME)

    assert (say(caught.value.values["character"], Language.VI), caught.value.values["way"]) == (character, way)
    assert ID.read(way, NO_FRAME) == way


@pytest.mark.parametrize("text", ["", "x" * 65, "#", "đ#", "\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_no_id(text: str) -> None:
    with pytest.raises(BadValueError):
        ID.read(text, NO_FRAME)


@pytest.mark.parametrize("text", ["a#b#c", "a#", "#b", "lào#O2", "a b#c", "", f"a#{'x' * 65}"])
def test_no_reference(text: str) -> None:
    with pytest.raises(BadValueError):
        REFERENCE.read(text, NO_FRAME)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Tỷ lệ hộ nghèo", "ty-le-ho-ngheo"),
        ("Ủy ban nhân dân xã Đắk Nông – 2026", "uy-ban-nhan-dan-xa-dak-nong-2026"),
        ("  ", ""),
        ("O1.1", "o1.1"),
        ("...", ""),
    ],
)
def test_slug(name: str, made: str) -> None:
    assert slug(name) == made


@given(st.text())
def test_slug_is_an_id(name: str) -> None:
    made = slug(name)

    assert not made or ID.read(made, NO_FRAME) == made
    assert slug(made) == made


@pytest.mark.parametrize("text", ["a/b.pdf", "van-ban/cam kết.pdf", "a/../b", "./a", "..a/b", "Báo cáo: x.pdf", "tệp 1.pdf"])
def test_path(text: str) -> None:
    assert FILE_PATH.read(text, NO_FRAME) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "/etc/passwd",
            "//srv/x",
            "~/x",
            "~root/x",
            "C:/x",
            "c:x",
            r"C:\x",
            r"\\srv\x",
            r"a\b",
            r"..\x",
            "http://x",
            "file:x",
            "HTTPS://x",
        ),
        *("../x", "a/../../x", "..", "a/b/../../..", ".. /x", " /etc/passwd", "a\0b", "a\x1bb", "javascript:alert(1)"),
    ],
)
def test_path_out_of_the_workspace(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        FILE_PATH.read(text, NO_FRAME)

    assert caught.value.code == "YML015"


def test_path_may_climb_within_the_workspace() -> None:
    assert FILE_PATH.read("../van-ban/x.pdf", Frame(folders=1)) == "../van-ban/x.pdf"
    with pytest.raises(BadValueError):
        FILE_PATH.read("../../x.pdf", Frame(folders=1))


@pytest.mark.parametrize("text", ["", "  "])
def test_no_path(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        FILE_PATH.read(text, NO_FRAME)

    assert caught.value.code == "YML013"


@pytest.mark.parametrize(("path", "count"), [("a", 0), ("a/..", 0), ("..", 1), ("a/../../b/../..", 2), (".//x", 0)])
def test_climbs(path: str, count: int) -> None:
    assert climbs(path) == count
