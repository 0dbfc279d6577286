"""COM006: a commitment given after the work had begun."""

from collections.abc import Iterator

from kehoach.analysis.pledges import parties
from kehoach.analysis.span import span, start_path
from kehoach.analysis.works import Placed, works
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each commitment once, with the first task that certainly starts before it."""
    for commitment in plan.commitments:
        given = commitment.date
        if given is None:
            continue
        for placed in works(plan):
            start = span(placed).latest_start
            if start is not None and given.first > start and _is_for(commitment, placed):
                yield Finding(
                    path=commitment.at("date"),
                    values={"id": commitment.id, "task": placed.work.id, "days": (given.first - start).days},
                    related=(Related(start_path(placed.work), _STARTS, {"id": placed.work.id}),),
                    subject=commitment.id,
                )
                break


def _is_for(commitment: Commitment, placed: Placed) -> bool:
    """Tell whether a commitment names the work or, being for all, is by a body on it."""
    if placed.work.id in commitment.tasks:
        return True
    return bool(commitment.all) and not set(commitment.by).isdisjoint(parties(placed.work))


_STARTS = Text(vi="{id} bắt đầu ở đây", en="{id} starts here")

RULE = Rule(
    code="COM006",
    name="commitment-after-start",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="cam kết {id} muộn hơn ngày bắt đầu {task} ít nhất {days} ngày",
        en="the commitment {id} comes at least {days} days after {task} starts",
    ),
    why=Text(
        vi="Cam kết phải có trước khi làm; có sau thì việc đã chạy khi chưa ai hứa.",
        en="A commitment comes before the work; otherwise the work began while nobody had promised.",
    ),
    fix=Text(vi="Xem lại ngày cam kết hoặc ngày bắt đầu.", en="Check the date of the commitment or the start."),
    source="S0-6",
    check=check,
)
