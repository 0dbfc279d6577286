"""RES007: money in a year in which the task does not run."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR

from kehoach.analysis.span import Span, dated
from kehoach.language import Language, Text
from kehoach.model.plan import Plan
from kehoach.rules.base import WARNING, WRONG, Context, Finding, Rule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Report each need of a year before the start, or after the year of settlement."""
    for work, _task, dates in dated(plan):
        if not work.needs:
            continue
        first, last = _years(dates)
        for need in work.needs:
            if need.year is not None and not first <= need.year <= last:
                yield Finding(
                    path=need.at("year"),
                    values={"id": work.id, "year": str(need.year), "when": _said(dates)},
                    subject=work.id,
                )


def _years(dates: Span) -> tuple[int, int]:
    """Give the first and the last year that money may name."""
    start, end = dates
    return start.first.year if start else MINYEAR, end.last.year + 1 if end else MAXYEAR


def _said(dates: Span) -> Text:
    vi, en = ([date.say(language) if date else "…" for date in dates] for language in Language)
    return Text(vi=" đến ".join(vi), en=" to ".join(en))


RULE = Rule(
    code="RES007",
    name="year-outside-task",
    nature=WRONG,
    severities=WARNING,
    message=Text(
        vi="{id} cần tiền năm {year} nhưng làm từ {when}",
        en="{id} takes money in {year} and runs from {when}",
    ),
    why=Text(
        vi="Tiền bố trí vào năm không có việc thì không giải ngân được; quyết toán chỉ chậm một năm.",
        en="Money in a year without work cannot be spent; settlement is one year late at most.",
    ),
    fix=Text(vi="Sửa `year` của khoản tiền, hoặc thời gian của nhiệm vụ.", en="Correct the `year` of the money, or the dates of the task."),
    source="S0-3",
    check=check,
)
