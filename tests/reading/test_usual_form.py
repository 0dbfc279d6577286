"""Both ways to read a text give the same data and the same places."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import RANDOM_PLANS
from kehoach.reading import guarded
from kehoach.reading.frames import Root
from kehoach.reading.guarded import read_guarded
from kehoach.reading.usual_form import read_usual
from kehoach.values.text import FORBIDDEN

TOP = Path(__file__).parents[2]
PLANS = sorted(TOP.glob("examples/*/plan.yaml"))
SMALL = [
    text
    for file in sorted(TOP.glob("examples/rules/*/*.yaml"))
    if len(text := file.read_bytes().decode(errors="ignore")) < 3_000 and not FORBIDDEN.search(text)
]
"""Texts to start from: each is about another part of the format."""

PIECES = [
    *(" ", "  ", "\n", "\n\n", "- ", "-", ": ", ":", "#", " # ghi chú", '"', "'", "[", "]", "{", "}", ", ", ",", "|", "?", "? "),
    *("\t", "\r\n", "\r", "~", "null", "\\", '"a\\n"', "''", "---\n", "...\n", "%", "@", "<<: ", "é", "\xa0", "\u2028", "\ufeff"),
    *("key: ", "\n  key: v\n", "\n    - x\n", "[a, b]", "{a: 1}", "[]", "{}", "{a: [1, {b: 2}]}", "[a,b]", "{a: 1,2}", "\n# c\n"),
    *("\n      # c\n", " |\n      text\n      more\n", " >\n   t\n\n", ' "a\n   b"', "  \n", "2026-01-01", "a: b: c", '"x": y', "its"),
    *("- - a\n", "-\n", " |2\n    a\n", " |+\n    a\n\n\n", "&a ", "*a", "!t ", ">-\n"),
]

USUAL = {
    "comments": "# đầu\na: 1 # sau\n\n  # giữa\nb: # trống\n  - x # một\n",
    "nothing": "a:\nb: ~\nc: null\nd: ''\ne: \"\"\n",
    "quotes": "a: 'nháy # đơn'\nb: \"nháy: kép\" # sau\nc: [\"x, y\", 'z']\n",
    "list under its key": "a:\n- x\n- k: v\n  l: w\nb: 1\n",
    "colons and hashes inside": "a: http://ví.dụ/x\nb: T1#2\nc: 08:30\nd: -5\n",
    "flow in flow": "a: {b: [1, {c: d}], e: {}, f: []}\ng: [ x , y ]\n",
    "windows": "a: 1\r\nb:\r\n  - c: d\r\n\r\n    e: f\r\n",
    "no last line end": "a: 1\nb:\n  - c",
    "last comment without an end": "a:\n  - b: c\n  # hết",
    "trailing blanks": "a: 1   \nb: [x]  \nc:   \n  d: e\n  \n",
    "a document's start": "# trước\n---\na: 1\n",
}

ENTRIES = {
    "folded text": "a: 1\nb: >-\n  dài\n  dòng\nc: 2\n",
    "text over lines": "tasks:\n  - id: T1\n    title: một\n      hai\n  - id: T2\n",
    "escape": 'tasks:\n  - id: T1\n    title: "một\\thai"\n    end: x\n  - id: T2\nb: 1\n',
    "flow over lines": "a: [x,\n  y]\nb: {c: d,\n  e: f}\ng: 1\n",
    "value on the next line": "a:\n  - b:\n      dài\n  - c\nd: 1\n",
    "key in Vietnamese": "a:\n  - tên việc: x\n  - b: y\nmục tiêu: z\n",
    "list in a list": "a:\n  - - x\n    - y\n  - z\n",
}

UNUSUAL = {
    "same key twice": "a: 1\nb: 2\na: 3\n",
    "same key twice in flow": "a: {b: 1, b: 2}\n",
    "anchor": "a: &x 1\nb: *x\n",
    "tag": "a: !!int 1\n",
    "merge": "a: {b: 1}\nc:\n  <<: {d: 1}\n",
    "tab": "a:\tb\n",
    "other line ends": "a: b\u2028c: d\n",
    "second document": "a: 1\n---\nb: 2\n",
    "indented start": "  a: 1\nb: 2\n",
    "list": "- a\n- b\n",
    "nothing": "",
    "wrong indent": "a:\n    b: 1\n  c: 2\n",
    "item among keys": "a:\n  b: 1\n  - c\n",
    "too deep": "".join(f"{' ' * depth}a:\n" for depth in range(80)),
    "cut by a comma": "a: {amount: 1,2 tỷ}\n",
}


def by_events(text: str) -> Root | None:
    """Read by the events alone; nothing where there is anything to complain of."""
    root, complaints = read_guarded(text, text)
    return None if complaints else root


def is_same(text: str) -> bool:
    """Tell whether the quick way gives what the events give, or nothing."""
    quick = read_usual(text)
    return quick is None or repr(quick) == repr(by_events(text))


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.parent.name)
def test_the_examples_are_read_without_the_parser(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file.read_text(encoding="utf-8")
    expected = by_events(text)
    monkeypatch.delattr(guarded, "read_entry")

    assert repr(read_usual(text)) == repr(expected)


@pytest.mark.parametrize("text", USUAL.values(), ids=USUAL)
def test_a_usual_text_is_read_without_the_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(guarded, "read_entry")
    quick = read_usual(text)

    assert quick is not None
    assert repr(quick) == repr(by_events(text))


@pytest.mark.parametrize("text", ENTRIES.values(), ids=ENTRIES)
def test_only_the_entry_with_something_unusual_goes_to_the_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read_entry, given_over = guarded.read_entry, []

    def noted(part: str, deepest: int) -> Root | None:
        given_over.append(part)
        return read_entry(part, deepest)

    monkeypatch.setattr(guarded, "read_entry", noted)
    quick = read_usual(text)

    assert quick is not None
    assert repr(quick) == repr(by_events(text))
    assert 0 < sum(map(len, given_over)) < len(text)


@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_complained_of_is_left_to_the_parser(text: str) -> None:
    assert read_usual(text) is None


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Take a plan, or some lines of one, and put something in, take something out, or indent otherwise."""
    text = draw(st.sampled_from(SMALL))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            at = text.find("\n", at) + draw(st.integers(0, 1))
        if draw(st.booleans()):
            text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
        else:
            text = text[:at] + text[at + draw(st.integers(1, 6)) :]
    return text.replace("\n", "\r\n") if draw(st.integers(0, 9)) == 0 else text


@given(spoilt())
@settings(max_examples=2 * RANDOM_PLANS, deadline=None)
def test_a_spoilt_plan_reads_the_same_both_ways(text: str) -> None:
    assert is_same(text)
