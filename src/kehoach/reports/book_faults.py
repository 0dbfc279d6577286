"""What is wrong with a template that is a workbook, found before it is used."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, TemplateSyntaxError

from kehoach.language import Text
from kehoach.reports.extras import wanting
from kehoach.reports.faults import UNKNOWN, UNKNOWN_NEAR, Fault
from kehoach.reports.jinja_mistakes import mistake
from kehoach.reports.tags import TABLE_AS_SAID, WORD, tags
from kehoach.reports.unknown import only_looked_at, unknown
from kehoach.reports.xlsx import LARGEST
from kehoach.values.text import printable

if TYPE_CHECKING:
    from kehoach.reports.package import Package
    from kehoach.reports.print_areas import Beyond
    from kehoach.reports.tagged_sheet import TaggedSheet


def known_tags(report: str) -> dict[str, Any]:
    """Give all that a workbook may use: what other templates do without the blocks of papers, and the tables of the report."""
    own = {name: shape for name, shape in tags(report).items() if name not in {"blocks", "annexes"}}
    return own | {"tables": [{"title": WORD, **TABLE_AS_SAID}]}


def faults(file: Path, report: str) -> list[Fault]:
    """Find the broken and the unknown tags of a workbook, and what would not stay right; each with its cell.

    Raises:
        KehoachError: the file is no workbook, or the extra is not installed.
    """
    with wanting("xlsx", "openpyxl", "lxml"):
        from kehoach.reports.book_filling import environment  # noqa: PLC0415 - an extra
        from kehoach.reports.package import Package, read  # noqa: PLC0415 - an extra
        from kehoach.reports.print_areas import beyond  # noqa: PLC0415 - an extra
        from kehoach.reports.refusal import RefusedError  # noqa: PLC0415 - with it
        from kehoach.reports.tagged_sheet import TaggedSheet  # noqa: PLC0415 - an extra
    content = read(file, LARGEST)
    found: list[Fault] = []
    try:
        package = Package(content)
        tools = only_looked_at(environment({}))
        strings = package.strings()
        sheets = [TaggedSheet(name, package.tree(part), strings) for name, part in package.sheets()]
        for sheet in sheets:
            found += _of_sheet(sheet, tools, known_tags(report))
            found += _of_formulas(sheet)
        found += [Fault(_at(one.place, ""), _unprinted(one)) for one in beyond(package.workbook(), sheets)]
        found += _beside(package)
    except RefusedError as error:
        found.append(Fault(_at(error.place or file.name, ""), error.said))
    return list(dict.fromkeys(found))


def _of_sheet(sheet: "TaggedSheet", tools: Environment, known: Mapping[str, Any]) -> Iterator[Fault]:
    """Look at the texts of a sheet: first each by itself, then the whole as it would run."""
    mistakes = sheet.losses or sheet.problems  # a tag beside other words is why blocks are left open
    problems = [Fault(_at(one.place, one.words), one.what) for one in mistakes]
    for one in sheet.texts:
        problems += [Fault(_at(one.place, one.text), what) for what in _broken(one.text)]
    for one in sheet.written():
        problems += [Fault(_at(one.place, one.text), what) for _, what in _unread(one.text, tools)]
    yield from problems
    if problems:
        return
    unread = [Fault(_at(sheet.place(line), ""), what) for line, what in _unread(sheet.source, tools)]
    yield from unread
    if unread:
        return
    for lack in unknown(tools.parse(sheet.source), known, frozenset(tools.globals)):
        yield Fault(_at(sheet.place(lack.line), ""), _lacking(lack.name, lack.near))
    for note in sheet.notes:
        for lack in unknown(tools.parse(note.text), known, frozenset(tools.globals)):
            yield Fault(note.place, _lacking(lack.name, lack.near))


def _unread(source: str, tools: Environment) -> Iterator[tuple[int, Text]]:
    """Say why a text is no template, and in which line."""
    try:
        tools.compile(source)
    except (TemplateSyntaxError, RecursionError) as error:
        found = mistake(error)
        yield found.line, found.said


def _broken(text: str) -> Iterator[Text]:
    """Find tags that the eye takes for whole."""
    from kehoach.reports.tagged_sheet import split  # noqa: PLC0415 - an extra

    tags, rest = split(text)
    if _HALF.search(rest):
        yield _SPLIT
    if any(c in tag for tag in tags for c in _CURLY):
        yield _CURLY_QUOTES


def _of_formulas(sheet: "TaggedSheet") -> Iterator[Fault]:
    from kehoach.reports.references import inspect  # noqa: PLC0415 - an extra
    from kehoach.reports.refusal import RefusedError  # noqa: PLC0415 - with it

    for place, formula in sheet.formulas():
        try:
            inspect(formula)
        except RefusedError as error:
            yield Fault(_at(place, f"={formula}"), error.said)
        if _TAG.search(formula):
            yield Fault(_at(place, f"={formula}"), _IN_FORMULA)


def _unprinted(one: "Beyond") -> Text:
    return Text(*(text.format(column=one.column, area=one.area) for text in _UNPRINTED))


def _beside(package: "Package") -> Iterator[Fault]:
    """Find tags where none are filled, and what does not follow the rows."""
    for name, _ in package.sheets():
        if _TAG.search(name):
            yield Fault(_at(name, ""), _IN_NAME)
    for name in package.names():
        if name.startswith("xl/drawings/drawing") and name.endswith(".xml") and "{{" in "".join(package.tree(name).itertext()):
            yield Fault(name, _IN_DRAWING)
        if name.startswith("xl/pivotTables/") and name.endswith(".xml"):
            yield Fault(name, _PIVOT)


def _lacking(name: str, near: str | None) -> Text:
    return Text(*(text.format(name=name, near=near) for text in (UNKNOWN_NEAR if near else UNKNOWN)))


def _at(place: str, words: str) -> str:
    where = printable(place, _LONGEST)
    return f"{where}: {printable(words, _LONGEST)}" if words else where


_TAG = re.compile(r"\{[{%#]")
_HALF = re.compile(r"\{\s{0,9}[{%#]|[}%#]\s{0,9}\}|\{\s{0,9}\w[\w.]{0,99}\s{0,9}\}")
_CURLY = "“”‘’„‟«»"
_LONGEST = 80

_SPLIT = Text(
    vi="thẻ chưa đủ dấu ngoặc, hoặc bị cắt sang ô khác: viết cả thẻ trong một ô, như {{ title }}",
    en="a tag lacks a bracket or is cut between cells: write all of it in one, such as {{ title }}",
)
_CURLY_QUOTES = Text(
    vi="dấu ngoặc kép cong trong thẻ: dùng dấu thẳng \" hoặc ', hoặc bỏ dấu quanh tên",
    en="curly quotes within a tag: use straight ones, or none around a name",
)
_IN_FORMULA = Text(vi="thẻ trong công thức không được điền: đặt thẻ ở ô khác", en="tags in formulas are not filled: put it in another cell")
_IN_NAME = Text(vi="thẻ trong tên trang không được điền", en="tags in the names of sheets are not filled")
_IN_DRAWING = Text(vi="thẻ trong hình vẽ, hộp chữ không được điền: đặt vào ô", en="tags in drawings are not filled: put them in a cell")
_UNPRINTED = Text(
    vi="cột {column} nằm ngoài vùng in {area}: đặt lại vùng in (Page Layout, Print Area), hoặc đưa cột sát bảng",
    en="the column {column} lies outside the print area {area}: set the area anew (Page Layout, Print Area), or move it next to the table",
)
_PIVOT = Text(
    vi="bảng tổng hợp (PivotTable) giữ số cũ cho đến khi được làm mới trong Excel",
    en="a pivot table keeps its old numbers until it is refreshed in Excel",
)
