"""OWN002: bodies that share a lead without saying for what."""

from collections.abc import Iterator

from kehoach.analysis.works import works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each task or action with such bodies, at the first of them."""
    for work, _task in works(plan):
        if not work.co_owners:
            continue
        vague = [sharer for sharer in work.co_owners if sharer.owner and not sharer.scope]
        if vague:
            values = {"id": work.id, "owners": tuple(sharer.owner for sharer in vague)}
            yield Finding(path=vague[0].at("scope"), values=values, subject=work.id)


RULE = Rule(
    code="OWN002",
    name="split-owner-without-scope",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="{id}: {owners} cùng chủ trì mà chưa rõ chủ trì phần nào",
        en="{id}: for which part {owners} leads is not said",
    ),
    why=Text(
        vi="Nhiều đơn vị cùng chủ trì một việc mà không chia phần thì khi chậm không biết hỏi ai.",
        en="Where several lead one task without dividing it, nobody can be asked when it is late.",
    ),
    fix=Text(vi="Ghi `scope:` cho từng đơn vị trong `co_owners`.", en="Write a `scope:` for each body in `co_owners`."),
    source="S0-2",
    lacks=Text(vi="phần việc của từng đơn vị cùng chủ trì", en="the part of each body that shares the lead"),
    check=check,
)
