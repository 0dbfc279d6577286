"""What an upper plan hands down of its money, and what lower plans count on."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import NamedTuple

from kehoach.model.extract import Member
from kehoach.model.facts import AssignmentFacts, FundFacts, HandedMoney, LimitFacts
from kehoach.model.portfolio import Family
from kehoach.values.money import Amount, total

_EXACT = Context(prec=60)


class Claim(NamedTuple):
    """What one lower plan counts on from a fund of the upper plan, and what it was handed."""

    member: Member
    funds: tuple[FundFacts, ...]
    amount: Amount
    handed: HandedMoney | None

    @property
    def over(self) -> Amount | None:
        """What is claimed beyond what was handed; none where nothing was handed, or it is within."""
        if self.handed is None or self.handed.amount.currency != self.amount.currency:
            return None
        over = minus(self.amount, self.handed.amount)
        return over if over.value > 0 else None


class YearOfClaims(NamedTuple):
    """What all lower plans count on in a year, against what the fund has."""

    limit: LimitFacts
    claimed: Amount


class HandedFund(NamedTuple):
    """A fund of an upper plan, what of it was handed down and what lower plans count on."""

    fund: FundFacts
    has: Amount | None  # of all years; none where no limit is known
    handed: Amount | None
    claims: tuple[Claim, ...]
    years: tuple[YearOfClaims, ...]
    unclaimed: tuple[tuple[str, HandedMoney], ...]  # what was handed to plans that do not count on it, by their id

    @property
    def claimed(self) -> Amount | None:
        """What all lower plans count on."""
        return added([claim.amount for claim in self.claims])

    @property
    def left(self) -> Amount | None:
        """What is neither handed down nor counted on below."""
        out = max((amount for amount in (self.handed, self.claimed) if amount is not None), key=lambda amount: amount.value, default=None)
        if self.has is None or (out is not None and out.currency != self.has.currency):
            return None
        return self.has if out is None else minus(self.has, out)


def handed_funds(family: Family) -> Iterator[HandedFund]:
    """Give each fund of the upper plan that is handed down or counted on below."""
    upper = family.upper
    if upper is None:
        return
    drawn = _drawn(family.lowers)
    for fund in upper.has.funds:
        given = [(assignment, money) for assignment in upper.has.assignments for money in assignment.funds if money.id == fund.id]
        claims = tuple(_claims(drawn.get(f"{upper.card.id}#{fund.id}", []), given))
        handed = [money.amount for _, money in given]
        if handed or claims:
            claiming = {claim.member.card.id for claim in claims}
            unclaimed = tuple((assignment.to.plan, money) for assignment, money in given if assignment.to.plan not in claiming)
            yield HandedFund(fund, _all_years(fund), added(handed), claims, tuple(_by_year(fund, claims)), unclaimed)


def _drawn(lowers: Sequence[Member]) -> Mapping[str, Sequence[tuple[Member, list[FundFacts]]]]:
    """Give, by the fund of another plan that they come from, the funds of each plan."""
    found: dict[str, list[tuple[Member, list[FundFacts]]]] = {}
    for lower in lowers:
        for own in lower.has.drawn:
            if own.from_plan is not None and own.is_whole:
                drawing = found.setdefault(own.from_plan.to, [])
                if not drawing or drawing[-1][0] is not lower:
                    drawing.append((lower, []))
                drawing[-1][1].append(own)
    return found


def _claims(drawing: Sequence[tuple[Member, list[FundFacts]]], given: Sequence[tuple[AssignmentFacts, HandedMoney]]) -> Iterator[Claim]:
    handed_to = {assignment.to.plan: money for assignment, money in reversed(given)}
    for lower, funds in drawing:
        amount = added([amount for own in funds if (amount := claimed(own)) is not None])
        if amount is not None:
            yield Claim(lower, tuple(funds), amount, handed_to.get(lower.card.id))


def claimed(fund: FundFacts) -> Amount | None:
    """Give what a plan counts on from a fund at least: its limits, else what its tasks take."""
    return added([limit.amount.low for limit in fund.limits]) or fund.taken


def minus(amount: Amount, other: Amount) -> Amount:
    """Take one amount from another of the same currency; said in the unit of the first."""
    return amount._replace(value=_EXACT.subtract(amount.value, other.value), text="")


def _all_years(fund: FundFacts) -> Amount | None:
    return added([limit.amount.high for limit in fund.limits])


def _by_year(fund: FundFacts, claims: Sequence[Claim]) -> Iterator[YearOfClaims]:
    for limit in fund.limits:
        amounts = [own.amount.low for claim in claims for part in claim.funds for own in part.limits if own.year == limit.year]
        claimed_then = added(amounts)
        if claimed_then is not None and claimed_then.currency == limit.amount.high.currency:
            yield YearOfClaims(limit, claimed_then)


def added(amounts: Sequence[Amount]) -> Amount | None:
    """Add amounts; none where there are none, or they are of several currencies."""
    if not amounts or len({amount.currency for amount in amounts}) > 1:
        return None
    whole = total(amounts)
    return whole if whole.value else whole._replace(value=Decimal(0))
