"""The findings of a run over many files, outside memory: in a private file that vanishes with the run, and in the cache."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic
from kehoach.model.encoding import BadEncodingError
from kehoach.model.extract import Extract
from kehoach.workspace.cache import kept, ledger
from kehoach.workspace.cache.heads import LINKED, MERGED, Head
from kehoach.workspace.cache.kept import Kept
from kehoach.workspace.cache.ledger import EMPTY, Ledger, Row
from kehoach.workspace.cache.marks import digest
from kehoach.workspace.cache.spool import Held, Spool

if TYPE_CHECKING:
    from kehoach.workspace.cache.database import Database

Again = Callable[[Head], Kept]
"""Checks a file once more: what the cache held of it was damaged."""

Whole = Callable[[Head], bytes | None]
"""Reads all that may be asked of a plan once more; none where its file is none any more. Set where something was left out."""


class Shelf:
    """Holds what was found in each file, by the file's full path."""

    def __init__(self, database: "Database | None", variant: str) -> None:
        self.database = database
        self.variant = variant
        self.number = -1
        self.new: set[str] = set()
        self.merged: set[str] = set()
        self.again: Again | None = None
        self.whole: Whole | None = None
        self.spool = Spool()
        if database is not None:
            database.row("BEGIN")  # until the end of the run nothing that another process writes is seen
            found = database.row("SELECT id FROM variants WHERE name = ?", (variant,))
            self.number = found[0] if found else -1

    def ledger(self) -> Ledger:
        """Give what earlier runs left."""
        content, seal = self._stored("SELECT content, seal FROM ledgers WHERE variant = ?") or ("", "")
        if self.database is None or not (isinstance(content, str) and isinstance(seal, str)):
            return EMPTY
        parts = dict(self.database.rows("SELECT folder, content FROM parts WHERE variant = ?", (self.number,)))
        return ledger.read(content, seal, parts, self.variant) if all(isinstance(part, str) for part in parts.values()) else EMPTY

    def written(self, form: str) -> Any:
        """Give what a format wrote of the files in an earlier run, with its seal; none where there is nothing."""
        return self._stored("SELECT content, seal FROM pages WHERE variant = ? AND form = ?", form)

    def family(self, name: str, row: Row) -> tuple[Diagnostic, ...] | None:
        """Read what was found in a family of plans in an earlier run; none where that was damaged."""
        if not row.content:
            return ()
        found = self._stored("SELECT content FROM families WHERE variant = ? AND name = ?", name)
        if not found or not isinstance(found[0], bytes) or digest(found[0]) != row.content:
            return None
        try:
            return kept.read_findings(found[0])
        except BadEncodingError:
            return None

    def put(self, new: Kept) -> None:
        """Hold what was just found in a file."""
        self.new.add(new.head.file)
        self.spool.put(new.head.file, Held(body=new.body, card=new.card, contents=new.contents))

    def put_merged(self, file: str, content: bytes) -> None:
        """Hold what a file has together with the findings between plans."""
        self.merged.add(file)
        self.spool.add(file, "merged", content)

    def shown(self, head: Head) -> Checked | None:
        """Read what is shown of a file; none where findings between plans came to it and were damaged."""
        if head.shows != MERGED:
            return self.own(head, linked=head.shows == LINKED)
        content = self._merged(head)
        return None if content is None else kept.checked(head.name, content)

    def found(self, head: Head) -> tuple[Diagnostic, ...] | None:
        """Read the findings that are shown of a file; none where that takes more than to read them."""
        if head.shows == MERGED:
            content = self._merged(head)
        else:
            content = self._read(head.file, "body")
            content = content if content is not None and self._is_sound(head, head.body, content) else None
        try:
            return None if content is None else kept.found(content)
        except BadEncodingError:
            return None

    def own(self, head: Head, *, linked: bool = False) -> Checked:
        """Read what was found in a file alone."""
        content = self._read(head.file, "body")
        if content is not None and self._is_sound(head, head.body, content):
            try:
                return kept.checked(head.name, content, linked=linked)
            except BadEncodingError:
                pass
        return kept.checked(head.name, self._once_more(head).body, linked=linked)

    def card(self, head: Head) -> Extract:
        """Read the card of a plan."""
        content = self._read(head.file, "card")
        if content is None or head.plan is None or not self._is_sound(head, head.plan.card, content):
            content = self._once_more(head).card
        return kept.read_card(content)

    def extract(self, head: Head) -> Extract:
        """Read a plan with all that may be asked of it, packed."""
        found = self._columns(head.file)
        if found is None or head.plan is None or not self._is_sound(head, head.plan.whole, *found):
            new = self._once_more(head)
            found = (new.card, new.contents)
        card, contents = found
        return kept.read_card(card)._replace(packed=contents)

    def is_at_hand(self, heads: Iterable[Head]) -> bool:
        """Tell whether all of some files is held by this run, so that processes forked from this one may read it, too."""
        return all(head.file in self.new for head in heads)

    def rows(self, files: Iterable[str]) -> Iterator[tuple[object, ...]]:
        """Give what later runs may want of files that were checked in this one."""
        for file in files:
            yield file, *(self.spool.get(file) or Held())

    def merged_rows(self) -> Iterator[tuple[str, bytes]]:
        """Give what came to files of earlier runs from other plans in this one."""
        for file in self.merged - self.new:
            yield file, self.spool.cell(file, "merged") or b""

    def _merged(self, head: Head) -> bytes | None:
        content = self._read(head.file, "merged")
        return content if content is not None and (head.file in self.merged or digest(content) == head.merged) else None

    def _read(self, file: str, column: str) -> bytes | None:
        held = self.spool.cell(file, column)
        if held is not None:
            return held
        found = self._stored(f"SELECT {column} FROM bodies WHERE variant = ? AND file = ?", file)  # noqa: S608 - ours
        return found[0] if found and isinstance(found[0], bytes) else None

    def _is_sound(self, head: Head, name: str, *contents: bytes) -> bool:
        """Tell whether what is held is what was found: what this run alone can write to is."""
        return head.file in self.new or digest(*contents) == name

    def _columns(self, file: str) -> tuple[bytes, bytes] | None:
        if file in self.new:
            held = self.spool.get(file) or Held()
            found: Any = (held.card, held.contents)
        else:
            found = self._stored("SELECT card, contents FROM bodies WHERE variant = ? AND file = ?", file)
        return found if found and all(isinstance(cell, bytes) for cell in found) else None

    def _stored(self, sql: str, *keys: str) -> Any:
        if self.database is None or self.number < 0:
            return None
        return self.database.row(sql, (self.number, *keys))

    def _once_more(self, head: Head) -> Kept:
        assert self.again is not None
        new = self.again(head)
        self.put(new)
        return new
