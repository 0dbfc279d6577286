"""The canonical order of keys: whole lines of block mappings moved, with the comments above them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from kehoach.model.base import Field, Node
from kehoach.reading.edits import Edit, apply
from kehoach.reading.lines import comments_above, line_end, line_start, past_own_comments
from kehoach.reading.outline import Branch, Leaf, Outline
from kehoach.reading.typed import TypedMapping, key_text, typed


def ordering(outline: Outline, top: type[Node]) -> list[Edit]:
    """Move the keys of every block mapping that the model knows into their order."""
    text = outline.text
    if any(sign in text for sign in _ODD_BREAKS) or not text.endswith(("\n", "\r")):
        return []
    edits: list[Edit] = []
    # From the end of the text on, so that the last edits are those inside the mapping at hand.
    mappings = [part for part in typed(outline.root, top) if isinstance(part, TypedMapping)]
    for branch, node in sorted(mappings, key=lambda part: -part.branch.start):
        end, first = branch.last(text), len(edits)
        while first and edits[first - 1].start < end:
            first -= 1
        edit = _sorted_mapping(text, branch, node.fields, edits[first:])
        if edit is not None:
            edits[first:] = [edit]
    return edits


class _Border(NamedTuple):
    """Where the lines above a key begin, where it stands itself, and where its lines end."""

    above: int
    own: int
    end: int


class _Chunk(NamedTuple):
    """The lines of one key: blank ones and comments above it, and its own without their indent."""

    blank: str
    above: str
    own: str


def _sorted_mapping(text: str, branch: Branch, fields: Mapping[str, Field], inner: list[Edit]) -> Edit | None:
    """Sort one mapping, with what was sorted inside it before; none where it is in order or cannot be moved."""
    keys = [key_text(key) for key in branch.children[::2]]
    ranks = {key: rank for rank, key in enumerate(fields)}  # what the model does not know stays behind, in its own order
    order = sorted(range(len(keys)), key=lambda i: ranks.get(keys[i], len(ranks)))
    if order == sorted(order) or branch.is_flow or not _is_movable(text, branch):
        return None
    borders = _borders(text, branch)
    if borders is None:
        return None
    line = line_start(text, borders[0].own)
    chunks = [_chunk(text, border, inner) for border in borders]
    if any(_ACCEPTS.search(chunks[i].above) for i in (0, order[0])):
        return None  # a comment that accepts findings is about all that begins below it: more, or less, in first place
    return Edit(borders[0].above, borders[-1].end, _joined(chunks, order, text[line : borders[0].own]))


def _is_movable(text: str, branch: Branch) -> bool:
    """Whether lines can move: no anchor, alias, tag or scalar that keeps blank lines, and plain names as keys."""
    todo: list[Branch | Leaf] = [branch]
    while todo:
        node = todo.pop()
        if node.anchor is not None or node.tag is not None:
            return False
        if isinstance(node, Leaf):
            if node.is_alias or node.keeps_blank_lines(text):
                return False
        else:
            todo += node.children
    return all(isinstance(key, Leaf) and not key.is_block for key in branch.children[::2])


def _borders(text: str, branch: Branch) -> list[_Border] | None:
    """Find the lines of each key; none where two share a line, or a comment would fall into a block scalar."""
    keys = branch.children[::2]
    column = keys[0].start - line_start(text, keys[0].start)
    for number, key in enumerate(keys):
        before = text[line_start(text, key.start) : key.start]
        if not (_INDENT.fullmatch(before) or (number == 0 and _DASH.fullmatch(before))):
            return None
    borders = []
    above = _first_above(text, keys[0].start)
    for number, (key, value) in enumerate(branch.pairs()):
        limit = line_start(text, keys[number + 1].start) if number + 1 < len(keys) else len(text)
        is_empty = isinstance(value, Leaf) and value.start == value.end
        end = past_own_comments(text, line_end(text, value.last(text)), limit, column, is_empty=is_empty)
        borders.append(_Border(above, key.start, end))
        above = end
    deep = re.compile(rf"(?m)^(?: {{{column + 1}}}| *\t)[ \t]*#")
    return None if any(deep.search(text[b.above : line_start(text, b.own)]) for b in borders) else borders


def _first_above(text: str, start: int) -> int:
    """Find where the comments above the first key begin; those above a dash, or at the head of the file, stay."""
    line = line_start(text, start)
    return line if text[line:start].strip() else comments_above(text, start) or line


def _chunk(text: str, border: _Border, inner: list[Edit]) -> _Chunk:
    lines = text[border.above : line_start(text, border.own)]
    blank = _BLANK_LINES.match(lines)[0]  # type: ignore[index]
    edits = [
        edit._replace(start=edit.start - border.own, end=edit.end - border.own) for edit in inner if border.own <= edit.start < border.end
    ]
    return _Chunk(blank, lines[len(blank) :], apply(text[border.own : border.end], edits))


def _joined(chunks: list[_Chunk], order: list[int], lead: str) -> str:
    """Put the chunks in order; the first takes the place after the dash, and its blank lines go to the one that had it."""
    first, *others = (chunks[i] for i in order)
    indent = " " * len(lead)
    above = _COMMENT_INDENT.sub(lead[: lead.index("-")], first.above) if "-" in lead else first.above
    pieces = [above, lead, first.own]
    for chunk in others:
        pieces += (first.blank if chunk is chunks[0] else chunk.blank, chunk.above, indent, chunk.own)
    return "".join(pieces)


_ACCEPTS = re.compile(r"#[ \t]*kehoach:")
_ODD_BREAKS = "\x85\u2028\u2029"
_INDENT = re.compile(" *")
_DASH = re.compile(" *- +")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_COMMENT_INDENT = re.compile("(?m)^ +(?=#)")
