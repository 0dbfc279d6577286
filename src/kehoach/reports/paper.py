"""A report as a paper: one row of blocks, wide tables as annexes; the same for Word and PDF."""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.language import Language, Text
from kehoach.reports.views.numbering import roman
from kehoach.reports.widths import LANDSCAPE, PORTRAIT, fits, widths

Paper = dict[str, Any]

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
    blocks = list(_summary(view, language)) if view["report"] == "summary" else list(_parts(view["parts"]))
    room = PORTRAIT if family(view["report"]) == "summary" else LANDSCAPE
    found = [{**one, "table": _set(one["table"], room)} if one["table"] else one for one in blocks]
    framed = {"heading": _heading(view["heading"])} if "heading" in view else {}
    return {**view, **framed, "blocks": found or [_block("paragraph", view["labels"]["nothing"])], "annexes": []}


def _block(kind: str, text: str = "", table: Paper | None = None, number: str = "", label: str = "") -> Paper:
    return {"kind": kind, "number": number, "label": label, "text": text, "table": table}


def _plan(view: Paper) -> Iterator[Paper]:
    for section in view["sections"]:
        yield _block("section", section["title"], number=section["number"])
        yield from _parts(section["parts"])


def _parts(parts: list[Paper]) -> Iterator[Paper]:
    for part in parts:
        if part["title"]:
            yield _block("part", part["title"], number=part["number"])
        yield from _body(part)
        for inner in part["parts"]:
            yield _block("point", inner["title"], number=inner["number"])
            yield from _body(inner)


def _body(part: Paper) -> Iterator[Paper]:
    yield from (_block("paragraph", text) for text in part["paragraphs"])
    if part["table"]:
        yield _block("table", part["title"], part["table"])
    for item in part["bullets"]:
        yield _block("item", item["text"], label=item["label"])
        yield from (_block("subitem", child) for child in item["children"])


def _summary(view: Paper, language: Language) -> Iterator[Paper]:
    labels = view["labels"]
    yield from (_block("item", item["text"], label=item["label"]) for item in view["identification"])
    if view["checklist"]:
        yield _block("part", labels["checklist"])
        if view["readiness"]:
            yield _block("paragraph", view["readiness"])
        yield _block("table", labels["checklist"], view["checklist"])
    yield _block("part", labels["figures"])
    yield from (_block("item", item["text"], label=item["label"]) for item in view["figures"])
    if view["key_indicators"]:
        yield _block("table", labels["indicators"], view["key_indicators"])
    if view["findings"]:
        yield _block("part", labels["findings"])
        yield _block("paragraph", view["findings"]["counts"])
        if view["findings"]["table"]:
            yield _block("table", labels["findings"], view["findings"]["table"])
    if view["gantt"]:
        yield _block("part", labels["schedule"])
        yield _block("table", labels["schedule"], _schedule(view["gantt"], language))


def _schedule(gantt: Paper, language: Language) -> Paper:
    """Write the bars of a chart as a table."""
    titles = (_WORK.to(language), _FROM.to(language), _UNTIL.to(language))
    rows = []
    for section in gantt["sections"]:
        bars = [(bar["name"], _day(bar["first"], language), _day(bar["last"], language)) for bar in section["bars"]]
        points = [(point["name"], "", _day(point["day"], language)) for point in section["points"]]
        rows.append({"kind": "group", "cells": [section["title"], "", ""]})
        rows += [{"kind": "entry", "cells": list(cells)} for cells in (*bars, *points)]
    columns = [{"title": title, "align": "left" if i == 0 else "centre"} for i, title in enumerate(titles)]
    return {"unit": "", "columns": columns, "rows": rows, "notes": [gantt["note"]] if gantt["note"] else []}


def _day(iso: str, language: Language) -> str:
    return "/".join(reversed(iso.split("-"))) if language is Language.VI else iso


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
            kept.append(_block("paragraph", _SEE.fill(language, {"annex": number})))
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
        return [*blocks, _block("ending", ending)] if ending else blocks
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
_WORK = Text(vi="Nhiệm vụ, mốc", en="Task, milestone")
_FROM = Text(vi="Bắt đầu", en="Start")
_UNTIL = Text(vi="Kết thúc", en="End")
