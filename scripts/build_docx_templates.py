"""Make the Word templates that reports are filled into, in the form of Decree 30/2020/NĐ-CP (docs/decree-30.md).

Needs `kehoach[docx]`; run as `python scripts/build_docx_templates.py`. Offices edit copies of them in Word.
"""

import io
from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kehoach.reports.docx import settled

FOLDER = Path(__file__).resolve().parents[1] / "templates" / "docx"
FONT = "Times New Roman"
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(20)
NUMBER_FROM_EDGE = Mm(10)
INDENT = Mm(12.7)
PORTRAIT, LANDSCAPE = (Mm(210), Mm(297)), (Mm(297), Mm(210))
HALVES = (Mm(64), Mm(96))
WIDE_HALVES = (Mm(96), Mm(151))
EVEN_HALVES = (Mm(123.5), Mm(123.5))

LEFT_ALIGNED, CENTRED, RIGHT_ALIGNED, JUSTIFIED = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


class Look(NamedTuple):
    """How the paragraphs of a style look."""

    size: float
    align: Any = LEFT_ALIGNED
    bold: bool = False
    italic: bool = False
    indent: Any = None  # of the first line
    before: float = 0
    after: float = 0
    based_on: str = "Normal"
    keep_with_next: bool = False
    line: float = 1.0


LOOKS = {
    "KH Cơ quan chủ quản": Look(12, CENTRED),
    "KH Cơ quan ban hành": Look(12, CENTRED, bold=True),
    "KH Quốc hiệu": Look(12, CENTRED, bold=True),
    "KH Tiêu ngữ": Look(13, CENTRED, bold=True),
    "KH Số ký hiệu": Look(13, CENTRED, before=6),
    "KH Địa danh ngày": Look(13, CENTRED, italic=True, before=6),
    "KH Kẻ ngang": Look(2, CENTRED),
    "KH Dự thảo": Look(13, bold=True, before=6),
    "KH Chưa hợp lệ": Look(13, CENTRED, bold=True, before=6, after=6),
    "KH Tên loại": Look(14, CENTRED, bold=True, before=18, keep_with_next=True),
    "KH Trích yếu": Look(14, CENTRED, bold=True, keep_with_next=True),
    "KH Kính gửi": Look(14, CENTRED, before=12, after=6),
    "KH Căn cứ": Look(14, JUSTIFIED, italic=True, indent=INDENT, before=6, line=1.1),
    "KH Đoạn văn": Look(14, JUSTIFIED, indent=INDENT, before=6, line=1.1),
    "KH Đoạn cuối": Look(14, JUSTIFIED, indent=INDENT, before=6, line=1.1, keep_with_next=True),
    "KH Gạch đầu dòng": Look(14, JUSTIFIED, indent=INDENT, before=6, line=1.1),
    "KH Dấu cộng": Look(14, JUSTIFIED, indent=INDENT, before=6, line=1.1),
    "KH Đơn vị tính": Look(12, RIGHT_ALIGNED, italic=True, before=6, keep_with_next=True),
    "KH Đầu bảng": Look(12, CENTRED, bold=True, before=2, after=2),
    "KH Ô bảng": Look(12, before=2, after=2),
    "KH Đầu bảng phụ lục": Look(11, CENTRED, bold=True, before=2, after=2),
    "KH Ô bảng phụ lục": Look(11, before=2, after=2),
    "KH Ghi chú bảng": Look(12, JUSTIFIED, italic=True, before=4),
    "KH Trước bảng": Look(4, keep_with_next=True),
    "KH Sau bảng": Look(6),
    "KH Trước chữ ký": Look(6, keep_with_next=True),
    "KH Nơi nhận": Look(12, bold=True, italic=True),
    "KH Danh sách nhận": Look(11),
    "KH Chữ ký": Look(14, CENTRED, bold=True),
    "KH Chỗ ký": Look(14, CENTRED),
    "KH Gợi ý ký": Look(14, CENTRED, italic=True),
    "KH Số phụ lục": Look(14, CENTRED, bold=True, keep_with_next=True, based_on="heading 1"),
    "KH Tên phụ lục": Look(14, CENTRED, bold=True, keep_with_next=True),
    "KH Kèm theo": Look(14, CENTRED, italic=True, after=6, keep_with_next=True),
    "KH Ngày lập": Look(12, RIGHT_ALIGNED, italic=True, before=12),
    "KH Hết phần": Look(1),
    "heading 1": Look(14, JUSTIFIED, bold=True, indent=INDENT, before=12, keep_with_next=True),
    "heading 2": Look(14, JUSTIFIED, bold=True, indent=INDENT, before=6, keep_with_next=True),
    "heading 3": Look(14, JUSTIFIED, indent=INDENT, before=6, keep_with_next=True),
    "header": Look(14, CENTRED),
}


