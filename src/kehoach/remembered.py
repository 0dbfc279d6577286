"""What is worked out of a plan or a document once, for all that ask, until it is let go."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def remembered(work: Callable[P, R]) -> Callable[P, R]:
    """Remember what a function gives for the plans or documents that it was asked about last."""
    kept = lru_cache(maxsize=_MOST)(work)
    _FORGETTING.append(kept.cache_clear)
    return kept  # type: ignore[return-value]


def let_go() -> None:
    """Forget all of them, so that the next plan is read into the memory of the last one, which is still at hand."""
    for forget in _FORGETTING:
        forget()


_MOST = 4  # a comparison looks at two at a time, and at what they follow
_FORGETTING: list[Callable[[], None]] = []
