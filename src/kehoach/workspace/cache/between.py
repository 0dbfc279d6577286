"""The rules between plans, worked out again only where something changed that they looked at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple

from kehoach.checking import Request
from kehoach.diagnostics import Diagnostic
from kehoach.errors import KehoachError
from kehoach.model import opening
from kehoach.model.extract import Extract, Member, held
from kehoach.model.portfolio import Family, Portfolio, RegisterEntry, Successor
from kehoach.model.vocabulary import Stage
from kehoach.rules.base import Noting, Scope
from kehoach.rules.catalogue import checks
from kehoach.workspace import tables
from kehoach.workspace.cache import kept
from kehoach.workspace.cache.ledger import Row
from kehoach.workspace.cache.marks import digest
from kehoach.workspace.cache.plans import ALL, FILE, LOWERS, Lens, Node, Plans
from kehoach.workspace.cache.shelf import Shelf
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import Source, read
from kehoach.workspace.pinning import LOCK
from kehoach.workspace.portfolio import Writer


class Reach(NamedTuple):
    """How much of a workspace a run is about: a whole folder, all of it."""

    is_whole: bool
    is_all: bool


class _Seen(NamedTuple):
    """What the rules between some plans found: as it is kept, where it stands, what it names, and what was looked at."""

    findings: bytes
    files: frozenset[str]
    names: frozenset[str]
    looks: list[str]
    asked_day: bool


class _Work(NamedTuple):
    """The rules between some plans.

    Attributes:
        base: the name of what they may look at beside plans.
        size: how many plans.
    """

    name: str
    base: str
    size: int
    find: Callable[[Noting], Iterator[Diagnostic]]


Here = Callable[[Sequence[int], Callable[[int], _Seen]], Iterator[_Seen]]
"""Does work in processes that have all that this one has."""


class Compared(NamedTuple):
    """What came of the rules between plans.

    Attributes:
        rows: of all families, in their order.
        contents: the findings of those that were worked out anew.
        touched: the files to which something came or from which something went.
    """

    rows: dict[str, Row]
    contents: dict[str, bytes]
    touched: frozenset[str]


class Between:
    """Works out what is found between the plans of a run."""

    def __init__(
        self, plans: Plans, shelf: Shelf, settings: Configuration, request: Request, reach: Reach, here: Here | None = None
    ) -> None:
        self.plans = plans
        self.shelf = shelf
        self.settings = settings
        self.request = request
        self.reach = reach
        self.here = here

    def found(self, known: Mapping[str, Row]) -> Compared:
        """Work it out.

        Args:
            known: what came of each family in an earlier run.
        """
        contents: dict[str, bytes] = {}
        works = list(self._works())
        rows = {work.name: known[work.name] for work in works if work.name in known and self._holds(known[work.name], work.base)}
        anew = [work for work in works if work.name not in rows]
        for work, seen in zip(anew, self._seen(anew), strict=True):
            rows[work.name], contents[work.name] = self._row(work, seen), seen.findings
        rows = {work.name: rows[work.name] for work in works}
        same = {name for name in rows if name not in contents}
        touched = {file for name, row in known.items() if name not in same for file in row.files}
        touched |= {file for name in contents for file in rows[name].files}
        return Compared(rows, contents, frozenset(touched))

    def of_files(self, found: Compared, files: frozenset[str]) -> dict[str, list[Diagnostic]]:
        """Read the findings that stand in some files, in the order of the rules."""
        by_file: dict[str, list[Diagnostic]] = {}
        works = {work.name: work for work in self._works()} if files else {}
        for name, row in found.rows.items():
            if files.isdisjoint(row.files):
                continue
            diagnostics = kept.read_findings(found.contents[name]) if name in found.contents else self.shelf.family(name, row)
            if diagnostics is None:
                diagnostics = kept.read_findings(self._see(works[name]).findings)
            for diagnostic in diagnostics:
                if diagnostic.path in files:
                    by_file.setdefault(diagnostic.path, []).append(diagnostic)
        return by_file

    def _works(self) -> Iterator[_Work]:
        """Give each family; all plans together come first."""
        yield _Work(ALL, digest(self._base, self._expected_base), 0, self._all)
        for parent, nodes in self.plans.below.items():
            yield _Work(f"below {parent}", self._base, len(nodes), partial(self._family, parent, nodes))
        for node in self.plans.nodes:
            if not node.plan.parent:
                yield _Work(f"alone {node.name}", self._base, 1, partial(self._family, "", [node]))

    def _seen(self, works: Sequence[_Work]) -> Iterator[_Seen]:
        """Do the works, in several processes where that pays, and where these can read all plans."""
        heads = (node.head for node in self.plans.nodes if node.head is not None)
        if self.here is None or sum(work.size >= _LARGE for work in works) < _ENOUGH or not self.shelf.is_at_hand(heads):
            return map(self._see, works)
        self._lens.begin()  # made before there are several processes
        return self.here(range(len(works)), lambda number: self._see(works[number]))

    def _holds(self, row: Row, base: str) -> bool:
        if row.day not in ("", self.request.today.isoformat()) or self.plans.state(base, row.looks) != row.state:
            return False
        return all(self.plans.placed(name) == was for name, was in row.placed.items())

    def _see(self, work: _Work) -> _Seen:
        context = Noting(stage=Stage.DRAFT, today=self.request.today, thresholds=self.request.thresholds)
        self._lens.begin()
        found = tuple(work.find(context))
        files = frozenset(diagnostic.path for diagnostic in found)
        names = files.union(other.path for diagnostic in found for other in diagnostic.related)
        content = kept.findings(found, is_small=self.shelf.database is not None)
        return _Seen(content, files, names, list(self._lens.looks), context.asked_day)

    def _row(self, work: _Work, seen: _Seen) -> Row:
        day = self.request.today.isoformat() if seen.asked_day else ""
        placed = {name: self.plans.placed(name) for name in sorted(seen.names)}
        state = self.plans.state(work.base, seen.looks)
        return Row(seen.looks, state, day, sorted(seen.files), digest(seen.findings) if seen.files else "", placed)

    def _family(self, parent: str, nodes: Sequence[Node], context: Noting) -> Iterator[Diagnostic]:
        lens = self._lens
        if parent:
            lens.look(LOWERS, parent)
        else:
            lens.look(FILE, nodes[0].name)
        upper = lens.member(parent) if parent else None
        family = Family(upper, tuple(map(lens.of, nodes)), lens)
        yield from Writer(lens.cards, self.request).all(Scope.FAMILY, family, context)

    def _all(self, context: Noting) -> Iterator[Diagnostic]:
        self._lens.look(ALL, "")
        whole = self._whole(self._card, partial(_Looked, lens=self._lens))
        yield from Writer({card.path: card for card in whole.extracts}, self.request).all(Scope.PORTFOLIO, whole, context)

    @cached_property
    def portfolio(self) -> Portfolio:
        """All plans with all that may be asked of them."""
        return self._whole(self._packed)

    def _whole(self, of: Callable[[Node], Extract], make: Callable[..., Portfolio] = Portfolio) -> Portfolio:
        return make(
            extracts=tuple(map(of, self.plans.nodes)),
            pinned=self.plans.pinned,
            registers=self._registers,
            successors=self._successors,
            expected=tables.expected(self.settings) if self.reach.is_all else (),
            is_whole=self.reach.is_whole,
            is_complete=self.request.complete,
        )

    def _card(self, node: Node) -> Extract:
        if node.head is not None:
            return self.shelf.card(node.head)
        assert node.extract is not None
        return node.extract

    def _packed(self, node: Node) -> Extract:
        if node.head is not None:
            extract = self.shelf.extract(node.head)
            content = self.shelf.whole(node.head) if self.shelf.whole is not None else None
            return held(extract if content is None else extract._replace(packed=content))
        assert node.extract is not None
        return node.extract

    @cached_property
    def _registers(self) -> Mapping[str, RegisterEntry]:
        return tables.registers(self.settings)

    @cached_property
    def _successors(self) -> Mapping[str, Successor]:
        return tables.successors(self.settings)

    @cached_property
    def _lens(self) -> Lens:
        return Lens(
            self.plans,
            self.shelf,
            registers=self._registers,
            successors=self._successors,
            is_whole=self.reach.is_whole,
            is_complete=self.request.complete,
        )

    @cached_property
    def _base(self) -> str:
        """Name what every rule between plans may look at beside the plans."""
        names = (*self.settings.register, *self.settings.crosswalk, LOCK)
        return digest(str(self.reach), *self._contents(names))

    @cached_property
    def _expected_base(self) -> str:
        named = [wanted.localities for wanted in self.settings.expected if wanted.localities is not None]
        own = [self.settings.document.text] if self.settings.document is not None and self.settings.expected else []
        return digest(*self._contents(named), *own)

    def _contents(self, names: Sequence[str]) -> Iterator[str]:
        for name in names:
            try:
                yield digest(name, read(Source(str(self.settings.root / name), name)))
            except KehoachError as error:
                yield digest(name, str(error))


class _Looked(Portfolio):
    """All plans by their cards; one that is opened counts as looked at."""

    def __init__(self, lens: Lens, **compared: Any) -> None:
        super().__init__(**compared)
        self.lens = lens

    def opened(self, card: Extract) -> Member:
        """Open one of the plans."""
        return self.lens.opened(card)


def ready() -> None:
    """Load and make all that comparing plans needs, while other processes still check them."""
    checks(Scope.FAMILY)
    kept.ready()
    opening.ready()


def data_files(settings: Configuration) -> list[str]:
    """List the files of a workspace that are read beside its plans."""
    named = [wanted.localities for wanted in settings.expected if wanted.localities is not None]
    return [str(settings.root / name) for name in (*settings.register, *settings.crosswalk, *named, LOCK)]


_LARGE = 16  # plans
_ENOUGH = 4
"""Where so many families are large, processes share them out: to make these takes as long as a family."""