def main() -> None:
    """Write the templates."""
    FOLDER.mkdir(exist_ok=True)
    _save(_plan(), "plan")
    _save(_report(LANDSCAPE), "report")
    _save(_report(PORTRAIT), "summary")
    _save(_appraisal(), "appraisal")


def _save(document: Any, name: str) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.title = ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    properties.language = "vi-VN"
    kept = io.BytesIO()
    document.save(kept)
    (FOLDER / f"{name}.docx").write_bytes(settled(kept.getvalue()))


def _plan() -> Any:
    """Build the whole plan: heading, body, signature, and each wide table as an annex on pages of its own."""
    document = _started()
    page = _page(document.sections[0], PORTRAIT)
    paragraph = _writer(document)
    _banner(paragraph)
    paragraph("{%p if heading %}")
    _heading(document)
    paragraph("{%p endif %}")
    paragraph("{%p if draft %}")
    paragraph("{{ draft }}", "KH Dự thảo")
    paragraph("{%p endif %}")
    paragraph("{{ paper }}", "KH Tên loại")
    paragraph("{{ subject }}", "KH Trích yếu")
    _rule(paragraph("", "KH Kẻ ngang"), Mm(53))
    paragraph("{%p if addressee %}")
    paragraph("{{ addressee }}", "KH Kính gửi")
    paragraph("{%p endif %}")
    paragraph("{%p for text in basis %}")
    paragraph("{{ text }}", "KH Căn cứ")
    paragraph("{%p endfor %}")
    paragraph("{%p if opening %}")
    paragraph("{{ opening }}", "KH Đoạn văn")
    paragraph("{%p endif %}")
    _blocks(document, paragraph)
    paragraph("{%p if closing %}")
    _closing(document)
    paragraph("{%p endif %}")
    _section_ends(paragraph("{# Hết phần thân; phụ lục ở trang riêng #}", "KH Hết phần"), page)
    paragraph("{%p for annex in annexes %}")
    paragraph("{{ annex.number }}", "KH Số phụ lục")
    paragraph("{{ annex.title }}", "KH Tên phụ lục")
    paragraph("{%p if annex.attached %}")
    paragraph("{{ annex.attached }}", "KH Kèm theo")
    paragraph("{%p endif %}")
    _table(document, paragraph, "annex.table", " phụ lục")
    turned = _page(document.sections[-1], LANDSCAPE)
    _section_ends(paragraph("{# Hết phụ lục #}", "KH Hết phần"), turned)
    paragraph("{%p endfor %}")
    return document


def _report(size: tuple[Any, Any]) -> Any:
    """Build a report that is tables for the most part."""
    document = _started()
    _page(document.sections[0], size)
    paragraph = _writer(document)
    _banner(paragraph)
    paragraph("{{ title|upper }}", "KH Tên loại")
    paragraph("{{ subject }}", "KH Trích yếu")
    paragraph("{%p if attached %}")
    paragraph("{{ attached }}", "KH Kèm theo")
    paragraph("{%p endif %}")
    _blocks(document, paragraph)
    paragraph("{{ made }}", "KH Ngày lập")
    return document


