"""How far the working out of an expression may go, and what counts as true."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NoReturn

from kehoach.expressions.facts import Facts
from kehoach.expressions.fault import Place, fault
from kehoach.expressions.operations import length
from kehoach.expressions.sorts import Value
from kehoach.expressions.tree import WorkedOut
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.values.money import Amount

MOST_STEPS = 200_000
"""Steps of one evaluation."""

MOST_EFFORT = 1_000_000
"""Things looked at for the worked-out names of one plan; far more than the largest real plan takes."""

Names = Mapping[str, Value]


class Evaluation:
    """One walk through an expression."""

    def __init__(self, facts: Facts, steps: int = MOST_STEPS) -> None:
        self.facts = facts
        self.steps = steps

    def take(self, steps: int, place: Place) -> None:
        """Count steps; a stretch of a text or list counts as well."""
        self.steps -= steps
        if self.steps < 0:
            self.stop(place)

    def find(self, of: Node, tree: WorkedOut) -> Value:
        """Work out a name for the first time, as long as all such work on the plan is within reason."""
        facts = self.facts
        if facts.effort <= MOST_EFFORT:
            facts.effort += tree.name.effort(of, facts)
        if facts.effort > MOST_EFFORT:
            raise fault(tree.place, _TOO_MUCH, _FEWER_LINKS)
        found = tree.name.work(of, facts)
        facts.effort += length(found)
        return found

    def stop(self, place: Place) -> NoReturn:
        """Refuse to go on."""
        raise fault(place, _TOO_LONG, _SIMPLER, most=MOST_STEPS)


def is_true(value: Value) -> bool:
    """Tell whether a value holds: not when it is `none`, `false`, 0 or empty."""
    if value is True or value is False or value is None:
        return bool(value)
    if isinstance(value, Amount):
        return bool(value.value)
    return bool(value) if isinstance(value, _MAY_BE_NOTHING) else True


_MAY_BE_NOTHING = (bool, Decimal, str, tuple, Mapping)

_TOO_LONG = Text(vi="biểu thức cần hơn {most} bước", en="the expression takes more than {most} steps")
_SIMPLER = Text(
    vi="Bớt các `for` lồng nhau; dùng tên tính sẵn như `objective.tasks`.",
    en="Nest fewer `for`; use worked-out names such as `objective.tasks`.",
)
_TOO_MUCH = Text(vi="kế hoạch có quá nhiều liên kết để tính tên này", en="the plan has too many links to work this name out")
_FEWER_LINKS = Text(
    vi="Xem lại các liên kết `parent`, `objective`, `serves` của kế hoạch.",
    en="Look at the plan's `parent`, `objective` and `serves`.",
)
