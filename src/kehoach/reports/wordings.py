"""What a template engine complains of, said anew in both languages by the pattern of its words."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach import escaping
from kehoach.language import Language, Text
from kehoach.values.text import short

Names = Mapping[str, Text]
"""What the engine calls a sign or a kind of value, and what people call it."""


class Wording(NamedTuple):
    """A pattern of a whole complaint, and how it is said; `{0}` is the pattern's first group."""

    pattern: re.Pattern[str]
    said: Text


def wording(pattern: str, vi: str, en: str) -> Wording:
    """Put a pattern beside its texts."""
    return Wording(re.compile(pattern, re.DOTALL), Text(vi, en))


def reworded(message: str, wordings: Sequence[Wording], names: Names) -> Text | None:
    """Say a complaint anew; none where no pattern fits."""
    for pattern, said in wordings:
        if found := pattern.fullmatch(message):
            vi, en = (said.to(one).format(*(_named(group or "", names, one) for group in found.groups())) for one in Language)
            return Text(vi, en)
    return None


def _named(words: str, names: Names, language: Language) -> str:
    """Name what a group has caught: one thing, or a list of them."""
    if words in names:
        return names[words].to(language)
    parts = _LIST.split(words)
    if len(parts) > 1 and all(part in names for part in parts):
        *first, last = (names[part].to(language) for part in parts)
        return f"{', '.join(first)}{_OR.to(language)}{last}"
    return short(escaping.visible(words), _LONGEST)


_LIST = re.compile(r",? or |, ")
_LONGEST = 80
_OR = Text(vi=" hoặc ", en=" or ")
