"""The words and signs of an expression, checked before Python's parser sees any of them."""

import re
from keyword import iskeyword
from typing import NamedTuple

from kehoach.expressions.fault import ExpressionError, Place, fault
from kehoach.language import Text
from kehoach.values.text import character_name, short

LONGEST = 2_000
"""Characters of an expression."""

DEEPEST = 32
"""Levels of brackets, and of anything else that holds something."""


class Scanned(NamedTuple):
    """An expression of which nothing is left to Python's own reading of texts, numbers and letters."""

    text: str
    masked: str  # of the same length: plain ASCII on one line, texts and numbers blotted out, no key that is a word of Python
    lengths: dict[int, int]  # of the words and signs, by offset

    def at(self, place: Place) -> str:
        """Give what stands at a place."""
        return self.text[place.offset : place.offset + place.length]


def scan(text: str) -> Scanned:
    """Split an expression into words and signs.

    Raises:
        ExpressionError: it is empty, too long or too deep, or holds what is no part of the language.
    """
    if len(text) > LONGEST:
        raise fault(Place(LONGEST, len(text) - LONGEST), _TOO_LONG, _SPLIT, length=len(text), most=LONGEST)
    masked: list[str] = []
    lengths: dict[int, int] = {}
    brackets: list[int] = []
    position, before = 0, ""
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise _stranger(text, position)
        word = match[0]
        masked.append(_mask(match.lastgroup, word, before))
        if match.lastgroup != "space":
            lengths[position] = len(word)
            _track(word, position, brackets, text)
            before = word
        position = match.end()
    if brackets:
        raise fault(Place(brackets[-1], 1), _OPEN, _CLOSE, mark=text[brackets[-1]])
    if not lengths:
        raise fault(Place(0, len(text)), _EMPTY, _WRITE)
    return Scanned(text, "".join(masked), lengths)


def _mask(group: str, word: str, before: str) -> str:
    if group == "space":
        return " " * len(word)
    if group == "text":
        return f"'{'x' * (len(word) - 2)}'"
    if group == "number":
        return "1" * len(word)
    return word.upper() if before == "." and iskeyword(word) else word  # `with`, `for` and `is` are keys of the format


def _track(word: str, position: int, brackets: list[int], text: str) -> None:
    if word in _CLOSING:
        brackets.append(position)
        if len(brackets) > DEEPEST:
            raise too_deep(Place(position, 1))
    elif word in _CLOSING.values():
        if not brackets:
            raise fault(Place(position, 1), _UNOPENED, _REMOVE, mark=word)
        opened = brackets.pop()
        if _CLOSING[text[opened]] != word:
            raise fault(Place(position, 1), _CROSSED, _MATCH, mark=word, other=text[opened], right=_CLOSING[text[opened]])


def too_deep(place: Place) -> ExpressionError:
    """Refuse what holds too much within itself."""
    return fault(place, _TOO_DEEP, _SPLIT, most=DEEPEST)


def _stranger(text: str, position: int) -> ExpressionError:
    character = text[position]
    if character in "\"'":
        return fault(Place(position, len(text) - position), _UNQUOTED, _QUOTE, mark=character)
    if character == "=":
        return fault(Place(position, 1), _ASSIGNED, _TWO_SIGNS)
    name = character if character.isprintable() and not character.isspace() else character_name(character)
    fix = _PLAIN_QUOTES if character in "“”„‟‘’‚‛«»`" else _ALLOWED
    return fault(Place(position, 1), _STRANGE, fix, character=short(name))


_TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<text>\"[^\"\r\n]*\"|'[^'\r\n]*')"
    r"|(?P<number>[0-9][0-9A-Za-z_.]*)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<mark>[=!<>]=|[<>+*/()\[\],.-])",
)
_CLOSING = {"(": ")", "[": "]"}

_TOO_LONG = Text(vi="biểu thức dài {length} ký tự, quá {most}", en="the expression has {length} characters, more than {most}")
_TOO_DEEP = Text(vi="biểu thức lồng nhau quá {most} tầng", en="the expression is more than {most} levels deep")
_SPLIT = Text(vi="Tách thành nhiều luật.", en="Split it into several rules.")
_EMPTY = Text(vi="biểu thức không có gì", en="the expression is empty")
_WRITE = Text(
    vi="Viết điều phải đúng, ví dụ `count(plan.tasks) > 0`.",
    en="Write what must hold, such as `count(plan.tasks) > 0`.",
)
_OPEN = Text(vi="dấu `{mark}` không được đóng", en="the `{mark}` is not closed")
_CLOSE = Text(vi="Thêm dấu đóng ngoặc.", en="Add the closing bracket.")
_UNOPENED = Text(vi="dấu `{mark}` không có dấu mở", en="the `{mark}` closes nothing")
_REMOVE = Text(vi="Bỏ dấu này, hoặc thêm dấu mở ngoặc.", en="Remove it, or add the opening bracket.")
_CROSSED = Text(vi="dấu `{mark}` không đóng được `{other}`", en="the `{mark}` does not close `{other}`")
_MATCH = Text(vi="Đóng bằng `{right}`.", en="Close it with `{right}`.")
_UNQUOTED = Text(vi="đoạn chữ không có dấu {mark} đóng", en="the text has no closing {mark}")
_QUOTE = Text(vi="Thêm dấu {mark} ở cuối đoạn chữ, trên cùng một dòng.", en="Add {mark} at the end of the text, on the same line.")
_ASSIGNED = Text(vi="`=` không phải là phép so sánh", en="`=` is no comparison")
_TWO_SIGNS = Text(vi="Viết `==`.", en="Write `==`.")
_STRANGE = Text(vi="biểu thức không dùng ký tự {character}", en="the character {character} is no part of the expression language")
_PLAIN_QUOTES = Text(vi='Dùng dấu nháy thẳng `"`.', en='Use straight quotes `"`.')
_ALLOWED = Text(
    vi="Ngoài dấu nháy chỉ viết tên, số, `== != < <= > >= + - * / ( ) [ ] , .`; chữ tiếng Việt đặt trong dấu nháy.",
    en="Outside quotes write names, numbers and `== != < <= > >= + - * / ( ) [ ] , .` only; put other text in quotes.",
)
