"""`new`: one more entry in a list of a plan, as lines put in where the list ends."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.model.base import Field, Node
from kehoach.model.plan import Plan
from kehoach.reading.beginning import scalar
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.edits import apply
from kehoach.reading.inserting import Insertion, insertion
from kehoach.reading.lines import newline
from kehoach.reading.naming import ids, next_id, with_letters
from kehoach.reading.outline import Outline
from kehoach.reading.proving import BROKEN, encoded
from kehoach.values.plain import Choice
from kehoach.values.text import FORBIDDEN, nfc


class EntryKind(NamedTuple):
    """A kind of entry that can be made: where its list stands, what names it, which keys are shown as examples."""

    path: tuple[str, ...]
    named_by: str
    prefix: str  # of the first id of a list; empty: ids are made of the name
    shown: tuple[str, ...]


KINDS = {
    "task": EntryKind(("tasks",), "title", "T", ("serves", "owner", "partners", "start", "end", "deliverable", "needs")),
    "owner": EntryKind(("owners",), "name", "", ("type", "level", "contact")),
    "fund": EntryKind(("resources", "funds"), "name", "", ("kind", "nature", "status", "limits", "guaranteed_by")),
    "milestone": EntryKind(("timelines", "milestones"), "title", "M", ("date", "after")),
    "risk": EntryKind(
        ("risks",), "description", "R", ("category", "affects", "likelihood", "impact", "prevention", "contingency", "owner", "review")
    ),
    "gap": EntryKind(("gaps",), "description", "G", ("owner", "due")),
    "commitment": EntryKind(("commitments",), "statement", "C", ("by", "tasks", "fund", "amount", "year", "status", "date", "evidence")),
    "meeting": EntryKind(("coordination", "meetings"), "title", "", ("frequency", "chair", "participants")),
    "indicator": EntryKind(
        ("monitoring", "indicators"),
        "name",
        "",
        ("level", "objectives", "unit", "direction", "baseline", "targets", "source", "collector", "frequency"),
    ),
    "objective": EntryKind(("objectives",), "statement", "O", ("level", "parent", "domain", "horizon", "priority")),
    "output": EntryKind(("outputs",), "title", "P", ("objective",)),
}
"""The words of `kehoach new`."""


class Entered(NamedTuple):
    """A file's bytes with one more entry, its id (empty: such entries have none), and the line it begins in."""

    content: bytes
    id: str
    line: int


def entered(content: bytes, name: str, kind: EntryKind, title: str, *, language: Language, unique: bool = False) -> Entered:
    """Put an entry at the end of its list; every other byte of the file stays.

    Args:
        content: the bytes of a plan.
        name: how to call the file in errors.
        kind: what is added.
        title: its title, name, statement or description.
        language: of the explanations beside the keys, where the plan does not say.
        unique: add four random letters to the id, so that two branches never take the same.

    Raises:
        KehoachError: the file cannot be read, the title cannot be written, or the list is no list of lines.
    """
    text, complaint = decode(content)
    document = compose(name, text) if complaint is None else None
    if document is None or not isinstance(document.data, dict):
        raise KehoachError(_UNREADABLE, name=name)
    title = " ".join(nfc(title).split())
    if not title or FORBIDDEN.search(title):
        raise KehoachError(_NO_TITLE)
    said = document.data.get("language")
    language = Language(said) if said in tuple(Language) else language
    node = _node(kind.path)
    outline = Outline(text)
    found = insertion(outline, kind.path)
    if found.at == len(text) and not text.endswith(("\n", "\r")) and outline.leaves[-1].is_block:
        raise KehoachError(_UNENDED, name=name)
    entry = _id(document.data, kind, title, unique=unique) if "id" in node.fields else ""
    lines = list(_lines(node, kind, entry, title, language))
    result = apply(text, found.edits(text, lines))
    _prove(document, result, kind.path, {"id": entry, kind.named_by: title} if entry else {kind.named_by: title})
    return Entered(encoded(result, content), entry, _line(result, found, text))


def _node(path: tuple[str, ...]) -> type[Node]:
    """Find what the entries of a list are."""
    node: type[Node] = Plan
    for key in path:
        inner = node.fields[key].node
        assert inner is not None
        node = inner
    return node


def _id(data: Any, kind: EntryKind, title: str, *, unique: bool) -> str:
    inside = data
    for key in kind.path:
        inside = inside.get(key) if isinstance(inside, dict) else None
    own = [item["id"] for item in inside or () if isinstance(item, dict) and isinstance(item.get("id"), str)]
    name = next_id(own, frozenset(other.casefold() for other in ids(data)), kind.prefix, title)
    return with_letters(name) if unique else name


def _lines(node: type[Node], kind: EntryKind, entry: str, title: str, language: Language) -> Iterator[str]:
    """Write the lines of an entry, the first with its dash; keys to fill stand as comments."""
    named = f"{kind.named_by}: {scalar(title)}"
    yield f"- id: {entry}" if entry else f"- {named}"
    if entry:
        yield f"  {named}"
    for key in kind.shown:
        yield f"  # {key}:  # {_about(node.fields[key], language)}"


def _about(field: Field, language: Language) -> str:
    about = field.about.to(language)
    return f"{about}: {' | '.join(field.kind.labels)}" if isinstance(field.kind, Choice) else about


def _line(result: str, found: Insertion, text: str) -> int:
    """Count the line in which the new entry begins."""
    removed = found.removed[1] - found.removed[0] if found.removed else 0
    end = newline(text)
    is_open = found.at > 0 and text[found.at - 1] not in "\r\n"
    return result.count(end, 0, found.at - removed) + 1 + is_open + len(found.before)


def _prove(document: Document, result: str, path: tuple[str, ...], entry: dict[str, str]) -> None:
    """Read the new text: it says what the old one said, and the entry."""
    again = compose(document.name, result)
    worse = Counter(c.code for c in again.complaints) - Counter(c.code for c in document.complaints)
    said = iter(Outline(result).comments())
    if worse or again.data != _with_entry(document.data, path, entry) or not all(c in said for c in Outline(document.text).comments()):
        raise KehoachError(BROKEN, what=_HARM)


def _with_entry(data: Any, path: tuple[str, ...], entry: dict[str, str]) -> Any:
    if not path:
        return [*(data or ()), entry]
    return {**(data or {}), path[0]: _with_entry((data or {}).get(path[0]), path[1:], entry)}


_UNREADABLE = Text(
    vi="{name} không đọc được nên chưa thêm gì; chạy kehoach validate {name} để xem lỗi",
    en="{name} cannot be read, so nothing was added; kehoach validate {name} shows why",
)
_NO_TITLE = Text(vi="tên trống hoặc có ký tự không được phép", en="the title is empty or has a forbidden character")
_UNENDED = Text(
    vi="dòng cuối của {name} chưa kết thúc; thêm một dòng trống ở cuối rồi chạy lại",
    en="the last line of {name} is not ended; put a line break at the end and run again",
)
_HARM = Text(vi="thêm mục làm đổi cả nội dung khác", en="adding the entry alters more than it should")
