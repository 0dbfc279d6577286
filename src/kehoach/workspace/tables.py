"""The data files of a workspace: registers, localities, units that were merged."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach.diagnostics import Place
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.model.extract import Whose
from kehoach.model.portfolio import ExpectedPlan, RegisterEntry, Successor
from kehoach.model.spot import Spot
from kehoach.model.workspace import Expected
from kehoach.reading.document import Document
from kehoach.reading.registers import load_register
from kehoach.rules.catalogue import by_code
from kehoach.values.dates import read_date
from kehoach.values.kind import BadValueError, Frame
from kehoach.values.text import fold, nearest, nfc
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import Source, read

_LOCALITIES = ("code", "name", "within")
_CROSSWALK = ("old_code", "old_name", "new_code", "new_name", "from")


class Row(NamedTuple):
    """One line of a table, by the names of its columns."""

    file: str
    line: int
    text: str
    cells: Mapping[str, str]


def registers(settings: Configuration) -> dict[str, RegisterEntry]:
    """Read the registers of a workspace: their entries by id and by `register#id`.

    Raises:
        KehoachError: a file cannot be read, or is no sound register.
    """
    found: dict[str, RegisterEntry] = {}
    for name in settings.register:
        source = _source(settings, name)
        document, complaints, built = load_register(read(source), source.name)
        if built is None or complaints:
            complaint = complaints[0]
            place = document.place(complaint.span)
            message = complaint.message or by_code()[complaint.code].message
            said = Text(message.fill(Language.VI, complaint.values), message.fill(Language.EN, complaint.values))
            raise KehoachError(_AT, place=f"{source.name}:{place.line}:{place.column}", what=said)
        for indicator in built.node.indicators:
            path = indicator.at("id")
            spot = Spot.of(path, document.place(document.span(path)), "")
            entry = RegisterEntry(
                id=indicator.id,
                name=indicator.name,
                unit=indicator.unit or "",
                direction=indicator.direction,
                aggregation=indicator.aggregation,
                weight=indicator.weight or "",
                file=source.name,
                spot=spot,
            )
            found.setdefault(indicator.id, entry)
            found[f"{built.node.id}#{indicator.id}"] = entry
    return found


def successors(settings: Configuration) -> dict[str, Successor]:
    """Read the tables of merged units: what became of each, by its code, and by its name where it has no code.

    Raises:
        KehoachError: a table cannot be read; says file and line.
    """
    found: dict[str, Successor] = {}
    for name in settings.crosswalk:
        for row in table(_source(settings, name), _CROSSWALK):
            cells = row.cells
            if not (cells["old_code"] or cells["old_name"]) or not (cells["new_code"] or cells["new_name"]):
                raise _bad(row, _NO_UNIT)
            try:
                since = read_date(cells["from"], Frame())
            except BadValueError:
                raise _bad(row, _NO_DATE, said=cells["from"]) from None
            after = Successor(cells["new_code"], cells["new_name"], since)
            for key in {cells["old_code"], fold(cells["old_name"])} - {""}:
                if key not in (after.code, fold(after.name)):
                    found[key] = after
    return found


def expected(settings: Configuration) -> tuple[ExpectedPlan, ...]:
    """List the plans that the workspace expects, one for each line of the localities it names.

    Raises:
        KehoachError: a table cannot be read; says file and line.
    """
    document = settings.document
    if document is None:
        return ()
    return tuple(plan for wanted in settings.expected for plan in _expected(settings, wanted, document))


def _expected(settings: Configuration, wanted: Expected, document: Document) -> Iterator[ExpectedPlan]:
    def plan(locality: Whose | None, file: str, spot: Spot) -> ExpectedPlan:
        return ExpectedPlan(wanted.level, wanted.period, wanted.kind, wanted.due, locality, file, spot)

    if wanted.localities is None:
        path = wanted.path
        yield plan(None, document.name, Spot.of(path, document.place(document.span(path)), ""))
        return
    for row in table(_source(settings, wanted.localities), _LOCALITIES):
        cells = row.cells
        if not (cells["code"] or cells["name"]):
            raise _bad(row, _NO_UNIT)
        place = Place(line=row.line, column=1, end_line=row.line, end_column=len(row.text) + 1, excerpt=row.text)
        yield plan(Whose(cells["name"], cells["code"], cells["within"]), row.file, Spot.of((), place, f"/{cells['code'] or cells['name']}"))


def table(source: Source, columns: Sequence[str]) -> Iterator[Row]:
    """Read a table of commas, in UTF-8, with a header; empty lines are passed over.

    Raises:
        KehoachError: it is not in UTF-8, a column is missing, or a line has too many cells; says file and line.
    """
    import csv  # noqa: PLC0415 - few workspaces have tables

    content = read(source)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise KehoachError(_AT, place=f"{source.name}:{line}", what=_NO_UTF8) from None
    lines = text.splitlines()
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = [nfc(cell).strip() for cell in next(reader, [])]
        _refuse_header(source, header, columns)
        before = reader.line_num
        for cells in reader:
            first, before = before + 1, reader.line_num
            row = Row(source.name, first, lines[first - 1] if first <= len(lines) else "", _cells(header, cells))
            if len(cells) > len(header):
                raise _bad(row, _TOO_MANY, count=len(cells), wanted=len(header))
            if any(row.cells.values()):
                yield row
    except csv.Error as error:
        raise KehoachError(_AT, place=f"{source.name}:{reader.line_num}", what=Text(str(error), str(error))) from None


def _cells(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {name: nfc(cells[i]).strip() if i < len(cells) else "" for i, name in enumerate(header)}


def _refuse_header(source: Source, header: Sequence[str], columns: Sequence[str]) -> None:
    for column in columns:
        if column not in header:
            near = nearest(column, [name for name in header if name not in columns])
            said = ", ".join(header) or "-"
            what = _NEAR_COLUMN if near else _NO_COLUMN
            values = {"column": column, "columns": ",".join(columns), "said": said, "near": near or ""}
            text = Text(what.fill(Language.VI, values), what.fill(Language.EN, values))
            raise KehoachError(_AT, place=f"{source.name}:1", what=text)


def _bad(row: Row, text: Text, **values: object) -> KehoachError:
    return KehoachError(_AT, place=f"{row.file}:{row.line}", what=Text(text.fill(Language.VI, values), text.fill(Language.EN, values)))


def _source(settings: Configuration, name: str) -> Source:
    """Find a data file that the workspace's own file names; it lies inside the workspace."""
    file = settings.root / name
    top = os.path.realpath(settings.root)
    if os.path.commonpath([top, os.path.realpath(file)]) != top:
        raise KehoachError(_OUTSIDE, name=name)
    shown = os.path.relpath(file)
    return Source(str(file), shown if not shown.startswith("..") else str(Path(file)))


