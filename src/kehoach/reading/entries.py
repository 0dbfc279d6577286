"""`new`: one more entry in a list of a plan, as lines put in where the list ends."""

import re
from collections.abc import Iterable, Iterator
from secrets import choice
from typing import Any, NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.model.base import Field, Node
from kehoach.model.plan import Plan
from kehoach.reading.beginning import scalar
from kehoach.reading.composing import compose
from kehoach.reading.decoding import decode
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit, apply
from kehoach.reading.inserting import Insertion, insertion
from kehoach.reading.outline import Outline
from kehoach.reading.proving import BROKEN, encoded
from kehoach.values.ids import LONGEST, slug
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
    entry = new_id(document.data, kind, title, unique=unique) if "id" in node.fields else ""
    found = insertion(Outline(text), kind.path, name)
    lines = list(_lines(node, kind, entry, title, language))
    result = apply(text, found.edits(lines))
    _prove(document, result, kind, {"id": entry, kind.named_by: title} if entry else {kind.named_by: title})
    return Entered(encoded(result, content), entry, result.count("\n", 0, found.at) + 1 + found.lines_before)
