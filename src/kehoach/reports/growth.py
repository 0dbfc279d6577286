"""Where the rows of a sheet are after its loops have run."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

LAST_ROW = 1_048_576

Path = tuple[int, ...]


class Stretch(NamedTuple):
    """Rows of a template that always come together, and the loops around them from the outermost in."""

    first: int
    last: int
    loops: Path


class Placed(NamedTuple):
    """A stretch in the result: in which round of each loop, and from which row on."""

    stretch: int
    rounds: Path
    new: int


class Growth:
    """What became of each row: none, one or many."""

    def __init__(self, stretches: list[Stretch], placed: list[Placed], after: int) -> None:
        self._stretches = stretches
        self._firsts = [one.first for one in stretches]
        self._after = after  # what is added to rows below all stretches
        self._whole: dict[tuple[int, int], tuple[int, int] | None] = {}  # as seen from outside all loops
        self._placed: dict[tuple[int, int, Path], list[int]] = defaultdict(list)
        for one in placed:
            for depth in range(len(one.rounds) + 1):
                self._placed[one.stretch, depth, one.rounds[:depth]].append(one.new)

    def rows(self, row: int, at: int = 0, rounds: Path = ()) -> list[int]:
        """Give the new numbers of a row, as seen from another row in some rounds of its loops."""
        return [row for first, last in self.runs(row, row, at, rounds) for row in range(first, last + 1)]

    def span(self, first: int, last: int, at: int = 0, rounds: Path = ()) -> tuple[int, int] | None:
        """Give the first and the last new row of a range; none where nothing is left of it."""
        if first == 1 and last == LAST_ROW:
            return first, last
        if rounds:
            return self._span(first, last, at, rounds)
        if (first, last) not in self._whole:
            self._whole[first, last] = self._span(first, last, at, rounds)
        return self._whole[first, last]

    def _span(self, first: int, last: int, at: int, rounds: Path) -> tuple[int, int] | None:
        runs = self.runs(first, last, at, rounds)
        return (runs[0][0], min(runs[-1][1], LAST_ROW)) if runs else None

    def runs(self, first: int, last: int, at: int = 0, rounds: Path = ()) -> list[tuple[int, int]]:
        """Give the new rows of a range, as ranges in their order."""
        joined: list[tuple[int, int]] = []
        for low, high in sorted(self._pieces(first, last, at, rounds)):
            if joined and joined[-1][1] + 1 >= low:
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            else:
                joined.append((low, high))
        return joined

    def _pieces(self, first: int, last: int, at: int, rounds: Path) -> Iterator[tuple[int, int]]:
        around = self._loops(at)
        start = max(0, bisect_right(self._firsts, first) - 1)
        for number in range(start, len(self._stretches)):
            one = self._stretches[number]
            low, high = max(first, one.first), min(last, one.last)
            if one.first > last:
                break
            if low > high:
                continue
            shared = _common(around, one.loops)
            for new in self._placed.get((number, shared, rounds[:shared]), ()):
                yield new + low - one.first, new + high - one.first
        below = self._stretches[-1].last + 1 if self._stretches else 1
        if last >= below:
            yield max(first, below) + self._after, last + self._after

    def _loops(self, row: int) -> Path:
        number = bisect_right(self._firsts, row) - 1
        if number < 0 or row > self._stretches[number].last:
            return ()
        return self._stretches[number].loops


def _common(one: Path, other: Path) -> int:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared
