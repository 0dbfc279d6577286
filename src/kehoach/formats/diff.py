"""What a file would become, line by line."""

from difflib import unified_diff

from kehoach import escaping
from kehoach.reading.decoding import decode


def unified(before: bytes, after: bytes, name: str) -> str:
    """Write a unified diff; what a terminal or a CI log would obey is shown instead."""
    old, new = (decode(content).text.splitlines() for content in (before, after))
    lines = unified_diff(old, new, name, name, lineterm="")
    return escaping.log("".join(f"{''.join(escaping.cells(line))}\n" for line in lines))
