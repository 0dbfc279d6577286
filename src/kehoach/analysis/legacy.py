"""Vietnamese of before Unicode, read as if it were Latin-1: TCVN3 (ABC) and VNI."""

import re
from typing import NamedTuple

from kehoach.analysis.letters import is_syllable
from kehoach.values.text import nfc


class LegacyWord(NamedTuple):
    """A word as it stands, as it was meant, and the encoding in which it means that."""

    text: str
    meant: str
    encoding: str


def legacy_words(text: str) -> list[LegacyWord]:
    """Find the words that are no Vietnamese as they stand, and are when read in one of the two encodings."""
    return [found for match in re.finditer(_RUN, text) if (found := _legacy(match[0])) is not None]


def _legacy(word: str) -> LegacyWord | None:
    if re.search(_STRANGE, word) is None or not re.search("[A-Za-z]", word):
        return None
    for encoding, meant in (("TCVN3", word.translate(_TCVN3)), ("VNI", _from_vni(word))):
        if meant != word and is_syllable(meant):
            return LegacyWord(word, meant, encoding)
    return None


def _from_vni(word: str) -> str:
    """Join each vowel with the letter behind it that stands for its marks."""
    return nfc(re.sub(_VNI_PAIR, lambda pair: pair[1] + _VNI_MARKS[pair[2].lower()], word.translate(_VNI_LETTERS), flags=re.IGNORECASE))


_TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢£¤¥¦§"
_TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"
_TCVN3 = str.maketrans(_TCVN3_FROM, _TCVN3_TO)

_VNI_LETTERS = str.maketrans("öÖôÔñÑæÆóÓòÒîÎ", "ưƯơƠđĐỉỈĩĨịỊỵỴ")
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = "\u0300\u0301\u0309\u0303\u0323\u0302\u0306"
_VNI_MARKS = {
    **dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True)),
    **dict(zip("âáàåãä", (_HAT, *(_HAT + tone for tone in (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT))), strict=True)),
    **dict(zip("êéèúüë", (_BREVE, *(_BREVE + tone for tone in (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT))), strict=True)),
}
# Of texts with strange characters only: compiled when met.
_VNI_PAIR = f"([aeiouyươ])([{''.join(_VNI_MARKS)}])"

STRANGE = "µ¸¶·¹¨»¾¼½Æ©ÇË®ÐÎÏÑªÖ×ØÞß«¬ÅÄÜÛ¡¢£¤¥¦§äåæçëîïñøö÷ûüþ\xad"
"""Characters that neither Vietnamese nor English has in its words."""

_STRANGE = f"[{STRANGE}]"
_RUN = f"[A-Za-zÀ-ÿ{STRANGE}]{{3,}}"
