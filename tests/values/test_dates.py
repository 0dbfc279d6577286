from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language import Language
from kehoach.values.dates import DATE, DUE, PERIOD, YEAR, PlanDate, Precision, exact_date, months_date
from kehoach.values.kind import NO_FRAME, BadValueError, Frame

IN_2026 = Frame(year=2026)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
plan_dates = st.one_of(
    days.map(exact_date),
    st.builds(
        lambda year, months, index: months_date(year, index % (12 // months) * months + 1, months),
        st.integers(1900, 2200),
        st.sampled_from([1, 3, 6, 12]),
        st.integers(0, 11),
    ),
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        *((text, text) for text in ("2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4", "2026-03", "2026-03-15", "2024-02-29")),
        *(("15/03/2026", "2026-03-15"), ("7/4/2009", "2009-04-07"), ("03/2026", "2026-03"), ("3/2026", "2026-03")),
        *(("tháng 9 năm 2026", "2026-09"), ("Tháng 9/2026", "2026-09"), ("năm 2026", "2026"), (" 2026 ", "2026")),
        *(("Q1/2026", "2026-Q1"), ("Quý I/2026", "2026-Q1"), ("quý 1 năm 2026", "2026-Q1"), ("QUÝ IV/2026", "2026-Q4")),
        *(("quý II năm 2026", "2026-Q2"), ("quí III/2026", "2026-Q3"), ("2026-q1", "2026-Q1")),
        *(("6 tháng đầu năm 2026", "2026-H1"), ("6 tháng cuối năm 2026", "2026-H2")),
        *(("ngày 5 tháng 2 năm 2026", "2026-02-05"), ("ngày 05/02/2026", "2026-02-05")),
    ],
)
def test_forms_of_a_date(text: str, iso: str) -> None:
    for kind in (DATE, DUE):
        read = kind.read(text, NO_FRAME)

        assert read.iso() == iso
        assert read.text == text


@pytest.mark.parametrize(
    ("text", "iso"),
    [("30/9", "2026-09-30"), ("ngày 30/9", "2026-09-30"), ("30 tháng 9", "2026-09-30"), ("quý IV", "2026-Q4"), ("tháng 9", "2026-09")],
)
def test_year_of_the_period_is_understood(text: str, iso: str) -> None:
    assert DATE.read(text, IN_2026).iso() == iso

    with pytest.raises(BadValueError) as caught:
        DATE.read(text, NO_FRAME)
    assert DATE.read(str(caught.value.values["way"]), NO_FRAME).iso()[4:] == iso[4:]


@pytest.mark.parametrize(
    "text",
    [
        *("2026-13-01", "2026-00", "2026-03-00", "31/02/2026", "29/02/2026", "00/03/2026", "31/9/2026", "03/15/2026", "2026-Q5", "2026-H3"),
        *("khoảng tháng 3/2026", "đầu năm 2026", "15/3/26", "Quý V/2026", "quý l/2026", "9 tháng đầu năm 2026", "thường xuyên", "hằng quý"),
        *("2026-3-5", "2026-3", "2026/03/15", "15-03-2026", "15.3.2026", "20260315", "2026-03-15T10:00", "2026-03-15 10:00:00", "12:30"),
        *("1899", "2201", "0000-01-01", "10000-01-01", "1800-05", "26", "9", "năm", "", " ", "true", "1e5", "２０２６", "2026-2030"),
        *("trước 2030", "đến 30/6/2026", "cuối năm 2026", "chậm nhất 2026-03", "2026 " * 5000),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        DATE.read(text, NO_FRAME)

    assert caught.value.code == "YML013"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("2026-3-5", "2026-03-05"),
        ("2026-3", "2026-03"),
        ("2026/03/15", "2026-03-15"),
        ("15-03-2026", "2026-03-15"),
        ("15.3.2026", "2026-03-15"),
        ("03/15/2026", "15/03/2026"),
    ],
)
def test_remedy_names_the_date(text: str, way: str) -> None:
    with pytest.raises(BadValueError) as caught:
        DATE.read(text, NO_FRAME)

    assert caught.value.values["way"] == way
    assert DATE.read(way, NO_FRAME).precision in {Precision.DAY, Precision.MONTH}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        *(("đến 30/6/2026", "2026-06-30"), ("đến hết quý I/2026", "2026-Q1"), ("đến hết ngày 2026-06-30", "2026-06-30")),
        *(("chậm nhất ngày 15/03/2026", "2026-03-15"), ("Chậm nhất 2026-Q1", "2026-Q1"), ("chậm nhất là 3/2026", "2026-03")),
        *(("cuối năm 2026", "2026"), ("đến cuối tháng 9/2026", "2026-09"), ("hết năm 2026", "2026")),
        *(("trước ngày 30/9/2026", "2026-09-29"), ("trước 2030", "2029-12-31"), ("trước quý II/2026", "2026-03-31")),
        *(("TRƯỚC 01/03/2024", "2024-02-29"), ("trước 2026-06-30", "2026-06-29")),
    ],
)
def test_limits_at_an_end(text: str, iso: str) -> None:
    assert DUE.read(text, NO_FRAME).iso() == iso


