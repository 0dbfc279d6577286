"""Filling a Word template with what a report says."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree
from markupsafe import Markup

from kehoach import escaping
from kehoach.reports.docx import settled
from kehoach.reports.sandboxed import sandbox_environment
from kehoach.reports.widths import is_tall, widths

_TWIPS = 1440 / 25.4  # in a millimetre
_LONGEST_TITLE = 250
_COLUMNS_LOOPED = re.compile(r"%}\s*<w:tc[ >]")
_TABLE_STARTS = re.compile(r"(<w:tbl>|<w:tbl )")
_LAST_LINE = "KHNgàylập"  # the style
_MARK = '<w:tblDescription w:val="kehoach"/>'


def filled(template: bytes, values: dict[str, Any], day: date) -> bytes:
    """Fill a template; every value is words, whatever it looks like."""
    document = Template(io.BytesIO(template))
    document.render(values, environment(values), autoescape=True)
    body = document.docx.element.body
    _end_with_last_page(body)
    rooms = _rooms(values)
    for table, room in _tables(body):
        _spread(table, room, rooms)
    _keep_last_line(body)
    _identify(document.docx.core_properties, values, day)
    kept = io.BytesIO()
    document.docx.save(kept)
    return settled(kept.getvalue())


def environment(values: dict[str, Any]) -> Environment:
    """Give the environment in which the tags of a template are worked out."""
    return sandbox_environment(values, finalize=_words)


class Template(DocxTemplate):  # type: ignore[misc]  # the library has no types
    """A template that remembers which tables got their columns from a loop."""

    def patch_xml(self, src_xml: str) -> str:
        """Join the tags that Word has split, and mark the tables whose columns are as many as the report has."""
        patched: str = super().patch_xml(src_xml)
        first, *rest = _TABLE_STARTS.split(patched)
        return first + "".join(start + _marked(table) for start, table in zip(rest[::2], rest[1::2], strict=True))

    def render_properties(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        """Leave the properties alone: they are set from the plan."""


def _marked(table: str) -> str:
    within, end, after = table.partition("</w:tbl>")
    if not _COLUMNS_LOOPED.search(within):
        return table
    return re.sub(r"<w:tblDescription[^>]*/>", "", within, count=1).replace("</w:tblPr>", f"{_MARK}</w:tblPr>", 1) + end + after


def _words(value: object) -> object:
    """Escape what a tag prints: no markup, no control, and no sign that the library would take for its own."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    lines = "\n".join(value.replace("\v", "\n").replace("\f", "\n").splitlines())
    return Markup(escaping.html(lines).replace("_", "&#95;"))  # noqa: S704 - escaped here


def _end_with_last_page(body: Any) -> None:
    """Drop the empty page after a document whose last paragraph ends a section."""
    blocks = [one for one in body if one.tag != qn("w:sectPr")]
    own = body.find(qn("w:sectPr"))
    last = blocks[-1].find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if blocks else None
    if last is not None and own is not None:
        body.replace(own, last)


def _keep_last_line(body: Any) -> None:
    """Keep the line that says when the report was made with the words, or the last row, before it."""
    line = next((one for one in body.iterchildren(qn("w:p"), reversed=True) if one.style == _LAST_LINE), None)
    for block in line.itersiblings(preceding=True) if line is not None else ():
        for paragraph in [block] if block.tag == qn("w:p") else block.findall(qn("w:tr"))[-1].iter(qn("w:p")):
            properties = paragraph.get_or_add_pPr()
            properties.keepNext_val = True
        if "".join(_said(block)).strip():
            return


def _tables(body: Any) -> Iterator[tuple[Any, float]]:
    """Find the tables to spread, each with the room in mm that its page has."""
    waiting: list[Any] = []
    for block in body:
        if block.tag == qn("w:tbl"):
            waiting.append(block)
        page = block if block.tag == qn("w:sectPr") else block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if page is not None:
            yield from ((one, _room(page)) for table in waiting for one in table.iter(qn("w:tbl")) if _is_marked(one))
            waiting = []


def _room(page: Any) -> float:
    size, margins = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    return (int(size.get(qn("w:w"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))) / _TWIPS


def _is_marked(table: Any) -> bool:
    """Tell whether a table is marked, and take the mark off."""
    properties = table.find(qn("w:tblPr"))
    mark = properties.find(qn("w:tblDescription")) if properties is not None else None
    if mark is None or mark.get(qn("w:val")) != "kehoach":
        return False
    properties.remove(mark)
    return True


def _rooms(values: dict[str, Any]) -> dict[str, int]:
    """Give the columns that have so many mm at least, whatever their words need."""
    tables = [one["table"] for one in (*values["blocks"], *values["annexes"]) if one["table"]]
    return {column["title"]: column["room"] for table in tables for column in table["columns"] if column["room"]}


def _spread(table: Any, room: float, rooms: dict[str, int]) -> None:
    """Give each column the width that its words need."""
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    if not rows or len({len(row) for row in rows}) > 1:
        return
    texts = [["".join(_said(cell)) for cell in row] for row in rows]
    said = {
        "columns": [{"title": text, "room": rooms.get(text.strip(), 0)} for text in texts[0]],
        "rows": [{"kind": "entry", "cells": row} for row in texts[1:]],
    }
    shares = [round(share * _TWIPS) for share in widths(said, room)]
    grid = table.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for share in shares:
        etree.SubElement(grid, qn("w:gridCol"), {qn("w:w"): str(share)})
    _set_width(table.find(qn("w:tblPr")), "w:tblW", sum(shares))
    for row in rows:
        for cell, share in zip(row, shares, strict=True):
            properties = cell.find(qn("w:tcPr"))
            if properties is None:
                properties = etree.Element(qn("w:tcPr"))
                cell.insert(0, properties)
            _set_width(properties, "w:tcW", share)
    for row, said_in_row in zip(table.findall(qn("w:tr")), texts, strict=True):
        _keep_whole(row, is_tall=is_tall(said_in_row, [share / _TWIPS for share in shares]))


def _keep_whole(row: Any, *, is_tall: bool) -> None:
    """Let a row be broken at the end of a page only if it is tall; the first, which is repeated, never."""
    properties = row.get_or_add_trPr()
    mark = properties.find(qn("w:cantSplit"))
    if mark is None and not is_tall:
        properties.insert(0, etree.SubElement(properties, qn("w:cantSplit")))
    elif mark is not None and is_tall and properties.find(qn("w:tblHeader")) is None:
        properties.remove(mark)


def _set_width(properties: Any, name: str, share: int) -> None:
    width = properties.find(qn(name))
    if width is None:
        width = etree.Element(qn(name))
        properties.insert(0, width)
    width.set(qn("w:w"), str(share))
    width.set(qn("w:type"), "dxa")


def _said(cell: Any) -> Iterator[str]:
    for one in cell.iter(qn("w:t"), qn("w:br"), qn("w:p")):
        yield one.text or "" if one.tag == qn("w:t") else "\n"


def _identify(properties: Any, values: dict[str, Any], day: date) -> None:
    title = values["subject"] if values["report"] == "plan" else f"{values['title']}: {values['subject']}"
    properties.title = "".join(_short(title))
    properties.language = "vi-VN" if values["language"] == "vi" else "en"
    properties.created = properties.modified = datetime.combine(day, time(), UTC)
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.revision = 1


def _short(title: str) -> Iterator[str]:
    for c in title[:_LONGEST_TITLE]:
        yield c if c.isprintable() else " "
