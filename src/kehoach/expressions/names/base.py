"""What a worked-out name is."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from kehoach.expressions.facts import Facts
from kehoach.expressions.sorts import Type, Value
from kehoach.language import Text


class Name(NamedTuple):
    """A worked-out name of a kind of node.

    `reads` is what it hangs on: paths from the top of the plan, `*` for any key, or, after a dot, from the node;
    a path that ends in a dot means the thing itself and nothing within it.
    `effort` is how much work it is, where that grows with more than the node itself and what it gives.
    """

    gives: Type
    about: Text
    work: Callable[[Any, Facts], Value]
    reads: tuple[str, ...]
    effort: Callable[[Any, Facts], int] = lambda _node, _facts: 1


def numbers(years: Iterable[int] | None) -> tuple[Decimal, ...]:
    """Make numbers of years."""
    return tuple(Decimal(year) for year in years or ())


WALK = 8
"""The effort of one link of a walk, where one of something that is at hand is 1."""

MONEY = ("tasks.*.needs", "tasks.*.actions.*.needs", "resources.rates")
BALANCE = (*MONEY, "resources.funds.*.limits", "resources.funds.*.status", "resources.in_kind.*.limits")
CHAIN = ("tasks.*.serves", "tasks.*.actions.*.serves", "outputs.*.objective", "objectives.*.parent")
