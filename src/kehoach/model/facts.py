"""What is known of a plan's things beside their names: the values that other plans compare, each with its place."""

from typing import Any, NamedTuple

from kehoach.model.spot import Spot
from kehoach.model.vocabulary import Aggregation, Decision, Direction, Outcome
from kehoach.values.dates import PlanDate
from kehoach.values.money import Amount, AmountRange
from kehoach.values.targets import Comparison, TargetValue


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


class Contents(NamedTuple):
    """What is compared of every plan, beside its card; made by `contents`.

    Attributes:
        linked: the indicators that are said to be those of another plan or of a register, or that were assigned, once more,
            with those that weigh them.
        drawn: the funds that come from another plan, once more. Of most plans only these are read.
        links: every reference that leads out of the plan.
        ends: when each task and action ends, and where that stands: many, and hardly ever is one asked for.
        names: the ids of all things in one text; none where a part of the plan could not be read.
    """

    linked: tuple[IndicatorFacts, ...] = ()
    drawn: tuple[FundFacts, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    funds: tuple[FundFacts, ...] = ()
    assignments: tuple[AssignmentFacts, ...] = ()
    requests: tuple[RequestFacts, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    dialogues: tuple[DialogueFacts, ...] = ()
    waiting: tuple[WaitingFacts, ...] = ()
    objectives: tuple[ObjectiveFacts, ...] = ()
    sectors: tuple[SectorFacts, ...] = ()
    links: tuple[Link, ...] = ()
    ends: tuple[str, ...] = ()
    names: str | None = None


LEFT_OUT = ("indicators", "funds", "ends")
"""The parts of which hardly any is asked for, but of the plan above."""


def contents(indicators: tuple[IndicatorFacts, ...], funds: tuple[FundFacts, ...], *, is_sparing: bool = False, **others: Any) -> Contents:
    """Put together what is compared of a plan; `is_sparing` leaves out what is hardly ever asked for."""
    apart = [one for one in indicators if one.register or one.same_as or one.assigned]
    names = {name for one in apart for name in (one.id, one.weight)}
    whole = Contents(
        indicators=indicators,
        funds=funds,
        linked=tuple([one for one in indicators if one.id in names]),
        drawn=tuple([one for one in funds if one.from_plan]),
        **others,
    )
    return whole._replace(**_NOTHING) if is_sparing else whole


_NOTHING: dict[str, Any] = dict.fromkeys(LEFT_OUT)
