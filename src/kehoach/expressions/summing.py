"""What the functions of the language come to."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from kehoach.expressions.evaluation import is_true
from kehoach.expressions.functions import Function
from kehoach.expressions.operations import calculated, extreme
from kehoach.expressions.sorts import Sort, Value
from kehoach.expressions.tree import Call, Sign
from kehoach.values.money import money
from kehoach.values.units import DONG


def _sum(tree: Call, values: Iterator[Value]) -> Value:
    total: Value = money(Decimal(0), DONG) if tree.type.sort is Sort.AMOUNT else Decimal(0)
    for value in values:
        added = calculated(Sign.PLUS, total, value, tree.place)
        total = total if added is None else added
    return total


def _count(_tree: Call, values: Iterator[Value]) -> Value:
    return Decimal(sum(1 for value in values if value is not None and value is not False))


COME_TO: Mapping[Function, Callable[[Call, Iterator[Value]], Value]] = {
    Function.ALL: lambda _, values: all(map(is_true, values)),
    Function.ANY: lambda _, values: any(map(is_true, values)),
    Function.COUNT: _count,
    Function.SUM: _sum,
    Function.MIN: lambda tree, values: extreme(values, tree.place, latest=False),
    Function.MAX: lambda tree, values: extreme(values, tree.place, latest=True),
}
"""What each function makes of the values that it is called with."""
