"""Working an expression out for one plan, within a number of steps."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from kehoach.expressions.facts import Facts
from kehoach.expressions.fault import Place, fault
from kehoach.expressions.functions import Function
from kehoach.expressions.operations import calculated, extreme, holds, is_absent, length, negative
from kehoach.expressions.sorts import Sort, Value, plain
from kehoach.expressions.tree import (
    Arithmetic,
    Call,
    Comparison,
    Each,
    Key,
    Listing,
    Literal,
    Logic,
    Negative,
    Not,
    Relation,
    Sign,
    Tree,
    Variable,
    WorkedOut,
)
from kehoach.language import Text
from kehoach.model.base import Node
from kehoach.values.money import Amount, money
from kehoach.values.units import DONG

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

    def value(self, tree: Tree, names: Names) -> Value:
        """Work out one part.

        Raises:
            ExpressionError: it cannot be worked out, or takes too long.
        """
        self.steps -= 1
        if self.steps < 0:
            raise fault(tree.place, _TOO_LONG, _SIMPLER, most=MOST_STEPS)
        return _WORK[type(tree)](self, tree, names)

    def take(self, steps: int, place: Place) -> None:
        """Count steps; a stretch of a text or list counts as well."""
        self.steps -= steps
        if self.steps < 0:
            raise fault(place, _TOO_LONG, _SIMPLER, most=MOST_STEPS)


def is_true(value: Value) -> bool:
    """Tell whether a value holds: not when it is `none`, `false`, 0 or empty."""
    if value is True or value is False or value is None:
        return bool(value)
    if isinstance(value, Amount):
        return bool(value.value)
    return bool(value) if isinstance(value, _MAY_BE_NOTHING) else True


def _literal(_walk: Evaluation, tree: Literal, _names: Names) -> Value:
    return tree.value


def _variable(_walk: Evaluation, tree: Variable, names: Names) -> Value:
    return names[tree.name]


def _key(walk: Evaluation, tree: Key, names: Names) -> Value:
    of = walk.value(tree.of, names) if type(tree.of) is not Variable else _of_variable(walk, tree.of, names)
    return None if of is None else plain(getattr(of, tree.attribute))


def _of_variable(walk: Evaluation, tree: Variable, names: Names) -> Value:
    """Look a variable up at once, as most keys are asked of one."""
    walk.take(1, tree.place)
    return names[tree.name]


def _worked_out(walk: Evaluation, tree: WorkedOut, names: Names) -> Value:
    of = walk.value(tree.of, names)
    if of is None:
        return None
    assert isinstance(of, Node)
    known = walk.facts.known
    if (of, tree.key) not in known:
        known[of, tree.key] = _found(walk.facts, of, tree)
    found = known[of, tree.key]
    walk.take(length(found) // _CHEAP, tree.place)
    return found


def _found(facts: Facts, of: Node, tree: WorkedOut) -> Value:
    """Work out a name for the first time, as long as all such work on the plan is within reason."""
    if facts.effort <= MOST_EFFORT:
        facts.effort += tree.name.effort(of, facts)
    if facts.effort > MOST_EFFORT:
        raise fault(tree.place, _TOO_MUCH, _FEWER_LINKS)
    found = tree.name.work(of, facts)
    facts.effort += length(found)
    return found


def _listing(walk: Evaluation, tree: Listing, names: Names) -> Value:
    return tuple(walk.value(item, names) for item in tree.items)


def _contrary(walk: Evaluation, tree: Not, names: Names) -> Value:
    return not is_true(walk.value(tree.of, names))


def _below_zero(walk: Evaluation, tree: Negative, names: Names) -> Value:
    return negative(walk.value(tree.of, names))


def _logic(walk: Evaluation, tree: Logic, names: Names) -> Value:
    for part in tree.parts:
        if is_true(walk.value(part, names)) is not tree.needs_all:
            return not tree.needs_all
    return tree.needs_all


def _arithmetic(walk: Evaluation, tree: Arithmetic, names: Names) -> Value:
    return calculated(tree.sign, walk.value(tree.left, names), walk.value(tree.right, names), tree.place)


def _comparison(walk: Evaluation, tree: Comparison, names: Names) -> Value:
    before, left = tree.first, walk.value(tree.first, names)
    for relation, side in tree.others:
        right = walk.value(side, names)
        if (both := length(left) + length(right)) >= _CHEAP:
            walk.take(both // _CHEAP, tree.place)
        if (before.type.sort is _NOTHING or side.type.sort is _NOTHING) and (relation is _EQUAL or relation is _UNEQUAL):
            held = (is_absent(left) and is_absent(right)) is (relation is _EQUAL)
        else:
            held = holds(relation, left, right, tree.place)
        if not held:
            return False
        before, left = side, right
    return True


def _call(walk: Evaluation, tree: Call, names: Names) -> Value:
    values, function = _several(walk, tree, names), tree.function
    if function is _ALL:
        return all(map(is_true, values))
    if function is _ANY:
        return any(map(is_true, values))
    if function is _COUNT:
        return Decimal(sum(1 for value in values if value is not None and value is not False))
    if function is Function.SUM:
        return _sum(tree, values)
    return extreme(values, tree.place, latest=function is Function.MAX)


def _each(walk: Evaluation, tree: Each, names: Names) -> Iterator[Value]:
    """Give the body's value for each item that meets the conditions."""
    bound = dict(names)  # one for all items: each body is worked out before the next is bound
    for item in _items(walk, tree.over, names):
        bound[tree.variable] = item
        if not tree.conditions or all(is_true(walk.value(condition, bound)) for condition in tree.conditions):
            yield walk.value(tree.body, bound)


