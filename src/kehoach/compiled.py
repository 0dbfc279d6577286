"""The part in C, where it is installed: the same answers, sooner."""

import os
from types import ModuleType

INTERFACE = 9
"""What the two halves have agreed on; another number is another agreement, and the compiled half is left alone."""


def compiled() -> ModuleType | None:
    """Give the compiled half; none where it is not installed, not wanted, or of another time."""
    if os.environ.get("KEHOACH_NATIVE") == "0":
        return None
    try:
        import kehoach_native  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return kehoach_native if getattr(kehoach_native, "INTERFACE", 0) == INTERFACE else None


COMPILED = compiled()