def _appraisal() -> Any:
    """Build the sheet of an appraisal: heading, addressee, tables on pages turned, two signatures."""
    document = _started()
    _page(document.sections[0], LANDSCAPE)
    paragraph = _writer(document)
    _banner(paragraph)
    _heading(document, WIDE_HALVES)
    paragraph("{{ title|upper }}", "KH Tên loại")
    paragraph("{{ subject }}", "KH Trích yếu")
    paragraph("{{ addressee }}", "KH Kính gửi")
    _blocks(document, paragraph)
    document.add_paragraph("", style="KH Trước chữ ký")
    table = _frame(document, rows=1, halves=EVEN_HALVES)
    for cell, name in zip(table.rows[0].cells, ("signatures[0]", "signatures[1]"), strict=True):
        sign = _cell_writer(cell)
        sign(f"{{{{ {name}.title }}}}", "KH Chữ ký")
        sign(f"{{{{ {name}.hint }}}}", "KH Gợi ý ký")
        for _ in range(4):
            sign("", "KH Chỗ ký")
    paragraph("{{ made }}", "KH Ngày lập")
    return document


Writer = Callable[..., Any]


def _writer(document: Any) -> Writer:
    """Give the function that writes a paragraph; those of bare tags vanish when the template is filled."""

    def paragraph(text: str, style: str = "Normal") -> Any:
        return document.add_paragraph(text, style=style)

    return paragraph


def _banner(paragraph: Writer) -> None:
    paragraph("{%p if invalid %}")
    _border(paragraph("{{ invalid }}", "KH Chưa hợp lệ"), ("top", "left", "bottom", "right"))
    paragraph("{%p endif %}")


