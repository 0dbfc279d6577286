"""Several plans and their links, as data: what is compared between plans."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from kehoach.model.extract import Extract, Member, Whose, opened
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Aggregation, Direction, Level, PlanKind
from kehoach.values.dates import Period, PlanDate
from kehoach.values.text import fold


class RegisterEntry(NamedTuple):
    """An indicator of a register of the workspace."""

    id: str
    name: str
    unit: str
    direction: Direction | None
    aggregation: Aggregation | None
    weight: str
    file: str
    spot: Spot


class ExpectedPlan(NamedTuple):
    """A plan that ought to be there, and where the workspace says so."""

    level: Level | None
    period: Period | None
    kind: PlanKind | None
    due: PlanDate | None
    locality: Whose | None  # none: any locality
    file: str
    spot: Spot


class Successor(NamedTuple):
    """What became of a unit."""

    code: str
    name: str
    since: PlanDate


class Portfolio:
    """All plans of a run, by their cards.

    Attributes:
        extracts: sorted by path.
        pinned: what the lock holds of plans, by id.
        registers: the entries of the registers, by id and by `register#id`.
        successors: what became of a unit, by its code and by its folded name.
        expected: the plans that ought to be there.
        is_whole: every plan of the workspace, or of a folder, is there, so that sums over lower plans mean something.
        is_complete: a plan that is not there is an error.
    """

    def __init__(  # noqa: PLR0913 - what is compared, each by its name
        self,
        *,
        extracts: tuple[Extract, ...] = (),
        pinned: Mapping[str, Extract] = MappingProxyType({}),
        registers: Mapping[str, RegisterEntry] = MappingProxyType({}),
        successors: Mapping[str, Successor] = MappingProxyType({}),
        expected: tuple[ExpectedPlan, ...] = (),
        is_whole: bool = False,
        is_complete: bool = False,
    ) -> None:
        """Keep what is compared."""
        self.extracts = extracts
        self.pinned = pinned
        self.registers = registers
        self.successors = successors
        self.expected = expected
        self.is_whole = is_whole
        self.is_complete = is_complete

    @cached_property
    def _recent(self) -> dict[str, Member]:
        return {}

    @cached_property
    def by_id(self) -> Mapping[str, Extract]:
        """The plans by their id: of several with one id the first, before what is pinned."""
        found = dict(self.pinned)
        found.update((extract.id, extract) for extract in reversed(self.extracts))
        return found

    @cached_property
    def lowers(self) -> Mapping[str, tuple[Extract, ...]]:
        """The plans that name each plan as their parent."""
        found: dict[str, list[Extract]] = {}
        for extract in self.extracts:
            if extract.parent:
                found.setdefault(extract.parent, []).append(extract)
        return {parent: tuple(lowers) for parent, lowers in found.items()}

    @cached_property
    def ambiguous(self) -> frozenset[str]:
        """The ids that several files claim."""
        return frozenset(card.id for card in self.extracts if self.by_id[card.id] is not card)

    def member(self, plan_id: str) -> Member | None:
        """Open a plan by its id; the last few stay open."""
        extract = self.by_id.get(plan_id)
        if extract is None:
            return None
        member = self._recent.pop(plan_id, None) or opened(extract)
        self._recent[plan_id] = member
        if len(self._recent) > _OPEN:
            del self._recent[next(iter(self._recent))]
        return member

    def opened(self, card: Extract) -> Member:
        """Open one of the plans."""
        return opened(card)

    def families(self) -> Iterator["Family"]:
        """Give each upper plan with its lower ones, one family at a time; what has no plan above stands alone."""
        for parent, lowers in self.lowers.items():
            yield Family(self.member(parent), tuple(opened(lower) for lower in lowers), self)
        for extract in self.extracts:
            if not extract.parent:
                yield Family(None, (opened(extract),), self)

    def successor(self, whose: Whose, period: Period) -> Whose:
        """Give the unit that a plan is about: after mergers, the new one."""
        for _ in range(_MERGERS):
            after = self.successors.get(whose.code) if whose.code else self.successors.get(fold(whose.name))
            if after is None or period.first < after.since.first:
                break
            whose = Whose(after.name, after.code, whose.within)
        return whose

    def unit_of(self, extract: Extract) -> str:
        """Name the unit of a plan so that plans of one unit have the same name: by code, else by name."""
        return self.successor(extract.locality, extract.period).key


_OPEN = 16  # plans that are named from many others, as those above them are
_MERGERS = 10  # of one unit, one after the other; a table that goes in a circle ends here


class Family(NamedTuple):
    """An upper plan and its lower ones; without an upper plan, those that name the same one that is not there."""

    upper: Member | None
    lowers: tuple[Member, ...]
    portfolio: Portfolio
