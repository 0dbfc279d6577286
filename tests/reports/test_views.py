"""Small pieces of views."""

import pytest

from kehoach.language import Language
from kehoach.reports.catalogue import Report
from kehoach.reports.view import view
from kehoach.reports.views.numbering import letter, roman
from kehoach.reports.views.pieces import Figure
from reports.plans import example, markdown, small, wanted


def test_letters_are_vietnamese() -> None:
    assert [letter(i) for i in range(1, 12)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l"]
    assert (letter(23), letter(24)) == ("y", "aa")


def test_roman_numbers() -> None:
    assert [roman(i) for i in (1, 4, 9, 14)] == ["I", "IV", "IX", "XIV"]


@pytest.mark.parametrize("report", Report)
def test_a_view_is_plain_data(report: Report) -> None:
    """So that any format can be made of it, and another process be given it: as a text, a figure is a text."""
    assert _is_plain(view(report, example("xa-mau-2026"), wanted()))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("end: trước 2030", "trước năm 2030"),
        ("end: trước 15/3/2027", "trước 15/3/2027"),
        ("end: cuối quý IV/2026", "đến cuối quý IV/2026"),
        ("end: 2026-06-30", "đến 30/06/2026"),
        ("date: 2026-Q1", "quý I/2026"),
        ("start: 2026-Q1, end: 2026-Q3, recurring: monthly", "từ quý I/2026 đến quý III/2026, hằng tháng"),
        ("start: 2026-03, end: 2026-03", "tháng 3/2026"),
    ],
)
def test_time_is_said_as_officers_do(written: str, said: str) -> None:
    plan = small(f"tasks: [{{id: T1, title: Làm, {written}}}]", period="2026-2030")

    assert f"- Thời gian: {said}./.\n" in markdown(Report.PLAN, plan)


def test_a_lead_named_twice_stands_once_with_its_scope() -> None:
    plan = small("""
tasks: [{id: T1, title: Làm, owner: a, co_owners: [{owner: b, scope: môi trường}, {owner: a, scope: cấp phép}]}]
owners: [{id: a, name: Sở A}, {id: b, name: Sở B}]
""")

    assert "Sở A (cấp phép); Sở B (môi trường)" in markdown(Report.PLAN, plan)


def test_results_are_judged_by_the_direction() -> None:
    plan = small("""
situation:
  previous_period:
    results:
      - {indicator: ngheo, planned: 10, actual: 9}
      - {indicator: thu, planned: 10, actual: 9}
      - {indicator: rung, planned: 10, actual: 9}
monitoring:
  indicators:
    - {id: ngheo, name: Nghèo, direction: decrease}
    - {id: thu, name: Thu, direction: increase}
    - {id: rung, name: Rừng}
""")

    said = markdown(Report.PLAN, plan)

    assert "| 1 | Nghèo | 10 | 9 | Vượt |" in said
    assert "| 2 | Thu | 10 | 9 | Chưa đạt |" in said
    assert "| 3 | Rừng | 10 | 9 |  |" in said


def test_risks_are_counted_by_their_scores() -> None:
    plan = small("risks: [{id: R1, description: Lũ, likelihood: 4, impact: 5}, {id: R2, description: Hạn}]")

    said = markdown(Report.RISKS, plan)

    assert "| 4 | - | - | - | - | 1 |" in said
    assert "1 rủi ro chưa chấm điểm." in said


def test_money_without_a_rate_is_in_no_sum_and_said() -> None:
    plan = small("""
unit: triệu đồng
tasks: [{id: T1, title: Làm, needs: [{fund: a, amount: 100}, {fund: b, amount: 5000 USD}]}]
resources: {funds: [{id: a, name: Ngân sách}, {id: b, name: Viện trợ}]}
""")

    said = markdown(Report.BUDGET, plan)

    assert "Tổng kinh phí: 100 triệu đồng" in said
    assert "Chưa có tỷ giá, không cộng vào tổng: 5.000 USD (nhiệm vụ 1)." in said


def test_english_words_are_english() -> None:
    said = markdown(Report.BUDGET, example("xa-mau-2026"), language=Language.EN)

    assert "# Budget" in said
    assert "Total: 11,790 million VND (In words: Eleven billion" in said


def _is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(type(key) is str and _is_plain(one) for key, one in value.items())
    if isinstance(value, list):
        return all(_is_plain(one) for one in value)
    return value is None or type(value) in {str, Figure, bool, int}
