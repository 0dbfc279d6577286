"""Comments that accept a finding: `# kehoach: ignore CODE reason`."""

import re
from typing import NamedTuple

from kehoach.reading.complaint import Span
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit
from kehoach.reading.hashes import matches
from kehoach.reading.spans import Spans
from kehoach.remembered import remembered

_COMMENT = r"#[ \t]*kehoach:[ \t]*ignore\b[ \t]*((?:[A-Z]{3}\d{3}[ \t,]*)*)([^\r\n]*)"  # few files have one: compiled when met
_MARK = re.compile(r"#[ \t]*kehoach:[ \t]*ignore")
_CODE = r"[A-Z]{3}\d{3}"


class Suppression(NamedTuple):
    """One comment: the codes it names, and the lines it is about."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    first_line: int
    last_line: int


@remembered
def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Find the comments that accept findings.

    At the end of a line, one is about that line; on a line of its own, about the whole block that begins below it.
    """
    text = document.text
    if next(matches(_MARK, text), None) is None:
        return ()
    quoted = [scalar.span for scalar in document.scalars() if not scalar.is_key and "#" in scalar.text]
    blocks = _blocks(document)
    found = []
    for match in re.finditer(_COMMENT, text):
        if any(start <= match.start() < end for start, end in quoted):
            continue
        line = document.place((match.start(), match.start())).line
        alone = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        first, last = _below(document, blocks, line) if alone else (line, line)
        codes = tuple(re.findall(_CODE, match[1]))
        found.append(Suppression(codes, match[2].strip(), match.span(), first, last))
    return tuple(found)


def without_comment(document: Document, comment: Suppression) -> Edit:
    """Take a comment away: with the blanks before it, or its whole line where nothing else is on it."""
    text = document.text
    start, end = comment.span
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    is_alone = start == 0 or text[start - 1] in "\r\n"
    if is_alone and text[end : end + 2] == "\r\n":
        end += 2
    elif is_alone and text[end : end + 1] in ("\r", "\n"):
        end += 1
    return Edit(start, end, "")


def _below(document: Document, blocks: dict[int, int], line: int) -> tuple[int, int]:
    """Find the block that begins on the first line below that is no comment."""
    total = document.place((len(document.text), len(document.text))).line
    first = line + 1
    while first < total and document.line(first).lstrip().startswith("#"):
        first += 1
    return first, blocks.get(first, first)


def _blocks(document: Document) -> dict[int, int]:
    """Map each line on which a block begins to the last line of the widest one."""
    ends: dict[int, int] = {}
    stack: list[tuple[int, Spans]] = [(0, document.spans)]
    while stack:
        start, spans = stack.pop()
        place = document.place((start, spans[1]))
        ends[place.line] = max(ends.get(place.line, 0), place.end_line)
        inside = spans[2] if len(spans) > 2 else ()  # noqa: PLR2004 - a container
        if isinstance(inside, dict):
            stack += [(entry[0], entry[2]) for entry in inside.values()]
        else:
            stack += [(item[0], item) for item in inside]
    ends.pop(document.place((document.spans[0], document.spans[0])).line, None)
    first_entries = document.spans[2].values() if len(document.spans) > 2 and isinstance(document.spans[2], dict) else ()  # noqa: PLR2004
    for start, _, child in first_entries:
        place = document.place((start, child[1]))
        ends[place.line] = max(ends.get(place.line, 0), place.end_line)
    return ends