def _heading(document: Any, halves: tuple[Any, Any] = HALVES) -> None:
    """Build the block at the top: bodies and number on the left, name of the country, motto, place and day on the right."""
    table = _frame(document, rows=2, halves=halves)
    spare = [(half - usual) // 2 for half, usual in zip(halves, HALVES, strict=True)]
    left = _cell_writer(table.cell(0, 0))
    left("{%p for name in heading.left %}")
    left("{%p if loop.last %}")
    left("{{ name }}", "KH Cơ quan ban hành")
    left("{%p else %}")
    left("{{ name }}", "KH Cơ quan chủ quản")
    left("{%p endif %}")
    left("{%p endfor %}")
    left("{%p if heading.left %}")
    _rule(left("", "KH Kẻ ngang"), Mm(21) + spare[0])
    left("{%p endif %}")
    left("", "KH Kẻ ngang")
    right = _cell_writer(table.cell(0, 1))
    right("{{ heading.right[0] }}", "KH Quốc hiệu")
    right("{{ heading.right[1] }}", "KH Tiêu ngữ")
    _rule(right("", "KH Kẻ ngang"), Mm(18.7) + spare[1])
    _cell_writer(table.cell(1, 0))("{{ heading.number }}", "KH Số ký hiệu")
    _cell_writer(table.cell(1, 1))("{{ heading.place_date }}", "KH Địa danh ngày")


def _closing(document: Any) -> None:
    """Build the foot: who receives it on the left, the signature on the right."""
    document.add_paragraph("", style="KH Trước chữ ký")
    table = _frame(document, rows=1)
    left = _cell_writer(table.cell(0, 0))
    left("{%p if closing.recipients %}")
    left("{{ labels.recipients }}:", "KH Nơi nhận")
    left("{%p for text in closing.recipients %}")
    left("- {{ text }}", "KH Danh sách nhận")
    left("{%p endfor %}")
    left("{%p endif %}")
    left("", "KH Danh sách nhận")
    right = _cell_writer(table.cell(0, 1))
    right("{%p if closing.signature %}")
    right("{{ closing.signature.authority }}", "KH Chữ ký")
    right("{{ closing.signature.role }}", "KH Chữ ký")
    for _ in range(4):
        right("", "KH Chỗ ký")
    right("{{ closing.signature.name }}", "KH Chữ ký")
    right("{%p endif %}")
    right("", "KH Sau bảng")


def _blocks(document: Any, paragraph: Writer) -> None:
    """Build the body: one example of each sort of block, between tags that choose."""
    paragraph("{%p for block in blocks %}")
    sorts = (
        ("section", "{{ block.number }} {{ block.text }}", "heading 1"),
        ("part", "{{ block.number }} {{ block.text }}", "heading 2"),
        ("point", "{{ block.number }} {{ block.text }}", "heading 3"),
        ("paragraph", "{{ block.text }}", "KH Đoạn văn"),
        ("ending", "{{ block.text }}", "KH Đoạn cuối"),
        ("item", "- {% if block.label %}{{ block.label }}: {% endif %}{{ block.text }}", "KH Gạch đầu dòng"),
        ("subitem", "+ {{ block.text }}", "KH Dấu cộng"),
    )
    for i, (kind, text, style) in enumerate(sorts):
        paragraph(f'{{%p {"elif" if i else "if"} block.kind == "{kind}" %}}')
        paragraph(text, style)
    paragraph('{%p elif block.kind == "table" %}')
    _table(document, paragraph, "block.table")
    paragraph("", "KH Sau bảng")
    paragraph("{%p endif %}")
    paragraph("{%p endfor %}")


def _table(document: Any, paragraph: Writer, name: str, place: str = "") -> None:
    """Build a table whose columns and rows are as many as there are; its first row is repeated on every page."""
    paragraph(f"{{%p if {name}.unit %}}")
    paragraph(f"{{{{ {name}.unit }}}}", "KH Đơn vị tính")
    paragraph("{%p endif %}")
    paragraph("", "KH Trước bảng")
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fixed(table)
    head = _row(table, (f"{{%tc for column in {name}.columns %}}", None, "{%tc endfor %}"))
    _cell_writer(head.cells[1])("{{ column.title }}", f"KH Đầu bảng{place}")
    _mark(head._tr.get_or_add_trPr(), "w:cantSplit", "w:tblHeader")  # noqa: SLF001 - python-docx has no way to them
    for cell in head.cells:
        _middle(cell)
    _control(table, f"{{%tr for row in {name}.rows %}}")
    _control(table, '{%tr if row.kind == "entry" %}')
    _words(table, place, bold=False)
    _control(table, "{%tr else %}")
    _words(table, place, bold=True)
    _control(table, "{%tr endif %}")
    _control(table, "{%tr endfor %}")
    paragraph(f"{{%p for note in {name}.notes %}}")
    paragraph("{{ note }}", "KH Ghi chú bảng")
    paragraph("{%p endfor %}")


def _words(table: Any, place: str, *, bold: bool) -> None:
    """Build a row of words, each aligned as its column wants."""
    row = _row(table, ("{%tc for cell in row.cells %}", None, "{%tc endfor %}"))
    if bold:
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001
    cell = _cell_writer(row.cells[1])
    alignments = (("if", "centre", CENTRED), ("elif", "right", RIGHT_ALIGNED), ("else", "", LEFT_ALIGNED))
    for word, align, alignment in alignments:
        cell(f'{{%p {word} cell.align == "{align}" %}}' if align else "{%p else %}")
        written = cell("{{ cell.text }}", f"KH Ô bảng{place}")
        written.alignment = alignment
        written.runs[0].bold = written.paragraph_format.keep_with_next = bold or None
    cell("{%p endif %}")


def _row(table: Any, texts: Iterable[str | None]) -> Any:
    row = table.add_row()
    for cell, text in zip(row.cells, texts, strict=True):
        if text is not None:
            _cell_writer(cell)(text, "KH Ô bảng")
    return row


def _control(table: Any, tag: str) -> None:
    row = table.add_row()
    merged = row.cells[0].merge(row.cells[-1])
    merged.paragraphs[0].text = tag


def _cell_writer(cell: Any) -> Writer:
    """Give the function that writes into a cell, first into the paragraph that it has."""

    def paragraph(text: str, style: str = "Normal") -> Any:
        first = cell.paragraphs[0]
        written = first if is_empty.pop("yes", False) else cell.add_paragraph()
        written.style = style
        written.add_run(text)
        return written

    is_empty = {"yes": True}
    return paragraph


def _frame(document: Any, rows: int, halves: tuple[Any, Any] = HALVES) -> Any:
    """Add a table without lines that only places things."""
    table = document.add_table(rows=rows, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fixed(table)
    for row in table.rows:
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001
        for cell, width in zip(row.cells, halves, strict=True):
            cell.width = width
    for column, width in zip(table.columns, halves, strict=True):
        column.width = width
    return table


def _fixed(table: Any) -> None:
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "70")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _middle(cell: Any) -> None:
    align = OxmlElement("w:vAlign")
    align.set(qn("w:val"), "center")
    cell._tc.get_or_add_tcPr().append(align)  # noqa: SLF001


def _mark(properties: Any, *names: str) -> None:
    for name in names:
        properties.append(OxmlElement(name))


def _rule(paragraph: Any, indent: Any) -> None:
    """Draw a solid line below a heading, as far from both edges as told."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    _border(paragraph, ("bottom",))


def _border(paragraph: Any, sides: Iterable[str]) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def _page(section: Any, size: tuple[Any, Any]) -> Any:
    """Set paper and margins; the page's number stands in the top margin, on no first page."""
    section.page_width, section.page_height = size
    section.orientation = WD_ORIENT.LANDSCAPE if size == LANDSCAPE else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = TOP, BOTTOM, LEFT, RIGHT
    section.header_distance = section.footer_distance = NUMBER_FROM_EDGE
    section.different_first_page_header_footer = True
    if section.header.is_linked_to_previous:
        section.header.is_linked_to_previous = False
        _page_number(section.header.paragraphs[0])
    properties = section._sectPr  # noqa: SLF001
    if properties.find(qn("w:pgNumType")) is None:
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        properties.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")
    return properties


def _page_number(paragraph: Any) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), (None, "1"), ("end", "")):
        run = paragraph.add_run(text if kind is None else "")
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001
        elif kind == "":
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)  # noqa: SLF001


