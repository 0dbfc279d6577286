"""What a plan says stays words, whatever it looks like."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kehoach.reports.catalogue import Report
from reports.findings import quoting
from reports.plans import example, markdown, small, with_texts

PAYLOADS = json.loads((Path(__file__).parents[1] / "corpus" / "payloads.json").read_text("utf-8"))
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORD = "Chữ"
FULLEST = "xa-mau-2026"


def _texts() -> dict[str, str]:
    """Give the payloads that are texts; those of a whole page are cut."""
    said = {name: one if isinstance(one, str) else one["repeat"][0] * 200 for name, one in PAYLOADS.items()}
    return {name: text for name, text in said.items() if text.strip() and not name.startswith("refs/")}


@pytest.mark.parametrize("payload", _texts().values(), ids=_texts())
def test_a_text_changes_nothing_but_words(payload: str) -> None:
    """Every report of a plan whose every free text is a payload is built like that of plain words."""
    hostile = with_texts(example(FULLEST), lambda _: payload)
    for report in Report:
        assert _shape(markdown(report, hostile, **quoting(payload, report))) == _plain_shape(report), report


def test_a_template_in_a_plan_is_no_template() -> None:
    plan = small("tasks: [{id: T1, title: '{{ 7*7 }}'}, {id: T2, title: '{% raw %}{{ x }}'}]")

    for report in (Report.PLAN, Report.ASSIGNMENTS, Report.SUMMARY):
        said = markdown(report, plan)

        assert "49" not in said
        if report is not Report.SUMMARY:
            assert "{{ 7\\*7 }}" in said
            assert "{% raw %}{{ x }}" in said


def test_a_chart_is_closed_to_its_names() -> None:
    plan = small("tasks: [{id: T1, title: 'click A: done; %% x #1 ```', start: 2026-01-01, end: 2026-01-31}]")

    chart = markdown(Report.SUMMARY, plan).partition("```mermaid\n")[2].partition("\n```")[0]

    assert chart.splitlines()[-1] == "    1. click A – done, % % x 1 :2026-01-01, 31d"


@cache
def _plain_shape(report: Report) -> list[str]:
    return _shape(markdown(report, with_texts(example(FULLEST), lambda _: WORD), **quoting(WORD, report)))


def _shape(text: str) -> list[str]:
    """Give the tokens of a text without its words."""
    shape = []
    for token in READER.parse(text):
        if token.type == "fence":
            shape.append(f"fence of {len(token.content.splitlines())}")
            assert not re.search(r"[`;#{}\"<>]", token.content)
        elif token.type == "inline":
            shape += [child.type for child in token.children or () if not _is_word(child.type, child.content)]
        else:
            shape.append(token.type)
    return shape


def _is_word(kind: str, content: str) -> bool:
    return kind in {"text", "text_special", "softbreak"} or (kind == "html_inline" and content == "<br>")
