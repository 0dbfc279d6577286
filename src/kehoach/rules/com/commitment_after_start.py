"""COM006: a commitment given after the work had begun."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.analysis.pledges import parties
from kehoach.analysis.span import dated, start_path
from kehoach.analysis.works import Work
from kehoach.language import Text
from kehoach.model.commitments import Commitment
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Related, Rule


class _Start(NamedTuple):
    """The last day on which a task or action can start; `number` is its place in the file's order."""

    number: int
    day: date
    work: Work


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each commitment once, with the first task that certainly starts before it."""
    dated_ones = [commitment for commitment in plan.commitments if commitment.date is not None]
    by_name, by_body = _starts(plan, dated_ones)
    for commitment in dated_ones:
        given = commitment.date
        assert given is not None
        before = [start for starts in _of(commitment, by_name, by_body) for start in starts if start.day < given.first]
        if before:
            _number, day, work = min(before, key=lambda start: start.number)
            yield Finding(
                path=commitment.at("date"),
                values={"id": commitment.id, "task": work.id, "days": (given.first - day).days},
                related=(Related(start_path(work), _STARTS, {"id": work.id}),),
                subject=commitment.id,
            )


_Starts = Mapping[str, list[_Start]]


def _starts(plan: Plan, commitments: Sequence[Commitment]) -> tuple[_Starts, _Starts]:
    """Sort the starts by the id of the work and by the bodies on it, as commitments name them, each if earlier than those before."""
    names = {name for commitment in commitments for name in commitment.tasks}
    bodies = {body for commitment in commitments if commitment.all for body in commitment.by}
    by_name: defaultdict[str, list[_Start]] = defaultdict(list)
    by_body: defaultdict[str, list[_Start]] = defaultdict(list)
    latest = max((commitment.date.first for commitment in commitments if commitment.date is not None), default=date.min)
    for number, (work, _task, span) in enumerate(dated(plan)):
        start, end = span
        if (start is None or start.last >= latest) and (end is None or end.last >= latest):
            continue  # it does not surely start before any of them
        known = [by_name[work.id]] if work.id in names else []
        if bodies:
            known += [by_body[body] for body in parties(work) if body in bodies]
        if known and (day := span.latest_start) is not None:
            for starts in known:
                if not starts or day < starts[-1].day:
                    starts.append(_Start(number, day, work))
    return by_name, by_body


def _of(commitment: Commitment, by_name: _Starts, by_body: _Starts) -> Sequence[list[_Start]]:
    """Find what a commitment names and, where it is for all, what its bodies work on."""
    named = [by_name[name] for name in commitment.tasks if name in by_name]
    return [*named, *(by_body[body] for body in commitment.by if body in by_body)] if commitment.all else named


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
