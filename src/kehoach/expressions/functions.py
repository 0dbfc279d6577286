"""The functions of the language."""

from enum import Enum
from typing import NamedTuple

from kehoach.language import Text


class About(NamedTuple):
    """How a function is written, and what it gives."""

    usage: str
    gives: Text


class Function(Enum):
    """A function by its name."""

    COUNT = "count"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    ANY = "any"
    ALL = "all"
    MONEY = "money"
    DATE = "date"

    @property
    def reads_text(self) -> bool:
        """Whether it takes a text in quotes and nothing else."""
        return self in {Function.MONEY, Function.DATE}

    @property
    def about(self) -> About:
        """Say how it is used."""
        return _ABOUT[self]


_ABOUT = {
    Function.COUNT: About(
        "count(plan.tasks), count(t.owner for t in plan.tasks)",
        Text(
            vi="Đếm các phần tử, không kể `none` và `false`; `count(none)` là 0.",
            en="Counts what a list has, `none` and `false` left out; `count(none)` is 0.",
        ),
    ),
    Function.SUM: About(
        "sum(t.need for t in plan.tasks if t.owner == owner.id)",
        Text(
            vi="Cộng số hoặc số tiền, bỏ qua `none`; không có gì thì bằng 0.",
            en="Adds numbers or amounts, `none` left out; nothing makes 0.",
        ),
    ),
    Function.MIN: About(
        "min(task.years), min(1, 2)",
        Text(
            vi="Số, số tiền nhỏ nhất hoặc ngày sớm nhất (xét ngày đầu); không có gì thì là `none`.",
            en="The smallest number or amount, or the earliest date (by its first day); of nothing `none`.",
        ),
    ),
    Function.MAX: About(
        "max(n.amount for n in task.needs)",
        Text(
            vi="Số, số tiền lớn nhất hoặc ngày muộn nhất (xét ngày cuối); không có gì thì là `none`.",
            en="The largest number or amount, or the latest date (by its last day); of nothing `none`.",
        ),
    ),
    Function.ANY: About(
        "any(r.owner == none for r in plan.risks)",
        Text(vi="Có ít nhất một phần tử đúng; không có gì thì là `false`.", en="Whether one of them holds; of nothing `false`."),
    ),
    Function.ALL: About(
        "all(count(o.indicators) > 0 for o in plan.objectives)",
        Text(vi="Mọi phần tử đều đúng; không có gì thì là `true`.", en="Whether all of them hold; of nothing `true`."),
    ),
    Function.MONEY: About(
        'money("5 tỷ đồng")',
        Text(vi="Số tiền, luôn kèm đơn vị.", en="An amount of money, always with its unit."),
    ),
    Function.DATE: About(
        'date("2026-06-30"), date("2026-Q2")',
        Text(vi="Ngày, tháng, quý hoặc năm, viết như trong kế hoạch.", en="A day, month, quarter or year, written as in a plan."),
    ),
}
