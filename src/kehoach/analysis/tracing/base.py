"""What a results chain is made of, and how the plans it runs through are asked."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kehoach.analysis.budget import Budget, budget
from kehoach.analysis.chain import Chain, results_chain
from kehoach.analysis.coherence import matches
from kehoach.model.base import Thing
from kehoach.model.extract import Member
from kehoach.model.plan import Plan
from kehoach.model.portfolio import Portfolio
from kehoach.values.dates import Period, PlanDate
from kehoach.values.money import Amount
from kehoach.values.targets import TargetValue


class Mark(StrEnum):
    """What is wrong with a thing in the chain, or why nothing more is shown of it."""

    NO_TASK = "no_task"  # an objective or output that nothing is done for
    NO_INDICATOR = "no_indicator"  # an objective that nothing measures
    NO_OBJECTIVE = "no_objective"  # a thing that serves no objective
    NOTHING_ABOVE = "nothing_above"  # an objective of a lower plan that supports none of the plan above
    UNUSED = "unused"  # a fund that no task takes from
    OVER = "over"  # a fund of which more is taken than the plan above hands down
    NOT_THERE = "not_there"  # a plan or thing that is referred to and not in the workspace
    SHOWN = "shown"  # what hangs on it is shown elsewhere in the tree
    CUT = "cut"  # the tree would be too deep


class How(StrEnum):
    """How a thing hangs on the one before it in the tree."""

    PART = "part"
    MEASURES = "measures"
    SUPPORTS = "supports"
    SAME = "same"
    FUNDS = "funds"
    FEEDS = "feeds"
    LEADS = "leads"
    PROMISES = "promises"
    AFFECTS = "affects"
    ANSWERS = "answers"


class Measured(NamedTuple):
    """A figure of an indicator: its baseline, a target, or what is assigned from above; none where the plan does not say."""

    kind: str  # baseline, target, assigned
    value: TargetValue | None
    when: PlanDate | Period | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A thing of a plan in the tree, with what hangs on it.

    Attributes:
        owner, dates: of a task.
        money: of a task what it takes; of a fund what is taken; of an objective what its tasks take together.
        handed: what the plan above hands down.
        unit, figures: of an indicator.
        toward: the things of plans above that it supports or comes from, where the tree runs down.
        marks: what is wrong with it.
        more: how many things of other plans are left out.
    """

    thing: Thing
    plan: str
    id: str
    words: str
    how: How = How.PART
    owner: str = ""
    dates: tuple[PlanDate | None, PlanDate | None] = (None, None)
    is_regular: bool = False  # paid from the regular budget
    money: Amount | None = None
    handed: Amount | TargetValue | None = None
    unit: str = ""
    figures: tuple[Measured, ...] = ()
    toward: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    below: tuple["Branch", ...] = ()
    more: int = 0

    def marked(self, *marks: Mark) -> "Branch":
        """Add marks."""
        return replace(self, marks=(*self.marks, *marks))


Name = tuple[str, str]
"""A thing of a plan: the ids of both."""


class Atlas:
    """The plans of a workspace and how they hang together; a plan is read when the chain first reaches it."""

    def __init__(self, portfolio: Portfolio, read: Callable[[str], Plan | None]) -> None:
        self.portfolio = portfolio
        self._read = read
        self._plans: dict[str, Plan | None] = {}
        self._chains: dict[str, Chain] = {}
        self._budgets: dict[str, Budget] = {}
        self._same: dict[str, Mapping[str, tuple[Name, ...]]] = {}

    def plan(self, name: str) -> Plan | None:
        """Read a plan, once; none where it is not there."""
        if name not in self._plans:
            self._plans[name] = self._read(name)
        return self._plans[name]

    def chain(self, plan: Plan) -> Chain:
        """Give what hangs on what in one plan."""
        if plan.id not in self._chains:
            self._chains[plan.id] = results_chain(plan)
        return self._chains[plan.id]

    def budget(self, plan: Plan) -> Budget:
        """Give what the tasks of one plan take."""
        if plan.id not in self._budgets:
            self._budgets[plan.id] = budget(plan)
        return self._budgets[plan.id]

    def member(self, name: str) -> Member | None:
        """Open what is compared of a plan."""
        return self.portfolio.member(name)

    @cached_property
    def supporting(self) -> Mapping[Name, tuple[Name, ...]]:
        """The objectives of other plans that support each."""
        return self._linked[0]

    @cached_property
    def fed(self) -> Mapping[Name, tuple[Name, ...]]:
        """The funds of other plans that come from each."""
        return self._linked[1]

    @cached_property
    def _linked(self) -> tuple[Mapping[Name, tuple[Name, ...]], Mapping[Name, tuple[Name, ...]]]:
        supporting: dict[Name, list[Name]] = defaultdict(list)
        fed: dict[Name, list[Name]] = defaultdict(list)
        for card in self.portfolio.extracts:
            member = self.member(card.id)
            if not card.outward or member is None or member.card is not card:
                continue
            for objective in member.has.objectives:
                for link in objective.supports:
                    supporting[link.plan, link.thing].append((card.id, objective.id))
            for fund in member.has.funds:
                if fund.from_plan is not None:
                    fed[fund.from_plan.plan, fund.from_plan.thing].append((card.id, fund.id))
        return ({name: tuple(found) for name, found in supporting.items()}, {name: tuple(found) for name, found in fed.items()})

    def same_below(self, plan: str, indicator: str) -> tuple[Name, ...]:
        """Find the same indicator in the lower plans."""
        if plan not in self._same:
            found: dict[str, list[Name]] = defaultdict(list)
            upper = self.member(plan)
            for card in self.portfolio.lowers.get(plan, ()):
                lower = self.member(card.id)
                if upper is not None and lower is not None:
                    for name, facts in matches(upper, lower).items():
                        found[name].append((card.id, facts.id))
            self._same[plan] = {name: tuple(each) for name, each in found.items()}
        return self._same[plan].get(indicator, ())

    def same_above(self, plan: Plan, indicator: str) -> tuple[Name, ...]:
        """Find the same indicator in the plan above, and in those that it names."""
        own, card = self.member(plan.id), self.portfolio.by_id.get(plan.id)
        upper = self.member(card.parent) if card is not None and card.parent else None
        found = []
        if own is not None and upper is not None:
            found += [(upper.card.id, name) for name, facts in matches(upper, own).items() if facts.id == indicator]
        facts = own.has.indicator(indicator) if own is not None else None
        found += [(link.plan, link.thing) for link in facts.same_as] if facts is not None else []
        return tuple(dict.fromkeys(found))

    def handed(self, upper: str, lower: str, name: str) -> Amount | TargetValue | None:
        """Give what an upper plan hands down of one of its funds or indicators, an indicator's in the upper plan's unit."""
        member = self.member(upper)
        for assignment in member.assigned.get(lower, ()) if member is not None else ():
            for target in assignment.indicators:
                if target.id == name and member is not None:
                    facts = member.has.indicator(name)
                    unit = target.value.unit or (facts.unit if facts is not None else "")
                    return target.value if target.value.is_qualitative else target.value._replace(unit=unit)
            for money in assignment.funds:
                if money.id == name:
                    return money.amount
        return None
