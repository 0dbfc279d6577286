"""A report as a paper: one row of blocks, wide tables as annexes; the same for Word and PDF."""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.language import Language, Text
from kehoach.reports.blocks import Paper, block
from kehoach.reports.one_page import summary
from kehoach.reports.views.numbering import roman
from kehoach.reports.widths import LANDSCAPE, PORTRAIT, fits, widths

FAMILIES = {"plan": "plan", "submission": "plan", "summary": "summary", "appraisal": "appraisal"}
OTHERS = "report"
"""Reports that are tables for the most part share one layout, on pages turned."""


def family(report: str) -> str:
    """Give the name of the layout in which a report is set."""
    return FAMILIES.get(report, OTHERS)


def paper(view: dict[str, Any]) -> Paper:
    """Add to a view what papers are set from: `blocks` in their order, and `annexes`."""
    language = Language(view["language"])
    if family(view["report"]) == "plan":
        blocks, annexes = _parted(list(_plan(view)), view["attached"], language)
        return {**view, "heading": _heading(view["heading"]), "blocks": _ended(blocks, view["ending"]), "annexes": annexes}
    blocks = summary(view, language) if view["report"] == "summary" else list(_parts(view["parts"]))
    room = PORTRAIT if family(view["report"]) == "summary" else LANDSCAPE
    found = [{**one, "table": _set(one["table"], room)} if one["table"] else one for one in blocks]
    framed = {"heading": _heading(view["heading"])} if "heading" in view else {}
    return {**view, **framed, "blocks": found or [block("paragraph", view["labels"]["nothing"])], "annexes": []}


def _plan(view: Paper) -> Iterator[Paper]:
    for section in view["sections"]:
        yield block("section", section["title"], number=section["number"])
        yield from _parts(section["parts"])


def _parts(parts: list[Paper]) -> Iterator[Paper]:
    for part in parts:
        if part["title"]:
            yield block("part", part["title"], number=part["number"])
        yield from _body(part)
        for inner in part["parts"]:
            yield block("point", inner["title"], number=inner["number"])
            yield from _body(inner)


def _body(part: Paper) -> Iterator[Paper]:
    yield from (block("paragraph", text) for text in part["paragraphs"])
    if part["table"]:
        yield block("table", part["title"], part["table"])
    for item in part["bullets"]:
        yield block("item", item["text"], label=item["label"])
        yield from (block("subitem", child) for child in item["children"])


def _parted(blocks: list[Paper], attached: str, language: Language) -> tuple[list[Paper], list[Paper]]:
    """Take the tables that need a page turned out of the body, and say where they are."""
    wide = [one for one in blocks if one["table"] and not fits(one["table"])]
    kept: list[Paper] = []
    annexes: list[Paper] = []
    title = ""
    for one in blocks:
        if one["kind"] in {"section", "part", "point"}:
            title = one["text"]
        if not one["table"]:
            kept.append(one)
        elif fits(one["table"]):
            kept.append({**one, "table": _set(one["table"], PORTRAIT)})
        else:
            number = _ANNEX.fill(language, {"number": roman(len(annexes) + 1) if len(wide) > 1 else ""}).strip()
            kept.append(block("paragraph", _SEE.fill(language, {"annex": number})))
            annexes.append({"number": number, "title": title.upper(), "attached": attached, "table": _set(one["table"], LANDSCAPE)})
    return kept, annexes


def _set(table: Paper, room: float) -> Paper:
    """Lay a table out: each cell with its column's alignment, each column with its width in mm."""
    aligned = [column["align"] for column in table["columns"]]
    columns = zip(table["columns"], widths(table, room), strict=True)
    return {
        "unit": table["unit"],
        "columns": [
            {"title": column["title"], "align": column["align"], "width": width, "room": column.get("room", 0)} for column, width in columns
        ],
        "rows": [
            {"kind": row["kind"], "cells": [{"text": text, "align": align} for text, align in zip(row["cells"], aligned, strict=True)]}
            for row in table["rows"]
        ],
        "notes": table["notes"],
    }


def _ended(blocks: list[Paper], ending: str) -> list[Paper]:
    """Put the mark of the end behind the last words, or below the last table; the signature stays with it."""
    if not blocks:
        return blocks
    last = blocks[-1]
    if last["table"]:
        return [*blocks, block("ending", ending)] if ending else blocks
    kind = "ending" if last["kind"] == "paragraph" else last["kind"]
    return [*blocks[:-1], {**last, "kind": kind, "text": f"{last['text'].rstrip('.;')}{ending}" if ending else last["text"]}]


def _heading(heading: Paper | None) -> Paper | None:
    """Break the names of bodies where offices do: `ỦY BAN NHÂN DÂN` above the place."""
    if heading is None:
        return None
    return {**heading, "left": [_COUNCIL.sub(r"\1\n", name) if len(name) > _LONG else name for name in heading["left"]]}


_COUNCIL = re.compile(r"^((?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN) (?=\S)")
_LONG = 24
_ANNEX = Text(vi="Phụ lục {number}", en="Annex {number}")
_SEE = Text(vi="Chi tiết tại {annex} kèm theo.", en="See {annex}.")
