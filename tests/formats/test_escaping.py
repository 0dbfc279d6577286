"""Escapes, against the readers they are meant for."""

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kehoach import escaping

TRICKY = st.text(st.sampled_from("ab1 .)-+=*_`~#[](){}!|<>&;:\\/\"'$\tđề\n"), max_size=30)
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Plain(HTMLParser):
    """Collects what a browser shows, and every tag."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        del attrs
        self.tags.append(tag)
        if tag == "br":
            self.text += "\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Xã Bắc Hà", "Xã Bắc Hà"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x9b2J\x85", "\\x9b2J\\x85"),
        ("\u202egnp.exe\u2066", "\\u202egnp.exe\\u2066"),
        ("a\u200bb\xad\ufeff", "a\\u200bb\\xad\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("##[error]x", "##\\[error]x"),
    ],
)
def test_terminal(text: str, shown: str) -> None:
    assert escaping.terminal(text) == shown
    assert "".join(escaping.cells(text.replace("\t", ""))) == shown.replace("\\t", "")


@given(st.text())
def test_terminal_is_one_encodable_line(text: str) -> None:
    shown = escaping.terminal(text)

    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1


def test_log_commands_are_broken_though_the_runner_strips_lines() -> None:
    assert escaping.log("::error::x\n  ::set-output\na::b\n") == "\\::error::x\n  \\::set-output\na::b\n"


@given(st.text())
def test_html_gives_the_text_back(text: str) -> None:
    shown = Plain(f'<p title="{escaping.html(text)}">{escaping.html(text)}</p>')

    assert shown.tags == ["p"]
    assert escaping.html("<a b='c'>&\"\x1b") == "&lt;a b=&#39;c&#39;&gt;&amp;&quot;\\x1b"


@given(TRICKY)
def test_markdown_gives_the_text_back(text: str) -> None:
    shown = Plain(MARKDOWN.render(escaping.markdown(text)))

    assert shown.text.split() == text.split()
    assert set(shown.tags) <= {"p"}


@given(TRICKY)
def test_markdown_cell_gives_the_text_back(text: str) -> None:
    shown = Plain(MARKDOWN.render(f"| a | b |\n|---|---|\n| {escaping.markdown_cell(text)} | end |\n"))

    assert shown.text.split() == ["a", "b", *text.split(), "end"]
    assert shown.tags.count("td") == 2
    assert set(shown.tags) <= {"table", "thead", "tbody", "tr", "th", "td", "br"}
