"""The units in which money is written."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kehoach.language import Language
from kehoach.values.text import fold, nfc


class MoneyUnit(NamedTuple):
    """A unit of money: `triệu đồng` is a million of the currency VND."""

    name: str
    factor: Decimal
    currency: str

    def say(self, language: Language) -> str:
        """Write `triệu đồng` or `million VND`."""
        if language is Language.VI:
            return self.name
        return f"{_ENGLISH[self.factor]}{self.currency}"


@lru_cache(maxsize=1024)
def money_unit(text: str) -> MoneyUnit | None:
    """Find the unit of a name such as `tr.đ`; letter case, tones, spaces and dots don't matter."""
    if not all(character.isalpha() or character.isspace() or character in ".$€£¥" for character in nfc(text)):
        return None
    return _UNITS.get(fold(text).replace(" ", "").replace(".", ""))


_ENGLISH = {Decimal(10**power): word for power, word in ((0, ""), (3, "thousand "), (6, "million "), (9, "billion "), (12, "trillion "))}

_SCALES = (
    ("", 0, ("",)),
    ("nghìn ", 3, ("nghin", "ngan", "thousand")),
    ("triệu ", 6, ("trieu", "tr", "million")),
    ("tỷ ", 9, ("ti", "billion")),
    ("nghìn tỷ ", 12, ("nghinti", "nganti", "trillion")),
)

# As folded: without tones, `y` as `i`.
_CURRENCIES = (
    ("đồng", "VND", ("dong", "d", "vnd", "")),
    ("USD", "USD", ("usd", "us$", "$", "dola", "dolami")),
    ("EUR", "EUR", ("eur", "€", "euro")),
    ("JPY", "JPY", ("jpi", "¥", "iennhat")),
    ("KRW", "KRW", ("krw", "won")),
    ("CNY", "CNY", ("cni", "nhandante")),
    ("GBP", "GBP", ("gbp", "£")),
    ("AUD", "AUD", ("aud",)),
)

_UNITS = {
    scale_key + currency_key: unit
    for scale, power, scale_keys in _SCALES
    for currency, code, currency_keys in _CURRENCIES
    for unit in (MoneyUnit(scale + currency, Decimal(10**power), code),)
    for scale_key in scale_keys
    for currency_key in currency_keys
    if scale_key or currency_key
}

DONG = _UNITS["dong"]
