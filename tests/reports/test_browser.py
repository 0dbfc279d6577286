"""Pages in Chromium: they ask for nothing, complain of nothing, are readable by everybody and print whole.

`make browser` sets up what this needs; without it the tests are skipped.
"""

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kehoach.analysis.rollup import rollup
from kehoach.checking import Request, check
from kehoach.diagnostics import Severity
from kehoach.reports import rollup as overviews
from kehoach.reports.catalogue import Options, OutputFormat, Report, render
from kehoach.workspace.gathering import gathered
from places import EXAMPLES, TOP
from reports.findings import checked
from reports.plans import TODAY, crowded, example, wanted
from reports.plans import made as plan_of

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make browser")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(os.environ.get("KEHOACH_AXE") or TOP / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js")
FULLEST, LONGEST = "xa-mau-2026", "lao-cai-2026-2030"
PROVINCE = EXAMPLES / "tinh-mau-2026"
TASKS = int(os.environ.get("KEHOACH_TASKS", "250"))
MARGINS = {False: (25, 15), True: (15, 15)}  # mm, as the pages themselves ask for: upright, turned

TURNED = "[...document.styleSheets[0].cssRules].some(r => r.cssText.startsWith('@page {') && r.cssText.includes('landscape'))"
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, caption')].map(one => one.textContent)"
SMALLEST = """[...document.querySelectorAll('svg')].map(svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width *
  Math.min(...[...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize))))"""
UNITS = """[...document.querySelectorAll('caption')].map(caption => {
  const words = document.createRange(); words.selectNodeContents(caption); return words.getBoundingClientRect().right })"""
WIDE = """room => [...document.querySelectorAll('body *')]
  .filter(one => !one.closest('.turned, svg, .skip') && one.getBoundingClientRect().right > room + 1)
  .map(one => one.outerHTML.slice(0, 80))"""
