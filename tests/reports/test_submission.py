"""The submission: only what the plan says, and blanks where it says nothing."""

import re

import pytest

from kehoach.reports.catalogue import Report
from reports.papers import total
from reports.plans import example, lines_of, markdown, small

FULLEST = "xa-mau-2026"
UNKNOWN = "Kế hoạch chưa xác định tổng nhu cầu kinh phí."


def test_totals_are_those_of_a_second_reckoning() -> None:
    said = markdown(Report.SUBMISSION, example(FULLEST))

    assert f"Tổng nhu cầu kinh phí: {total(FULLEST)} triệu đồng (Bằng chữ: Mười một tỷ bảy trăm chín mươi triệu đồng)." in said
    assert f"| **Tổng cộng** | **{total(FULLEST)}** |" in said


def test_it_goes_to_the_council_that_approves_and_cites_nothing_of_that_day() -> None:
    said = markdown(Report.SUBMISSION, example(FULLEST))

    assert "Kính gửi: Hội đồng nhân dân xã Mẫu\n" in said
    assert "Số: ……/TTr-UBND" in said
    assert "512/QĐ-UBND ngày 11 tháng 12 năm 2025" in said
    assert "21/NQ-HĐND" not in said
    assert "22/NQ-HĐND" not in said
    assert lines_of(said, "- Như trên;") == []
    assert "- Như trên;<br>- Ủy ban nhân dân tỉnh Mẫu;" in said
    assert said.rstrip().splitlines()[-5].endswith("(kèm theo dự thảo kế hoạch)./.")


def test_what_the_plan_does_not_say_is_a_blank() -> None:
    said = markdown(Report.SUBMISSION, small(""))

    for blank in ("Số: ……/TTr-……", "Kính gửi: ……", "……, ngày …… tháng …… năm ……"):
        assert blank in said
    assert "**……**<br><br><br>**……** |" in said
    assert "DỰ THẢO" in said
    assert "kinh phí" not in said
    assert re.findall(r"### \d\. (.*)\n\n(?:- )?……", said) == [
        "Tình hình, kết quả kỳ trước",
        "Quá trình xây dựng",
        "Mục tiêu",
        "Chỉ tiêu chủ yếu",
        "Nhiệm vụ trọng tâm",
    ]


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("tasks: [{id: T, title: Làm}]", "Kế hoạch không đề nghị bố trí kinh phí riêng."),
        (
            "tasks: [{id: T, title: Làm, within_regular_budget: true}]",
            "Kế hoạch không đề nghị bố trí kinh phí riêng.\n\nNhiệm vụ 1: chi thường xuyên của đơn vị chủ trì, không tính riêng.",
        ),
        (
            "resources: {funds: [{id: a, name: Ngân sách xã}]}\ntasks: [{id: T, title: Làm, needs: [{fund: a}]}]",
            "Kế hoạch chưa xác định tổng nhu cầu kinh phí.\n\nChưa xác định số tiền, không cộng vào tổng: Ngân sách xã (nhiệm vụ 1).",
        ),
        (
            "tasks: [{id: T, title: Làm, actions: [{id: A, title: Phần, total: 5 triệu đồng}]}]",
            "Kế hoạch chưa xác định tổng nhu cầu kinh phí.",
        ),
        (
            "unit: triệu đồng\nresources: {totals: {2026: 1200}}\ntasks: [{id: T, title: Làm}]",
            "Tổng kinh phí ghi trong kế hoạch: 1.200 triệu đồng.",
        ),
        ("unit: USD\ntasks: [{id: T, title: Làm, needs: [{amount: 5 USD}]}]", "Tổng nhu cầu kinh phí: 5 USD."),
    ],
)
def test_money_is_never_a_blank(rest: str, said: str) -> None:
    page = markdown(Report.SUBMISSION, small(rest))

    _, _, after = page.partition("Kinh phí thực hiện\n\n")
    assert after.startswith(f"{said}\n")


@pytest.mark.parametrize(
    ("kind", "rest", "said"),
    [
        ("annual", "owners: [{id: h, name: HĐND xã, type: elected_body, level: commune}]", "xem xét, thông qua"),
        ("action", "owners: [{id: h, name: HĐND xã, type: elected_body, level: commune}]", "xem xét, phê duyệt"),
        ("annual", "process: {approvals: [{by: Ủy ban nhân dân tỉnh}]}", "Kính gửi: Ủy ban nhân dân tỉnh"),
        ("sector", "document: {superior_body: Ủy ban nhân dân tỉnh, symbol: KH-SCT}", "Số: ……/TTr-SCT"),
    ],
)
def test_who_decides(kind: str, rest: str, said: str) -> None:
    assert said in markdown(Report.SUBMISSION, small(rest, kind=kind))


def test_tasks_of_high_priority_keep_their_numbers() -> None:
    plan = small("tasks: [{id: A, title: Một}, {id: B, title: Hai, priority: high}, {id: C, title: Ba}]\n")

    said = markdown(Report.SUBMISSION, plan)

    assert "| 2 | Hai |" in said
    assert "| Một |" not in said
    assert "kế hoạch còn 2 nhiệm vụ khác" in said


def test_what_is_asked_of_the_level_above() -> None:
    plan = small("coordination: {requests: [{id: Y1, what: Hỗ trợ nâng cấp trạm bơm, to: tinh, amount: 800 triệu đồng}]}")

    assert "  - Hỗ trợ nâng cấp trạm bơm (800 triệu đồng)" in markdown(Report.SUBMISSION, plan)
