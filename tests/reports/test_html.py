"""Pages: whole in themselves, closed to what a plan says, readable by everybody."""

import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kehoach.checking import Request, check
from kehoach.diagnostics import Severity
from kehoach.language import Language
from kehoach.model.plan import Plan
from kehoach.reading.loading import load
from kehoach.reports.catalogue import Options, OutputFormat, Report, render
from places import PLANS
from reports.findings import checked, quoting
from reports.papers import PAYLOADS, total
from reports.plans import NAMES, TODAY, example, small, wanted, with_texts

FULLEST = "xa-mau-2026"
VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """The elements of a page, with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] != "style":
            self.words.append(data)


def html(report: Report, plan: Plan, **options: Any) -> str:
    return render(report, OutputFormat.HTML, plan, wanted(**(checked(report) | options))).decode()


@pytest.mark.parametrize("report", Report)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_a_page_needs_nothing_else(report: Report, name: str, language: Language) -> None:
    said = html(report, example(name), language=language)
    page = Page(said)
    tags = {tag for tag, _ in page.elements}

    assert tags.isdisjoint({"script", "img", "iframe", "object", "embed", "form", "base", "foreignobject", "use", "image"})
    assert "@import" not in said
    assert "url(" not in said
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "src", "srcset", "action"}]
        assert attributes.get("href", "#").startswith("#") or (tag, attributes["href"]) == ("link", "data:,")
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in next(
        attributes["content"] for _, attributes in page.elements if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert not re.search(r"None|Undefined|\{\{|\{%|Decimal", " ".join(page.words))


@pytest.mark.parametrize("report", Report)
@pytest.mark.parametrize("name", NAMES)
def test_names_within_a_page_are_one_of_a_kind_and_lead_somewhere(report: Report, name: str) -> None:
    elements = Page(html(report, example(name))).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    meant = {one for _, attributes in elements for one in attributes.get("aria-labelledby", "").split()}
    meant |= {attributes["href"][1:] for _, attributes in elements if attributes.get("href", "").startswith("#")}

    assert len(ids) == len(set(ids))
    assert meant <= set(ids)


def _payloads() -> dict[str, str]:
    said = {name: one if isinstance(one, str) else one["repeat"][0] * 200 for name, one in PAYLOADS.items()}
    return {name: text for name, text in said.items() if text.strip() and not name.startswith("refs/")}


@pytest.mark.parametrize("payload", _payloads().values(), ids=_payloads())
def test_a_text_adds_no_element_and_no_attribute(payload: str) -> None:
    hostile = with_texts(example(FULLEST), lambda _: payload)
    for report in Report:
        assert _shape(html(report, hostile, **quoting(payload, report))) == _plain_shape(report), report


def test_texts_are_shown_as_they_are() -> None:
    plan = small("tasks: [{id: T1, title: '<b>đậm</b> & {{ 7*7 }} \"x\" ''y'''}]")

    said = html(Report.ASSIGNMENTS, plan)

    assert "<td>&lt;b&gt;đậm&lt;/b&gt; &amp; {{ 7*7 }} &quot;x&quot; &#39;y&#39;" in said


@cache
def _plain_shape(report: Report) -> Counter[tuple[str, tuple[str, ...]]]:
    return _shape(html(report, with_texts(example(FULLEST), lambda _: "Chữ"), **quoting("Chữ", report)))


def _shape(text: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """Count the elements by name and attributes; in charts, lines of text and boxes follow the words' length."""
    drawn = {"tspan", "text", "rect", "line", "path", "circle", "title", "svg", "desc", "figure"}
    page = Page(text)
    assert not {tag for tag, _ in page.elements} - _KNOWN
    return Counter((tag, tuple(sorted(attributes))) for tag, attributes in page.elements if tag not in drawn)


