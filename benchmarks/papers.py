"""Papers measured: a plan of 1,000 tasks in every format, and our typesetters beside others for the same tables."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from generator import plan, write_plans
from measuring import KEHOACH, TODAY, Row, compare_calls, ms, run

TASKS = 1000
Call = Callable[[], object]
FORMATS = ("html", "docx", "xlsx", "pdf")
INSTALL = "not installed: pip install --group papers"


def long_plan(folder: Path) -> Iterator[Row]:
    """Give what each format of the whole plan takes, from the command line, and of each report that its tasks can make long."""
    file = write_plans(folder, 1, tasks=TASKS)[0]
    text = file.read_text("utf-8")
    yield from _rendered(file, "plan")
    yield _drawn(folder / "plan.html")
    for report, changed in (("submission", _all_alike(text)), ("appraisal", _faulty(text)), ("assigned", _handing_down(text))):
        other = folder / f"{report}.yaml"
        other.write_text(changed, "utf-8")
        yield from _rendered(other, report)


def _rendered(file: Path, report: str) -> Iterator[Row]:
    for form in FORMATS:
        output = file.parent / f"{report}.{form}"
        asked = ("--report", report, "--format", form, "--today", TODAY, "--allow-invalid", "-o", str(output))
        cost = run((*KEHOACH, "render", str(file), *asked))
        said = f"{output.stat().st_size / 1e6:.2f} MB, peak {cost.peak:.0f} MiB" if output.exists() else "failed"
        yield Row(f"{TASKS} tasks, {report} as {form}", f"{cost.wall:.1f} s", "", "", said)


def _all_alike(text: str) -> str:
    """Let no task be of high priority, so that a submission lists them all."""
    return re.sub(r"\n    priority: \w+", "", text)


def _faulty(text: str) -> str:
    """Leave out of every task who does it, when and with what result."""
    return re.sub(r"\n    (?:owner|start|end|deliverable): [^\n]*", "", text)


def _handing_down(text: str) -> str:
    """Hand targets down to as many communes as a large province has."""
    names = re.findall(r"\n    - id: (\S+)\n      name", text.partition("\nmonitoring:")[2])[:_TARGETS]
    figures = ", ".join(f"{name}: {number}" for number, name in enumerate(names, 1))
    rows = "".join(f"    - {{plan: xa-{number}, indicators: {{{figures}}}}}\n" for number in range(_COMMUNES))
    return text.replace("\ncoordination:\n", f"\ncoordination:\n  assignments:\n{rows}", 1)


def _drawn(page: Path) -> Row:
    """Give the time from asking for a page until it is loaded and painted, the second time."""
    what = f"{TASKS} tasks, html drawn in Chromium"
    if find_spec("playwright") is None or not page.exists():
        return Row(what, "", "", "skipped", "make browser sets up what this needs")
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - not everybody has it

    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
            times = []
            for _ in range(2):
                tab = browser.new_page()
                tab.goto(page.as_uri())
                times.append(tab.evaluate(_PAINTED))
                tab.close()
            browser.close()
    except Error as error:
        return Row(what, "", "", "skipped", error.message.splitlines()[0])
    return Row(what, f"{times[-1] / 1000:.2f} s", "", "")


def _chromium() -> str | None:
    from shutil import which  # noqa: PLC0415 - one row needs it

    return which("chromium") or which("google-chrome")


def beside_others(times: int) -> Iterator[Row]:
    """Compare typesetters in one process, once warm, with the tables of plans of a hundred tasks, another one each time."""
    papers = [_made(number) for number in range(times + 1)]
    yield _pair("assignments as PDF: WeasyPrint / typst, cpu", "weasyprint", _typst(papers), _weasyprint(papers), times)
    row = _pair("annexes as xlsx: openpyxl / XlsxWriter, cpu", "openpyxl", _xlsxwriter(papers), _openpyxl(papers), times)
    yield row._replace(note=row.note or "ours also finds numbers, days, sums and heights of rows")


def _pair(what: str, package: str, ours: Call, theirs: Call, times: int) -> Row:
    if find_spec(package) is None:
        return Row(what, "", "", "skipped", f"{package} is {INSTALL}")
    try:
        mine, other = compare_calls(ours, theirs, times)
    except OSError as error:
        return Row(what, "", "", "skipped", str(error).splitlines()[0])  # a library of the system is missing
    return Row(what, ms(mine), ms(other), f"{other / mine:.1f}")


class Made(NamedTuple):
    """A plan's reports, worked out: that cost is on neither side."""

    assignments: dict[str, Any]
    sheets: list[Any]
    options: Any


