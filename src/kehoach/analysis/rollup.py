"""An upper plan with its lower ones: what they carry of its targets, take of its money, do, and ask of it."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.analysis.assigning import Missed, missed
from kehoach.analysis.coherence import Carried, carried
from kehoach.analysis.handing import HandedFund, added, handed_funds
from kehoach.model.extract import Extract, Member
from kehoach.model.facts import RequestFacts
from kehoach.model.portfolio import Family
from kehoach.values.money import Amount


class OpenRequest(NamedTuple):
    """What a lower plan asks and nobody has answered."""

    plan: Extract
    request: RequestFacts


class Workload(NamedTuple):
    """What a plan has to do.

    Attributes:
        taken: what its tasks take from its funds; none where that is not known, or of several currencies.
        waits: its tasks that wait for tasks of other plans, each with those tasks as `plan-id#id`.
    """

    plan: Extract
    taken: Amount | None
    waits: tuple[tuple[str, tuple[str, ...]], ...]


class Rollup(NamedTuple):
    """An upper plan with its lower ones.

    Attributes:
        indicators: each target that the lower plans make together.
        missed: each target that was assigned to a lower plan and that it does not take up.
        funds: each fund that is handed down or counted on below.
        requests, answered: what was asked without an answer, and how many requests have one.
        works: what each plan has to do, the upper one first.
    """

    upper: Extract
    lowers: tuple[Extract, ...]
    indicators: tuple[Carried, ...]
    missed: tuple[Missed, ...]
    funds: tuple[HandedFund, ...]
    requests: tuple[OpenRequest, ...]
    answered: int
    works: tuple[Workload, ...]

    @property
    def tasks(self) -> int:
        """How many tasks the lower plans have; the upper plan's own stand on its card."""
        return sum(lower.tasks for lower in self.lowers)


def rollup(family: Family) -> Rollup:
    """Put a family together."""
    assert family.upper is not None
    upper = family.upper.card
    asked = list(_requests(family))
    unanswered = tuple(one for one in asked if f"{one.plan.id}#{one.request.id}" not in upper.answers)
    return Rollup(
        upper=upper,
        lowers=tuple(lower.card for lower in family.lowers),
        indicators=tuple(carried(family)),
        missed=tuple(missed(family)),
        funds=tuple(handed_funds(family)),
        requests=unanswered,
        answered=len(asked) - len(unanswered),
        works=tuple(_work(member) for member in (family.upper, *family.lowers)),
    )


def _work(member: Member) -> Workload:
    taken = added([fund.taken for fund in member.has.funds if fund.taken is not None])
    waits = tuple((waiting.id, tuple(link.to for link, _ in waiting.after)) for waiting in member.has.waiting)
    return Workload(member.card, taken, waits)


def _requests(family: Family) -> Iterator[OpenRequest]:
    assert family.upper is not None
    for lower in family.lowers:
        for request in lower.has.requests:
            if request.to is None or request.to.plan == family.upper.card.id:
                yield OpenRequest(lower.card, request)
