"""Vietnamese letters and syllables in a document's texts."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from kehoach.reading.document import Document, Scalar
from kehoach.values.text import fold, nfc

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""


def is_vietnamese(document: Document) -> bool:
    """Tell whether a document is written in Vietnamese, which it is when it does not say."""
    said = document.data.get("language") if isinstance(document.data, dict) else None
    return not isinstance(said, str) or fold(said) not in _ENGLISH


def texts_with(document: Document, characters: str) -> Iterator[Scalar]:
    """Walk every key and scalar that holds one of the characters, once however often an alias repeats it."""
    present = [character for character in characters if document.holds(character)]
    if not present:
        return
    seen = set()
    for scalar in document.scalars():
        if scalar.span not in seen and any(character in scalar.text for character in present):
            seen.add(scalar.span)
            yield scalar


def is_syllable(word: str) -> bool:
    """Tell whether a word has the shape of a Vietnamese syllable, whatever its tone."""
    return re.fullmatch(_SYLLABLE, _plain(word)) is not None


def is_written_vietnamese(word: str) -> bool:
    """Tell whether a word is a syllable, or an abbreviation such as `HĐND` in Vietnamese letters."""
    return is_syllable(word) or (word.isupper() and len(word) <= _LONGEST_ABBREVIATION and re.fullmatch(_ABBREVIATION, word) is not None)


def _plain(word: str) -> str:
    """Take the tone off, leave the letter."""
    return nfc(normalize("NFD", word.casefold()).translate(_TONES))


_ENGLISH = frozenset(("en", "english", "tieng anh"))
_LONGEST_ABBREVIATION = 8
# Of suspicious words only: compiled when met.
_ABBREVIATION = "[A-ZĂÂĐÊÔƠƯ]+"
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_SYLLABLE = (
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:i[êe]u?|y[êe]u?|uy[êe]|uyu|uya|u[ôo]i?|ươ[iu]?|oa[iyo]?|oă|oe[o]?|oo|u[âê]y?|uy|u[aiơ]|ư[aiu]?|[iy]a|iu|[aâ][uy]|a[io]|eo|êu|[oôơ]i|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[ckmnpt])?"
)
