"""The answer to a question in SQL, written for people, spreadsheets and machines."""

import csv
import io
import json
import math
from collections.abc import Sequence

from kehoach import escaping
from kehoach.analysis.relations.base import Cell
from kehoach.formats.grid import grid
from kehoach.formats.pen import Pen
from kehoach.language import Text
from kehoach.workspace.database import Answer

MARK = "\ufeff"
"""Before the rows of a CSV file: without it Excel takes UTF-8 for an old encoding and spoils Vietnamese letters."""


def text(answer: Answer, pen: Pen) -> str:
    """Write a table for a terminal, and how many rows it has."""
    rows = [[pen.write(_shown(cell)) for cell in row] for row in answer.rows]
    lines = grid([pen.write(name) for name in answer.columns], rows, _figures(answer), pen)
    return "\n".join([*lines, "", pen.say(_ROWS, count=len(rows))]) + "\n"


def as_csv(answer: Answer) -> str:
    """Write rows with commas (RFC 4180); a text that a spreadsheet would run as a formula begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([escaping.spreadsheet(name) for name in answer.columns])
    writer.writerows([[escaping.spreadsheet(cell) if isinstance(cell, str) else _shown(cell) for cell in row] for row in answer.rows])
    return MARK + out.getvalue()


def as_json(answer: Answer) -> str:
    """Write a list of objects; of columns with one name the later ones are numbered."""
    names = _told_apart(answer.columns)
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in answer.rows]
    data = {"version": 1, "columns": names, "rows": rows}
    return escaping.json(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def markdown(answer: Answer) -> str:
    """Write a table for a page."""
    lines = [_row([escaping.markdown_cell(name) for name in answer.columns])]
    lines.append(_row(["---:" if is_figure else "---" for is_figure in _figures(answer)]))
    lines += [_row([escaping.markdown_cell(_shown(cell)) for cell in row]) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figures(answer: Answer) -> list[bool]:
    """Tell which columns hold nothing but figures."""
    found = []
    for i in range(len(answer.columns)):
        cells = [row[i] for row in answer.rows if row[i] is not None]
        found.append(bool(cells) and not any(isinstance(cell, str) for cell in cells))
    return found


def _shown(cell: Cell) -> str:
    """Write a value; of a binary fraction the fifteen digits that are sure."""
    if cell is None:
        return ""
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def _plain(cell: Cell) -> Cell:
    if not isinstance(cell, float):
        return cell
    return float(_shown(cell)) if math.isfinite(cell) else str(cell)


def _told_apart(names: Sequence[str]) -> list[str]:
    taken: list[str] = []
    for name in names:
        own, number = name, 1
        while own in taken:
            number += 1
            own = f"{name}_{number}"
        taken.append(own)
    return taken


_ROWS = Text(vi="{count} dòng", en="rows: {count}")
