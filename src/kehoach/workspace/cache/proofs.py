"""The files that plans name as proof: sets of them, for those of a folder are the same as a rule."""

from collections.abc import Mapping, Sequence

from kehoach.workspace.cache.keeping import is_there


class Proofs:
    """Each set once, by its number, which it keeps: files that did not change are then written as they were."""

    def __init__(self, sets: list[dict[str, bool]], before: Sequence[dict[str, bool]]) -> None:
        sets += ({} for _ in before)
        self.sets = sets
        self.before = before
        self.free = [number for number, one in enumerate(before) if not one]
        self.numbers: dict[tuple[tuple[str, bool], ...], int] = {}

    def number(self, evidence: Mapping[str, bool]) -> int:
        """Give the number of a set."""
        if not evidence:
            return -1
        if not self.numbers:
            self.numbers = {_name(one): number for number, one in enumerate(self.before) if one}
        number = self.numbers.get(_name(evidence))
        if number is None:
            number = self.numbers[_name(evidence)] = self.free.pop() if self.free else len(self.sets)
            if number == len(self.sets):
                self.sets.append({})
        self.sets[number] = dict(evidence)
        return number

    def again(self, number: int) -> None:
        """Keep a set of an earlier run."""
        if number >= 0:
            self.sets[number] = self.before[number]


def _name(evidence: Mapping[str, bool]) -> tuple[tuple[str, bool], ...]:
    return tuple(sorted(evidence.items()))


def gone(proofs: Sequence[Mapping[str, bool]]) -> set[int]:
    """Find the sets of which a file came or went."""
    there: dict[str, bool] = {}
    for path in {path for proof in proofs for path in proof}:
        there[path] = is_there(path)
    return {number for number, proof in enumerate(proofs) if any(there[path] is not said for path, said in proof.items())}