FAULTY = (
    "kehoach: plan/1\nid: x\ntitle: Kế hoạch nhỏ\nkind: annual\nlocality: {name: Xã Nhỏ, level: commune}\nperiod: 2026\n"
    "tasks: [{id: T1, title: Làm đường, after: [T7]}]\nrisks: [{id: R1, description: Lũ, affects: [T9]}]\n"
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        program = CHROMIUM or driver.chromium.executable_path
        if not Path(program).exists():
            pytest.skip("there is no Chromium: make browser")
        opened = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module", name="pages")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write every report of the fullest example, the plan of the longest, one of very many tasks, one with findings."""
    folder = tmp_path_factory.mktemp("pages")
    wishes = [(FULLEST, report) for report in Report] + [(LONGEST, Report.PLAN), (LONGEST, Report.SUMMARY)]
    made = {f"{name}-{report}": render(report, OutputFormat.HTML, example(name), wanted(**checked(report))) for name, report in wishes}
    made["rollup"] = overviews.page(rollup(gathered(str(PROVINCE), TODAY).family), wanted())
    made["crowded-plan"] = render(Report.PLAN, OutputFormat.HTML, crowded(TASKS), wanted())
    made["faulty-plan"] = render(Report.PLAN, OutputFormat.HTML, plan_of(FAULTY), _with_findings(FAULTY))
    for name, content in made.items():
        (folder / f"{name}.html").write_bytes(content)
    return {name: folder / f"{name}.html" for name in made}


def _with_findings(text: str) -> Options:
    diagnostics = check(text.encode(), "plan.yaml", Request(today=TODAY)).diagnostics
    return wanted(invalid=sum(one.severity is Severity.ERROR for one in diagnostics), diagnostics=diagnostics)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_asks_or_complains(scheme: str, browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(color_scheme=scheme)
    for name, file in pages.items():
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.on("request", lambda request, said=said: said.append(request.url))
        page.goto(file.as_uri())

        assert said == [file.as_uri()], name
        assert page.evaluate("document.body.scrollWidth <= innerWidth"), name
        page.close()
    context.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: make browser")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(color_scheme=scheme)
    rules = AXE.read_text("utf-8")
    for name, file in pages.items():
        if scheme == "dark" and not name.endswith(("-plan", "-summary", "-risks")):
            continue  # the others have no colours of their own
        page = context.new_page()
        page.goto(file.as_uri())
        page.add_style_tag(content="* { content-visibility: visible !important }")  # or what is off the screen is not looked at
        page.evaluate(rules)
        found = page.evaluate("axe.run({resultTypes: ['violations']}).then(f => f.violations.map(v => [v.id, v.nodes[0].html]))")

        assert found == [], name
        page.close()
    context.close()


def test_without_scripts_charts_are_there_and_their_figures_open(browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    for name in (f"{FULLEST}-summary", f"{LONGEST}-plan", "crowded-plan"):
        page = context.new_page()
        page.goto(pages[name].as_uri())
        figures = page.locator("details.data >> nth=0")

        assert page.locator("svg").count() > 1
        assert figures.get_attribute("open") is None
        figures.locator("summary").click()
        assert figures.locator("table").is_visible()
        page.close()
    context.close()


@pytest.mark.parametrize("name", [f"{FULLEST}-plan", f"{FULLEST}-summary", f"{LONGEST}-plan", "crowded-plan"])
def test_every_chart_is_whole_on_one_sheet(name: str, browser: Any, pages: dict[str, Path]) -> None:
    """All words of a drawing stand on the same sheet, and every sheet is A4."""
    page = browser.new_page()
    page.goto(pages[name].as_uri())
    drawings = page.evaluate("[...document.querySelectorAll('svg')].map(svg => [...svg.querySelectorAll('text')].map(t => t.textContent))")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()
    said = [_squeezed(sheet.extract_text()) for sheet in sheets]

    assert {tuple(sorted((round(sheet.mediabox.width * 25.4 / 72), round(sheet.mediabox.height * 25.4 / 72)))) for sheet in sheets} == {
        (210, 297)
    }
    for words in drawings:
        assert any(all(_squeezed(text) in sheet for text in words) for sheet in said), words[:5]


def test_nothing_is_wider_than_the_sheet(browser: Any, pages: dict[str, Path]) -> None:
    for name, file in pages.items():
        page = browser.new_page(viewport={"width": 1000, "height": 700})
        page.emulate_media(media="print")
        page.goto(file.as_uri())
        is_turned = page.evaluate(TURNED)
        left, right = MARGINS[is_turned]
        room = ((297 if is_turned else 210) - left - right) * 96 / 25.4
        page.set_viewport_size({"width": round(room), "height": 700})

        assert page.evaluate(WIDE, room)[:3] == [], name
        page.close()


@pytest.mark.parametrize("name", [f"{FULLEST}-plan", f"{LONGEST}-plan", "rollup"])
def test_no_heading_is_left_at_the_end_of_a_sheet(name: str, browser: Any, pages: dict[str, Path]) -> None:
    """Nor is the unit of a table; a heading goes to the turned sheet of what it is about."""
    page = browser.new_page()
    page.goto(pages[name].as_uri())
    headings = tuple(_squeezed(text) for text in page.evaluate(HEADINGS))
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()

    assert [said[-60:] for said in (_squeezed(sheet.extract_text()) for sheet in sheets) if said.endswith(headings)] == []


@pytest.mark.parametrize("name", [f"{FULLEST}-plan", "rollup"])
def test_on_a_telephone_charts_and_units_can_be_read(name: str, browser: Any, pages: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(pages[name].as_uri())
    page.add_style_tag(content="* { content-visibility: visible !important }")

    assert min(page.evaluate(SMALLEST)) > 10.5  # px on the screen, whatever the drawing is scaled by
    assert max(page.evaluate(UNITS)) < 390
    page.close()


def _squeezed(text: str) -> str:
    return "".join(text.split())
