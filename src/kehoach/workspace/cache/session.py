"""One run with the cache: what it finds there, what it looks at, what it leaves."""

import os
import stat
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kehoach.checking import Request
from kehoach.language import Text
from kehoach.model.encoding import write
from kehoach.workspace.cache import answers, ledger
from kehoach.workspace.cache.answers import Answer, Seen
from kehoach.workspace.cache.between import data_files
from kehoach.workspace.cache.heads import Head
from kehoach.workspace.cache.ledger import Ledger, Walk, Written
from kehoach.workspace.cache.marks import digest, marked
from kehoach.workspace.cache.pages import Pages
from kehoach.workspace.cache.shelf import Shelf
from kehoach.workspace.cache.tool import PLUGGED, tool
from kehoach.workspace.cache.trees import LEADS, LOOKED, Tree, looked_at
from kehoach.workspace.configuration import Configuration

if TYPE_CHECKING:
    from kehoach.workspace.cache.database import Database


class Session:
    """The cache as one run uses it; where there is none, the run works as well and remembers nothing."""

    def __init__(self, request: Request, settings: Configuration, paths: tuple[str, ...], *, is_used: bool) -> None:
        """Open the cache, and look at the folders of the run before anything in them is read."""
        self.began = time.time_ns()
        self.settings = settings
        self.tops = [os.path.abspath(path) for path in dict.fromkeys((str(settings.root), *paths)) if os.path.isdir(path)]
        self.database: Database | None = None
        self.writer: Database | None = None
        self.note: Text | None = None
        self.tool = ""
        self.variant = ""
        if is_used:
            self._open(request)
        self.trees = self._trees()
        self.marks = {path: mark for one in self.trees.values() for path, mark in one.marks.items()}
        self.around = answers.surroundings(self.tops if self.trees else ())
        self.question = digest(*self.tops, *paths, repr((settings.plans, settings.exclude)), repr(self.around))
        self.shelf = Shelf(self.database, self.variant)
        self.pages = Pages(self.shelf)
        self.before = self.shelf.ledger()
        self.left: Mapping[str, Head] = {}
        self.proofs: list[dict[str, bool]] = []
        self.reused = 0

    def _open(self, request: Request) -> None:
        from kehoach.workspace.cache.database import opened  # noqa: PLC0415 - brings in SQLite, which a run without a cache does not need

        self.database, self.note = opened(create=True)
        if self.database is None:
            return
        self.tool = tool(self.database)
        if request.plugins and self.tool.startswith(PLUGGED):
            self.database.close()
            self.database, self.note = None, _PLUGINS
            return
        self.variant = _variant(request, self.settings, self.tool)

    def _trees(self) -> dict[str, Tree]:
        """Look at all folders; not at all without a cache."""
        if self.database is None:
            return {}
        try:
            looked = {top: looked_at(top) for top in self.tops}
        except OSError:
            return {}
        LOOKED.clear()
        self.began = min([self.began, *(one.began for one in looked.values())])
        return {top: one.tree for top, one in looked.items()}

    def is_plan(self, file: str) -> bool:
        """Tell whether a file is known to be a plan, without opening it."""
        head = self.before.heads.get(os.path.abspath(file))
        return head is not None and self.is_same(head)

    def is_same(self, head: Head) -> bool:
        """Tell whether a file is certainly what it was."""
        return head.settled and (self.marks.get(head.file) or marked(head.file)) == head.mark

    def walked(self) -> list[str] | None:
        """Give the plans that a walk would find, where it would find the same files as the last one; else none."""
        walk, heads = self.before.walk, self.before.heads
        if not self.trees or walk.question != self.question or len(self.marks) != len(heads) + len(walk.strangers):
            return None
        if any(self.marks.get(path) != mark for path, mark in walk.strangers.items()) or not all(map(self.marks.__contains__, heads)):
            return None
        changed = [file for file, head in heads.items() if not self.is_same(head)]
        return list(heads) if len(changed) < _FEW and all(map(_is_plain_plan, changed)) else None

    def walk(self, files: Sequence[str]) -> Walk:
        """Note what a walk found; nothing where its question may not be asked again."""
        there = set(files)
        strangers = {path: mark for path, mark in self.marks.items() if path not in there}
        if (
            not there.issubset(self.marks)
            or not answers.is_settled(strangers.values(), self.began)
            or any(LEADS in said for said in self.marks.values())
        ):
            return ledger.EMPTY.walk
        return Walk(self.question, strangers)

    def leave(self, after: Ledger, contents: Mapping[str, bytes]) -> None:
        """Leave what this run found to later ones.

        Args:
            after: all that is known now.
            contents: the findings of families that were worked out anew.
        """
        if self.database is None:
            return
        self.left = after.heads
        if after[:_KNOWN] == self.before[:_KNOWN]:
            return
        database = self._writable()
        if database is None:
            return
        written = ledger.write(after, self.before, self.variant)
        with database.writing():
            number = self._number(database)
            self._write_bodies(database, number, after.heads)
            self._write_ledger(database, number, written)
            database.write("INSERT OR REPLACE INTO families VALUES (?, ?, ?)", [(number, *item) for item in contents.items()])
            gone = [(number, file) for file in self.before.heads if file not in after.heads]
            database.write("DELETE FROM bodies WHERE variant = ? AND file = ?", gone)
            ended = [(number, name) for name in self.before.rows if name not in after.rows]
            database.write("DELETE FROM families WHERE variant = ? AND name = ?", ended)
            _shrink(database)
        self.note = self.note or database.trouble

    def _writable(self) -> "Database | None":
        """Open the cache a second time, for writing; one that turned out to be broken is thrown away before."""
        from kehoach.workspace.cache.database import opened, throw_away  # noqa: PLC0415 - as above

        assert self.database is not None
        if self.writer is not None:
            return self.writer
        self.note = self.note or self.database.trouble
        if self.database.is_broken:
            self.database.close()
            with suppress(OSError):
                throw_away()
        self.writer, note = opened(create=True)
        self.note = self.note or note
        return self.writer

    def _number(self, database: "Database") -> int:
        cells = (self.variant, self.began)
        database.write("INSERT INTO variants(name, used) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET used = excluded.used", [cells])
        row = database.row("SELECT id FROM variants WHERE name = ?", (self.variant,))
        return row[0] if row else -1

    def _write_ledger(self, database: "Database", number: int, written: Written) -> None:
        """Write the parts that are new, and all where another process has left others meanwhile."""
        stored = database.row("SELECT seal FROM ledgers WHERE variant = ?", (number,))
        is_ours = bool(stored) and stored[0] == self.before.seal
        gone = [(number, name) for name in self.before.parts if name not in written.parts]
        if is_ours:
            database.write("DELETE FROM parts WHERE variant = ? AND folder = ?", gone)
        else:
            database.write("DELETE FROM parts WHERE variant = ?", [(number,)])
        new = written.new if is_ours else written.parts
        database.write("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", ((number, name, written.parts[name]) for name in new))
        database.write("INSERT OR REPLACE INTO ledgers VALUES (?, ?, ?)", [(number, written.content, written.seal)])

    def _write_bodies(self, database: "Database", number: int, files: Iterable[str]) -> None:
        shelf = self.shelf
        new = shelf.rows(file for file in shelf.new if file in files)
        database.write("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?, ?, ?)", ((number, *row) for row in new))
        merged = ((content, number, file) for file, content in shelf.merged_rows())
        database.write("UPDATE bodies SET merged = ? WHERE variant = ? AND file = ?", merged)

    def remember(self, words: list[str], answer: Answer) -> None:
        """Keep what was said, unless something it rests on may have changed meanwhile without a trace."""
        seen = self._seen()
        if seen is None:
            return
        database = self._writable()
        if database is None:
            return
        answers.remember(database, answers.name_of(words, self.tool), seen, answer)
        self.note = self.note or database.trouble

    def close(self) -> None:
        """Keep what was written of each file, and let go of what is held outside memory."""
        if self.database is not None and self.pages.is_new:
            self._leave_pages()
        self.shelf.spool.close()
        for database in (self.database, self.writer):
            if database is not None:
                database.close()

    def _leave_pages(self) -> None:
        database = self._writable()
        row = database.row("SELECT id FROM variants WHERE name = ?", (self.variant,)) if database is not None else None
        if database is not None and row:
            self.pages.leave(database, row[0], {head.name for head in self.left.values()})

    def _seen(self) -> Seen | None:
        if self.database is None or not self.trees or self.tool.startswith(PLUGGED):
            return None
        files, there = self.around
        files |= {path: marked(path) for path in self._data()}
        others = [mark for path, mark in self.marks.items() if path not in self.left]
        if not all(head.settled and self.marks.get(file) == head.mark for file, head in self.left.items()):
            return None
        if not answers.is_settled([*files.values(), *others], self.began):
            return None
        for proof in self.proofs:
            there |= proof
        return Seen({top: one.name for top, one in self.trees.items()}, files, there)

    def _data(self) -> list[str]:
        """List the files that are read beside the plans."""
        settings = self.settings
        found = data_files(settings)
        if settings.file is not None:
            found.append(os.path.abspath(settings.file))
        if settings.processes:
            from kehoach.processes.catalogue import own_files  # noqa: PLC0415 - few workspaces have processes of their own

            folder = settings.root / settings.processes
            found += [str(folder), *map(str, own_files(str(folder)))]
        return found


