"""What a workbook shows: which tables on which sheet, with the lines above and below them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach.reports.views.pieces import LEFT, Column, Piece, entry, table

_LONGEST_NAME = 31  # characters that a sheet's name may have
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass
class Block:
    """A table with what stands over and under it."""

    title: str = ""
    above: list[str] = field(default_factory=list)
    table: Piece | None = None
    below: list[str] = field(default_factory=list)


@dataclass
class Sheet:
    """One sheet of a workbook."""

    name: str
    view: dict[str, Any]
    blocks: list[Block]

    @property
    def width(self) -> int:
        """How many columns its widest table has."""
        return max((len(block.table["columns"]) for block in self.blocks if block.table), default=1)

    @property
    def only(self) -> Block | None:
        """The block that alone is on the sheet, whose headings can stay in sight."""
        return self.blocks[0] if len(self.blocks) == 1 and self.blocks[0].table else None


def sheets(views: Iterable[dict[str, Any]]) -> list[Sheet]:
    """Give each table of a report a sheet of its own; a summary stands on one."""
    found: list[Sheet] = []
    for view in views:
        blocks = list(_of_summary(view) if "figures" in view else _of_parts(view))
        if "figures" in view:
            found.append(Sheet(view["title"], view, blocks))
        else:
            found += [Sheet(block.title or view["title"], view, [block]) for block in blocks]
    return _numbered(found)


def parted(view: dict[str, Any]) -> list[Sheet]:
    """Give each part of a view a sheet of its own, those without a table too."""
    parts = view["parts"]
    return _numbered([Sheet(one["title"] or view["title"], view, [Block(one["title"], one["paragraphs"], one["table"])]) for one in parts])


def _numbered(found: list[Sheet]) -> list[Sheet]:
    for number, sheet in enumerate(found, start=1):
        sheet.name = sheet_name(f"{number}. {sheet.name}" if len(found) > 1 else sheet.name)
    return found


def sheet_name(text: str) -> str:
    """Keep what a sheet's name can hold."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip(' ,.')}…"


def _of_parts(view: dict[str, Any]) -> Iterator[Block]:
    """Put parts that are words only over the next table, or under the last."""
    words: list[str] = []
    last: Block | None = None
    for part in view["parts"]:
        if part["table"] is None:
            words += [f"{part['title']}:" if part["bullets"] else "", *_words(part)]
            continue
        if last:
            yield last
        last = Block(part["title"], [one for one in (*words, *part["paragraphs"]) if one], part["table"], _bullets(part))
        words = []
    rest = [one for one in words if one]
    if last is None:
        yield Block(below=rest or [view["labels"]["nothing"]])
        return
    last.below += rest
    yield last


def _words(part: Piece) -> list[str]:
    return [*part["paragraphs"], *_bullets(part)]


def _bullets(part: Piece) -> list[str]:
    lines = []
    for item in part["bullets"]:
        label = f"{item['label']}: " if item["label"] else ""
        lines += [f"- {label}{item['text']}", *(f"   + {child}" for child in item["children"])]
    return lines


def _of_summary(view: dict[str, Any]) -> Iterator[Block]:
    labels = view["labels"]
    for title, facts in ((labels["identification"], view["identification"]), (labels["figures"], view["figures"])):
        yield Block(title, table=_facts(facts, labels))
    if view["key_indicators"]:
        yield Block(labels["indicators"], table=view["key_indicators"])
    if view["checklist"]:
        yield Block(labels["checklist"], [view["readiness"]] if view["readiness"] else [], view["checklist"])
    if view["findings"]:
        yield Block(labels["findings"], [view["findings"]["counts"]], view["findings"]["table"])


def _facts(facts: list[dict[str, str]], labels: dict[str, str]) -> Piece | None:
    columns = (Column(labels["content"], LEFT), Column(labels["detail"], LEFT))
    return table(columns, [entry(one["label"], one["text"]) for one in facts])
