"""The files that plans name as proof: sets of them, for those of a folder are the same as a rule."""

from collections.abc import Mapping, Sequence

from kehoach.workspace.cache.keeping import is_there


class Proofs:
    """Each set once, by its number."""

    def __init__(self, sets: list[dict[str, bool]]) -> None:
        self.sets = sets
        self.numbers: dict[tuple[tuple[str, bool], ...], int] = {}
        self.known: dict[int, int] = {-1: -1}

    def number(self, evidence: Mapping[str, bool]) -> int:
        """Give the number of a set."""
        if not evidence:
            return -1
        number = self.numbers.setdefault(tuple(sorted(evidence.items())), len(self.sets))
        if number == len(self.sets):
            self.sets.append(dict(evidence))
        return number

    def again(self, number: int, before: Sequence[Mapping[str, bool]]) -> int:
        """Give the number of a set that had another in an earlier run."""
        if number not in self.known:
            self.known[number] = self.number(before[number])
        return self.known[number]


def gone(proofs: Sequence[Mapping[str, bool]]) -> set[int]:
    """Find the sets of which a file came or went."""
    there: dict[str, bool] = {}
    for path in {path for proof in proofs for path in proof}:
        there[path] = is_there(path)
    return {number for number, proof in enumerate(proofs) if any(there[path] is not said for path, said in proof.items())}
