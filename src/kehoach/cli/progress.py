"""Counting on the terminal what is done of a long run."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def with_progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Count on the terminal once it takes longer than a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    start, shown = time.monotonic(), False
    for done, item in enumerate(items, start=1):
        if time.monotonic() - start > 1:
            print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)
            shown = True
        yield item
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
