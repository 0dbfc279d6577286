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


UNCLOSED = {
    "a value, a value in quotes far below": ('v:\n  s: "x\n\n' + "t:\n  - id: T1\n    c: d\n" * 30 + '    unit: "%"\n', 2, 6),
    "a value in an entry": ('t:\n  - id: T1\n    s: "x\n    c: 1\n  - id: "T2"\n', 3, 8),
    "an entry of texts": ('t:\n  - "x\n  - "y"\n', 2, 5),
    "an entry in braces": ('t:\n  - {b: "x, c: 1}\n  - {b: "y", c: 2}\n', 2, 9),
    "a list in brackets": ('a: ["x, y]\nb: ["z"]\n', 1, 5),
    "a list in brackets, a line each": ('a: [\n  "x,\n  "y"\n]\n', 2, 3),
    "a key": ('"a b: 1\nb: "y"\n', 1, 1),
    "before a key in quotes": ('a: "x\n"b c": 1\n', 1, 4),
    "quotes that are escaped": ('a: "say \\"x\\" at\nb: 1\nc: "y: z"\n', 1, 4),
    "single quotes, one of them doubled": ("a: 'it''s\nb: 1\nc: 'y'\n", 1, 4),
    "a single quote, an apostrophe below": ("a: 'x\nb: 1\nc: Y'Bia\n", 1, 4),
    "a quote inside a plain text below": ('a: "x\nb: say "y" twice\n', 1, 4),
    "an empty text below": ('a: "x\nb: 1\nc: ""\nd: "%"\n', 1, 4),
    "a dash in quotes below": ('a: "x\nb: "- y"\n', 1, 4),
    "a backslash below": ('a: "x\nb: C:\\\\du\nc: C:\\d\n', 1, 4),
    "the end of the document below": ('a: "x\nb: 1\n--- \n', 1, 4),
    "two of them": ('a: "x\nb: 1\nc: "y\nd: "%"\n', 1, 4),
    "line ends of Windows": ('t:\r\n  - s: "x\r\n    c: 1\r\n  - s: "%"\r\n', 2, 8),
}
CLOSED = {
    "text after a text on two lines": ('a: "x\n  note: y" z\n', "còn chữ sau dấu nháy đóng", 2, 12),
    "a list in a text": ('s:\n  a: "x\n    - b\n    - c: d"\n c: x\n', "dòng thụt vào", 5, 2),
    "keys in a text": ('s:\n  - "x\n    key: b"\n  - @x\n', "ký tự mà YAML dành riêng", 4, 5),
    "quotes in a literal text": ('a: |\n  "x\n  b: 1\nc: @x\nd: "y"\n', "ký tự mà YAML dành riêng", 4, 4),
    "quotes in a plain text": ('a: say "x\nb: 1\nc: @x"\n', "ký tự mà YAML dành riêng", 3, 4),
    "quotes in a comment": ('# say "x\nb: 1\nc: @x"\n', "ký tự mà YAML dành riêng", 3, 4),
    "another line, the fault later": ('a: "x\nb: y"\nc: 1\nd: @x\n', "ký tự mà YAML dành riêng", 4, 4),
}
DASHES = {
    "the first entry": ("t:\n  -id: T1\n    title: x\n", 2, 3),
    "a later entry": ("t:\n  - id: T1\n    title: x\n  -id: T2\n    title: y\n", 4, 3),
    "the first entry, seen at the second": ("t:\n  -id: T1\n  title: x\n  - id: T2\n", 2, 3),
    "a comment between": ("t:\n  -id: T1\n# why\n\n    title: x\n", 2, 3),
    "an entry in braces": ("t:\n  - id: T1\n    needs:\n      -{f: a, b: 1}\n    title: x\n", 4, 7),
    "an entry of texts": ("t:\n  - x\n  -y\n  - z\n", 3, 3),
}
NO_DASHES = {
    "a negative number": "t:\n  - id: T1\n    c: -5\n    d: x: y\n",
    "a value that starts with a dash": "t:\n  - id: T1\n    b: -c: d\n",
    "a finished entry above": "t:\n  -a: b\nu:\n  c: d\n  e: x: y\n",
}


def said(text: str) -> tuple[str, int, int]:
    document = compose("plan.yaml", text)
    (complaint,) = document.complaints
    assert complaint.message is not None
    place = document.place(complaint.span)
    return complaint.message.vi, place.line, place.column


@pytest.mark.parametrize("name", UNCLOSED)
def test_a_quote_that_is_not_closed_is_said_where_it_opens(name: str) -> None:
    text, line, column = UNCLOSED[name]

    assert said(text) == ("dấu nháy mở ra mà không đóng lại", line, column)


@pytest.mark.parametrize("name", CLOSED)
def test_a_quote_that_is_closed_is_not_accused(name: str) -> None:
    text, message, line, column = CLOSED[name]
    found = said(text)

    assert message in found[0]
    assert found[1:] == (line, column)


@pytest.mark.parametrize("name", DASHES)
def test_a_dash_without_its_space_is_said_where_it_stands(name: str) -> None:
    text, line, column = DASHES[name]

    assert said(text) == ("thiếu dấu cách sau dấu gạch `-` ở đầu mục", line, column)


@pytest.mark.parametrize("name", NO_DASHES)
def test_other_dashes_are_not_accused(name: str) -> None:
    assert said(NO_DASHES[name])[0] == "dấu hai chấm thứ hai trong một giá trị không có nháy"
