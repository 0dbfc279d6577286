"""The total of a plan is the same in all formats, and that of a reckoning apart from its file."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from kehoach.reports.catalogue import OutputFormat, Report, render
from reports.papers import total
from reports.plans import example, wanted


def _of_word(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def _of_workbook(content: bytes) -> str:
    cells = [cell.value for sheet in load_workbook(io.BytesIO(content), data_only=True) for row in sheet.iter_rows() for cell in row]
    return "\n".join(f"{one:,.0f}".replace(",", ".") if isinstance(one, int | float) else str(one) for one in cells if one is not None)


def _of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


READERS: dict[OutputFormat, Callable[[bytes], str]] = {
    OutputFormat.MD: bytes.decode,
    OutputFormat.HTML: bytes.decode,
    OutputFormat.DOCX: _of_word,
    OutputFormat.XLSX: _of_workbook,
    OutputFormat.PDF: _of_pdf,
}


@pytest.mark.parametrize("name", ["xa-mau-2026", "lao-cai-2026-2030"])
@pytest.mark.parametrize("form", OutputFormat)
def test_totals_are_equal(name: str, form: OutputFormat) -> None:
    said = READERS[form](render(Report.BUDGET, form, example(name), wanted()))
    whole = total(name)

    assert f"{whole} triệu đồng" in said
    assert said.count(whole) >= 3
