"""LVL011: something that a plan rests on and that the plan above has changed since it was pinned."""

from collections.abc import Iterator

from kehoach.analysis.coherence import matches
from kehoach.analysis.sharing import Shared, shared
from kehoach.language import Text
from kehoach.model.extract import Member, opened
from kehoach.model.portfolio import Family
from kehoach.model.spot import Spot
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each link of a plan to something whose shared value is not the pinned one any more."""
    upper = family.upper
    if upper is None or upper.card.is_pinned or upper.card.id not in family.portfolio.pinned:
        return
    pinned = opened(family.portfolio.pinned[upper.card.id])
    now, then = shared(upper), shared(pinned)
    changed = {key for key in {*now, *then} if key not in now or key not in then or now[key].text != then[key].text}
    for lower in family.lowers if changed else ():
        for key, spot in _leans_on(upper, lower):
            if key in changed:
                yield _finding(lower, spot, upper, (key, then.get(key), now.get(key)))


def _leans_on(upper: Member, lower: Member) -> Iterator[tuple[str, Spot]]:
    """List what of the upper plan a lower one rests on, and where it says so."""
    for name, indicator in matches(upper, lower).items():
        links = [*indicator.same_as, *([indicator.register] if indicator.register else [])]
        yield f"indicators/{name}", links[0].spot
        yield f"assignments/{lower.card.id}/indicators/{name}", links[0].spot
    for fund in lower.has.drawn:
        if fund.from_plan is not None and fund.from_plan.plan == upper.card.id:
            yield f"funds/{fund.from_plan.thing}", fund.from_plan.spot
            yield f"assignments/{lower.card.id}/funds/{fund.from_plan.thing}", fund.from_plan.spot
    for objective in lower.has.objectives:
        yield from ((f"objectives/{link.thing}", link.spot) for link in objective.supports if link.plan == upper.card.id)


def _finding(lower: Member, spot: Spot, upper: Member, change: tuple[str, Shared | None, Shared | None]) -> Finding:
    key, then, now = change
    values = {
        "what": key.rpartition("/")[2],
        "upper": upper.card.id,
        "then": then.text if then is not None else _NOTHING,
        "now": now.text if now is not None else _NOTHING,
    }
    there = now.spot if now is not None else upper.card.spots["id"]
    return at(lower.card, spot, values, (beside(upper.card, there, _HERE, values),), subject=key.rpartition("/")[2])


_NOTHING = Text(vi="không có", en="nothing")
_HERE = Text(vi="nay là {now}", en="now {now}")

RULE = Rule(
    code="LVL011",
    name="parent-changed",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{upper} đã đổi {what} từ khi được ghim: trước là {then}, nay là {now}",
        en="{upper} has changed {what} since it was pinned: it was {then}, now it is {now}",
    ),
    why=Text(
        vi="Phần kế hoạch dựa vào số cũ có thể không còn đúng.",
        en="What was planned on the old value may not hold any more.",
    ),
    fix=Text(
        vi="Xem lại chỗ này theo số mới, rồi ghim lại bằng `kehoach rollup {upper} --pin`.",
        en="Look at this again with the new value, then pin it anew with `kehoach rollup {upper} --pin`.",
    ),
    source="format",
    scope=Scope.FAMILY,
    check=check,
)
