"""Proof that a changed text says what it said before, by reading both anew."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.reading.decoding import decode
from kehoach.reading.edits import Edit, apply, in_order
from kehoach.reading.events import YAMLError
from kehoach.reading.outline import Branch, Leaf, Outline, Shape

BOM = b"\xef\xbb\xbf"

Values = Mapping[int, str]
"""What scalars say afterwards, by where they start in the old text."""


def verified(before: bytes, edits: Sequence[Edit]) -> bytes:
    """Apply edits to a file's bytes; every byte outside them stays, and so does everything else that is said.

    Raises:
        KehoachError: an edit changes more than the scalar it stands in, or loses a comment.
    """
    text, complaint = decode(before)
    if complaint is not None:
        raise KehoachError(BROKEN, what=_UNREADABLE)
    after = apply(text, edits)
    lost = [edit for edit in edits if edit.value is None and not edit.text and text[edit.start : edit.end].strip().startswith("#")]
    values = scalar_values(Outline(text), [edit for edit in edits if edit not in lost])
    prove(text, after, values, keeps_order=True, lost=[text[edit.start : edit.end].strip() for edit in lost])
    return encoded(after, before)


def encoded(text: str, before: bytes) -> bytes:
    """Write a text as the file was: with its byte order mark, if it has one."""
    return (BOM if before.startswith(BOM) else b"") + text.encode()


def scalar_values(outline: Outline, edits: Iterable[Edit]) -> dict[int, str]:
    """Find the scalars in which the edits stand.

    Raises:
        KehoachError: an edit stands in no scalar, or does not say what becomes of it.
    """
    values: dict[int, str] = {}
    leaves = iter(outline.leaves)
    leaf = next(leaves, None)
    for edit in in_order(edits):
        while leaf is not None and leaf.end < edit.end:
            leaf = next(leaves, None)
        if leaf is None or edit.value is None or not leaf.start <= edit.start <= edit.end <= leaf.end:
            raise KehoachError(BROKEN, what=_OUTSIDE)
        if values.setdefault(leaf.start, edit.value) != edit.value:
            raise KehoachError(BROKEN, what=_OUTSIDE)
    return values


def prove(before: str, after: str, values: Values, *, keeps_order: bool, lost: Sequence[str] = ()) -> None:
    """Compare two texts: structure, keys, the source of every scalar, and the comments.

    Args:
        before: the old text.
        after: the new one.
        values: the scalars that are written anew, and what they say now.
        keeps_order: whether the keys of a mapping must stand in the same order.
        lost: the comments that are taken away on purpose.

    Raises:
        KehoachError: they differ in more than that.
    """
    old = Outline(before)
    try:
        new = Outline(after)
    except (YAMLError, ValueError):
        raise KehoachError(BROKEN, what=_UNREADABLE) from None
    if not _same(old, new, values, keeps_order=keeps_order):
        raise KehoachError(BROKEN, what=_DATA)
    said, kept = old.comments(), new.comments()
    for comment in lost:
        at = next((i for i, other in enumerate(said) if other.strip() == comment), None)
        if at is None:
            raise KehoachError(BROKEN, what=_COMMENTS)
        del said[at]
    if said != kept if keeps_order else Counter(said) != Counter(kept):
        raise KehoachError(BROKEN, what=_COMMENTS)


def _same(old: Outline, new: Outline, values: Values, *, keeps_order: bool) -> bool:
    """Walk both trees together."""
    todo: list[tuple[Shape | None, Shape | None]] = [(old.root, new.root)]
    while todo:
        one, other = todo.pop()
        if isinstance(one, Leaf) and isinstance(other, Leaf):
            if not _same_leaf(one, other, old.text, new.text, values):
                return False
        elif isinstance(one, Branch) and isinstance(other, Branch):
            pairs = _paired(one, other, values, keeps_order=keeps_order)
            if pairs is None:
                return False
            todo += pairs
        elif one is not None or other is not None:
            return False
    return True


def _same_leaf(one: Leaf, other: Leaf, text: str, new_text: str, values: Values) -> bool:
    if (one.anchor, one.tag, one.is_alias) != (other.anchor, other.tag, other.is_alias):
        return False
    if one.start in values and one.value and not one.is_alias:
        return other.value == values[one.start]
    source, new_source = text[one.start : one.last(text)], new_text[other.start : other.last(new_text)]
    return (one.value, one.style, source) == (other.value, other.style, new_source)


def _paired(one: Branch, other: Branch, values: Values, *, keeps_order: bool) -> list[tuple[Shape, Shape]] | None:
    """Put together what belongs together: items by their number, values by their key."""
    kind, other_kind = ((b.is_mapping, b.is_flow, b.anchor, b.tag, len(b.children)) for b in (one, other))
    if kind != other_kind:
        return None
    if keeps_order or not one.is_mapping:
        return list(zip(one.children, other.children, strict=True))
    waiting: dict[str, list[tuple[Shape, Shape]]] = {}
    for key, value in other.pairs():
        waiting.setdefault(_name(key, {}), []).append((key, value))
    found: list[tuple[Shape, Shape]] = []
    for key, value in one.pairs():
        candidates = waiting.get(_name(key, values))
        if not candidates:
            return None
        new_key, new_value = candidates.pop(0)
        found += ((key, new_key), (value, new_value))
    return found


def _name(key: Shape, values: Values) -> str:
    return values.get(key.start, key.value) if isinstance(key, Leaf) else ""


BROKEN = Text(
    vi="lỗi của chính công cụ: {what}, nên không ghi gì; hãy báo lại kèm tệp",
    en="a bug in the tool itself: {what}, so nothing was written; please report it with the file",
)
_UNREADABLE = Text(vi="tệp sửa xong không đọc lại được", en="the changed file cannot be read again")
_OUTSIDE = Text(vi="một chỗ sửa nằm ngoài giá trị của nó", en="an edit reaches out of its value")
_DATA = Text(vi="việc sửa làm đổi cả nội dung khác", en="the change alters more than it should")
_COMMENTS = Text(vi="việc sửa làm mất ghi chú", en="the change loses comments")
UNSTEADY = Text(vi="sửa lần thứ hai lại ra kết quả khác", en="a second run gives another result")