def _several(walk: Evaluation, tree: Call, names: Names) -> Iterator[Value]:
    first = tree.arguments[0]
    if isinstance(first, Each):
        yield from _each(walk, first, names)
    elif len(tree.arguments) > 1:
        yield from (walk.value(argument, names) for argument in tree.arguments)
    else:
        yield from _items(walk, first, names)


def _items(walk: Evaluation, over: Tree, names: Names) -> Iterator[Value]:
    group = walk.value(over, names)
    for item in group if isinstance(group, _GROUPS) else ():
        walk.take(1, over.place)
        yield plain(item)


def _sum(tree: Call, values: Iterator[Value]) -> Value:
    total: Value = money(Decimal(0), DONG) if tree.type.sort is Sort.AMOUNT else Decimal(0)
    for value in values:
        added = calculated(Sign.PLUS, total, value, tree.place)
        total = total if added is None else added
    return total


_GROUPS = (tuple, Mapping)  # made once: a union of types is made anew each time that it is written
_MAY_BE_NOTHING = (bool, Decimal, str, *_GROUPS)
_CHEAP = 16  # items or letters looked through in one step
_NOTHING, _EQUAL, _UNEQUAL = Sort.NOTHING, Relation.EQUAL, Relation.UNEQUAL  # asking the enumeration each time is slow
_ALL, _ANY, _COUNT = Function.ALL, Function.ANY, Function.COUNT
_WORK: Mapping[type, Callable[[Evaluation, Any, Names], Value]] = {
    Literal: _literal,
    Variable: _variable,
    Key: _key,
    WorkedOut: _worked_out,
    Listing: _listing,
    Not: _contrary,
    Negative: _below_zero,
    Logic: _logic,
    Arithmetic: _arithmetic,
    Comparison: _comparison,
    Call: _call,
}

_TOO_LONG = Text(vi="biểu thức cần hơn {most} bước", en="the expression takes more than {most} steps")
_TOO_MUCH = Text(vi="kế hoạch có quá nhiều liên kết để tính tên này", en="the plan has too many links to work this name out")
_FEWER_LINKS = Text(
    vi="Xem lại các liên kết `parent`, `objective`, `serves` của kế hoạch.",
    en="Look at the plan's `parent`, `objective` and `serves`.",
)
_SIMPLER = Text(
    vi="Bớt các `for` lồng nhau; dùng tên tính sẵn như `objective.tasks`.",
    en="Nest fewer `for`; use worked-out names such as `objective.tasks`.",
)
