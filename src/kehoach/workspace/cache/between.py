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

Work = Callable[[Noting], Iterator[Diagnostic]]


class Reach(NamedTuple):
    """How much of a workspace a run is about: a whole folder, all of it."""

    is_whole: bool
    is_all: bool


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

    def __init__(self, plans: Plans, shelf: Shelf, settings: Configuration, request: Request, reach: Reach) -> None:
        self.plans = plans
        self.shelf = shelf
        self.settings = settings
        self.request = request
        self.reach = reach

    def found(self, known: Mapping[str, Row]) -> Compared:
        """Work it out.

        Args:
            known: what came of each family in an earlier run.
        """
        rows: dict[str, Row] = {}
        contents: dict[str, bytes] = {}
        for name, base, work in self._works():
            row = known.get(name)
            if row is not None and self._holds(row, base):
                rows[name] = row
                continue
            rows[name], contents[name] = self._anew(base, work)
        same = {name for name in rows if name not in contents}
        touched = {file for name, row in known.items() if name not in same for file in row.files}
        touched |= {file for name in contents for file in rows[name].files}
        return Compared(rows, contents, frozenset(touched))

    def of_files(self, found: Compared, files: frozenset[str]) -> dict[str, list[Diagnostic]]:
        """Read the findings that stand in some files, in the order of the rules."""
        by_file: dict[str, list[Diagnostic]] = {}
        works = {name: (base, work) for name, base, work in self._works()} if files else {}
        for name, row in found.rows.items():
            if files.isdisjoint(row.files):
                continue
            diagnostics = kept.read_findings(found.contents[name]) if name in found.contents else self.shelf.family(name, row)
            if diagnostics is None:
                diagnostics = kept.read_findings(self._anew(*works[name])[1])
            for diagnostic in diagnostics:
                if diagnostic.path in files:
                    by_file.setdefault(diagnostic.path, []).append(diagnostic)
        return by_file

    def _works(self) -> Iterator[tuple[str, str, Work]]:
        """Give each family with the name of what its rules may look at beside plans; all plans together come first."""
        yield ALL, digest(self._base, self._expected_base), self._all
        for parent, nodes in self.plans.below.items():
            yield f"below {parent}", self._base, partial(self._family, parent, nodes)
        for node in self.plans.nodes:
            if not node.plan.parent:
                yield f"alone {node.name}", self._base, partial(self._family, "", [node])

    def _holds(self, row: Row, base: str) -> bool:
        if row.day not in ("", self.request.today.isoformat()) or self.plans.state(base, row.looks) != row.state:
            return False
        return all(self.plans.placed(name) == was for name, was in row.placed.items())

    def _anew(self, base: str, work: Work) -> tuple[Row, bytes]:
        context = Noting(stage=Stage.DRAFT, today=self.request.today, thresholds=self.request.thresholds)
        self._lens.begin()
        found = tuple(work(context))
        looks = list(self._lens.looks)
        day = self.request.today.isoformat() if context.asked_day else ""
        content = kept.findings(found, is_small=self.shelf.database is not None)
        files = sorted({diagnostic.path for diagnostic in found})
        names = {other.path for diagnostic in found for other in diagnostic.related}.union(files)
        placed = {name: self.plans.placed(name) for name in sorted(names)}
        return Row(looks, self.plans.state(base, looks), day, files, digest(content) if found else "", placed), content

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
            return held(self.shelf.extract(node.head))
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
