"""A process that loads the rules while this one still looks for the files, where there may be many."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from kehoach.workspace import forked

_MANY = 16
_NOT_THEN = ("--jobs", "--cluster", "--help", "-h")
"""Who says how many processes there are to be gets no other."""


@contextmanager
def ready(words: Sequence[str]) -> Iterator[None]:
    """Have it get ready where the words of `validate` may mean many files, and let go of it where it was not needed."""
    if forked.CAN_FORK and forked.processors() > 1 and _may_mean_many(words):
        from kehoach.checking import ready as load_rules  # noqa: PLC0415 - for many files alone
        from kehoach.workspace.cache import keeping  # noqa: F401, PLC0415 - both processes need it, one loads it

        forked.get_ready(forked.processors(), load_rules)
    try:
        yield
    finally:
        forked.dismiss()


def _may_mean_many(words: Sequence[str]) -> bool:
    if any(word.startswith(_NOT_THEN) for word in words):
        return False
    named = [word for word in words if os.path.lexists(word)]
    return sum(1 for _ in islice(_files(named or [os.curdir]), _MANY)) == _MANY


def _files(named: Sequence[str]) -> Iterator[str]:
    """Find files that may be plans, without looking far."""
    waiting = [*named]
    for _ in range(_LOOKS):
        if not waiting:
            return
        path = waiting.pop()
        if not Path(path).is_dir():
            yield path
            continue
        with suppress(OSError), os.scandir(path) as entries:
            waiting += (entry.path for entry in entries if entry.name.endswith(_ENDS) or _is_folder(entry))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


_LOOKS = 1000
_ENDS = (".yaml", ".yml")
