"""A run over many files: what was found is held outside memory, and what earlier runs found is not looked for again."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from kehoach.checking import Checked, Request, chosen
from kehoach.diagnostics import Diagnostic
from kehoach.errors import KehoachError
from kehoach.model.extract import Extract
from kehoach.model.portfolio import Portfolio
from kehoach.workspace import pinning
from kehoach.workspace.cache import kept
from kehoach.workspace.cache.between import Between, Compared, Here, Reach, ready
from kehoach.workspace.cache.heads import LINKED, MERGED, OWN, Head
from kehoach.workspace.cache.keeping import Asked, Brought, again, bring, whole
from kehoach.workspace.cache.ledger import EMPTY, Ledger
from kehoach.workspace.cache.marks import digest
from kehoach.workspace.cache.plans import Plans
from kehoach.workspace.cache.proofs import Proofs, gone
from kehoach.workspace.cache.session import Session
from kehoach.workspace.discovery import Found, Source, below_root
from kehoach.workspace.execution import WORTH_A_POOL
from kehoach.workspace.portfolio import above, named_elsewhere, with_findings
from kehoach.workspace.results import Results
from kehoach.workspace.tally import Count, Reason, Tally, tally

Watched = Callable[[Iterator[Brought], int], Iterator[Brought]]
Spread = Callable[[Sequence[Asked], Callable[[Sequence[Asked]], list[Brought]]], Iterator[Brought]]


class Done(NamedTuple):
    """What came of a run over many files."""

    results: Results
    troubles: list[KehoachError]
    between: Between | None

    def portfolio(self) -> Portfolio | None:
        """Give the plans as they were compared."""
        return self.between.portfolio if self.between is not None else None


class Many:
    """A run over many files."""

    def __init__(self, walked: Found, request: Request, session: Session, reach: Reach) -> None:
        if session.tool and request.plugins:
            request = request._replace(plugins=False)  # the name of the tool tells that there are none
        self.walked = walked
        self.sources = walked.sources
        self.request = request
        self.session = session
        self.reach = reach
        self.heads: dict[str, Head] = {}
        self.troubles: list[KehoachError] = []
        self.proofs = Proofs(session.proofs, session.before.proofs)
        self.counts: dict[Count | Reason, Any] = {}
        self.found = Compared({}, {}, frozenset())
        self.ahead: dict[str, Extract] = {}
        self.coming: set[str] = set()
        self.guess: Plans | None = None

    def run(self, watched: Watched, spread: Spread, here: Here | None) -> Done:
        """Check the files, and the plans in them against each other.

        Args:
            watched: lets what comes of each file through, and counts it.
            spread: does work on many things, wherever that may be.
            here: does it where all is that is here, in several processes; none: there is to be but one.

        Raises:
            KehoachError: a data file of the workspace is wrong.
        """
        try:
            self._check(watched, spread)
        except BaseException:
            self._leave_alone()
            raise
        self.plans = self._plans()
        self.between = Between(self.plans, self.session.shelf, self.session.settings, self.request, self.reach, here)
        before = self.session.before
        is_any = bool(self.plans.nodes) or (self.reach.is_whole and bool(self.session.settings.expected))
        if is_any:
            self.found = self.between.found(before.rows if self.reach.is_all else {})
        others = self._merge_all(self.found, self.plans, all_anew=not self.reach.is_all or self.plans.ids != before.ids)
        self._leave()
        results = Results(self.session, list(self.heads.values()), others, self._merged_again)
        return Done(results, self.troubles, self.between if is_any else None)

    def _leave(self) -> None:
        """Leave what was found to later runs."""
        if self.session.database is None:
            return
        if not self.reach.is_all:
            self._leave_alone()
            return
        is_sound = not (self.troubles or self.walked.troubles)
        walk = self.session.walk(list(self.heads)) if is_sound else EMPTY.walk
        self.session.leave(Ledger(self.heads, self.session.proofs, self.found.rows, self.plans.ids, walk), self.found.contents)

    def _leave_alone(self) -> None:
        """Leave to later runs what was found in each file alone, where not all were looked at."""
        before = self.session.before
        heads = {file: self._with_proof(head) for file, head in before.heads.items()}
        new = self.session.shelf.new
        heads |= {file: self._alone(head) for file, head in self.heads.items() if file in new}
        self.session.leave(before._replace(heads=heads, proofs=self.session.proofs, walk=EMPTY.walk), {})

    def _alone(self, head: Head) -> Head:
        """Give a file's head without what other plans have to do with it."""
        shown = head.shown if head.shows in ("", OWN) else tally(self.session.shelf.own(head))
        return head._replace(shows="", merged="", shown=shown)

    def _check(self, watched: Watched, spread: Spread) -> None:
        """Check what is not known; the others are looked at alone."""
        session = self.session
        work = partial(bring, self.request, session.database is not None)
        session.shelf.again = partial(again, work)
        if self.request.sparing:
            session.shelf.whole = partial(whole, work)
        known = session.before.heads
        vanished = gone(session.before.proofs)
        days = ("", self.request.today.isoformat())
        asked: list[Asked] = []
        for source in self.sources:
            file = source.file if source.file in known else os.path.abspath(source.file)
            head = known.get(file)
            is_valid = (
                head is not None
                and head.name == source.name
                and head.day in days
                and head.evidence not in vanished
                and head.below == _below(os.path.dirname(file))
            )
            if head is not None and is_valid and session.is_same(head):
                self.heads[file] = self._with_proof(head)
            else:
                self.heads[file] = UNKNOWN
                asked.append(Asked(Source(file, source.name), head.content if head is not None and is_valid else ""))
        session.reused = len(self.sources) - len(asked)
        is_many = len(asked) >= WORTH_A_POOL
        beside = self._beside(asked[0].source) if is_many else ()
        found = self._own(spread([*asked, *beside], work), len(asked))
        if is_many:
            ready()  # while other processes begin
        elif asked and self.reach.is_all:
            self.guess = self._guessed()  # while another one checks
        for number, (one, each) in enumerate(zip(watched(found, len(asked)), asked, strict=True)):
            self._take(each.source.file, one)
            if number == 0 and is_many:
                self._look_ahead()

    def _beside(self, first: Source) -> tuple[Asked, ...]:
        """Have the plan above the first one read, too, where it is not among these: who checks plans does that faster."""
        found = above(first, self.sources, self.session.settings) if not self.reach.is_all else None
        if found is None:
            return ()
        name, source = found
        self.coming = {name}
        return (Asked(source, is_beside=True),)

    def _own(self, found: Iterator[Brought], count: int) -> Iterator[Brought]:
        """Give what came of the files that are checked; keep what came of others, which are last."""
        for number, one in enumerate(found):
            if number < count:
                yield one
            elif one.beside is not None:
                self.ahead[one.beside.path] = one.beside

    def _look_ahead(self) -> None:
        """Read what else the first file refers to, while other processes check the rest."""
        own = [head.plan for head in self.heads.values() if head.plan is not None]
        if own and not self.reach.is_all:
            named = {name for plan in own for name in plan.outward} - {plan.id for plan in own} - self.coming
            found = named_elsewhere([source.name for source in self.sources], named, self.session.settings, self.request)
            self.ahead.update((extract.path, extract) for extract in found)

    def _take(self, file: str, one: Brought) -> None:
        """Take in what came of a file."""
        if one.trouble is not None:
            del self.heads[file]
            self.troubles.append(one.trouble)
        elif one.kept is not None:
            head = one.kept.head
            self.heads[file] = head._replace(evidence=self.proofs.number(one.kept.evidence), shown=head.shown.shared(self.counts))
            self.session.shelf.put(one.kept)
        else:
            self.heads[file] = self._with_proof(self.session.before.heads[file]._replace(mark=one.mark, settled=one.settled))

    def _with_proof(self, head: Head) -> Head:
        self.proofs.again(head.evidence)
        return head

    def _guessed(self) -> Plans | None:
        """Work out what rules looked at as if no file said anything new, which is all that an edit mostly leaves to do."""
        before = self.session.before
        if not all(map(before.heads.__contains__, self.heads)):
            return None
        try:
            plans = Plans(map(before.heads.__getitem__, self.heads), (), dict(pinning.read(self.session.settings.root)))
        except KehoachError:
            return None  # it is told of where the lock is needed
        plans.look_again(row.looks for row in before.rows.values())
        return plans

    def _plans(self) -> Plans:
        heads = list(self.heads.values())
        before = self.session.before.heads
        if self.guess is not None and not self.troubles and self.guess.take([head for head in heads if before[head.file] is not head]):
            return self.guess
        if not any(head.plan is not None for head in heads) and not (self.reach.is_whole and self.session.settings.expected):
            return Plans((), (), {})
        pinned = dict(pinning.read(self.session.settings.root))
        plans = Plans(heads, (), pinned)
        if self.reach.is_all or all(name in plans.first for node in plans.nodes for name in node.plan.outward):
            return plans  # of a whole workspace there is no plan that is not among these
        named = {name for node in plans.nodes for name in node.plan.outward}.difference(plans.first)
        return Plans(heads, named_elsewhere(list(plans.by_name), named, self.session.settings, self.request, self.ahead), pinned)

    def _merge_all(self, found: Compared, plans: Plans, *, all_anew: bool) -> list[Checked]:
        """Put what was found between plans into the results of the files it stands in; give those of further files."""
        before = self.session.before.heads
        todo = [
            head
            for file, head in self.heads.items()
            if head.plan is not None and (all_anew or not head.shows or head.name in found.touched or before.get(file) is not head)
        ]
        own = {head.name for head in self.heads.values()}
        further = {file for row in found.rows.values() for file in row.files} - own - set(plans.by_name)
        further -= {card.path for card in plans.pinned.values()}
        standing = {file for row in found.rows.values() for file in row.files}
        by_file = self.between.of_files(found, frozenset(({head.name for head in todo} & standing) | further))
        for head in todo:
            self.heads[head.file] = self._with_findings(head, by_file.get(head.name, []))
        return [Checked(path=path, diagnostics=chosen(by_file[path], self.request)) for path in sorted(further)]

    def _with_findings(self, head: Head, own: list[Diagnostic]) -> Head:
        assert head.plan is not None
        there = [self.plans.has(name) for name in head.plan.outward]
        if not own and not head.plan.accepts and (all(there) or not any(there)):
            is_linked = bool(there) and all(there)
            alone = self._alone(head)
            return alone._replace(shows=LINKED, shown=alone.shown.linked()) if is_linked else alone._replace(shows=OWN)
        merged = self._merged(head, own)
        content = kept.body(merged, is_small=self.session.database is not None)
        self.session.shelf.put_merged(head.file, content)
        name = digest(content) if self.session.database is not None else ""
        return head._replace(shows=MERGED, merged=name, shown=tally(merged).shared(self.counts))

    def _merged(self, head: Head, own: list[Diagnostic]) -> Checked:
        shelf, index = self.session.shelf, head.plan
        assert index is not None
        is_there = {self.plans.has(name) for name in index.outward}
        extract = shelf.card(head) if len(is_there) < _BOTH else shelf.extract(head)  # only of some must the links be known
        result = shelf.own(head)._replace(extract=extract)
        return with_findings(result, own, _View(self.plans, self.reach), self.request)

    def _merged_again(self, head: Head) -> Checked:
        """Work out once more what the cache held of a file and was damaged."""
        return self._merged(head, self.between.of_files(self.found, frozenset((head.name,))).get(head.name, []))


def forget() -> None:
    """Forget where repositories begin, for a process that lives while they change."""
    _below.cache_clear()


@cache
def _below(folder: str) -> int:
    return below_root(Path(folder))


class _View(Portfolio):
    """The plans, of which only is asked whether they are there."""

    def __init__(self, plans: Plans, reach: Reach) -> None:
        super().__init__(is_whole=reach.is_whole)
        self.__dict__.update(by_id={**plans.pinned, **plans.first})


_BOTH = 2
UNKNOWN = Head("", "", 0, "", False, "", "", -1, "", None, "", "", Tally(""))  # noqa: FBT003 - a row
"""Stands in the place of a file, so that the order is kept, until something is known of it."""
