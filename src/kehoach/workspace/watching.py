"""Waiting for files to change."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SECONDS = 0.3
"""How long to wait between two looks."""

Stamp = tuple[int, int, int]


def changes(files: Callable[[], list[Path]]) -> Iterator[None]:
    """Yield at once, and then each time that a file changed, came or went.

    Size, time and inode are looked at, so that editors that save by renaming are noticed too.
    """
    while True:
        before = _stamps(files())
        yield
        gc.collect()  # elsewhere nobody waits so long that it pays
        while _stamps(files()) == before:
            time.sleep(SECONDS)


def _stamps(files: list[Path]) -> dict[Path, Stamp]:
    stamps = {}
    for file in files:
        try:
            seen = os.stat(file)  # noqa: PTH116 - thousands of files, several times a second
        except OSError:
            continue
        stamps[file] = (seen.st_size, seen.st_mtime_ns, seen.st_ino)
    return stamps
