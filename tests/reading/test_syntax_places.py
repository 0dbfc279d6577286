"""Where a text that is not YAML is said to be wrong."""

import pytest

from kehoach.reading.composing import compose

CASES = {
    "an unclosed quote, nothing after it": ('a: 1\nb: "x\nc: 2\n', "YML001", 2, 4),
    "an unclosed quote, another quote after it": ('a: "x\n\nb: 2\nc: "y"\n', "YML001", 1, 4),
    "text after a quote": ('a: "x" y\n', "YML001", 1, 8),
    "an unclosed bracket": ("a: [1, 2\nb: 3\n", "YML001", 1, 4),
    "a missing comma": ("a: {b: 1 c: 2}\n", "YML001", 1, 11),
    "a missing colon": ("a: 1\nten x\nb: 1\n", "YML001", 2, 1),
    "a missing colon in the first line": ("ten x\nb: 1\n", "YML001", 1, 1),
    "a second colon": ("a: x: y\n", "YML001", 1, 5),
    "a line indented too far": ("a: 1\n  b: 2\n", "YML001", 2, 4),
    "a line indented too little": ("a:\n  - b\n c: 1\n", "YML001", 3, 2),
    "a tab in the indent": ("a:\n\tb: 1\n", "YML001", 2, 1),
    "a reserved character": ("a: @x\n", "YML001", 1, 4),
    "a mark of a merge conflict": ("a: 1\n<<<<<<< HEAD\nb: 2\n", "YML001", 2, 1),
    "an escaped lone surrogate": ('a: "x\\ud800"\n', "YML008", 1, 6),
    "a byte order mark inside": ("a: 1\n\ufeffb: 2\n", "YML008", 2, 1),
}


@pytest.mark.parametrize("name", CASES)
def test_place_is_that_of_the_slip(name: str) -> None:
    text, code, line, column = CASES[name]

    document = compose("plan.yaml", text)

    (complaint,) = document.complaints
    place = document.place(complaint.span)
    assert (complaint.code, place.line, place.column) == (code, line, column)
