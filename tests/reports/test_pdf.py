"""Reports as PDF: our fonts, the same bytes, tagged, and words that stay words."""

import io
import math
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.reports import one_page, paper, pdf
from kehoach.reports.catalogue import OutputFormat, Report, render
from kehoach.shipped import folder
from reports.findings import found, quoting
from reports.papers import PAYLOADS, by_columns, data, hostile, plain, tables, total
from reports.plans import NAMES, TODAY, example, listed, small, wanted

FULLEST = "xa-mau-2026"
LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "–—…“”‘’•×°₫²"


@pytest.mark.parametrize("report", Report)
@pytest.mark.parametrize("name", NAMES)
def test_every_report_keeps_the_standards_with_our_fonts_only(name: str, report: Report) -> None:
    made = _made(report, name)
    reader = _reader(made)
    metadata = reader.xmp_metadata

    assert made.warnings == ()
    assert _root(reader)["/MarkInfo"]["/Marked"]
    assert metadata is not None
    assert _fonts(reader) == {font for font in _fonts(reader) if font.split("+")[1].startswith("Tinos-")}


def test_standards_are_named_in_the_file() -> None:
    written = _root(_reader(_made(Report.PLAN, FULLEST)))["/Metadata"].get_object().get_data()

    assert b"<pdfaid:part>2</pdfaid:part>" in written
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in written
    assert b"<pdfuaid:part>1</pdfuaid:part>" in written


def test_same_plan_and_day_same_bytes() -> None:
    assert _made.__wrapped__(Report.PLAN, FULLEST).content == _made(Report.PLAN, FULLEST).content


def test_pages_are_those_of_the_decree() -> None:
    pages = _reader(_made(Report.PLAN, FULLEST)).pages
    sizes = [(round(page.mediabox.width * 25.4 / 72), round(page.mediabox.height * 25.4 / 72)) for page in pages]
    first_words = [page.extract_text().split("\n")[0].strip() for page in pages]
    annexes = [i for i, words in enumerate(first_words) if words.startswith("Phụ lục")]

    assert set(sizes) == {(210, 297), (297, 210)}
    assert first_words[0] != "1"
    assert first_words[1 : annexes[0]] == [str(i) for i in range(2, annexes[0] + 1)]
    assert all(sizes[i] == (297, 210) for i in range(annexes[0], len(pages)))
    for i in range(annexes[0], len(pages)):
        assert i in annexes or first_words[i] == str(i - max(one for one in annexes if one < i) + 1)


def test_words_of_the_heading_and_all_tables_are_there() -> None:
    said = _words(_made(Report.PLAN, FULLEST))

    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 05/KH-UBND", "ngày 05 tháng 01 năm 2026", "./."):
        assert _squeezed(text) in said
    for table in tables(Report.PLAN, example(FULLEST)):
        for row in table[1:]:
            assert all(_squeezed(cell) in said for cell in row if len(cell) < 12)


def test_totals_are_those_of_another_reckoning() -> None:
    for report in (Report.PLAN, Report.BUDGET, Report.SUMMARY):
        assert total(FULLEST) in _words(_made(report, FULLEST)), report


def test_a_table_that_goes_on_repeats_its_header() -> None:
    pages = [_squeezed(page.extract_text()) for page in _reader(_made(Report.ASSIGNMENTS, FULLEST)).pages]

    assert len(pages) > 1
    assert all(_squeezed("Đơn vị chủ trì") in page for page in pages)


@pytest.mark.parametrize("tasks", range(24, 28))
def test_the_last_line_never_stands_alone(tasks: int) -> None:
    """A page holds 26 rows; the line needs the room of one or two."""
    made = pdf.render(data(Report.ASSIGNMENTS, listed(tasks)), TODAY)

    last = _reader(made).pages[-1].extract_text()

    assert f"Việc {tasks - 1} " in last
    assert last.split("\n")[-1].startswith("Lập ngày")
    assert made.warnings == ()


@pytest.mark.parametrize("report", [Report.APPRAISAL, Report.SUMMARY])
def test_the_last_line_is_there_once(report: Report) -> None:
    assert _words(_made(report, FULLEST)).count(_squeezed("Lập ngày")) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_summary_is_one_page(name: str) -> None:
    assert len(_reader(_made(Report.SUMMARY, name)).pages) == 1


