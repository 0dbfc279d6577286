"""Vietnamese text compared, sorted and quoted."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar
from unicodedata import category, normalize
from unicodedata import name as unicode_name

T = TypeVar("T")

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]",
)
"""Characters that may stand nowhere in a file: YML008."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that could not be read."""

INVISIBLE = re.compile(
    "[\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028\u2029\u202f"
    "\u205f-\u2065\u206a-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]",
)
"""Characters that nobody sees: fine in prose, not in an id or a key."""


def nfc(text: str) -> str:
    """Compose letters and marks, so that equal looks are equal texts."""
    return text if text.isascii() else normalize("NFC", text)


def fold(text: str) -> str:
    """Reduce to what two spellings of one thing share: no case, tones, `đ`, dashes; `y` is `i`."""
    return " ".join(filter(None, map(_FOLDED_WORDS.__getitem__, text.split())))


def fold_word(word: str) -> str:
    """Fold what holds no blank, as all texts with it share it."""
    return _FOLDED_WORDS[word]


@lru_cache(maxsize=4096)  # plans of one province name the same bodies
def caseless(text: str) -> str:
    """Reduce to what two spellings of one name share, tones and all: no case, no dashes, one blank between words."""
    return " ".join(filter(None, map(_CASELESS_WORDS.__getitem__, text.split())))


def plain_letters(text: str) -> str:
    """Take the marks off the letters: `Đề án` becomes `De an`."""
    return text if text.isascii() else normalize("NFD", text).translate(_PLAIN)


def nearest(word: str, candidates: Iterable[str], limit: int | None = None) -> str | None:
    """Find the candidate that was probably meant, if one is at most `limit` slips away."""
    wanted = fold(word)
    most = min(len(wanted) // 3, 3) if limit is None else limit
    best, best_rank = None, (most + 1, 0)
    for candidate in candidates:
        folded = fold(candidate)
        distance = slips(wanted, folded, best_rank[0])
        rank = (distance, -_shared_ends(wanted, folded))
        if distance <= most and rank < best_rank:
            best, best_rank = candidate, rank
    return best


def slips(a: str, b: str, most: int) -> int:
    """Count the letters left out, put in, changed or swapped with their neighbour, up to `most` + 1."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def words(text: str) -> frozenset[str]:
    """Give the folded words, for `shared` when many texts are compared with each other."""
    return _NO_WORDS.union(*map(_WORDS.__getitem__, text.split()))


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Measure what part of the words of both is common, from 0 to 1."""
    if not a and not b:
        return 1.0
    return 2 * len(a & b) / (len(a) + len(b))


def similarity(a: str, b: str) -> float:
    """Measure how alike two texts are in their words, from 0 to 1."""
    return shared(words(a), words(b))


def short(text: str, limit: int = 80) -> str:
    """Cut a text for quoting."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def printable(text: str, limit: int = 80) -> str:
    """Quote a way to write something: on one line, with U+FFFD for what cannot be shown."""
    line = " ".join(text[: 2 * limit].split())
    return short("".join(character if character.isprintable() else "\ufffd" for character in line), limit)


def character_name(character: str) -> str:
    """Name a character that cannot be shown: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    code = ord(character)
    return f"U+{code:04X} {unicode_name(character, '') or _NAMELESS.get(code, 'CONTROL CHARACTER')}"


def shown(character: str) -> str:
    """Quote a character that can be seen; name it where it cannot, and beside it where it passes for another."""
    if not character.isprintable() or character.isspace() or category(character)[0] == "M" or INVISIBLE.match(character):
        return character_name(character)
    passes_for_another = not plain_letters(character).isascii() and (character.isalpha() or ord(character) in DASHES)
    return f"`{character}` ({character_name(character)})" if passes_for_another else f"`{character}`"


def collation_key(text: str) -> tuple[tuple[str, str], ...]:
    """Sort by the Vietnamese alphabet, syllable by syllable; tones decide between equal letters."""
    syllables = normalize("NFD", text.casefold()).split()
    return (*(_syllable_key(syllable) for syllable in syllables), ("", text))


class _ByWord(dict[str, T]):
    """What is made of what stands between two spaces, once for all the texts that it stands in; quicker than an `lru_cache`."""

    def __init__(self, work: Callable[[str], T]) -> None:
        super().__init__()
        self.work = work

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = found = self.work(word)
        return found


def _folded(word: str) -> str:
    return " ".join(nfc(word).translate(_FOLDED).split())


def _caseless(word: str) -> str:
    return " ".join(nfc(word).casefold().translate(DASHES).replace("-", " ").split())


def _words(word: str) -> frozenset[str]:
    return frozenset(nfc(word).translate(_IN_WORDS).split())


class _Folded(dict[int, str]):
    """What each character is folded to, worked out when one is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = plain_letters(chr(code).casefold()).translate(_ALIKE)
        return folded


class _InWords(dict[int, str]):
    """The same, with a space for what is no part of a word."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _NO_WORD.sub(" ", _FOLDED[code])
        return folded


def _shared_ends(a: str, b: str) -> int:
    count = 0
    for pairs in (zip(a, b, strict=False), zip(reversed(a), reversed(b), strict=False)):
        for x, y in pairs:
            if x != y:
                break
            count += 1
    return count


def _syllable_key(syllable: str) -> tuple[str, str]:
    letters: list[str] = []
    tones: list[str] = []
    for character in syllable:
        if (tone := _TONES.get(character)) and tones:
            tones[-1] = tone
        elif (quality := _QUALITIES.get(character)) and letters:
            letters[-1] = letters[-1][0] + quality
        else:
            letters.append("d1" if character == "đ" else f"{character}0")
            tones.append("0")
    return "".join(letters), "".join(tones)


_MOST_WORDS = 4096
_FOLDED_WORDS = _ByWord(_folded)
_CASELESS_WORDS = _ByWord(_caseless)
_WORDS = _ByWord(_words)
_NO_WORDS: frozenset[str] = frozenset()
_NO_WORD = re.compile(r"\W")
_FOLDED = _Folded()
_IN_WORDS = _InWords()
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_QUALITIES = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}
_NAMELESS = {0: "NULL", 7: "BELL", 8: "BACKSPACE", 9: "TAB", 0x1B: "ESCAPE", 0x7F: "DELETE", 0x9B: "CSI"}

# Old fonts leave the letters Eth for đ and Oi for ư.
_PLAIN = str.maketrans("đĐðÐɖƉƣƢ", "dDdDdDuU", "".join(map(chr, range(0x300, 0x370))))
DASHES = str.maketrans("‐‑‒–—―−", "-------")
"""To make a hyphen of every dash."""

_ALIKE = str.maketrans("y-_‐‑‒–—―−", "i         ")
