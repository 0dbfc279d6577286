"""Reports as Word documents: the form of the decree, the same tables as the view, and users' own templates."""

import importlib.util
import io
import math
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from pypdf import PdfReader

from kehoach.errors import KehoachError
from kehoach.language import Language
from kehoach.reports import docx, one_page, paper
from kehoach.reports.catalogue import OutputFormat, Report, render
from kehoach.reports.faults import faults
from kehoach.reports.tags import ANY, tags
from kehoach.shipped import folder
from places import TOP
from reports.findings import quoting
from reports.papers import PAYLOADS, by_columns, data, hostile, plain, tables, total
from reports.plans import NAMES, TODAY, example, listed, small, wanted

TEMPLATES = folder("templates") / "docx"
FULLEST = "xa-mau-2026"
SOFFICE = shutil.which("soffice")


@pytest.mark.parametrize("report", Report)
@pytest.mark.parametrize("name", NAMES)
def test_a_second_reader_sees_the_tables_of_the_view(name: str, report: Report) -> None:
    written = _written(report, name)

    assert _tables(Document(io.BytesIO(written))) == tables(report, example(name))


@pytest.mark.parametrize("report", Report)
def test_every_part_is_xml_and_no_tag_is_left(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(_written(report, FULLEST))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        body = archive.read("word/document.xml")

    assert not any(sign in body for sign in (b"{{", b"{%", b"{#", b"}}", b"%}", b"tblDescription"))


def test_same_plan_and_day_same_bytes() -> None:
    assert _written.__wrapped__(Report.PLAN, FULLEST) == _written(Report.PLAN, FULLEST)


def test_paper_and_margins_are_those_of_the_decree() -> None:
    document = _document(Report.PLAN, FULLEST)
    first, *annexes = document.sections

    assert (_size(first), first.orientation) == ((210, 297), WD_ORIENT.PORTRAIT)
    assert len(annexes) == len(paper.paper(data(Report.PLAN, example(FULLEST)))["annexes"]) > 1
    for annex in annexes:
        assert (_size(annex), annex.orientation) == ((297, 210), WD_ORIENT.LANDSCAPE)
    for section in document.sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(margin / Mm(1)) for margin in margins] == [20, 20, 30, 20]


def test_pages_are_numbered_from_the_second_and_each_annex_for_itself() -> None:
    for section in _document(Report.PLAN, FULLEST).sections:
        header = section.header.paragraphs[0]
        codes = [code.text for code in header._p.iter(qn("w:instrText"))]

        assert section.different_first_page_header_footer
        assert codes == ["PAGE"]
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert header.style.font.size.pt == 14
    assert header.style.paragraph_format.alignment == 1


def test_the_font_is_times_new_roman_for_every_script() -> None:
    document = _document(Report.PLAN, FULLEST)

    for fonts in document.styles.element.iter(qn("w:rFonts")):
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert not [name for name in fonts.attrib if "Theme" in name]
    assert not list(document.element.iter(qn("w:color")))


def test_heading_number_day_and_legal_basis() -> None:
    document = _document(Report.PLAN, FULLEST)
    left, right, number, day = (cell.text.strip("\n") for row in document.tables[0].rows for cell in row.cells)
    basis = [one for one in document.paragraphs if one.style.name == "KH Căn cứ"]

    assert left == "ỦY BAN NHÂN DÂN XÃ MẪU"
    assert right == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    assert (number, day) == ("Số: 05/KH-UBND", "Xã Mẫu, ngày 05 tháng 01 năm 2026")
    assert [one.text[-1] for one in basis] == [";"] * (len(basis) - 1) + ["."]
    assert basis[0].style.font.italic


def test_header_rows_are_repeated_and_widths_fill_the_page() -> None:
    document = _document(Report.PLAN, FULLEST)
    for table in document.tables[1:-1]:
        if table.style.name != "Table Grid":
            continue
        first = table.rows[0]._tr.trPr
        shares = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]

        assert first.find(qn("w:tblHeader")) is not None
        assert min(abs(sum(shares) * 25.4 / 1440 - room) for room in (160, 247)) < 1
        assert [cell.width.twips for cell in table.rows[1].cells] == shares


@pytest.mark.parametrize(
    ("report", "last"), [(Report.ASSIGNMENTS, "Việc 1"), (Report.APPRAISAL, "(Ký, ghi rõ họ tên)"), (Report.RISKS, "chưa")]
)
def test_the_last_line_stays_with_what_is_before_it(report: Report, last: str) -> None:
    """With the words, or the last row and the gap below it."""
    body = Document(io.BytesIO(docx.render(data(report, listed(2)), TODAY))).element.body
    *blocks, line = body.findall("*")[:-1]
    said = next(number for number, one in enumerate(reversed(blocks), start=1) if "".join(one.itertext()).strip())
    kept = [p for one in blocks[-said:] for p in (one.findall(qn("w:tr"))[-1].iter(qn("w:p")) if one.tag == qn("w:tbl") else [one])]

    assert "".join(line.itertext()).startswith("Lập ngày")
    assert last in "".join(text for p in kept for text in p.itertext())
    assert [p for p in kept if p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None] == []