def _section_ends(paragraph: Any, page: Any) -> None:
    """End a section with a paragraph; the words of its comment keep editors from dropping it."""
    paragraph._p.get_or_add_pPr().append(deepcopy(page))  # noqa: SLF001


def _started() -> Any:
    document = Document()
    _plain_fonts(document)
    for name, look in LOOKS.items():
        _style(document, name, look)
    _modern(document)
    return document


def _style(document: Any, name: str, look: Look) -> None:
    known = {style.name.casefold(): style for style in document.styles}
    style = known.get(name.casefold())
    if style is None:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = known[look.based_on.casefold()]
        style.quick_style = True
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    shape = style.paragraph_format
    shape.alignment, shape.keep_with_next, shape.keep_together = look.align, look.keep_with_next, False
    shape.first_line_indent = look.indent or Mm(0)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.MULTIPLE, look.line
    shape.widow_control = True


def _plain_fonts(document: Any) -> None:
    """Name the font for every script, without the theme's, and leave all letters black."""
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    for colour in list(styles.iter(qn("w:color"))):
        colour.getparent().remove(colour)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.element.rPr.rFonts.set(qn("w:cs"), FONT)
    normal.paragraph_format.space_after = Pt(0)


def _modern(document: Any) -> None:
    """Ask Word for its present layout instead of that of 2007."""
    settings = document.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        compatibility = OxmlElement("w:compat")
        settings.append(compatibility)
    mode = OxmlElement("w:compatSetting")
    for key, value in (("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15")):
        mode.set(qn(f"w:{key}"), value)
    compatibility.append(mode)


if __name__ == "__main__":
    main()