def _is_plain_plan(path: str) -> bool:
    """Tell whether a file that changed still is what a walk takes for a plan."""
    from kehoach.workspace.discovery import says_plan  # noqa: PLC0415 - as few changed as one

    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return says_plan(file.read())
    except OSError:
        return False


def _variant(request: Request, settings: Configuration, of_tool: str) -> str:
    """Name all that findings depend on beside the file: the tool, what was asked, how files are called, processes, own rules."""
    parts: list[str | bytes] = [of_tool, os.getcwd(), str(settings.file)]
    parts += [f"{name}={write(value)}" for name, value in request._asdict().items() if name not in _BY_CONTENT]
    if request.custom and settings.document is not None:
        parts.append(settings.document.text)
    if request.processes:
        from kehoach.processes.catalogue import own_files  # noqa: PLC0415 - few workspaces have processes of their own

        for file in own_files(request.processes):
            parts += [str(file), file.read_bytes()]
    return digest(*parts)


def _shrink(database: "Database") -> None:
    """Drop what was not used for longest, where there is too much."""
    size = database.row("SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)")
    keep = 1 if size and size[0] > _LARGEST else _VARIANTS
    old = database.rows("SELECT id FROM variants ORDER BY used DESC LIMIT -1 OFFSET ?", (keep,))
    for table, column in (
        ("variants", "id"),
        ("ledgers", "variant"),
        ("parts", "variant"),
        ("bodies", "variant"),
        ("families", "variant"),
        ("pages", "variant"),
    ):
        database.write(f"DELETE FROM {table} WHERE {column} = ?", old)  # noqa: S608 - ours


_BY_CONTENT = frozenset(("today", "custom"))
_FEW = 64
_KNOWN = 5  # fields of a ledger that are more than how it was written
_VARIANTS = 8
_LARGEST = 512 << 20  # bytes
_PLUGINS = Text(
    vi="không dùng bộ nhớ đệm: có luật của gói cài thêm, sửa lúc nào cũng được",
    en="the cache is not used: rules of installed packages may change at any time",
)
