"""Where in a text one more entry of a list goes, without touching what stands there."""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.model.plan import Plan
from kehoach.reading.edits import Edit
from kehoach.reading.lines import line_end, line_start, newline, past_own_comments
from kehoach.reading.outline import ABSENT, Branch, Leaf, Outline
from kehoach.reading.typed import key_text

INDENT = 2


class Insertion(NamedTuple):
    """Where lines go in, how far the dash stands from the margin, and what must be written or removed before."""

    at: int
    column: int
    before: tuple[str, ...] = ()  # lines above the entry: a blank one, the keys of its section
    removed: tuple[int, int] | None = None  # the `[]` of an empty list

    def edits(self, text: str, lines: Sequence[str]) -> list[Edit]:
        """Make the edits that put an entry's lines in."""
        end = newline(text)
        whole = [*self.before, *(f"{' ' * self.column}{line}" for line in lines)]
        is_open = self.at > 0 and text[self.at - 1] not in "\r\n"
        edits = [Edit(self.at, self.at, f"{end if is_open else ''}{''.join(f'{line}{end}' for line in whole)}")]
        return edits if self.removed is None else [Edit(*self.removed, ""), *edits]


def insertion(outline: Outline, path: tuple[str, ...]) -> Insertion:
    """Find the end of the list at a path; its keys are made where they do not stand yet.

    Raises:
        KehoachError: the list is no list of lines: written in brackets, shared by an alias, or something else.
    """
    text = outline.text
    mapping, node = outline.root, Plan
    for depth, key in enumerate(path):
        if not isinstance(mapping, Branch) or not mapping.is_mapping or mapping.is_flow or mapping.anchor is not None:
            raise KehoachError(_NOT_LINES, key=".".join(path[:depth]) or "kehoach")
        column = mapping.children[0].start - line_start(text, mapping.children[0].start)
        value = next((value for name, value in mapping.pairs() if key_text(name) == key), None)
        if value is None:
            return _new_section(outline, mapping, node, path[depth:], column)
        if _is_empty(value):
            return _filled(outline, value, path[depth + 1 :], column)
        inner = node.fields[key].node
        assert inner is not None
        mapping, node = value, inner  # type: ignore[assignment]
    if not isinstance(mapping, Branch) or mapping.is_mapping or mapping.is_flow or mapping.anchor is not None:
        raise KehoachError(_NOT_LINES, key=".".join(path))
    column = mapping.start - line_start(text, mapping.start)
    return Insertion(past_own_comments(text, _after(text, mapping), len(text), column), column)


def _is_empty(value: Branch | Leaf) -> bool:
    if isinstance(value, Leaf):
        return not value.is_alias and value.anchor is None and not value.style and value.value in ABSENT
    return value.is_flow and not value.children and value.anchor is None


def _filled(outline: Outline, value: Branch | Leaf, keys: tuple[str, ...], column: int) -> Insertion:
    """Put the first entry under a key that has none."""
    before = tuple(f"{' ' * (column + INDENT * depth)}{key}:" for depth, key in enumerate(keys, start=1))
    start = value.start
    while start < value.end and outline.text[start - 1] in " \t":
        start -= 1
    removed = (start, value.end) if value.end > value.start else None
    dash = column + INDENT * len(keys) + _list_indent(outline)
    return Insertion(line_end(outline.text, value.end), dash, before, removed)


def _new_section(outline: Outline, mapping: Branch, node: type[Node], keys: tuple[str, ...], column: int) -> Insertion:
    """Put a section where the canonical order wants it: behind the last of the keys that come before."""
    text = outline.text
    ranks = {key: rank for rank, key in enumerate(node.fields)}
    pairs = list(mapping.pairs())
    earlier = [i for i, (key, _) in enumerate(pairs) if ranks.get(key_text(key), len(ranks)) < ranks[keys[0]]]
    at = line_start(text, mapping.start)
    if earlier:
        last = max(earlier, key=lambda i: ranks[key_text(pairs[i][0])])
        value = pairs[last][1]
        limit = line_start(text, pairs[last + 1][0].start) if last + 1 < len(pairs) else len(text)
        at = past_own_comments(text, _after(text, value), limit, column, is_empty=_is_empty(value))
    headings = [f"{' ' * (column + INDENT * depth)}{key}:" for depth, key in enumerate(keys)]
    dash = column + INDENT * (len(keys) - 1) + _list_indent(outline)
    return Insertion(at, dash, (*([""] if earlier and node is Plan else []), *headings))


def _after(text: str, node: Branch | Leaf) -> int:
    """Find the line after the last one that a value covers."""
    end = node.last(text)
    return end if text[end - 1] in "\r\n" else line_end(text, end)


def _list_indent(outline: Outline) -> int:
    """Tell how far the author sets a dash in from its key: as the first list of the file does."""
    todo = [outline.root]
    while todo:
        node = todo.pop(0)
        if not isinstance(node, Branch):
            continue
        if node.is_mapping:
            for key, value in node.pairs():
                if isinstance(value, Branch) and not value.is_flow and not value.is_mapping and value.anchor is None:
                    return max(_column(outline.text, value.start) - _column(outline.text, key.start), 0)
        todo += node.children
    return INDENT


def _column(text: str, at: int) -> int:
    return at - line_start(text, at)


_NOT_LINES = Text(
    vi="`{key}` không phải danh sách viết theo dòng (mỗi mục một dấu gạch `- `), nên không thêm mục vào được; hãy viết lại theo dòng",
    en="`{key}` is no list of lines (a dash `- ` for each entry), so no entry can be added; write it in lines first",
)
