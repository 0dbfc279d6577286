"""COM007: partners that have committed to nothing."""

from collections.abc import Iterator
from itertools import chain

from kehoach.analysis.works import leads, works
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import MISSING, NOTE, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report in one finding the partners without a commitment that lead nothing themselves."""
    known = {body for commitment in plan.commitments for body in commitment.by}
    known.update(leads(plan))
    every = dict.fromkeys(chain.from_iterable([work.partners for work, _task in works(plan)]))
    partners = tuple(partner for partner in every if partner not in known)
    if partners:
        yield Finding(path=("commitments",), values={"partners": partners}, subject=", ".join(partners))


RULE = Rule(
    code="COM007",
    name="partner-without-commitment",
    nature=MISSING,
    severities=NOTE,
    message=Text(vi="đơn vị phối hợp chưa có cam kết: {partners}", en="partners have made no commitment: {partners}"),
    why=Text(
        vi="Việc phối hợp mà chưa hỏi đơn vị phối hợp thì dễ chỉ có trên giấy.",
        en="Partners who were not asked tend to be partners on paper.",
    ),
    fix=Text(
        vi="Thêm các đơn vị này vào `by` của một cam kết cho nhiệm vụ họ phối hợp.",
        en="Add these bodies to the `by` of a commitment for the tasks they partner.",
    ),
    source="S0-6",
    lacks=Text(vi="cam kết của đơn vị phối hợp", en="the commitment of partners"),
    reads=("commitments.*.by", "tasks.*.owner", "tasks.*.co_owners.*.owner", "tasks.*.actions.*.owner"),
    check=check,
)
