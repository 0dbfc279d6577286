"""What a run over many files found, read file by file when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic
from kehoach.workspace.cache.heads import Head
from kehoach.workspace.cache.session import Session
from kehoach.workspace.tally import Tally, tally


class Results(Collection[Checked]):
    """What was found, file by file; a few results are held as they are."""

    def __init__(self, session: Session, heads: Sequence[Head], others: Sequence[Checked], merge: Callable[[Head], Checked]) -> None:
        self.session = session
        self.heads = heads
        self.others = tuple(others)
        self.merge = merge
        self.replaced: dict[str, Checked] = {}

    def __len__(self) -> int:
        return len(self.heads) + len(self.others)

    def __iter__(self) -> Iterator[Checked]:
        yield from map(self._read, self.heads)
        yield from self.others

    def __contains__(self, result: object) -> bool:
        return any(result == one for one in self)

    @cached_property
    def tallies(self) -> list[Tally]:
        """What was found in each file by number, by path."""
        own = (head.shown if head.name not in self.replaced else tally(self.replaced[head.name]) for head in self.heads)
        return sorted([*own, *map(tally, self.others)], key=lambda one: one.path)

    def in_order(self) -> Iterator[Checked]:
        """Read the results by path."""
        for one in self._by_path():
            yield self._read(one) if isinstance(one, Head) else one

    def written(self, form: str, write: Callable[[list[Diagnostic]], str]) -> Iterator[str]:
        """Write the findings of each file by path, those that were written before by the same text.

        Args:
            form: names the format and all that it goes by beside the findings.
            write: writes the findings of a file.
        """
        page = self.session.pages.of(form)
        for _, same in groupby(self._by_path(), key=_path):
            group = list(same)
            head = group[0]
            if len(group) > 1 or not isinstance(head, Head) or head.name in self.replaced:
                yield write(self._findings(group))
            elif head.shown.counts:
                yield page(head, lambda: write(self._findings(group)))  # noqa: B023 - called at once

    def of_plans(self, ids: set[str]) -> list[Checked]:
        """Read the results of some plans."""
        return [self._read(head) for head in self.heads if head.shown.summary is not None and head.shown.summary.id in ids]

    def replace(self, results: Sequence[Checked]) -> None:
        """Take other results in place of those of the same files, and such of further files."""
        known = {head.name for head in self.heads}
        self.replaced.update((result.path, result) for result in results if result.path in known)
        self.others += tuple(result for result in results if result.path not in known)

    def _by_path(self) -> list[Head | Checked]:
        return sorted([*self.heads, *self.others], key=_path)

    def _findings(self, results: Sequence[Head | Checked]) -> list[Diagnostic]:
        found = (self._found(one) if isinstance(one, Head) else one.diagnostics for one in results)
        return sorted(chain.from_iterable(found), key=lambda d: d.order)

    def _found(self, head: Head) -> tuple[Diagnostic, ...]:
        found = self.session.shelf.found(head) if head.name not in self.replaced else None
        return self._read(head).diagnostics if found is None else found

    def _read(self, head: Head) -> Checked:
        other = self.replaced.get(head.name)
        if other is not None:
            return other
        return self.session.shelf.shown(head) or self.merge(head)


def _path(one: Head | Checked) -> str:
    return one.name if isinstance(one, Head) else one.path
