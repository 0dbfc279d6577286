"""The characters of usual texts, a byte for each: as such they are searched much faster."""

from codecs import charmap_build, charmap_encode
from unicodedata import normalize


def as_bytes(text: str) -> bytes | None:
    """Write each character as one byte, ASCII as it is; none where one is unusual."""
    if "\0" in text:
        return None
    try:
        return charmap_encode(text, "strict", _BYTES)[0]
    except UnicodeEncodeError:
        return None


_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "đ" + "".join(letter for vowel in _VOWELS for tone in _TONES if not (letter := normalize("NFC", vowel + tone)).isascii())
_SIGNS = "–—“”‘’…•°²×≤≥"
_NONE = "\ufffe"
_KEPT = frozenset(map(chr, (0, *b"\t\n\r", *range(0x20, 0x7F))))
_FREE = (*(code for code in range(0x1C) if not chr(code).isspace() and code), *range(0x7F, 0x100))


def _table() -> str:
    """Give the character of each byte: letters take the places of control characters, but for blanks."""
    places = [chr(code) if chr(code) in _KEPT else _NONE for code in range(0x100)]
    for code, character in zip(_FREE, _LETTERS + _LETTERS.upper() + _SIGNS, strict=False):
        places[code] = character
    return "".join(places)


_TABLE = _table()
_BYTES = charmap_build(_TABLE)

USUAL = frozenset(_TABLE) - {_NONE, "\0"}
"""The characters that have such a byte."""