_AT = Text(vi="{place}: {what}", en="{place}: {what}")
_OUTSIDE = Text(vi="{name} nằm ngoài kho kế hoạch, không được đọc", en="{name} lies outside the workspace and is not read")
_NO_UTF8 = Text(
    vi="tệp không phải UTF-8; lưu lại dạng CSV UTF-8",
    en="the file is not UTF-8; save it as CSV UTF-8",
)
_NO_COLUMN = Text(
    vi="thiếu cột {column}; dòng đầu phải là `{columns}`, đang là `{said}`",
    en="the column {column} is missing; the first line must be `{columns}`, it is `{said}`",
)
_NEAR_COLUMN = Text(
    vi="thiếu cột {column}; dòng đầu phải là `{columns}`, {near} có phải là {column} không?",
    en="the column {column} is missing; the first line must be `{columns}`, did you mean {column} by {near}?",
)
_TOO_MANY = Text(
    vi="dòng có {count} ô trong khi dòng đầu có {wanted} cột; đặt trong nháy kép ô có dấu phẩy",
    en="the line has {count} cells, the header has {wanted}; put a cell with a comma in double quotes",
)
_NO_UNIT = Text(vi="dòng không ghi mã và tên đơn vị", en="the line names no unit, neither by code nor by name")
_NO_DATE = Text(
    vi="{said!r} ở cột from không phải một ngày; viết như 2025-07-01",
    en="{said!r} in the column from is no date; write 2025-07-01",
)
