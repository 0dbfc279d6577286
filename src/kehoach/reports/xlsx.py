"""Reports as workbooks: the annex tables, with real numbers, real days and sums that add up again."""

from io import BytesIO
from pathlib import Path
from typing import Any

from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.reports import remarks, sandbox
from kehoach.reports.extras import wanting
from kehoach.reports.figures import packed
from kehoach.reports.options import Options, Report
from kehoach.reports.paper import family
from kehoach.reports.sheets import Block, Sheet, parted, sheet_name, sheets
from kehoach.reports.view import view
from kehoach.reports.views.pieces import CENTRE, Column, Piece, entry, table

ANNEXES = (Report.ASSIGNMENTS, Report.INDICATORS, Report.BUDGET, Report.MONITORING, Report.RISKS)
"""What the whole plan is as a workbook."""


SUFFIX = ".xlsx"
LARGEST = 20 * 1000 * 1000
"""Bytes of a template, as it is and unpacked."""


def render(report: Report, data: dict[str, Any], plan: Plan, options: Options, template: Path | None = None) -> bytes:
    """Render a view, the whole plan as its annexes; the same plan and day give the same bytes.

    Raises:
        KehoachError: the extra is not installed; the user's template cannot be read, fails, or takes too much.
    """
    if template is not None:
        return _filled(report, data, plan, options, template)
    views = [view(one, plan, options) for one in ANNEXES] if report is Report.PLAN else [_tables_only(data)]
    return _written([_labelled(one, options) for one in views], options)


def overview(data: dict[str, Any], options: Options) -> bytes:
    """Write a view of many plans, each part on a sheet of its own.

    Raises:
        KehoachError: the extra is not installed.
    """
    return _book(parted(data), options)


def _filled(report: Report, data: dict[str, Any], plan: Plan, options: Options, template: Path) -> bytes:
    """Fill a user's own workbook."""
    with wanting("xlsx", "openpyxl", "lxml"):
        from kehoach.reports.package import read  # noqa: PLC0415 - an extra
    file = sandbox.found(template, (report.value, family(report.value)), SUFFIX)
    return sandbox.fill_workbook(file, read(file, LARGEST), packed(data | {"tables": _tables(report, data, plan, options)}), options.today)


def _tables(report: Report, data: dict[str, Any], plan: Plan, options: Options) -> list[Piece]:
    """Give the tables of a report in their order, those of the whole plan from its annexes."""
    views = [view(one, plan, options) for one in ANNEXES] if report is Report.PLAN else [_tables_only(data)]
    found = sheets([_labelled(one, options) for one in views])
    return [{"title": block.title or sheet.view["title"], **block.table} for sheet in found for block in sheet.blocks if block.table]


def _tables_only(data: dict[str, Any]) -> dict[str, Any]:
    """Make of a letter the tables that go with it."""
    if "sections" not in data:
        return data
    return data | {"parts": [one for part in data["sections"] for one in part["parts"] if one["table"]]}


def _written(views: list[dict[str, Any]], options: Options) -> bytes:
    found = [sheet for sheet in sheets(views) if sheet.only or len(views) == 1]
    said = remarks.place({}, options)
    if said:
        found.append(_remarks(said, views[0], options))
    return _book(found or sheets(views[:1]), options)


def _book(found: list[Sheet], options: Options) -> bytes:
    with wanting("xlsx", "xlsxwriter"):
        from kehoach.reports.workbook import write  # noqa: PLC0415 - slow to import, and an extra
    into = BytesIO()
    write(found, into, options)
    return into.getvalue()


def _labelled(data: dict[str, Any], options: Options) -> dict[str, Any]:
    """Add the headings that only a workbook needs."""
    own = {name: text.to(options.language) for name, text in _LABELS.items()}
    return data | {"labels": data["labels"] | own}


def _remarks(said: list[remarks.Remark], data: dict[str, Any], options: Options) -> Sheet:
    return Sheet(sheet_name(data["labels"]["findings"]), data, [Block(data["labels"]["findings"], table=_findings(said, options))])


def _findings(said: list[remarks.Remark], options: Options) -> Piece | None:
    heads = [text.to(options.language) for text in _HEADS]
    columns = [Column(heads[0], CENTRE), Column(heads[1], CENTRE), Column(heads[2], CENTRE), Column(heads[3]), Column(heads[4])]
    return table(columns, [entry(one["label"], one["code"], str(one["line"]), one["text"], one["fix"]) for one in said])


_LABELS = {
    "content": Text(vi="Nội dung", en="What"),
    "detail": Text(vi="Chi tiết", en="Detail"),
}
_HEADS = (
    Text(vi="Mức", en="Severity"),
    Text(vi="Mã", en="Code"),
    Text(vi="Dòng", en="Line"),
    Text(vi="Phát hiện", en="Finding"),
    Text(vi="Cách sửa", en="How to mend it"),
)
