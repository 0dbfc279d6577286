from datetime import date

import pytest

from kehoach.checking import Request, check

PLAN = """kehoach: plan/1
id: ke-hoach
title: Kế hoạch xã Bắc Hà
kind: annual
locality: {{name: Xã Bắc Hà, level: commune}}
period: 2026
tasks:
  - {{id: T1, title: Cứng hóa đường thôn vào khu sản xuất chè Shan tuyết giai đoạn 1, owner: ban-qlda, {first}}}
  - {{id: T2, title: Cứng hóa đường thôn vào khu sản xuất chè Shan tuyết giai đoạn {number}, owner: {owner}, {second}}}
owners:
  - {{id: ban-qlda, name: Ban Quản lý dự án}}
  - {{id: cac-thon, name: Các thôn}}
"""


def is_duplicate(*, first: str = "", second: str = "", number: str = "1", owner: str = "ban-qlda") -> bool:
    text = PLAN.format(first=first, second=second, number=number, owner=owner)
    checked = check(text.encode(), "plan.yaml", Request(today=date(2026, 6, 30)))
    return "TSK004" in {d.code for d in checked.diagnostics}


def test_same_title_owner_and_time() -> None:
    assert is_duplicate()
    assert is_duplicate(first="start: 2026-03", second="end: 2026-05")


def test_same_number_twice() -> None:
    assert is_duplicate(number="1 giai đoạn 1")


@pytest.mark.parametrize(
    "difference",
    [
        {"number": "2"},
        {"owner": "cac-thon"},
        {"first": "date: 2026-03-01", "second": "date: 2026-04-01"},
        {"first": "location: [Thôn 1]", "second": "location: [Thôn 2]"},
    ],
)
def test_something_tells_them_apart(difference: dict[str, str]) -> None:
    assert not is_duplicate(**difference)


def test_silent_where_a_date_cannot_be_read() -> None:
    assert not is_duplicate(first="start: 2026-13", second="end: 2026-05")