@pytest.mark.parametrize("text", ["trước", "đến", "trước 31/2/2026", "đến khoảng 2026", "sau 2026", "trước 30/9"])
def test_what_is_no_end_is_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        DUE.read(text, NO_FRAME)


def test_day_before_with_the_year_of_the_period() -> None:
    assert DUE.read("trước 30/9", IN_2026).iso() == "2026-09-29"


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2026", "năm 2026", "2026"),
        ("2026-H1", "6 tháng đầu năm 2026", "H1 2026"),
        ("2026-H2", "6 tháng cuối năm 2026", "H2 2026"),
        ("2026-Q1", "quý I/2026", "Q1 2026"),
        ("2026-Q4", "quý IV/2026", "Q4 2026"),
        ("2026-03", "tháng 3/2026", "2026-03"),
        ("2026-03-05", "05/03/2026", "2026-03-05"),
    ],
)
def test_date_is_said(text: str, vi: str, en: str) -> None:
    read = DATE.read(text, NO_FRAME)

    assert (read.say(Language.VI), read.say(Language.EN)) == (vi, en)


@given(plan_dates)
def test_canonical_form_comes_back(made: PlanDate) -> None:
    assert DATE.read(made.iso(), NO_FRAME) == made
    assert DATE.read(made.say(Language.VI), NO_FRAME) == made
    assert PERIOD.read(made.iso(), NO_FRAME).iso() == made.iso()


@given(plan_dates)
def test_interval_is_of_whole_days(made: PlanDate) -> None:
    after = made.last + timedelta(days=1)

    assert made.first <= made.last
    assert made.precision is Precision.DAY or (made.first.day, after.day) == (1, 1)


@given(plan_dates, plan_dates)
def test_order_of_intervals(a: PlanDate, b: PlanDate) -> None:
    assert a.certainly_before(b) == b.certainly_after(a)
    assert not (a.certainly_before(b) and b.certainly_before(a))
    assert a.possibly_before(b) or not a.certainly_before(b)


def test_two_tasks_in_one_quarter_are_sound_in_either_order() -> None:
    quarter, march = DATE.read("2026-Q1", NO_FRAME), DATE.read("2026-03", NO_FRAME)

    assert not quarter.certainly_before(march)
    assert not march.certainly_before(quarter)
    assert quarter.possibly_before(march)
    assert march.possibly_before(quarter)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        *((text, text) for text in ("2026", "2026-2030", "2026-Q1", "2026-03", "2026-03-15", "2011-08-17 .. 2011-09-30")),
        *(("2026 – 2030", "2026-2030"), ("giai đoạn 2026-2030", "2026-2030"), ("2026 .. 2030", "2026-2030")),
        *(("17/8/2011 .. 30/9/2011", "2011-08-17 .. 2011-09-30"), ("8/2026 - 14/9/2026", "2026-08-01 .. 2026-09-14")),
        *(("2026-Q1 .. 2026-Q2", "2026-H1"), ("từ tháng 1/2026 đến tháng 3/2026", "2026-Q1"), ("2026-2026", "2026")),
    ],
)
def test_period(text: str, iso: str) -> None:
    period = PERIOD.read(text, NO_FRAME)

    assert period.iso() == iso
    assert PERIOD.read(iso, NO_FRAME) == period


@pytest.mark.parametrize("text", ["2030-2026", "2026-09 .. 2026-03", "..", "2026 ..", "2026-27", "abc", "", "trước 2030", "2026 .. sau"])
def test_no_period(text: str) -> None:
    with pytest.raises(BadValueError):
        PERIOD.read(text, NO_FRAME)


def test_what_a_period_holds() -> None:
    period = PERIOD.read("2011-08-17 .. 2012-09-30", NO_FRAME)

    assert period.years == (2011, 2012)
    assert period.contains(DATE.read("2011-08-17", NO_FRAME))
    assert period.contains(DATE.read("2012-Q3", NO_FRAME))
    assert not period.contains(DATE.read("2011-Q3", NO_FRAME))
    assert period.overlaps(DATE.read("2011-Q3", NO_FRAME))
    assert not period.overlaps(DATE.read("2012-10", NO_FRAME))
    assert period.say(Language.VI) == "17/08/2011 - 30/09/2012"


def test_year() -> None:
    assert YEAR.read("2026", NO_FRAME) == 2026
    for text in ("26", "02026", "2026-01", "1899", "２０２６", "năm", ""):
        with pytest.raises(BadValueError):
            YEAR.read(text, NO_FRAME)
