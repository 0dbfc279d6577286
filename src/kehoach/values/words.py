"""Whole numbers in words."""

from kehoach.language import Language, Text

DONG = Text(vi="đồng", en="dong")

_BILLION = 10**9
_VI_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_VI_SCALES = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_EN_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = (
    (10**18, "quintillion"),
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)


def in_words(value: int, language: Language, unit: Text = DONG) -> str:
    """Write a number in words with its unit: `một triệu không trăm mười lăm nghìn đồng`."""
    number = abs(value)
    if language is Language.VI:
        said = _vietnamese(number, leads=True) or _VI_DIGITS[0]
        sign = "âm "
    else:
        said, sign = _english(number), "minus "
    return f"{sign if value < 0 else ''}{said} {unit.to(language)}".strip()


def _vietnamese(number: int, *, leads: bool) -> str:
    """Write a number; unless it leads, its first group says its hundreds even when there are none."""
    parts: list[str] = []
    above, rest = divmod(number, _BILLION)
    if above:
        parts.append(f"{_vietnamese(above, leads=leads)} tỷ")
        leads = False
    for scale, name in _VI_SCALES:
        group, rest = divmod(rest, scale)
        if group:
            parts.append(f"{_vietnamese_group(group, leads=leads)} {name}".rstrip())
            leads = False
    return " ".join(parts)


def _vietnamese_group(group: int, *, leads: bool) -> str:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    parts: list[str] = []
    if hundreds or not leads:
        parts.append(f"{_VI_DIGITS[hundreds]} trăm")
    if tens:
        parts.append("mười" if tens == 1 else f"{_VI_DIGITS[tens]} mươi")
    elif ones and parts:
        parts.append("linh")
    if ones:
        parts.append(_vietnamese_ones(tens, ones))
    return " ".join(parts)


def _vietnamese_ones(tens: int, ones: int) -> str:
    match tens, ones:
        case (tens, 1) if tens > 1:
            return "mốt"
        case (tens, 4) if tens > 1:
            return "tư"
        case (tens, 5) if tens > 0:
            return "lăm"
        case _:
            return _VI_DIGITS[ones]


def _english(number: int) -> str:
    for scale, name in _EN_SCALES:
        if number >= scale:
            above, rest = divmod(number, scale)
            return f"{_english(above)} {name}{_joined(rest)}"
    if number >= 100:  # noqa: PLR2004 (a hundred)
        hundreds, rest = divmod(number, 100)
        return f"{_EN_SMALL[hundreds]} hundred{_joined(rest)}"
    if number < len(_EN_SMALL):
        return _EN_SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_EN_TENS[tens]}-{_EN_SMALL[ones]}" if ones else _EN_TENS[tens]


def _joined(rest: int) -> str:
    if not rest:
        return ""
    return f" and {_english(rest)}" if rest < 100 else f" {_english(rest)}"  # noqa: PLR2004 (a hundred)
