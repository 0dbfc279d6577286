"""Expressions made into functions that work them out for one plan, within a number of steps."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from kehoach.expressions.evaluation import Evaluation, Names, is_true
from kehoach.expressions.operations import OF_NUMBERS, calculated, holds, is_absent, length, negative
from kehoach.expressions.sorts import Sort, Value, plain
from kehoach.expressions.summing import COME_TO
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
    Tree,
    Variable,
    WorkedOut,
)
from kehoach.model.base import Node

Work: TypeAlias = Callable[[Evaluation, Names], Value]
"""The work of one part of an expression: a function that has its own parts' functions at hand, so that no tree is looked at again."""


def work_of(tree: Tree) -> Work:
    """Make the function that works out a part, once for all plans.

    The function raises ExpressionError where the part cannot be worked out, or takes too long.
    """
    known = _KNOWN.get(id(tree))
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[id(tree)] = tree, _made(tree)  # with the tree, so that its number stays its own
    return known[1]


def _made(tree: Tree) -> Work:
    return _MAKERS[type(tree)](tree)


def _literal(tree: Literal) -> Work:
    value, place = tree.value, tree.place

    def work(walk: Evaluation, _names: Names) -> Value:
        walk.take(1, place)
        return value

    return work


def _variable(tree: Variable) -> Work:
    name, place = tree.name, tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        return names[name]

    return work


def _key(tree: Key) -> Work:
    if type(tree.of) is Variable:
        return _key_of_variable(tree, tree.of)
    of, attribute, place = _made(tree.of), tree.attribute, tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        node = of(walk, names)
        return None if node is None else plain(getattr(node, attribute))

    return work


def _key_of_variable(tree: Key, of: Variable) -> Work:
    """Make the work of both at once, as most keys are asked of a variable."""
    name, attribute, place, place_of = of.name, tree.attribute, tree.place, of.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.steps -= 2
        if walk.steps < 0:
            walk.stop(place_of if walk.steps == -1 else place)
        node = names[name]
        return None if node is None else plain(getattr(node, attribute))

    return work


