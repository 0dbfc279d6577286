"""What goes through the pipes between processes: things pickled, each behind its length."""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

ROOM = 1 << 20
"""So many bytes wait in a pipe at most, so that who writes need not wait."""

AT_ONCE = 1 << 16
"""So many bytes are read at once: for more, Python asks the system for memory each time."""

NUMBER = 8
"""So many bytes has a number."""


def widen(pipe: int) -> None:
    """Let much wait in a pipe, where the system can."""
    with suppress(ImportError, OSError):
        from fcntl import F_SETPIPE_SZ, fcntl  # noqa: PLC0415 - Linux alone has it

        fcntl(pipe, F_SETPIPE_SZ, ROOM)


def packed(what: object) -> bytes:
    """Make bytes of a thing, for another process of this program."""
    import pickle  # noqa: PLC0415 - a single file needs it not

    return pickle.dumps(what, pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes | bytearray) -> Any:
    """Make a thing of bytes, which come from a process of this program."""
    import pickle  # noqa: PLC0415 - as above

    return pickle.loads(content)  # noqa: S301 - as said


def send(end: int, what: object) -> None:
    """Write a thing behind its length."""
    write(end, framed(what))


def framed(what: object) -> bytes:
    """Make bytes of a thing, behind their length."""
    content = packed(what)
    return len(content).to_bytes(NUMBER, "big") + content


def write(end: int, content: bytes) -> None:
    """Write all of it, however little goes at once."""
    left = memoryview(content)
    while left:
        left = left[os.write(end, left) :]


def whole(came: bytearray) -> Iterator[Any]:
    """Take the things that came in whole."""
    start = 0
    while len(came) >= (begin := start + NUMBER):
        end = begin + int.from_bytes(came[start:begin], "big")
        if len(came) < end:
            break
        yield unpacked(came[begin:end])  # a copy: who still looks into `came` hinders it from being cut
        start = end
    del came[:start]


def can_travel(error: BaseException) -> bool:
    """Tell whether an error comes out of a pipe as it went in; those of other packages need not."""
    try:
        return type(unpacked(packed(error))) is type(error)
    except Exception:  # noqa: BLE001 - anything may happen in it
        return False
