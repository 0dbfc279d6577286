"""LVL012: a task that another plan waits for and that ends too late for it."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.ends import End, end_of
from kehoach.model.extract import Member
from kehoach.model.facts import WaitingFacts
from kehoach.model.portfolio import Family
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each task on which a task of another plan waits, and which certainly ends after that one has begun."""
    for member in family.lowers:
        for waiting in member.has.waiting:
            for link, lag in waiting.after:
                other = family.portfolio.member(link.plan)
                awaited = end_of(link.thing, other.ends) if other is not None else None
                if other is not None and awaited is not None:
                    yield from _conflict(other, awaited, member, waiting, lag)


def _conflict(other: Member, awaited: End, member: Member, waiting: WaitingFacts, lag: int) -> Iterator[Finding]:
    late = (awaited.end.first - waiting.start.last).days + lag
    if late < 0 or (late == 0 and awaited.end.first != awaited.end.last):
        return
    values = {
        "id": awaited.id,
        "plan": other.card.id,
        "end": awaited.end,
        "waiting": waiting.id,
        "upper": member.card.id,
        "start": waiting.start,
        "days": late,
    }
    if member.card.parent == other.card.id:  # the one above is late: the place is still the lower plan's
        related = (beside(other.card, awaited.spot, _ENDS, values),)
        yield at(member.card, waiting.spot, values, related, subject=waiting.id)
    else:
        related = (beside(member.card, waiting.spot, _WAITS, values),)
        yield at(other.card, awaited.spot, values, related, subject=awaited.id)


_WAITS = Text(vi="{waiting} của {upper} bắt đầu {start}", en="{waiting} of {upper} starts {start}")
_ENDS = Text(vi="{id} của {plan} xong {end}", en="{id} of {plan} ends {end}")

RULE = Rule(
    code="LVL012",
    name="timing-conflict",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="nhiệm vụ {id} của {plan} xong {end}, trong khi {waiting} của {upper} chờ nó và bắt đầu {start}",
        en="the task {id} of {plan} ends {end}, but {waiting} of {upper} waits for it and starts {start}",
    ),
    why=Text(
        vi="Việc của kế hoạch này chỉ bắt đầu được khi việc của kế hoạch kia đã xong.",
        en="Work in one plan can begin only when work in the other is done.",
    ),
    fix=Text(
        vi="Thống nhất lại thời hạn giữa hai kế hoạch: làm xong sớm hơn, hoặc bắt đầu muộn hơn.",
        en="Agree on the dates between the two plans: end earlier, or start later.",
    ),
    source="S1-2",
    scope=Scope.FAMILY,
    check=check,
)
