"""OWN007: a leading body that nobody can reach."""

from collections.abc import Iterator

from kehoach.analysis.works import leads
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each body that leads something and has neither contact nor members."""
    leading = leads(plan)
    for owner in plan.owners:
        contact = owner.contact
        is_reachable = contact is not None and (contact.role or contact.phone or contact.email)
        if owner.id in leading and not is_reachable and not owner.members:
            yield Finding(path=owner.at("contact"), values={"id": owner.id, "name": owner.name}, subject=owner.id)


RULE = Rule(
    code="OWN007",
    name="owner-without-contact",
    nature=MISSING,
    severities=NOTE,
    message=Text(vi="đơn vị chủ trì {id} chưa có đầu mối liên hệ", en="the leading body {id} has no contact"),
    why=Text(
        vi="Khi việc vướng, các đơn vị khác cần biết hỏi ai.",
        en="When work is stuck, the others need to know whom to ask.",
    ),
    fix=Text(vi="Ghi `contact:` với `role`, `phone` hoặc `email`.", en="Write a `contact:` with `role`, `phone` or `email`."),
    source="S0-2",
    lacks=Text(vi="đầu mối liên hệ", en="a contact"),
    reads=("..members",),
    check=check,
)
