"""Whether a file is the one that was read: by what the system says of it, and by its content where that leaves a doubt."""

import os

try:
    from _blake2 import blake2b  # the same, without a library of ciphers that takes as long to load as Python itself
except ImportError:
    from hashlib import blake2b

Mark = str
"""Size, times and number of a file in one text."""

_TICK = 20_000_000  # ns: clocks of file systems go in steps of up to 10 ms
_COARSE = 2_000_000_000  # ns: some count whole seconds, or every second one
_SECOND = 1_000_000_000


def mark(seen: os.stat_result) -> Mark:
    """Write what the system says of a file."""
    return f"{seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"


def marked(path: str) -> Mark:
    """Look at a file; empty where there is none."""
    try:
        return mark(os.stat(path))
    except (OSError, ValueError):
        return ""


def is_fresh(of: Mark, noted: int) -> bool:
    """Tell whether a file was so new when it was read that a later change may show the same mark.

    Args:
        of: the mark of the file.
        noted: when it was about to be read, in ns since 1970.
    """
    if not of[:1].isdigit():  # there is none, or a link leads nowhere
        return False
    changed = max(int(part) for part in of.split(" ")[2:4])
    return changed >= noted - (_TICK if changed % _SECOND else _COARSE)


def digest(*parts: str | bytes) -> str:
    """Name some content so that no other has the same name."""
    contents = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    contents.append(repr(list(map(len, contents))).encode())  # so that no other parts give the same whole
    return blake2b(b"".join(contents), digest_size=_BYTES).hexdigest()


_BYTES = 16
