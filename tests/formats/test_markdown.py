"""Markdown for a comment, read by a Markdown reader."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from formats.samples import PATH, diagnostic, many, outcome, plan
from formats.test_escaping import Plain
from kehoach.checking import Checked
from kehoach.diagnostics import Severity
from kehoach.formats.catalogue import Format, render
from kehoach.language import Language, Text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LIMIT = 60_000


def shown(text: str) -> Plain:
    return Plain(READER.render(text))


def test_tables() -> None:
    page = shown(render(Format.MARKDOWN, outcome(language=Language.EN)))

    assert page.tags.count("table") == 2
    assert page.tags.count("tr") == 1 + 8 + 1 + 3
    assert "kehoach: 1 error, 1 warning, 1 note; 0 suppressed; 1 file, as of 2026-03-05" in page.text


def test_the_gravest_comes_first() -> None:
    found = (diagnostic("TIM001", severity=Severity.NOTE), diagnostic("TIM002"), diagnostic("TIM003", severity=Severity.WARNING))

    text = render(Format.MARKDOWN, outcome(Checked(path=PATH, diagnostics=found)))

    assert re.findall(r"TIM00\d", text) == ["TIM002", "TIM003", "TIM001"]


def test_many_plans_are_rows_behind_a_click() -> None:
    text = render(Format.MARKDOWN, outcome(*many(9)))

    page = shown(text)
    assert page.tags.count("details") == page.tags.count("summary") == 1
    assert page.tags.count("table") == 2
    assert "xa-8/plan.yaml" in text


@pytest.mark.parametrize("findings", [0, 300, 5000])
@pytest.mark.parametrize("plans", [1, 3, 2000])
def test_never_longer_than_a_comment_may_be(findings: int, plans: int) -> None:
    evil = "\U000e0041*" * 400
    found = tuple(diagnostic(values={"id": evil}) for _ in range(findings))
    results = [
        Checked(path=f"{n}{evil}", plan=plan(f"{n}{evil}", id=evil, locality=evil), diagnostics=found if n == 0 else ())
        for n in range(plans)
    ]

    text = render(Format.MARKDOWN, outcome(*results))

    assert len(text) <= LIMIT
    assert ("phát hiện nữa không hiện ở đây (giới hạn 60.000 ký tự)" in text) is (findings > 0)
    assert ("kế hoạch nữa không hiện ở đây" in text) is (plans > 3)
    if findings:
        left = int(re.findall(r"Còn ([\d.]+) phát hiện nữa", text)[0].replace(".", ""))
        assert left + text.count("TIM002 end-before-start") == findings


def test_a_comment_calls_nobody() -> None:
    found = diagnostic(values={"id": "@someone #1 org/repo#2"})

    text = render(Format.MARKDOWN, outcome(Checked(path=PATH, diagnostics=(found,))))

    assert not re.search(r"@\w|#\d", text)
    assert "@someone #1 org/repo#2" in shown(text.replace("<!-- -->", "")).text


@given(evil=st.text(st.sampled_from("ab1 .)-+=*_`~#[](){}!|<>&;:\\/\"'$@\t\n\x1b\u202eđề"), max_size=20))
def test_nothing_from_a_plan_is_markup(evil: str) -> None:
    text = Text("{id}", "{id}")
    found = diagnostic(path=evil, name=evil, message=text, fix=text, values={"id": evil})
    result = Checked(path=evil, plan=plan(evil, id=evil, locality=evil), diagnostics=(found,))

    output = render(Format.MARKDOWN, outcome(result, language=Language.EN))

    page = shown(output)
    assert set(page.tags) <= {"h3", "h4", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br"}
    assert page.tags.count("td") == 8 * 5 + 5
    assert not set(output) & set("\x1b\u202e")
    assert "##[" not in output
    assert not any(line.lstrip().startswith("::") for line in output.splitlines())


def test_nothing_to_correct() -> None:
    text = render(Format.MARKDOWN, outcome(Checked(path=PATH, plan=plan()), language=Language.EN))

    assert text.endswith("\nNothing to correct.\n")
