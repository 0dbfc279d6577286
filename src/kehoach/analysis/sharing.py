"""What lower plans rest on of an upper one, as texts that can be pinned and compared."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach.language import Language
from kehoach.model.extract import Member
from kehoach.model.facts import Figure, FundFacts, IndicatorFacts
from kehoach.model.spot import Spot


class Shared(NamedTuple):
    """A value that others rest on, said, and where it stands."""

    text: str
    spot: Spot


def shared(member: Member) -> Mapping[str, Shared]:
    """Say every value that others may rest on, by what it is: `indicators/ty-le-ngheo`, `funds/ns-tinh`."""
    return dict(_shared(member))


def _shared(member: Member) -> Iterator[tuple[str, Shared]]:
    for indicator in member.has.indicators:
        yield f"indicators/{indicator.id}", Shared(_of_indicator(indicator), indicator.spot)
    for fund in member.has.funds:
        yield f"funds/{fund.id}", Shared(_of_fund(fund), fund.spot)
    for objective in member.has.objectives:
        yield f"objectives/{objective.id}", Shared(objective.statement, objective.spot)
    for assignment in member.has.assignments:
        for target in assignment.indicators:
            yield f"assignments/{assignment.to.plan}/indicators/{target.id}", Shared(target.value.say(_VI), target.spot)
        for money in assignment.funds:
            yield f"assignments/{assignment.to.plan}/funds/{money.id}", Shared(money.amount.say(_VI), money.spot)


def _of_indicator(indicator: IndicatorFacts) -> str:
    targets = "; ".join(f"{figure.when}: {_of_figure(figure)}" for figure in indicator.targets)
    return " ".join(part for part in (targets or "-", indicator.unit) if part)


def _of_figure(figure: Figure) -> str:
    said = figure.value.say(_VI)
    is_said = figure.comparison is None or figure.comparison is figure.value.comparison
    return said if is_said else f"{figure.comparison} {said}"


def _of_fund(fund: FundFacts) -> str:
    return "; ".join(f"{limit.year}: {limit.amount.say(_VI)}" for limit in fund.limits) or "-"


_VI = Language.VI