def test_totals_are_those_of_another_reckoning() -> None:
    for report in (Report.PLAN, Report.BUDGET, Report.SUMMARY):
        document = _document(report, FULLEST)
        said = "\n".join([one.text for one in document.paragraphs] + [cell for table in _tables(document) for row in table for cell in row])

        assert total(FULLEST) in said, report


@pytest.mark.parametrize("report", Report)
def test_hostile_words_add_nothing(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "fits", by_columns)
    monkeypatch.setattr(one_page, "HIGH", math.inf)
    plan, said = hostile(FULLEST)

    payload = str(PAYLOADS["payload/html_script"])
    written = Document(io.BytesIO(docx.render(data(report, plan, **quoting(payload, report)), TODAY)))
    expected = Document(io.BytesIO(docx.render(data(report, plain(FULLEST), **quoting("Chữ", report)), TODAY)))

    assert _shape(written) == _shape(expected)
    assert len(said) > 100


def test_words_with_signs_of_markup_stay_whole() -> None:
    words = "tỷ lệ hộ nghèo < 1% & {_{ x }_} {{ 7*7 }} {% if %} _x0041_ ]]> \"a\" 'b'"
    plan = small(f"tasks: [{{id: T1, title: {_quoted(words)}}}]")
    document = Document(io.BytesIO(docx.render(data(Report.ASSIGNMENTS, plan), TODAY)))

    assert _tables(document)[0][1][1] == words


def test_an_invalid_plan_is_marked() -> None:
    document = Document(io.BytesIO(docx.render(data(Report.PLAN, example(FULLEST), invalid=3), TODAY)))

    assert document.paragraphs[0].text.startswith("BẢN CHƯA HỢP LỆ: kế hoạch còn 3 lỗi")


def test_title_of_the_file_is_the_plans() -> None:
    properties = _document(Report.PLAN, FULLEST).core_properties

    assert properties.title == "Phát triển kinh tế - xã hội xã Mẫu năm 2026 (kế hoạch mẫu)"
    assert properties.author == ""
    assert properties.created.date() == TODAY


def test_templates_are_what_their_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = TOP / "scripts" / "build_docx_templates.py"
    loaded = importlib.util.spec_from_file_location("build_docx_templates", script)
    assert loaded is not None
    assert loaded.loader is not None
    module = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(module)
    monkeypatch.setattr(module, "FOLDER", tmp_path)

    module.main()

    for file in sorted(TEMPLATES.glob("*.docx")):
        assert _parts(file) == _parts(tmp_path / file.name), file.name


@pytest.mark.parametrize(
    ("name", "report"), [("plan", "plan"), ("plan", "submission"), ("report", "budget"), ("summary", "summary"), ("appraisal", "appraisal")]
)
def test_shipped_templates_have_no_faults(name: str, report: str) -> None:
    assert faults(TEMPLATES / f"{name}.docx", report) == []


@pytest.mark.parametrize("report", Report)
@pytest.mark.parametrize("name", NAMES)
def test_all_that_a_report_says_is_a_known_tag(name: str, report: Report) -> None:
    made = paper.paper(data(report, example(name)))

    assert sorted(_strangers(made, tags(report.value))) == []


def test_a_users_template_gives_the_same_in_the_sandbox() -> None:
    own = render(Report.PLAN, OutputFormat.DOCX, example(FULLEST), wanted(), TEMPLATES)

    assert own == _written(Report.PLAN, FULLEST)


def test_a_misspelt_tag_is_refused_by_name(tmp_path: Path) -> None:
    file = _changed(tmp_path, "{{ plan.titel }}")

    with pytest.raises(KehoachError) as caught:
        render(Report.PLAN, OutputFormat.DOCX, example(FULLEST), wanted(), file)
    assert caught.value.to(Language.VI) == "mẫu 'own.docx': không có 'titel', có thể là 'title'"


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["{{ plan.titel }}"], "there is no 'titel'; did you mean 'title'?"),
        (["{{ subjct }}"], "there is no 'subjct'; did you mean 'subject'?"),
        (["{%p for t in plan.tasks %}", "{{ t.ownr }}", "{%p endfor %}"], "there is no 'ownr'; did you mean 'owner'?"),
        (["{% set first = plan.tasks|first %}{{ first.titlle }}"], "there is no 'titlle'; did you mean 'title'?"),
        (["{{ “title” }}"], "curly quotes within a tag"),
        (["{{ title", "}}"], "a tag lacks a bracket or is cut"),
        (["{{ title }"], "a tag lacks a bracket or is cut"),
        (["{ title }"], "a tag lacks a bracket or is cut"),
        (["chữ mất {%p if title %}", "{%p endif %}"], "this tag removes its paragraph"),
        (["{%p for t in plan.tasks %}"], "{% for t in plan.tasks %} is not closed: {% endfor %} is missing"),
        (["{{ title|uper }}"], "there is no filter 'uper'; did you mean 'upper'?"),
    ],
)
def test_what_is_wrong_is_said_before_rendering(paragraphs: list[str], said: str, tmp_path: Path) -> None:
    found = faults(_changed(tmp_path, *paragraphs), "plan")

    assert any(said in fault.what.en for fault in found), found


