"""What a text about an indicator says: that a level is reached, or that something changes by so much."""

import re
from functools import lru_cache

from kehoach.values.text import nfc


@lru_cache(maxsize=1024)
def says_change(text: str) -> bool:
    """Tell whether a text speaks of a change: `giảm 3%`, `tốc độ tăng …`."""
    return _CHANGE.search(nfc(text).casefold()) is not None


@lru_cache(maxsize=1024)
def says_level(text: str) -> bool:
    """Tell whether a text speaks of a level that is reached: `còn 7%`, `lên 12 xã`."""
    return _LEVEL.search(nfc(text).casefold()) is not None


_SOFTENED = r"(?: (?:thêm|bình quân|trung bình|ít nhất|tối thiểu|khoảng|từ|trên|by|at least))*"
_CHANGE = re.compile(
    rf"^(?:tốc độ|mức|tỷ lệ|tỉ lệ) (?:tăng trưởng|tăng thêm|giảm)\b|^(?:tốc độ|mức) tăng\b|^(?:growth rate|rate of growth)\b"
    rf"|(?<!được )(?<!miễn )(?<!miễn, )\b(?:tăng|giảm|increase|decrease|reduce|fall|rise){_SOFTENED} [0-9]",
)
_LEVEL = re.compile(
    r"\b(?:còn|xuống|xuống còn|lên|down to|up to)(?: (?:khoảng|dưới|trên|không quá))* [0-9]",
)