def _worked_out(tree: WorkedOut) -> Work:
    of, key, place = _made(tree.of), tree.key, tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.steps -= 1
        if walk.steps < 0:
            walk.stop(place)
        node = of(walk, names)
        if node is None:
            return None
        assert isinstance(node, Node)
        known = walk.facts.known
        found = known.get((node, key), known)
        if found is known:  # no value is this table itself
            found = known[node, key] = walk.find(node, tree)
        if (far := length(found)) >= _CHEAP:
            walk.take(far // _CHEAP, place)
        return found

    return work


def _listing(tree: Listing) -> Work:
    items, place = [_made(item) for item in tree.items], tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        return tuple(item(walk, names) for item in items)

    return work


def _contrary(tree: Not) -> Work:
    of, place = _made(tree.of), tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        return not is_true(of(walk, names))

    return work


def _below_zero(tree: Negative) -> Work:
    of, place = _made(tree.of), tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        return negative(of(walk, names))

    return work


def _logic(tree: Logic) -> Work:
    parts, needs_all, place = [_made(part) for part in tree.parts], tree.needs_all, tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        for part in parts:
            if is_true(part(walk, names)) is not needs_all:
                return not needs_all
        return needs_all

    return work


def _arithmetic(tree: Arithmetic) -> Work:
    left, right, sign, place = _made(tree.left), _made(tree.right), tree.sign, tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        return calculated(sign, left(walk, names), right(walk, names), place)

    return work


def _comparison(tree: Comparison) -> Work:
    relation, last = tree.others[0]
    if len(tree.others) == 1 and type(last) is Literal and last.value is None and relation in _OF_PRESENCE:
        return _presence(tree, last)
    first, place = _made(tree.first), tree.place
    asked = zip(tree.others, _asks_for_nothing(tree), strict=True)
    sides = [(relation, _made(side), asks, OF_NUMBERS.get(relation)) for (relation, side), asks in asked]

    def work(walk: Evaluation, names: Names) -> Value:
        walk.steps -= 1
        if walk.steps < 0:
            walk.stop(place)
        left = first(walk, names)
        for relation, side, asks_for_nothing, of_numbers in sides:
            right = side(walk, names)
            if (both := length(left) + length(right)) >= _CHEAP:
                walk.take(both // _CHEAP, place)
            if asks_for_nothing:
                held = (is_absent(left) and is_absent(right)) is (relation is _EQUAL)
            elif of_numbers is not None and type(left) is Decimal and type(right) is Decimal:
                held = of_numbers(left, right)
            else:
                held = holds(relation, left, right, place)
            if not held:
                return False
            left = right
        return True

    return work


def _presence(tree: Comparison, nothing: Literal) -> Work:
    """Make the work of `== none` and `!= none`, of which most checks are made."""
    of, is_absence, place = _made(tree.first), tree.others[0][0] is _EQUAL, tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.steps -= 1
        if walk.steps < 0:
            walk.stop(place)
        value = of(walk, names)
        walk.take(1, nothing.place)
        if (far := length(value)) >= _CHEAP:
            walk.take(far // _CHEAP, place)
        return is_absent(value) is is_absence

    return work


def _asks_for_nothing(tree: Comparison) -> Iterator[bool]:
    """Tell of each relation whether it asks if there is a value at all: `== none`, `!= none`."""
    before = tree.first
    for relation, side in tree.others:
        yield (before.type.sort is _NOTHING or side.type.sort is _NOTHING) and (relation is _EQUAL or relation is _UNEQUAL)
        before = side


def _call(tree: Call) -> Work:
    values, come_to, place = _several(tree), COME_TO[tree.function], tree.place

    def work(walk: Evaluation, names: Names) -> Value:
        walk.take(1, place)
        return come_to(tree, values(walk, names))

    return work


Several: TypeAlias = Callable[[Evaluation, Names], Iterator[Value]]


def _several(tree: Call) -> Several:
    """Make the function that gives the values which a function is called with, one by one."""
    first = tree.arguments[0]
    if isinstance(first, Each):
        return _each(first)
    if len(tree.arguments) == 1:
        return _items(first)
    arguments = [_made(argument) for argument in tree.arguments]
    return lambda walk, names: (argument(walk, names) for argument in arguments)


def _each(tree: Each) -> Several:
    """Make the function that gives the body's value for each item that meets the conditions."""
    items, conditions, body, variable = _items(tree.over), [_made(each) for each in tree.conditions], _made(tree.body), tree.variable

    def values(walk: Evaluation, names: Names) -> Iterator[Value]:
        bound = dict(names)  # one for all items: each body is worked out before the next is bound
        for item in items(walk, names):
            bound[variable] = item
            if not conditions or all(is_true(condition(walk, bound)) for condition in conditions):
                yield body(walk, bound)

    return values


def _items(over: Tree) -> Several:
    group_of, place = _made(over), over.place

    def items(walk: Evaluation, names: Names) -> Iterator[Value]:
        group = group_of(walk, names)
        for item in group if isinstance(group, _GROUPS) else ():
            walk.steps -= 1
            if walk.steps < 0:
                walk.stop(place)
            yield item if isinstance(item, Node) else plain(item)

    return items


_OF_PRESENCE = (Relation.EQUAL, Relation.UNEQUAL)
_KNOWN: dict[int, tuple[Tree, Work]] = {}
_MOST_KNOWN = 1024
_GROUPS = (tuple, Mapping)  # made once: a union of types is made anew each time that it is written
_CHEAP = 16  # items or letters looked through in one step
_NOTHING, _EQUAL, _UNEQUAL = Sort.NOTHING, Relation.EQUAL, Relation.UNEQUAL  # asking the enumeration each time is slow
_MAKERS: Mapping[type, Callable[[Any], Work]] = {
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