def test_a_summary_of_much_is_one_page_and_says_what_it_leaves_out() -> None:
    made = pdf.render(data(Report.SUMMARY, example(FULLEST), diagnostics=found(), invalid=4), TODAY)

    assert len(_reader(made).pages) == 1
    assert _squeezed(f"Và {len({one.code for one in found()}) - 3} loại phát hiện khác.") in _words(made)
    assert _squeezed("Và 3 nhóm nhiệm vụ, mốc khác.") in _words(_made(Report.SUMMARY, FULLEST))


@pytest.mark.parametrize("report", Report)
def test_hostile_words_add_nothing(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "fits", by_columns)
    monkeypatch.setattr(one_page, "HIGH", math.inf)
    plan, _ = hostile(FULLEST)

    made = _reader(pdf.render(data(report, plan, **quoting(str(PAYLOADS["payload/html_script"]), report)), TODAY))
    expected = _reader(pdf.render(data(report, plain(FULLEST), **quoting("Chữ", report)), TODAY))

    assert _structure(made) == _structure(expected)
    assert not any(page.get("/Annots") for page in made.pages)
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(_root(made))


def test_markup_of_typst_is_printed_as_it_is() -> None:
    plan = small("""tasks: [{id: T1, title: '#read("/etc/passwd") *a* _b_ $x$ @ref <l> = - + // \\\\ https://vi.du'}]""")
    said = _words(pdf.render(data(Report.ASSIGNMENTS, plan), TODAY))

    assert _squeezed('#read("/etc/passwd") *a* _b_ $x$ @ref <l> = - + // \\\\ https://vi.du') in said


def test_a_font_that_is_missing_is_said() -> None:
    made = pdf.render(data(Report.SUMMARY, example(FULLEST)), TODAY, fonts=("Times New Roman", *pdf.FONTS))

    assert [warning.en for warning in made.warnings] == ["there is no font times new roman; another stands in for it"]


def test_a_sign_that_no_font_has_is_told_and_the_report_written() -> None:
    plan = small("tasks: [{id: T1, title: Nhiệm vụ 👨‍👩‍👧}]")
    told: list[Text] = []

    made = render(Report.ASSIGNMENTS, OutputFormat.PDF, plan, wanted(), tell=told.append)

    assert made.startswith(b"%PDF-")
    assert len(told) == 1
    assert "PDF/A-2a" in told[0].vi


def test_our_fonts_have_all_letters_of_vietnamese() -> None:
    """Without a font to fall back on, a letter that is missing cannot be set to the standard."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder("templates") / "fonts")])
    for weight in ("regular", "bold"):
        for style in ("normal", "italic"):
            look = f'font: "Tinos", fallback: false, weight: "{weight}", style: "{style}", lang: "vi"'
            source = f'#set document(title: "x")\n#set text({look})\n#"{LETTERS}"'
            made = typst.compile(source.encode(), format="pdf", font_paths=fonts, pdf_standards=["a-2a"], timestamp=0)
            assert isinstance(made, bytes)


def test_a_word_longer_than_its_column_is_broken() -> None:
    plan = small(f"tasks: [{{id: T1, title: {'x' * 300}}}]")

    made = _reader(pdf.render(data(Report.ASSIGNMENTS, plan), TODAY))

    assert max(len(line) for page in made.pages for line in page.extract_text().split("\n")) < 150


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(KehoachError) as caught:
        pdf.render(data(Report.PLAN, example(FULLEST)), TODAY)
    assert 'pip install "kehoach[pdf]"' in caught.value.to(Language.VI)


@cache
def _made(report: Report, name: str) -> pdf.Pdf:
    return pdf.render(data(report, example(name)), TODAY)


def _reader(made: pdf.Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(made.content))


def _root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def _words(made: pdf.Pdf) -> str:
    return _squeezed("".join(page.extract_text() for page in _reader(made).pages))


def _squeezed(text: str) -> str:
    """Take out what lines and columns put between words."""
    return "".join(text.replace("\u200b", "").split())


def _fonts(reader: PdfReader) -> set[str]:
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    return {font.get_object()["/BaseFont"][1:] for one in resources for font in one.get("/Font", {}).values()}


def _structure(reader: PdfReader) -> list[str]:
    """Give the tags of a document in their order, without how lines and pages fell."""
    return [name for name in _elements(_root(reader)["/StructTreeRoot"]["/K"]) if name not in {"/Span", "/Artifact"}]


def _elements(node: Any) -> Iterator[str]:
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, ArrayObject):
        for one in found:
            yield from _elements(one)
    elif isinstance(found, DictionaryObject) and "/S" in found:
        yield str(found["/S"])
        yield from _elements(found.get("/K", ArrayObject()))
