"""Several plans and their links, as data: what is compared between plans, so that no file is read twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kehoach.diagnostics import KeyPath, Place
from kehoach.model.vocabulary import Aggregation, Decision, Direction, Level, Outcome, PlanKind, Stage
from kehoach.values.dates import Period, PlanDate, read_date
from kehoach.values.kind import Frame
from kehoach.values.money import Amount, AmountRange
from kehoach.values.targets import Comparison, TargetValue
from kehoach.values.text import fold


class Spot(NamedTuple):
    """Where a value stands in its file; `steady` is the pointer with ids in place of list numbers."""

    path: KeyPath
    place: Place
    steady: str


class Link(NamedTuple):
    """A reference to another plan, or to a thing of it: `plan-id`, `plan-id#id`."""

    to: str
    spot: Spot

    @property
    def plan(self) -> str:
        """The id of the plan."""
        return self.to.partition("#")[0]

    @property
    def thing(self) -> str:
        """The id of the thing; empty where the whole plan is meant."""
        return self.to.partition("#")[2]


class Figure(NamedTuple):
    """A target: its value, and for when (`2026`, `2026-06`, `~2026-2030` of an average)."""

    when: str
    value: TargetValue
    comparison: Comparison | None
    aspirational: bool
    spot: Spot


class IndicatorFacts(NamedTuple):
    """What other plans may want to know of an indicator; `is_whole` tells that nothing of it was unreadable."""

    id: str
    name: str
    spot: Spot
    unit: str
    unit_spot: Spot
    direction: Direction | None
    aggregation: Aggregation | None
    weight: str
    register: Link | None
    same_as: tuple[Link, ...]
    targets: tuple[Figure, ...]
    assigned: Figure | None
    baseline: TargetValue | None
    is_whole: bool


class LimitFacts(NamedTuple):
    """What a fund has in a year."""

    year: int
    amount: AmountRange
    spot: Spot


class FundFacts(NamedTuple):
    """A source of money, and what the plan's tasks take from it."""

    id: str
    name: str
    spot: Spot
    limits: tuple[LimitFacts, ...]
    taken: Amount | None
    from_plan: Link | None
    is_whole: bool


class HandedTarget(NamedTuple):
    """A target that an upper plan hands down, by its own indicator's id."""

    id: str
    value: TargetValue
    spot: Spot


class HandedMoney(NamedTuple):
    """Money that an upper plan hands down, by its own fund's id."""

    id: str
    amount: Amount
    spot: Spot


class AssignmentFacts(NamedTuple):
    """What a plan hands down to a lower one."""

    to: Link
    indicators: tuple[HandedTarget, ...]
    funds: tuple[HandedMoney, ...]


class RequestFacts(NamedTuple):
    """What a plan asks of another: of its parent where it names none."""

    id: str
    what: str
    to: Link | None
    amount: Amount | None
    spot: Spot


class ProposalFacts(NamedTuple):
    """The answer to a request from below."""

    about: Link
    decision: Decision | None


class DialogueFacts(NamedTuple):
    """A discussion about an assigned target."""

    about: str
    proposed: TargetValue | None
    date: PlanDate | None
    outcome: Outcome | None
    spot: Spot


class WaitingFacts(NamedTuple):
    """A task or an action that waits for tasks of other plans, each with the days in between."""

    id: str
    start: PlanDate
    spot: Spot
    after: tuple[tuple[Link, int], ...]


class EndFacts(NamedTuple):
    """When a task or an action ends."""

    id: str
    end: PlanDate
    spot: Spot


EndRow = tuple[str, str, KeyPath, tuple[int, int, int, int, str]]
"""The same as plain values, for there are many and hardly ever is one needed: id, end, path, place."""


class ObjectiveFacts(NamedTuple):
    """An objective, the general one it belongs to, and what it supports above."""

    id: str
    statement: str
    parent: str
    supports: tuple[Link, ...]
    spot: Spot


class SectorFacts(NamedTuple):
    """A sector that a task names for the first time."""

    name: str
    task: str
    spot: Spot


class Acceptance(NamedTuple):
    """A comment in the file that accepts findings between plans."""

    code: str
    has_reason: bool
    first_line: int
    last_line: int
    place: Place


