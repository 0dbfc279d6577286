"""What cannot be read must neither raise findings elsewhere nor hide those that are certain without it."""

from datetime import date

import pytest

from kehoach.checking import Request, check
from kehoach.diagnostics import Diagnostic
from rules.examples import TOP

PLAN = TOP / "examples" / "xa-mau-2026" / "plan.yaml"
FAMILIES = ("RES", "COM", "TIM")


def found(*changes: tuple[str, str]) -> list[Diagnostic]:
    text = PLAN.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    checked = check(text.encode(), PLAN.name, Request(today=date(2026, 1, 20)), PLAN.parent)
    return list(checked.diagnostics)


def codes(*changes: tuple[str, str]) -> list[str]:
    return [diagnostic.code for diagnostic in found(*changes) if diagnostic.code.startswith(FAMILIES)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: triệu đồng", "unit: triệu đòng bạc"),
        ("period: 2026\n", "period: năm nay\n"),
        ("amount: 850\n", "amount: 1.850\n"),
        ("fund: ctmtqg\n        amount: 850", "fund: ctmtq\n        amount: 850"),
        ("        year: 2026\n        for: Xây lắp", "        year: nay\n        for: Xây lắp"),
        ("limits: {2026: 5300}", "limits: {2026: 5.300}"),
        ("limits: {2026: 5300}", "limits: {nay: 5300}"),
        ("limits: {2026: 5300}", "limits: 5300"),
        ("totals: {2026: 11790}", "totals: {2026: khoảng 11790}"),
        ("    total: 1210\n", "    total: 1.210\n"),
        ("    start: 2026-09-07\n", "    start: 2026-13-07\n"),
        ("    amount: 5300\n", "    amount: 5.300\n"),
        ("    by: [so-tai-chinh]\n", "    by: [so-tai-chin]\n"),
        ("    fund: tin-dung\n    amount", "    fund: tin-dug\n    amount"),
        ("    quantity: 2400\n", "    quantity: 2.400\n"),
        ("      date: 2026-09-04\n", "      date: 04-09\n"),
    ],
)
def test_one_unreadable_value_is_one_message(old: str, new: str) -> None:
    assert codes((old, new)) == []
    assert found((old, new)) != []


def test_readable_part_above_the_limit_is_still_reported() -> None:
    assert codes(("amount: 1500\n", "amount: 1.500\n"), ("limits: {2026: 5300}", "limits: {2026: 3000}")) == ["RES002"]


def test_sum_of_another_task_is_still_compared() -> None:
    assert codes(("amount: 850\n", "amount: 1.850\n"), ("    total: 4200\n", "    total: 5200\n")) == ["RES008"]


def test_sum_with_an_unreadable_part_is_not_compared() -> None:
    assert codes(("amount: 850\n", "amount: 1.850\n"), ("    total: 1210\n", "    total: 2210\n")) == []
