"""TIM005: a task that starts before what it waits for is done."""

from collections.abc import Iterator

from kehoach.analysis.schedule import circular_ones, linked, linked_spans
from kehoach.analysis.span import Span, end_path, span, start_path
from kehoach.analysis.works import Placed
from kehoach.diagnostics import KeyPath
from kehoach.language import Text
from kehoach.model.plan import Plan
from kehoach.rules.base import ERROR, WRONG, Context, Finding, Related, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each link that no choice of days can keep; circles are reported as such."""
    every, circular, dates = linked(plan), circular_ones(plan), linked_spans(plan)
    for name, placed in every.items():
        for index, other in enumerate(placed.work.after):
            if other not in every or (circular and {name, other} <= circular):
                continue
            lag = placed.work.lags.get(other, 0)
            days = _days_early(dates[name], dates[other], lag)
            if days > 0:
                yield Finding(
                    path=_path(placed, index),
                    values={"id": name, "other": other, "days": days, "lag": _said(lag)},
                    related=(Related(end_path(every[other].work), _ENDS, {"id": other}),),
                    subject=name,
                    reads=(placed.work.at("lags"),),
                )


def _days_early(waiting: Span, first: Span, lag: int) -> int:
    """Count the days that are missing even with the latest start and the earliest end; the same day will do."""
    begins, ends = waiting.start, first.end
    if not lag and begins is not None and ends is not None and ends.last <= begins.first:
        return 0  # as nearly always
    start, end = waiting.latest_start, first.earliest_end
    if start is None or end is None or waiting.is_backwards or first.is_backwards:
        return 0
    return end.toordinal() + lag - start.toordinal()


def _path(placed: Placed, index: int) -> KeyPath:
    """Point at the start, or the end that is too early; at the link where both are the task's."""
    own = placed.work
    if own.start or own.date:
        return start_path(own)
    if span(placed).start is None and own.end:
        return own.at("end")
    return own.at("after", index)


def _said(lag: int) -> Text:
    return Text(vi=f", cộng {lag} ngày chờ", en=f" plus {lag} days") if lag else Text(vi="", en="")


_ENDS = Text(vi="{id} kết thúc ở đây", en="{id} ends here")

RULE = Rule(
    code="TIM005",
    name="starts-before-predecessor-ends",
    nature=WRONG,
    severities=ERROR,
    message=Text(
        vi="{id} bắt đầu sớm hơn ngày {other} kết thúc{lag} ít nhất {days} ngày",
        en="{id} starts at least {days} days before {other} ends{lag}",
    ),
    why=Text(
        vi="`after` nghĩa là chỉ làm khi việc trước đã xong; với các ngày này điều đó không thể đúng.",
        en="`after` means that the other is done first; with these dates it cannot be.",
    ),
    fix=Text(
        vi="Lùi ngày bắt đầu, đẩy sớm việc trước, hoặc bỏ liên kết `after` nếu hai việc làm song song.",
        en="Start later, end the other sooner, or remove the `after` link if both run side by side.",
    ),
    source="S0-4",
    check=check,
)
