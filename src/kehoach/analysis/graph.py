"""Cycles and order in links between things."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K")


def cycles(links: Mapping[K, Sequence[K]]) -> list[tuple[K, ...]]:
    """Find the circles in a graph, each once, from its first member in the mapping's order.

    Every strongly connected part that holds a circle gives one circle; walked without recursion, so that
    a chain of ten thousand is no trouble. Links to things that are not in the mapping are passed over.
    """
    found = []
    links = _doubtful(links)
    for part in _parts(links):
        start = part[0]
        if len(part) > 1 or start in links[start]:
            found.append(_circle(links, start, frozenset(part)))
    order = {name: index for index, name in enumerate(links)}
    return sorted(found, key=lambda circle: order[circle[0]])


def in_order(links: Mapping[K, Sequence[K]]) -> tuple[K, ...]:
    """Put what is waited for before what waits for it, in rounds; what stands in a circle, or waits for one, is left out."""
    lacking: dict[K, int] = {}
    waiting: dict[K, list[K]] = {}
    for name, others in links.items():
        lacking[name] = lacking.get(name, 0) + len(others)
        for other in others:
            lacking.setdefault(other, 0)
            waiting.setdefault(other, []).append(name)
    ordered = [name for name, count in lacking.items() if not count]
    for name in ordered:
        for other in waiting.get(name, ()):
            lacking[other] -= 1
            if not lacking[other]:
                ordered.append(other)
    return tuple(ordered)


def _doubtful(links: Mapping[K, Sequence[K]]) -> Mapping[K, Sequence[K]]:
    """Leave out what leads only to things before it: in most plans all, for what is waited for is written first."""
    sure: set[K] = set()
    for name, others in links.items():
        if not others or all(other in sure or other not in links for other in others):
            sure.add(name)
    return {name: others for name, others in links.items() if name not in sure}


def _parts(links: Mapping[K, Sequence[K]]) -> Iterable[tuple[K, ...]]:
    """Give the strongly connected parts (Tarjan, with a stack of our own), members in the mapping's order."""
    order = {name: index for index, name in enumerate(links)}
    numbers: dict[K, int] = {}
    lows: dict[K, int] = {}
    open_ones: list[K] = []
    is_open: set[K] = set()
    for root in links:
        if root in numbers:
            continue
        work: list[tuple[K, int]] = [(root, 0)]
        while work:
            name, position = work.pop()
            if position == 0:
                numbers[name] = lows[name] = len(numbers)
                open_ones.append(name)
                is_open.add(name)
            onward = _onward(links, name, position, numbers, lows, is_open)
            if onward is not None:
                work += [(name, onward[1]), (onward[0], 0)]
                continue
            if lows[name] == numbers[name]:
                yield tuple(sorted(_close(open_ones, is_open, name), key=order.__getitem__))
            if work:
                outer = work[-1][0]
                lows[outer] = min(lows[outer], lows[name])


def _onward(
    links: Mapping[K, Sequence[K]],
    name: K,
    position: int,
    numbers: Mapping[K, int],
    lows: dict[K, int],
    is_open: set[K],
) -> tuple[K, int] | None:
    """Find the next unvisited neighbour, and where to go on after it."""
    neighbours = links[name]
    for index in range(position, len(neighbours)):
        other = neighbours[index]
        if other not in links:
            continue
        if other not in numbers:
            return other, index + 1
        if other in is_open:
            lows[name] = min(lows[name], numbers[other])
    return None


def _close(open_ones: list[K], is_open: set[K], name: K) -> list[K]:
    part = []
    while True:
        member = open_ones.pop()
        is_open.discard(member)
        part.append(member)
        if member == name:
            return part


def _circle(links: Mapping[K, Sequence[K]], start: K, part: frozenset[K]) -> tuple[K, ...]:
    """Walk the shortest way from the start back to itself inside its part."""
    came_from: dict[K, K] = {}
    queue = [start]
    for name in queue:
        for other in links[name]:
            if other == start:
                circle = [name]
                while circle[-1] != start:
                    circle.append(came_from[circle[-1]])
                return tuple(reversed(circle))
            if other in part and other not in came_from:
                came_from[other] = name
                queue.append(other)
    return (start,)
