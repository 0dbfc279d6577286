"""An upper plan with its lower ones: what they carry of its targets, take of its money, and ask of it."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.analysis.coherence import Carried, carried
from kehoach.analysis.handing import HandedFund, handed_funds
from kehoach.model.extract import Extract, RequestFacts
from kehoach.model.portfolio import Family


class OpenRequest(NamedTuple):
    """What a lower plan asks and nobody has answered."""

    plan: Extract
    request: RequestFacts


class Rollup(NamedTuple):
    """An upper plan with its lower ones.

    Attributes:
        indicators: each target that the lower plans make together.
        funds: each fund that is handed down or counted on below.
        requests, answered: what was asked without an answer, and how many requests have one.
        tasks: how many the lower plans have; the upper plan's own stand on its card.
    """

    upper: Extract
    lowers: tuple[Extract, ...]
    indicators: tuple[Carried, ...]
    funds: tuple[HandedFund, ...]
    requests: tuple[OpenRequest, ...]
    answered: int
    tasks: int


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
        funds=tuple(handed_funds(family)),
        requests=unanswered,
        answered=len(asked) - len(unanswered),
        tasks=sum(lower.card.tasks for lower in family.lowers),
    )


def _requests(family: Family) -> Iterator[OpenRequest]:
    assert family.upper is not None
    for lower in family.lowers:
        for request in lower.has.requests:
            if request.to is None or request.to.plan == family.upper.card.id:
                yield OpenRequest(lower.card, request)
