"""The summary as a paper: as many rows of its lists as one page holds, and how many more there are."""

from collections.abc import Iterator
from typing import Any

from kehoach.language import Language, Text
from kehoach.reports.blocks import Paper, block
from kehoach.reports.widths import PORTRAIT, UPRIGHT, lines_in, widths
from kehoach.values.text import short

HIGH = 252.0
"""mm of a page that its text may take; the decree's margins leave 257."""

_LINE, _HEADING, _ABOVE = 6.25, 5.7, 2.2  # mm of a line of a paragraph, of a heading, and above either; those of Word, the taller ones
_ROW, _ROW_LINE = 1.45, 4.87  # mm of a row around its words, and of a line of them
_TITLE, _BANNER, _FOOT = 6.5, 22.0, 9.2
_LETTERS = 14 / 12  # those of paragraphs to those of tables, for which lengths are estimated
_LONGEST = 120  # characters of a cell
_ONE_LINE = 58  # characters that stand in one line beside two days
_WORK, _GROUP = Text(vi="Nhiệm vụ, mốc", en="Task, milestone"), Text(vi="Nhóm nhiệm vụ, mốc", en="Group of tasks, milestone")
_FEWEST = 2  # rows of a list that is shown at all


def summary(view: dict[str, Any], language: Language) -> list[Paper]:
    """Give the blocks of the summary: the schedule task by task where there is room for it, else by group, else its beginning."""
    findings = _short(view["findings"]["table"]) if view["findings"] else None
    hidden = int(view["findings"]["more"] or 0) if view["findings"] else 0
    all_found = len(findings["rows"]) if findings else 0
    made = _blocks(view, _begun(findings, all_found, _KINDS, language, hidden), _tasks(view["gantt"], language))
    if _height(view, made) <= HIGH:
        return made
    schedule = _groups(view["gantt"], language)
    for found, shown in _shares(all_found, len(schedule["rows"]) if schedule else 0):
        made = _blocks(view, _begun(findings, found, _KINDS, language, hidden), _begun(schedule, shown, _DATES, language))
        if _height(view, made) <= HIGH:
            break
    return made


def _shares(findings: int, schedule: int) -> Iterator[tuple[int, int]]:
    """Give fewer and fewer rows of both lists: first of the longer, then no schedule, then no findings."""
    found, shown = findings, schedule
    while max(found, shown) > _FEWEST:
        yield found, shown
        found, shown = (found - 1, shown) if found > shown else (found, shown - 1)
    yield found, shown
    yield from ((count, 0) for count in range(findings, -1, -1))


def _blocks(view: dict[str, Any], findings: Paper | None, schedule: Paper | None) -> list[Paper]:
    labels = view["labels"]
    made = [block("paragraph", _told(view["identification"]))]
    if view["checklist"]:
        readiness = view["readiness"][:1].lower() + view["readiness"][1:]
        made.append(block("part", f"{labels['checklist']} ({readiness})" if readiness else labels["checklist"]))
        made.append(block("table", labels["checklist"], _folded(view["checklist"])))
    made += [block("part", labels["figures"]), block("paragraph", _told(view["figures"]))] if view["figures"] else []
    made += [block("table", labels["indicators"], _short(view["key_indicators"]))] if view["key_indicators"] else []
    if view["findings"]:
        made.append(block("part", f"{labels['findings']}: {view['findings']['counts']}"))
        made += [block("table", labels["findings"], findings)] if findings else []
    return [*made, block("part", labels["schedule"]), block("table", labels["schedule"], schedule)] if schedule else made


def _told(facts: list[dict[str, str]]) -> str:
    """Say facts in one paragraph: `Địa phương: Xã Mẫu; kỳ kế hoạch: năm 2026.`."""
    said = "; ".join(f"{one['label'][:1].lower()}{one['label'][1:]}: {one['text']}" for one in facts)
    return f"{said[:1].upper()}{said[1:]}."


def _folded(table: Paper) -> Paper:
    """Put the lower half of a table beside the upper one."""
    rows = table["rows"]
    half = (len(rows) + 1) // 2
    nothing = [""] * len(table["columns"])
    cells = [[*row["cells"], *(rows[half + at]["cells"] if half + at < len(rows) else nothing)] for at, row in enumerate(rows[:half])]
    return {**table, "columns": table["columns"] * 2, "rows": [{"kind": "entry", "cells": one} for one in cells]}