_KNOWN = {
    *("html", "head", "meta", "title", "link", "style", "body", "main", "header", "footer", "nav", "section", "div", "p", "span", "br"),
    *("h1", "h2", "h3", "h4", "a", "b", "strong", "code", "ul", "li", "dl", "dt", "dd", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("figure", "svg", "desc", "text", "tspan", "rect", "line", "path", "circle"),
}


@pytest.mark.parametrize("name", [FULLEST, "lao-cai-2026-2030"])
def test_totals_are_those_of_a_second_reckoning(name: str) -> None:
    said = total(name)

    for report in (Report.PLAN, Report.BUDGET, Report.SUMMARY):
        assert f"{said} triệu đồng" in html(report, example(name))
    assert f'<tr class="total"><td><td>Tổng cộng<td>{said}\n' in html(Report.BUDGET, example(name))


def test_findings_stand_beside_what_they_are_about() -> None:
    plan, options = _invalid("after: [T7]", "risks: [{id: R1, description: Lũ, affects: [T9]}]")

    assignments = Page(html(Report.ASSIGNMENTS, plan, **options))
    said = " ".join(assignments.words)
    errors = [one for one in options["diagnostics"] if one.severity is Severity.ERROR]

    assert any(one.pointer.startswith("/tasks/0") for one in errors)
    for one in errors:
        assert one.said(Language.VI) in said
    beside = [attributes for tag, attributes in assignments.elements if tag == "tr" and attributes.get("class") == "beside"]
    assert len(beside) == 1
    hung = {attributes["id"] for tag, attributes in assignments.elements if tag == "li" and "id" in attributes}
    assert {attributes["href"][1:] for tag, attributes in assignments.elements if attributes.get("href", "").startswith("#r")} == hung


def test_a_valid_plan_bears_no_findings() -> None:
    plan, options = _invalid("after: [T7]", "")

    assert 'class="remarks"' not in html(Report.ASSIGNMENTS, plan, **(options | {"invalid": 0}))


def _invalid(task: str, rest: str) -> tuple[Plan, dict[str, Any]]:
    text = (
        "kehoach: plan/1\nid: x\ntitle: Kế hoạch nhỏ\nkind: annual\nlocality: {name: Xã Nhỏ, level: commune}\nperiod: 2026\n"
        f"tasks: [{{id: T1, title: Làm đường, {task}}}]\n{rest}\n"
    )
    found = check(text.encode(), "plan.yaml", Request(today=TODAY))
    built = load(text.encode(), "plan.yaml").built
    assert built is not None
    errors = sum(one.severity is Severity.ERROR for one in found.diagnostics)
    return built.node, {"invalid": errors, "diagnostics": found.diagnostics}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(scheme: str) -> None:
    """As WCAG 2.2 AA asks: 4.5 for words, 3 for shapes."""
    style = html(Report.SUMMARY, small(""))
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[scheme == "dark"]))
    words = [
        ("ink", "paper"),
        ("soft", "paper"),
        ("soft", "back"),
        ("ink", "back"),
        ("link", "paper"),
        ("link", "error-back"),
        ("ink", "error-back"),
    ]
    words += [
        ("ink", "warning-back"),
        ("error", "error-back"),
        ("warning", "warning-back"),
        ("ink", "objective"),
        ("ink", "output"),
        ("ink", "task"),
    ]
    words += [("on", f"c{n}") for n in range(1, 7)] + [("on", "none")] + [("on-r", f"r{n}") for n in range(1, 5)]
    shapes = [(name, "paper") for name in ("bar", "mark", "goal", "axis", "none", *(f"c{n}" for n in range(1, 7)))]

    for least, pairs in ((4.5, words), (3.0, shapes)):
        for one, other in pairs:
            assert _contrast(colours[one], colours[other]) >= least, (one, other)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_plan_and_day_make_the_same_page() -> None:
    options = Options(today=TODAY, version="0")
    first, second = (render(Report.PLAN, OutputFormat.HTML, load(PLANS[0].read_bytes(), "p").built.node, options) for _ in range(2))  # type: ignore[union-attr]

    assert first == second


def test_a_page_by_a_users_own_template(tmp_path: Path) -> None:
    plan = small("tasks: [{id: T1, title: '<script>x</script>'}]")
    (tmp_path / "assignments.html.j2").write_text(
        '{% extends "report.html.j2" %}{% block body %}<h2>Của xã</h2><p>{{ parts[0].table.rows[0].cells[1] }}</p>{% endblock %}', "utf-8"
    )

    said = render(Report.ASSIGNMENTS, OutputFormat.HTML, plan, wanted(), tmp_path).decode()

    assert "<h2>Của xã</h2><p>&lt;script&gt;x&lt;/script&gt;</p>" in said
    assert "Content-Security-Policy" in said
