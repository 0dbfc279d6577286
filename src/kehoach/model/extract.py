"""What other plans may want to know of a plan: values with their places, so that no file is read twice."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.diagnostics import KeyPath, Place
from kehoach.model.ends import by_id
from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Aggregation, Decision, Direction, Level, Outcome, PlanKind, Stage
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount, AmountRange
from kehoach.values.targets import Comparison, TargetValue
from kehoach.values.text import fold

if TYPE_CHECKING:
    from kehoach.model.opening import Opened


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

    @property
    def entry(self) -> str:
        """Of a reference to a register the entry's id: a register need not be named."""
        return self.to.rpartition("#")[2]


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
    """What is compared of every plan, beside its card; made by `contents`.

    Attributes:
        linked: the indicators that are said to be those of another plan or of a register, or that were assigned, once more.
        drawn: the funds that come from another plan, once more. Of most plans only these are read.
        links: every reference that leads out of the plan.
        ends: when each task and action ends, and where that stands: many, and hardly ever is one asked for.
        names: the ids of all things in one text; none where a part of the plan could not be read.
    """

    indicators: tuple[IndicatorFacts, ...] = ()
    funds: tuple[FundFacts, ...] = ()
    assignments: tuple[AssignmentFacts, ...] = ()
    requests: tuple[RequestFacts, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    dialogues: tuple[DialogueFacts, ...] = ()
    waiting: tuple[WaitingFacts, ...] = ()
    objectives: tuple[ObjectiveFacts, ...] = ()
    sectors: tuple[SectorFacts, ...] = ()
    linked: tuple[IndicatorFacts, ...] = ()
    drawn: tuple[FundFacts, ...] = ()
    links: tuple[Link, ...] = ()
    ends: tuple[str, ...] = ()
    names: str | None = None


def contents(indicators: tuple[IndicatorFacts, ...], funds: tuple[FundFacts, ...], **others: Any) -> Contents:
    """Put together what is compared of a plan."""
    names = {one.id for one in indicators if one.register or one.same_as or one.assigned}
    return Contents(
        indicators=indicators,
        funds=funds,
        linked=tuple([one for one in indicators if one.id in names]),
        drawn=tuple([one for one in funds if one.from_plan]),
        **others,
    )


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
    """One plan as its neighbours see it: a card to find it by, and the rest packed.

    Attributes:
        path: the file, as diagnostics call it.
        stage: the one at which it is checked.
        parent: the id of the plan above; empty: none.
        spots: where `id`, `parent`, `period`, `locality` stand.
        outward: how many references lead to each other plan.
        answers: the requests from below that it answers.
        tasks: how many it has.
        cuts: what could not be read.
        packed: its contents, compressed where thousands are held.
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


class Member:
    """A plan that is opened when something is asked of it, and then stays open."""

    def __init__(self, card: Extract) -> None:
        self.card = card
        self.matched: tuple[Member, Mapping[str, IndicatorFacts]] | None = None
        """Which of its indicators are those of a plan above, once that was asked."""

    @cached_property
    def has(self) -> "Opened":
        """Open its contents."""
        from kehoach.model.opening import Opened  # noqa: PLC0415 - brings in what one sound plan does not need

        return Opened(self.card.packed)

    @cached_property
    def assigned(self) -> Mapping[str, Sequence[AssignmentFacts]]:
        """What it hands down to each lower plan, by the plan's id."""
        found: dict[str, list[AssignmentFacts]] = {}
        for assignment in self.has.assignments:
            found.setdefault(assignment.to.plan, []).append(assignment)
        return found

    @cached_property
    def registered(self) -> Mapping[str, str]:
        """Its indicators by the entries of the registers that they name."""
        return {indicator.register.entry: indicator.id for indicator in self.has.indicators if indicator.register is not None}

    @cached_property
    def ends(self) -> Mapping[str, str]:
        """When its tasks and actions end, by their ids."""
        return by_id(self.has.ends)

    @cached_property
    def ids(self) -> frozenset[str] | None:
        """The ids of all things in it; none where they are not known."""
        return None if self.has.names is None else frozenset(self.has.names.split())


def held(extract: Extract) -> Extract:
    """Make an extract small, where thousands are held."""
    from kehoach.model.encoding import compressed  # noqa: PLC0415 - as above

    return extract._replace(packed=compressed(extract.packed))


def opened(extract: Extract) -> Member:
    """Make a plan ready to be asked."""
    return Member(extract)
