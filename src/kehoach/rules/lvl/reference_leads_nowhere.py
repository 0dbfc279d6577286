"""LVL017: a reference to a thing that the other plan does not have."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.extract import Extract
from kehoach.model.facts import Link
from kehoach.model.portfolio import Family
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside
from kehoach.values.text import nearest


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each `plan-id#id` of which the plan is there and the thing is not, with the nearest id."""
    known: dict[str, frozenset[str] | None] = {}
    for lower in family.lowers:
        searches = 0
        for link in lower.has.links:
            plan, _sign, thing = link.to.partition("#")
            if not thing:
                continue
            if plan not in known:
                known[plan] = _ids(family, plan)
            ids = known[plan]
            if ids is None or thing in ids:
                continue
            if plan in family.portfolio.ambiguous:
                continue  # the other file with this id may have it
            searches += 1
            near = nearest(thing, sorted(ids)) if searches <= _MOST else None
            yield _finding(lower.card, link, family.portfolio.by_id[plan], near)


def _ids(family: Family, plan: str) -> frozenset[str] | None:
    """Give the ids of what is in a plan; none where it is not there, or a part of it could not be read."""
    if family.upper is not None and plan == family.upper.card.id:
        return family.upper.ids
    other = family.portfolio.member(plan)
    return other.ids if other is not None else None


def _finding(card: Extract, link: Link, other: Extract, near: str | None) -> Finding:
    hint = Text(f"; gần nhất là {near}", f"; the nearest is {near}") if near else Text("", "")
    values = {"plan": link.plan, "id": link.thing, "near": hint}
    return at(card, link.spot, values, (beside(other, other.spots["id"], _HERE, values),), subject=link.thing)


_MOST = 100  # each search goes through all ids of the other plan
_HERE = Text(vi="kế hoạch {plan}", en="the plan {plan}")

RULE = Rule(
    code="LVL017",
    name="reference-leads-nowhere",
    nature=WRONG,
    severities=ERROR,
    message=Text(vi="kế hoạch {plan} không có mục nào mã {id}{near}", en="the plan {plan} has nothing with the id {id}{near}"),
    why=Text(
        vi="Chỗ dẫn tới mục không có thì không so sánh được với kế hoạch kia.",
        en="What refers to nothing cannot be compared with the other plan.",
    ),
    fix=Text(vi="Sửa mã sau dấu `#` cho đúng với kế hoạch {plan}.", en="Correct the id after `#` to one of the plan {plan}."),
    source="format",
    scope=Scope.FAMILY,
    check=check,
)
