"""Which entry of a list is which entry of the other: by id, else by what they say."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach.analysis.changes.sides import Side
from kehoach.model.base import Field, Node, Shape
from kehoach.reading.naming import ids
from kehoach.values.dates import DATE, DUE, PERIOD, YEAR
from kehoach.values.plain import TEXT
from kehoach.values.text import similarity

RENAMED = 0.8
"""From which likeness on a thing with another id is the same thing."""

SAME = 0.35
"""From which likeness on two entries without ids are the same entry."""

_MOST_COMPARED = 2_500
_ALIKE_TEXT = 0.4


class Pairs(NamedTuple):
    """Entries of two lists put together, and those that only one has."""

    both: tuple[tuple[Node, Node], ...]
    old: tuple[Node, ...] = ()
    new: tuple[Node, ...] = ()


def paired(sides: tuple[Side, Side], olds: Sequence[Node], news: Sequence[Node]) -> Pairs:
    """Put together the entries of a list of nodes: things by id, what is left by likeness."""
    if not olds or not news:
        return Pairs((), tuple(olds), tuple(news))
    if "id" in olds[0].fields:
        return _by_id(sides, olds, news)
    same, olds, news = _by(olds, news, [sides[0].meaning(node) for node in olds], [sides[1].meaning(node) for node in news])
    alike, olds, news = _by_likeness(sides, olds, news, SAME)
    rest = list(zip(olds, news, strict=True)) if len(olds) == len(news) else []
    if rest:
        olds, news = [], []
    return _in_order([*same, *alike, *rest], olds, news)


def renames(old: Side, new: Side) -> dict[str, str]:
    """Find the ids that were renamed with the rest alike: the new plan's by the old one's."""
    taken, known = frozenset(ids(new.document.data)), frozenset(ids(old.document.data))
    found: dict[str, str] = {}
    for _ in range(_ROUNDS):
        sides = (old.renamed(found), new)
        again = {
            one: other
            for first, second in _renamed(sides, old.plan, new.plan)
            for one, other in [(old.id_of(first), new.id_of(second))]
            if one not in taken and other not in known
        }
        if again == found:
            break
        found = again
    return found


def likeness(sides: tuple[Side, Side], old: Node, new: Node) -> float:
    """Measure from 0 to 1 how much of two entries is alike, their ids aside; names, references and dates count twice."""
    whole = alike = 0.0
    for field in old.fields.values():
        if field.defines is not None:
            continue
        one, other = sides[0].told(old, field), sides[1].told(new, field)
        if one is None and other is None:
            continue
        weight = 2 if field.required or field.refers or field.kind in _TELLING else 1
        whole += weight
        alike += weight * _credit(field, one, other)
    return alike / whole if whole else 1.0


def nearness(i: int, j: int) -> tuple[int, int]:
    """Sort pairs that are equally alike: those that stand nearest to each other first, the same from either side."""
    return abs(i - j), min(i, j)


def _credit(field: Field, one: Hashable, other: Hashable) -> float:
    if one == other:
        return 1.0
    if one is None or other is None:
        return 0.0
    if field.shape is Shape.VALUE and field.kind is TEXT and isinstance(one, str) and isinstance(other, str):
        found = similarity(one, other)
        return found if found >= _ALIKE_TEXT else 0.0
    if field.shape is not Shape.VALUE and isinstance(one, tuple) and isinstance(other, tuple):
        first, second = frozenset(one), frozenset(other)
        return 2 * len(first & second) / (len(first) + len(second))
    return 0.0


def _by_id(sides: tuple[Side, Side], olds: Sequence[Node], news: Sequence[Node]) -> Pairs:
    """Pair things of one id, then those whose id alone is another one."""
    old, new = sides
    names = [old.id_of(node) for node in olds]
    both, olds, news = _by(olds, news, [old.renames.get(name, name) for name in names], [new.id_of(node) for node in news])
    alike, olds, news = _by_likeness(sides, olds, news, RENAMED)
    return _in_order([*both, *alike], olds, news)


def _by(
    olds: Sequence[Node], news: Sequence[Node], old_keys: Sequence[Hashable], new_keys: Sequence[Hashable]
) -> tuple[list[tuple[Node, Node]], list[Node], list[Node]]:
    """Pair entries of one key, the first with the first."""
    waiting: dict[Hashable, list[Node]] = defaultdict(list)
    for node, key in zip(news, new_keys, strict=True):
        waiting[key].append(node)
    both, left = [], []
    for node, key in zip(olds, old_keys, strict=True):
        if waiting[key]:
            both.append((node, waiting[key].pop(0)))
        else:
            left.append(node)
    taken = {id(new) for _, new in both}
    return both, left, [node for node in news if id(node) not in taken]


def _by_likeness(
    sides: tuple[Side, Side], olds: Sequence[Node], news: Sequence[Node], least: float
) -> tuple[list[tuple[Node, Node]], list[Node], list[Node]]:
    """Pair the most alike first; of equals, those that stand nearest to each other."""
    if not olds or not news or len(olds) * len(news) > _MOST_COMPARED:
        return [], list(olds), list(news)
    scored = [(likeness(sides, old, new), i, j) for i, old in enumerate(olds) for j, new in enumerate(news)]
    both, taken_old, taken_new = [], set(), set()
    for score, i, j in sorted(scored, key=lambda one: (-one[0], *nearness(one[1], one[2]))):
        if score < least:
            break
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            both.append((olds[i], news[j]))
    return both, [n for i, n in enumerate(olds) if i not in taken_old], [n for j, n in enumerate(news) if j not in taken_new]


def _in_order(both: Sequence[tuple[Node, Node]], olds: Sequence[Node], news: Sequence[Node]) -> Pairs:
    return Pairs(tuple(sorted(both, key=lambda pair: pair[1].path[-1])), tuple(olds), tuple(news))


def _renamed(sides: tuple[Side, Side], old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    """Walk what belongs together, and give the things that have two ids."""
    for field in old.fields.values():
        if field.node is None:
            continue
        for one, other in _inside(sides, field, old, new):
            if "id" in one.fields and sides[0].id_of(one) != sides[1].id_of(other):
                yield one, other
            yield from _renamed(sides, one, other)


def _inside(sides: tuple[Side, Side], field: Field, old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    one, other = sides[0].value(old, field), sides[1].value(new, field)
    if field.shape is Shape.NODE and isinstance(one, Node) and isinstance(other, Node):
        yield one, other
    elif field.shape is Shape.NODES and isinstance(one, tuple) and isinstance(other, tuple):
        yield from paired(sides, [n for n in one if isinstance(n, Node)], [n for n in other if isinstance(n, Node)]).both
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        yield from ((one[key], other[key]) for key in one if key in other)


_ROUNDS = 3
_TELLING = (DATE, DUE, PERIOD, YEAR)
