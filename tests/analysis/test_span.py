from datetime import date

import pytest

from analysis.plans import plan
from kehoach.analysis.schedule import critical_path, schedule
from kehoach.analysis.span import Span, spans


def dated(body: str) -> dict[str, Span]:
    return dict(spans(plan(f"tasks:\n{body}", period="2026-2027")))


def test_imprecise_dates_are_all_their_days() -> None:
    (span,) = dated("  - {id: T1, title: Việc, start: 2026-Q1, end: 2026-Q2}\n").values()

    assert (span.latest_start, span.earliest_end) == (date(2026, 3, 31), date(2026, 4, 1))


def test_start_and_end_bound_each_other() -> None:
    (span,) = dated("  - {id: T1, title: Việc, start: 2026-03-15, end: 2026}\n").values()
    assert span.earliest_end == date(2026, 3, 15)

    (span,) = dated("  - {id: T1, title: Việc, start: 2026, end: 2026-03-15}\n").values()
    assert span.latest_start == date(2026, 3, 15)


@pytest.mark.parametrize(
    ("keys", "latest_start", "earliest_end"),
    [
        ("start: 2026-05", date(2026, 5, 31), date(2026, 5, 1)),
        ("end: 2026-05", date(2026, 5, 31), date(2026, 5, 1)),
        ("date: 2026-05-04", date(2026, 5, 4), date(2026, 5, 4)),
    ],
)
def test_one_date_bounds_both_sides(keys: str, latest_start: date, earliest_end: date) -> None:
    (span,) = dated(f"  - {{id: T1, title: Việc, {keys}}}\n").values()

    assert (span.latest_start, span.earliest_end) == (latest_start, earliest_end)


def test_action_inherits_what_it_leaves_out() -> None:
    found = dated(
        "  - id: T1\n    title: Việc\n    start: 2026-02\n    end: 2026-08\n"
        "    actions:\n      - {id: A, title: Một, end: 2026-05}\n      - {id: B, title: Hai, date: 2026-04-01}\n",
    )

    assert [str(day.iso()) for day in found["A"] if day] == ["2026-02", "2026-05"]
    assert [str(day.iso()) for day in found["B"] if day] == ["2026-04-01", "2026-04-01"]


def chain(*lines: str) -> str:
    return "tasks:\n" + "".join(f"  - {{id: T{number}, title: Việc, {line}}}\n" for number, line in enumerate(lines, start=1))


def test_critical_path_has_the_least_float() -> None:
    body = chain(
        "start: 2026-01-01, end: 2026-03-31",
        "start: 2026-01-01, end: 2026-01-31",
        "start: 2026-04-01, end: 2026-11-30, after: [T1, T2]",
    )
    slots = schedule(plan(body))

    assert critical_path(plan(body)) == ("T1", "T3")
    assert {name: slot.float_days for name, slot in slots.items()} == {"T1": 31, "T2": 90, "T3": 31}


def test_lag_takes_from_the_float() -> None:
    body = chain("start: 2026-01-01, end: 2026-01-31", "start: 2026-02-15, end: 2026-12-31, after: [T1], lags: {T1: 10}")

    assert schedule(plan(body))["T1"].float_days == 4


def test_unlinked_tasks_make_no_path() -> None:
    assert critical_path(plan(chain("start: 2026-01-01, end: 2026-12-31", "date: 2026-12-31"))) == ()


def test_circles_are_left_out() -> None:
    body = chain("end: 2026-06-30, after: [T2]", "end: 2026-06-30, after: [T1]", "end: 2026-12-31, after: [T1]")

    assert set(schedule(plan(body))) == {"T3"}
    assert critical_path(plan(body)) == ()


def test_impossible_lags_do_no_harm() -> None:
    body = chain("end: 2026-06-30", "end: 2026-12-31, after: [T1], lags: {T1: 999999999999}")

    assert schedule(plan(body))["T2"].start == date(2026, 12, 31)


def test_ten_thousand_linked_tasks() -> None:
    lines = ["end: 2026-12-31"] + [f"end: 2026-12-31, after: [T{number}]" for number in range(1, 10_000)]

    assert len(critical_path(plan(chain(*lines)))) == 10_000