def _short(table: Paper | None) -> Paper | None:
    """Cut long texts, so that no row takes the page."""
    if table is None:
        return None
    return {**table, "rows": [{**row, "cells": [short(text, _LONGEST) for text in row["cells"]]} for row in table["rows"]]}


def _begun(table: Paper | None, count: int, more: Text, language: Language, hidden: int = 0) -> Paper | None:
    """Keep the first rows of a table, and say how many there are beside them, some hidden before; none where no row is kept."""
    if table is None or not count:
        return None
    left = len(table["rows"]) - count + hidden
    notes = [more.fill(language, {"more": left})] if left else []
    return {**table, "rows": table["rows"][:count], "notes": [*notes, *table["notes"]]}


def _tasks(gantt: Paper | None, language: Language) -> Paper | None:
    """Write the bars of a chart as a table."""
    rows = []
    for section in gantt["sections"] if gantt else ():
        bars = [(bar["name"], _day(bar["first"], language), _day(bar["last"], language)) for bar in section["bars"]]
        rows.append({"kind": "group", "cells": [section["title"], "", ""]})
        rows += [{"kind": "entry", "cells": list(cells)} for cells in (*bars, *_points(section, language))]
    return _table(rows, gantt, language)


def _groups(gantt: Paper | None, language: Language) -> Paper | None:
    """Write one row for the bars of each section, and its milestones."""
    rows = []
    for section in gantt["sections"] if gantt else ():
        bars = section["bars"]
        if bars:
            first, last = min(bar["first"] for bar in bars), max(bar["last"] for bar in bars)
            rows.append((_line(section["title"]), _day(first, language), _day(last, language)))
        rows += _points(section, language)
    return _table([{"kind": "entry", "cells": list(cells)} for cells in rows], gantt, language, _GROUP)


def _points(section: Paper, language: Language) -> list[tuple[str, str, str]]:
    return [(point["name"], "", _day(point["day"], language)) for point in section["points"]]


def _line(title: str) -> str:
    """Cut a title to one line, behind a word."""
    return title if len(title) <= _ONE_LINE else f"{title[:_ONE_LINE].rsplit(' ', 1)[0].rstrip(' ,;')}…"


def _table(rows: list[Paper], gantt: Paper | None, language: Language, what: Text = _WORK) -> Paper | None:
    if not rows or gantt is None:
        return None
    titles = (what.to(language), _FROM.to(language), _UNTIL.to(language))
    columns = [{"title": title, "align": "left" if i == 0 else "centre"} for i, title in enumerate(titles)]
    return {"unit": "", "columns": columns, "rows": rows, "notes": [gantt["note"]] if gantt["note"] else []}


def _day(iso: str, language: Language) -> str:
    return "/".join(reversed(iso.split("-"))) if language is Language.VI else iso


def _height(view: dict[str, Any], blocks: list[Paper]) -> float:
    """Estimate how much of the page the summary takes in mm."""
    titles = _lines(view["title"]) + _lines(view["subject"])
    return _TITLE + _FOOT + titles * _HEADING + (_BANNER if view["invalid"] else 0.0) + sum(map(_high, blocks))


def _high(one: Paper) -> float:
    table = one["table"]
    if table is None:
        return _ABOVE + (_HEADING if one["kind"] == "part" else _LINE) * _lines(one["text"])
    rooms = widths(table, PORTRAIT)
    rows = [[column["title"] for column in table["columns"]], *(row["cells"] for row in table["rows"])]
    lines = (max(lines_in(text, room * UPRIGHT) for text, room in zip(cells, rooms, strict=True)) for cells in rows)
    return sum(_ROW + _ROW_LINE * each for each in lines) + 2 * _ABOVE + sum(_ABOVE + _LINE * _lines(note) for note in table["notes"])


def _lines(text: str) -> int:
    return lines_in(text, PORTRAIT * UPRIGHT / _LETTERS)


_KINDS = Text(vi="Và {more} loại phát hiện khác.", en="And {more} other kinds of finding.")
_DATES = Text(vi="Và {more} nhóm nhiệm vụ, mốc khác.", en="And {more} other groups or milestones.")
_FROM = Text(vi="Bắt đầu", en="Start")
_UNTIL = Text(vi="Kết thúc", en="End")
