"""Pairs of texts that share most of their words, found without comparing each with each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil

from kehoach.values.text import shared


def alike(texts: Sequence[frozenset[str]], threshold: float) -> Iterator[tuple[int, int]]:
    """Give the numbers of each two texts whose likeness is at or above a threshold, the earlier one first.

    Two texts that share enough words share one of their few rarest words, by which the candidates are found.
    """
    if len(texts) <= _FEW:
        for other, text in enumerate(texts):
            for one in range(other):
                if shared(texts[one], text) >= threshold:
                    yield one, other
        return
    counts = Counter(chain.from_iterable(texts))
    rarity = {word: number for number, word in enumerate(sorted(counts, key=counts.__getitem__))}
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        rarest = sorted(text, key=rarity.__getitem__)[: _needed(len(text), threshold)]
        for other in sorted({earlier for word in rarest for earlier in by_word[word]}):
            if shared(text, texts[other]) >= threshold:
                yield other, number
        for word in rarest:
            by_word[word].append(number)


def _needed(size: int, threshold: float) -> int:
    """Say how many of a text's words a text that is like it cannot all be without."""
    fewest_shared = ceil(threshold / (2 - threshold) * size - _ROUNDING)
    return size - max(fewest_shared, 1) + 1


_ROUNDING = 1e-9
_FEW = 5  # texts that are sooner compared than sorted
