"""The pieces that views are made of: sections, parts, bullets, tables; plain data for any format."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, Self

from kehoach.diagnostics import pointer
from kehoach.model.base import Node
from kehoach.reports.views.numbering import letter, roman

Piece = dict[str, Any]

LEFT, CENTRE, RIGHT = "left", "centre", "right"
BEYOND, REST = "BEYOND", "REST"


class Figure(str):
    """A printed number or day that knows its exact value, for formats that reckon: `12500.5`, `2026-06-30`."""

    __slots__ = ("exact",)
    exact: str

    def __new__(cls, text: str, exact: Decimal | int | str) -> Self:
        """Keep the value beside the text; a text made of this one is a text only."""
        figure = super().__new__(cls, text)
        figure.exact = exact if isinstance(exact, str) else f"{exact:f}"
        return figure


class Column(NamedTuple):
    """A column of a table."""

    title: str
    align: str = LEFT
    optional: bool = False  # left out where no row has anything to say in it
    adds: int = 0  # how many columns right before it it is the sum of
    room: int = 0  # mm that it has at least, whatever its words need


class Formula(NamedTuple):
    """How a figure comes from others of the same table, for formats that reckon.

    SUM, MIN, MAX are of the cells in the same column, so many rows below; BEYOND is by how much one column of the same row
    passes another; REST is what one column leaves of another.
    """

    column: int
    how: str
    first: int
    last: int


class Row(NamedTuple):
    """A row: an entry, a group's heading, a total of all, or a subtotal of those below it."""

    cells: Sequence[str]
    kind: str = "entry"
    about: str = ""  # the place in the plan of what it says, as a JSON Pointer
    formulas: Sequence[Formula] = ()  # in tables without optional columns


def entry(*cells: str, about: Node | None = None) -> Row:
    """Make an ordinary row."""
    return Row(cells, about=place(about))


def group(*cells: str) -> Row:
    """Make the heading of the rows that follow."""
    return Row(cells, "group")


def subtotal(*cells: str, formulas: Sequence[Formula] = ()) -> Row:
    """Make a row that says what the rows below it make together."""
    return Row(cells, "subtotal", formulas=formulas)


def totals(*cells: str) -> Row:
    """Make a row of sums."""
    return Row(cells, "total")


def table(columns: Sequence[Column], rows: Sequence[Row], *, unit: str = "", notes: Sequence[str] = ()) -> Piece | None:
    """Make a table without the optional columns that no entry fills; no entries make no table."""
    entries = [row for row in rows if row.kind == "entry"]
    if not entries:
        return None
    kept = [i for i, column in enumerate(columns) if not column.optional or any(row.cells[i] for row in entries)]
    return {
        "unit": unit,
        "columns": [{"title": columns[i].title, "align": columns[i].align, "adds": columns[i].adds, "room": columns[i].room} for i in kept],
        "rows": [
            {
                "kind": row.kind,
                "about": row.about,
                "cells": [str(row.cells[i]) for i in kept],
                "values": [exact(row.cells[i]) for i in kept],
                **({"formulas": list(row.formulas)} if row.formulas else {}),
            }
            for row in rows
        ],
        "notes": list(notes),
    }


def exact(text: str) -> str:
    """Give the exact value of a printed one; empty where there is none."""
    return text.exact if isinstance(text, Figure) else ""


def place(node: Node | None) -> str:
    """Say where something stands in the plan."""
    return "" if node is None else pointer(node.path)


def bullet(text: str, children: Iterable[str] = (), *, label: str = "") -> Piece:
    """Make an item of a list, with a label before it and items below it."""
    return {"label": label, "text": str(text), "children": list(children)}


def labelled(label: str, text: str) -> list[Piece]:
    """Make an item `label: text`, or nothing where there is no text."""
    return [bullet(text, label=label)] if text else []


def part(
    title: str,
    *,
    paragraphs: Iterable[str | None] = (),
    bullets: Iterable[Piece | str] = (),
    table: Piece | None = None,
    parts: Iterable[Piece] = (),
    about: Node | None = None,
) -> Piece:
    """Make a part of a section."""
    return {
        "number": "",
        "about": place(about),
        "title": title,
        "paragraphs": [text for text in paragraphs if text],
        "bullets": [bullet(item) if isinstance(item, str) else item for item in bullets],
        "table": table,
        "parts": list(parts),
    }


def section(name: str, title: str, parts: Iterable[Piece]) -> Piece:
    """Make a section of the parts that have anything in them; they are numbered 1., 2., and within a), b)."""
    kept = [one for one in parts if _says_something(one)]
    for number, one in enumerate(kept, start=1):
        if len(kept) > 1 or one["title"]:
            one["number"] = f"{number}."
        for index, inner in enumerate(one["parts"], start=1):
            inner["number"] = f"{letter(index)})"
    return {"id": name, "number": "", "title": title, "parts": kept}


def numbered(sections: Iterable[Piece]) -> list[Piece]:
    """Number the sections that have parts I., II., III.; the others are left out."""
    kept = [one for one in sections if one["parts"]]
    for number, one in enumerate(kept, start=1):
        one["number"] = f"{roman(number)}."
    return kept


def _says_something(one: Piece) -> bool:
    return bool(one["paragraphs"] or one["bullets"] or one["table"] or one["parts"])