def test_a_tag_cut_into_runs_is_whole(tmp_path: Path) -> None:
    document = Document(str(TEMPLATES / "plan.docx"))
    paragraph = document.paragraphs[0].insert_paragraph_before("{{ su")
    paragraph.add_run("bje").bold = True
    paragraph.add_run("ct }}")
    file = tmp_path / "own.docx"
    document.save(str(file))

    assert faults(file, "plan") == []
    made = Document(io.BytesIO(render(Report.PLAN, OutputFormat.DOCX, example(FULLEST), wanted(), file)))
    assert made.paragraphs[0].text.startswith("Phát triển kinh tế - xã hội xã Mẫu")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ plan.update({}) }}",
        "{{ 'x' * 10**9 }}",
        "{{ 'x'.center(10**9) }}",
        "{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
        "{% include 'own.docx' %}",
    ],
)
def test_templates_can_do_no_harm(tag: str, tmp_path: Path) -> None:
    with pytest.raises(KehoachError, match=r"own\.docx"):
        render(Report.PLAN, OutputFormat.DOCX, example(FULLEST), wanted(), _changed(tmp_path, tag))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_what_is_no_word_document_is_said(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "own.docx"
    file.write_bytes(content)

    with pytest.raises(KehoachError, match="is no Word document"):
        render(Report.PLAN, OutputFormat.DOCX, example(FULLEST), wanted(), file)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "own.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (docx.LARGEST + 1))

    with pytest.raises(KehoachError, match="too large"):
        faults(file, "plan")


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kehoach.reports.filling", raising=False)
    monkeypatch.setitem(sys.modules, "docxtpl", None)

    with pytest.raises(KehoachError) as caught:
        docx.render(data(Report.PLAN, example(FULLEST)), TODAY)
    assert 'pip install "kehoach[docx]"' in caught.value.to(Language.VI)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_template_saved_by_libreoffice_still_renders(tmp_path: Path) -> None:
    assert SOFFICE is not None
    words = ("--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(TEMPLATES / "plan.docx"))
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)})
    saved = tmp_path / "plan.docx"

    assert faults(saved, "plan") == []
    document = Document(io.BytesIO(render(Report.PLAN, OutputFormat.DOCX, example(FULLEST), wanted(), saved)))
    assert _tables(document) == tables(Report.PLAN, example(FULLEST))
    assert len(document.sections) == len(_document(Report.PLAN, FULLEST).sections)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_summary_is_one_page(tmp_path: Path) -> None:
    assert SOFFICE is not None
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(_written(Report.SUMMARY, name))
    words = ("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *(str(tmp_path / f"{name}.docx") for name in NAMES))
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)})

    assert {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in NAMES} == dict.fromkeys(NAMES, 1)


@cache
def _written(report: Report, name: str) -> bytes:
    return docx.render(data(report, example(name)), TODAY)


def _document(report: Report, name: str) -> Any:
    return Document(io.BytesIO(_written(report, name)))


def _tables(document: Any) -> list[list[list[str]]]:
    """Read the tables with lines; those without only place things."""
    lined = [table for table in document.tables if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in lined]


def _shape(document: Any) -> list[str]:
    """Give the elements of a document without its words and their lines."""
    return list(_elements(document.element.body))


def _elements(element: Any) -> Iterator[str]:
    name = etree.QName(element).localname
    if name in {"r", "t", "br", "tab", "rPr", "trPr"}:  # whether a row may be broken follows its length
        return
    yield f"{name} {sorted(etree.QName(key).localname for key in element.attrib)}"
    for child in element:
        yield from _elements(child)


def _size(section: Any) -> tuple[int, int]:
    return round(section.page_width / Mm(1)), round(section.page_height / Mm(1))


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _strangers(value: Any, known: Any, name: str = "") -> Iterator[str]:
    """Find the names of a view that are no known tags."""
    if known is ANY or not isinstance(value, (dict, list)) or not value:
        return
    if isinstance(value, list):
        for one in value:
            yield from _strangers(one, known[0], f"{name}[]")
        return
    for key, one in value.items():
        if key not in known:
            yield f"{name}.{key}"
        else:
            yield from _strangers(one, known[key], f"{name}.{key}")


def _changed(folder: Path, *paragraphs: str) -> Path:
    """Copy the shipped template with more paragraphs at its beginning."""
    document = Document(str(TEMPLATES / "plan.docx"))
    first = document.paragraphs[0]
    for text in paragraphs:
        first.insert_paragraph_before(text)
    file = folder / "own.docx"
    document.save(str(file))
    return file


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
