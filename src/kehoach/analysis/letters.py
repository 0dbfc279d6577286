"""Vietnamese letters and syllables in a document's texts."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
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
    present = [character for character in document.characters().intersection(characters) if character in document.text]
    return texts_holding(document, present) if present else iter(())


def texts_holding(document: Document, pieces: Sequence[str]) -> Iterator[Scalar]:
    """Walk every key and scalar that holds one of the pieces, none of which holds a blank, once however often an alias repeats it."""
    seen = set()
    for scalar in document.scalars(_places(document, pieces)):
        if scalar.span not in seen and any(piece in scalar.text for piece in pieces):
            seen.add(scalar.span)
            yield scalar


def _places(document: Document, pieces: Sequence[str]) -> list[int] | None:
    """Find where the pieces stand; none where a value may hold one that stands elsewhere: by an alias or an escape."""
    if document.complaints or "*" in document.text or "\\" in document.text:
        return None
    found = list(islice(chain.from_iterable(_places_of(piece, document.text) for piece in pieces), _MOST_PLACES))
    return sorted(found) if len(found) < _MOST_PLACES else None


def _places_of(piece: str, text: str) -> Iterator[int]:
    place = text.find(piece)
    while place >= 0:
        yield place
        place = text.find(piece, place + len(piece))


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
_MOST_PLACES = 1000
# Of suspicious words only: compiled when met.
_ABBREVIATION = "[A-ZĂÂĐÊÔƠƯ]+"
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_SYLLABLE = (
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:i[êe]u?|y[êe]u?|uy[êe]|uyu|uya|u[ôo]i?|ươ[iu]?|oa[iyo]?|oă|oe[o]?|oo|u[âê]y?|uy|u[aiơ]|ư[aiu]?|[iy]a|iu|[aâ][uy]|a[io]|eo|êu|[oôơ]i|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[ckmnpt])?"
)
