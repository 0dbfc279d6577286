"""What formats wrote of each file, to be written again by the same text while the same is found in the file."""

from collections.abc import Callable, Iterator
from json import dumps, loads
from typing import TYPE_CHECKING, Any

from kehoach.workspace.cache.heads import MERGED, Head
from kehoach.workspace.cache.marks import digest
from kehoach.workspace.cache.shelf import Shelf

if TYPE_CHECKING:
    from kehoach.workspace.cache.database import Database

Written = dict[str, list[str]]
"""By the files' names: the name of what is shown, and the text."""


Page = Callable[[Head, Callable[[], str]], str]
"""Takes the text of a file from an earlier run, or writes it."""


class Pages:
    """What was written of the files of one workspace, form by form."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.before: dict[str, Written] = {}
        self.now: dict[str, Written] = {}
        self.is_new = False

    def of(self, form: str) -> Page:
        """Give what is written of each file in some form.

        Args:
            form: names the format and all that it goes by beside what is shown.
        """
        if self.shelf.database is None:
            return _written
        before = self.before[form] = _read(self.shelf.written(form), f"{self.shelf.variant} {form}")
        now = self.now[form] = {}

        def page(head: Head, write: Callable[[], str]) -> str:
            shown = head.merged if head.shows == MERGED else f"{head.shows} {head.body}"
            known = before.get(head.name)
            if known is None or known[0] != shown:
                known = [shown, write()]
                self.is_new = True
            now[head.name] = known
            return known[1]

        return page

    def leave(self, database: "Database", number: int, there: set[str]) -> None:
        """Leave to later runs what was written in this one, and what is known of other files that are there."""
        with database.writing():
            database.write("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", ((number, *row) for row in self._rows(there)))

    def _rows(self, there: set[str]) -> Iterator[tuple[str, str, str]]:
        for form, now in self.now.items():
            written = {name: page for name, page in self.before[form].items() if name in there} | now
            content = dumps(written, check_circular=False, separators=(",", ":"))
            yield form, content, digest(content, f"{self.shelf.variant} {form}")


def _written(_: Head, write: Callable[[], str]) -> str:
    return write()


def _read(stored: Any, name: str) -> Written:
    """Read what was written; nothing where that was damaged."""
    if not stored or not all(isinstance(cell, str) for cell in stored) or digest(stored[0], name) != stored[1]:
        return {}
    try:
        written: Written = loads(stored[0])
        if all(type(shown) is str and type(text) is str for shown, text in written.values()):
            return written
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass
    return {}
