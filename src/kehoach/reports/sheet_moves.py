"""What hangs on the rows of a sheet beside its cells: merged cells, rules, breaks, pictures, tables, charts."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from kehoach.reports.growth import Growth
from kehoach.reports.package import MAIN, Package
from kehoach.reports.references import View, inspect, moved

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
Rounds = Callable[[int], list[tuple[int, ...]]]


def move(package: Package, part: str, sheet: Any, growth: Growth, view: Callable[[int], View]) -> None:
    """Move all of a sheet but its cells; `view` looks from a row of the template."""
    _merges(sheet, growth)
    for one in list(sheet.iter()):
        if isinstance(one.tag, str) and "sqref" in one.attrib and etree.QName(one).localname not in {"selection", "pane"}:
            _ruled(one, growth, view)
    _extended(sheet, growth, view)
    _referring(sheet, growth)
    _breaks(sheet, growth)
    for kind, change in (("drawing", _anchors), ("comments", _comments), ("vmlDrawing", _shapes), ("table", _table)):
        for name in package.of_kind(part, kind):
            change(package.tree(name), growth)


def move_names(package: Package, names: list[str], view: Callable[[str], View]) -> None:
    """Move what names stand for: print areas, repeated rows, offices' own; each sheet's charts too."""
    for one in package.workbook().iter(f"{MAIN}definedName"):
        local = one.get("localSheetId", "")
        sheet = names[int(local)] if local.isdecimal() and int(local) < len(names) else ""
        one.text = moved(one.text or "", view(sheet)) or "#REF!"
    for name in package.names():
        if name.startswith("xl/charts/chart") and name.endswith(".xml"):
            for one in package.tree(name).iter("{*}f"):
                one.text = moved(one.text or "", view("")) or one.text


def ranges(said: str) -> Iterator[tuple[str, int, str, int]]:
    """Read a list of ranges; what is none is passed over."""
    for one in said.split():
        found = _RANGE.fullmatch(one)
        if found:
            yield found[1], int(found[2]), found[3] or found[1], int(found[4] or found[2])


def _merges(sheet: Any, growth: Growth) -> None:
    whole = sheet.find(f"{MAIN}mergeCells")
    if whole is None:
        return
    for one in list(whole):
        whole.remove(one)
        for left, first, right, last in ranges(one.get("ref", "")):
            for top, bottom in _together(first, last, growth):
                etree.SubElement(whole, f"{MAIN}mergeCell", ref=f"{left}{top}:{right}{bottom}")
    whole.set("count", str(len(whole)))
    if not len(whole):
        sheet.remove(whole)


def _together(first: int, last: int, growth: Growth) -> list[tuple[int, int]]:
    """Give what became of rows that belong together: once for each round if they lie within the same loop."""
    tops = growth.rows(first)
    if first == last:
        return [(row, row) for row in tops]
    bottoms = growth.rows(last)
    if len(tops) == len(bottoms) > 1:
        return list(zip(tops, bottoms, strict=True))
    span = growth.span(first, last)
    return [span] if span else []


def _ruled(one: Any, growth: Growth, view: Callable[[int], View]) -> None:
    """Move a rule, a list of choices or a protected range, and the formulas in it."""
    found = list(ranges(one.get("sqref", "")))
    new = _joined(found, growth)
    if not new:
        _drop(one)
        return
    one.set("sqref", new)
    for formula in one.iter(f"{MAIN}formula", f"{MAIN}formula1", f"{MAIN}formula2"):
        formula.text = moved(formula.text or "", view(found[0][1])) or "#REF!"


def _joined(found: list[tuple[str, int, str, int]], growth: Growth) -> str:
    return " ".join(f"{left}{top}:{right}{bottom}" for left, first, right, last in found for top, bottom in growth.runs(first, last))


def _drop(one: Any) -> None:
    whole = one.getparent()
    whole.remove(one)
    if "count" in whole.attrib:
        whole.set("count", str(len(whole)))
    if not len(whole) and etree.QName(whole).localname in _EMPTY_IS_WRONG:
        whole.getparent().remove(whole)


def _extended(sheet: Any, growth: Growth, view: Callable[[int], View]) -> None:
    """Move the newer rules and small charts, which keep their places as texts."""
    for one in list(sheet.iter("{*}sqref")):
        found = list(ranges(one.text or ""))
        new = _joined(found, growth)
        holder = one.getparent()
        if not new:
            _drop(holder)
            continue
        one.text = new.split(":")[0] if etree.QName(holder).localname == "sparkline" else new
        for formula in holder.iter(f"{_EXCEL}f"):
            formula.text = moved(formula.text or "", view(found[0][1])) or "#REF!"


def _referring(sheet: Any, growth: Growth) -> None:
    """Move links of cells, the filter, and the size that the sheet says it has."""
    links = sheet.find(f"{MAIN}hyperlinks")
    for one in list(links) if links is not None else ():
        for left, first, right, last in ranges(one.get("ref", "")):
            for top, bottom in _together(first, last, growth):
                etree.SubElement(links, one.tag, one.attrib).set(
                    "ref", f"{left}{top}:{right}{bottom}" if (left, top) != (right, bottom) else f"{left}{top}"
                )
        _drop(one)
    for one in sheet.findall(f"{MAIN}autoFilter"):
        _refer(one, growth)
    size = sheet.find(f"{MAIN}dimension")
    if size is not None:
        sheet.remove(size)


def _refer(one: Any, growth: Growth) -> None:
    for left, first, right, last in ranges(one.get("ref", "")):
        span = growth.span(first, last)
        if span:
            one.set("ref", f"{left}{span[0]}:{right}{span[1]}")


def _breaks(sheet: Any, growth: Growth) -> None:
    whole = sheet.find(f"{MAIN}rowBreaks")
    if whole is None:
        return
    for one in list(whole):
        whole.remove(one)
        for row in growth.rows(_row(one.get("id"))):
            etree.SubElement(whole, one.tag, one.attrib).set("id", str(row))
    whole.set("count", str(len(whole)))
    whole.set("manualBreakCount", str(len(whole)))


def _anchors(drawing: Any, growth: Growth) -> None:
    """Move pictures and charts with the row that they begin in; they keep their height."""
    for anchor in drawing:
        start = anchor.find("{*}from/{*}row") if isinstance(anchor.tag, str) else None
        if start is None:
            continue
        row = _row(start.text)
        shift = _first(growth, row + 1) - row - 1
        for end in anchor.iterfind("*/{*}row"):
            end.text = str(_row(end.text) + shift)


def _comments(comments: Any, growth: Growth) -> None:
    for one in comments.iter(f"{MAIN}comment"):
        for column, row, _, _ in ranges(one.get("ref", "")):
            one.set("ref", f"{column}{_first(growth, row)}")


def _shapes(drawing: Any, growth: Growth) -> None:
    for one in drawing.iter("{urn:schemas-microsoft-com:office:excel}Row"):
        one.text = str(_first(growth, _row(one.text) + 1) - 1)


def _table(table: Any, growth: Growth) -> None:
    for one in (table, *table.iter(f"{MAIN}autoFilter")):
        _refer(one, growth)
    for formula in table.iter(f"{MAIN}calculatedColumnFormula", f"{MAIN}totalsRowFormula"):
        inspect(formula.text or "")


def _first(growth: Growth, row: int) -> int:
    """Give the new place of a row, or of what took it."""
    found = growth.runs(row, _FAR)
    return found[0][0] if found else row


def _row(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) <= len(str(_FAR)) else 0


_FAR = 1_048_576
_EXCEL = "{http://schemas.microsoft.com/office/excel/2006/main}"
_EMPTY_IS_WRONG = {"conditionalFormattings", "dataValidations", "hyperlinks", "ignoredErrors", "protectedRanges", "sparklines"}