def _made(number: int) -> Made:
    from kehoach.reading.loading import load  # noqa: PLC0415 - its import is measured elsewhere
    from kehoach.reports.options import Options, Report  # noqa: PLC0415
    from kehoach.reports.sheets import sheets  # noqa: PLC0415
    from kehoach.reports.view import view  # noqa: PLC0415

    built = load(plan(number + 1).encode(), "plan.yaml").built
    assert built is not None
    options = Options(today=date.fromisoformat(TODAY))
    views = [view(Report(name), built.node, options) for name in ("assignments", "indicators", "budget", "monitoring", "risks")]
    return Made(views[0], [sheet for sheet in sheets(views) if sheet.only], options)


def _typst(papers: list[Made]) -> Call:
    from kehoach.reports import pdf  # noqa: PLC0415

    waiting = iter(papers)
    return lambda: pdf.render(next(waiting).assignments, date.fromisoformat(TODAY))


def _weasyprint(papers: list[Made]) -> Call:
    from kehoach.reports.paper import paper  # noqa: PLC0415

    tables = ([block["table"] for block in paper(one.assignments)["blocks"] if block["table"]] for one in papers)
    pages = iter([f"<style>{_STYLE}</style>{''.join(map(_table, found))}" for found in tables])

    def write() -> object:
        from weasyprint import HTML  # noqa: PLC0415 - not everybody has it

        return HTML(string=next(pages)).write_pdf()

    return write


def _table(table: dict[str, Any]) -> str:
    widths = "".join(f'<col style="width: {column["width"]}mm">' for column in table["columns"])
    heads = "".join(f"<th>{escape(column['title'])}" for column in table["columns"])
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell['text'])}" for cell in row["cells"]) for row in table["rows"])
    return f"<table><colgroup>{widths}</colgroup><thead><tr>{heads}<tbody>{rows}</table>"


def _xlsxwriter(papers: list[Made]) -> Call:
    from kehoach.reports.workbook import write  # noqa: PLC0415

    waiting = iter(papers)

    def make() -> None:
        one = next(waiting)
        write(one.sheets, BytesIO(), one.options)

    return make


def _openpyxl(papers: list[Made]) -> Call:
    """Write the same cells with the same looks."""
    waiting = iter(papers)

    def make() -> None:
        from openpyxl import Workbook  # noqa: PLC0415 - not everybody has it
        from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

        line = Side(style="thin")
        align, border = Alignment(wrap_text=True, vertical="top"), Border(line, line, line, line)
        fonts = {kind: Font(name="Times New Roman", size=12, bold=kind != "entry") for kind in ("entry", "group", "total", "head")}
        book = Workbook()
        for sheet in next(waiting).sheets:
            page = book.create_sheet(sheet.name)
            table = sheet.only.table
            rows = [("head", [column["title"] for column in table["columns"]]), *((row["kind"], row["cells"]) for row in table["rows"])]
            for number, (kind, texts) in enumerate(rows, start=1):
                for column, text in enumerate(texts, start=1):
                    cell = page.cell(number, column, text)
                    cell.font, cell.alignment, cell.border = fonts[kind], align, border
        book.save(BytesIO())

    return make


_COMMUNES, _TARGETS = 124, 40
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))"
_STYLE = """
@page { size: A4 landscape; margin: 20mm 20mm 20mm 30mm }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font: 12pt/1.1 "Liberation Serif", serif }
th, td { border: 0.6pt solid; padding: 1mm 1.3mm; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere }
"""