class Contents(NamedTuple):
    """All that is compared of one plan, beside its card."""

    indicators: tuple[IndicatorFacts, ...] = ()
    funds: tuple[FundFacts, ...] = ()
    assignments: tuple[AssignmentFacts, ...] = ()
    requests: tuple[RequestFacts, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    dialogues: tuple[DialogueFacts, ...] = ()
    waiting: tuple[WaitingFacts, ...] = ()
    ends: tuple[EndRow, ...] = ()
    objectives: tuple[ObjectiveFacts, ...] = ()
    sectors: tuple[SectorFacts, ...] = ()
    links: tuple[Link, ...] = ()  # every reference that leads out of the plan
    ids: frozenset[str] | None = None  # of every thing; none where a part of the plan could not be read

    def end(self, name: str) -> EndFacts | None:
        """Find when a task or an action ends."""
        row = next((row for row in self.ends if row[0] == name), None)
        if row is None:
            return None
        _, end, path, place = row
        task = next((other[0] for other in self.ends if other[2][:2] == path[:2] and len(other[2]) < len(path)), name)
        steady = "/".join(("", "tasks", task, *(("actions", name) if len(path) > _OF_TASK else ()), str(path[-1])))
        return EndFacts(name, read_date(end, Frame()), Spot(path, Place(*place), steady))

    def indicator(self, name: str) -> IndicatorFacts | None:
        """Find an indicator by its id."""
        return next((indicator for indicator in self.indicators if indicator.id == name), None)


_OF_TASK = 3  # keys that lead to a date of a task; to one of an action there are more


class Whose(NamedTuple):
    """The locality of a plan."""

    name: str
    code: str = ""
    within: str = ""

    @property
    def key(self) -> str:
        """Tell units apart: by the code, else by the folded name."""
        return self.code or f"{fold(self.name)}, {fold(self.within)}"


class Extract(NamedTuple):
    """One plan as its neighbours see it: a card to find it by, and its contents packed.

    Attributes:
        path: the file, as diagnostics call it.
        stage: the one at which it is checked.
        parent: the id of the plan above; empty: none.
        spots: where `id`, `parent`, `period`, `locality` stand.
        outward: how many references lead to each other plan.
        answers: the requests from below that it answers.
        tasks: how many it has.
        cuts: what could not be read.
        packed: its contents.
        acceptances: the comments in the file that accept findings between plans.
        is_pinned: it was not read from its file but from the lock of the workspace.
    """

    path: str
    id: str
    title: str
    kind: PlanKind
    level: Level
    locality: Whose
    sector: str
    period: Period
    stage: Stage
    parent: str
    spots: Mapping[str, Spot]
    outward: Mapping[str, int]
    answers: frozenset[str]
    tasks: int
    cuts: tuple[KeyPath, ...]
    packed: bytes
    acceptances: tuple[Acceptance, ...] = ()
    is_pinned: bool = False

    def has_read(self, key: str) -> bool:
        """Tell whether a key at the top of the plan could be read."""
        return not any(cut[:1] in ((key,), ("*",)) for cut in self.cuts)


class Member(NamedTuple):
    """A plan with its contents open."""

    card: Extract
    has: Contents


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


@dataclass(frozen=True, kw_only=True)
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

    extracts: tuple[Extract, ...] = ()
    pinned: Mapping[str, Extract] = field(default_factory=dict)
    registers: Mapping[str, RegisterEntry] = field(default_factory=dict)
    successors: Mapping[str, Successor] = field(default_factory=dict)
    expected: tuple[ExpectedPlan, ...] = ()
    is_whole: bool = False
    is_complete: bool = False

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
        """Open a plan by its id."""
        extract = self.by_id.get(plan_id)
        return None if extract is None else opened(extract)

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


_MERGERS = 10  # of one unit, one after the other; a table that goes in a circle ends here


class Family(NamedTuple):
    """An upper plan and its lower ones; without an upper plan, those that name the same one that is not there."""

    upper: Member | None
    lowers: tuple[Member, ...]
    portfolio: Portfolio


def opened(extract: Extract) -> Member:
    """Open a plan."""
    from kehoach.model.packing import unpack  # noqa: PLC0415 - brings in what one sound plan does not need

    return Member(extract, unpack(extract.packed))
