"""What begins with `#`, found in a text where there are few of these signs, as nearly always."""

import re
from collections.abc import Iterator

_FEW = 200


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find what matches a pattern that begins with `#`; where there are few, looking at each takes a fifth of the time."""
    at = text.find("#")
    for _ in range(_FEW):
        if at < 0:
            return
        match = pattern.match(text, at)
        if match is not None:
            yield match
        at = text.find("#", at + 1 if match is None else match.end())
    if at >= 0:
        yield from pattern.finditer(text, at)
