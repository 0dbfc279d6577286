"""Where the tags of a template are wrongly written, and what to write: blocks left open, unknown tags and filters."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from kehoach.language import Text
from kehoach.reports.jinja_wordings import of_syntax
from kehoach.values.text import nearest, printable


class Mistake(NamedTuple):
    """A line of a template, and what is wrong there."""

    line: int
    said: Text


class _Tag(NamedTuple):
    """A tag `{% … %}`: its line, its first word, and all of it."""

    line: int
    word: str
    whole: str


def mistake(error: TemplateSyntaxError | RecursionError, filters: Iterable[str] = FILTERS) -> Mistake:
    """Say what is wrong with how a template is written, where its author can mend it: a block left open is placed where it opens."""
    if isinstance(error, RecursionError):
        return Mistake(1, _DEEP)
    message = error.message or ""
    if found := _UNKNOWN_TAG.match(message):
        return _of_tag(found[1], error)
    if message.startswith(_END):
        return _of_blocks(error) or Mistake(error.lineno, _UNENDED)
    if found := _UNKNOWN_FILTER.fullmatch(message):
        is_filter = found[1] == "filter"
        return Mistake(error.lineno, _lacking(found[2], sorted(filters if is_filter else TESTS), _NO_FILTER if is_filter else _NO_TEST))
    said = of_syntax(message)
    why = said or Text(*(f"({printable(message, _LONGEST)})",) * 2)
    return Mistake(error.lineno, Text(f"sai cú pháp{': ' if said else ' '}{why.vi}", f"syntax error{': ' if said else ' '}{why.en}"))


def _of_tag(word: str, error: TemplateSyntaxError) -> Mistake:
    """Tell a tag that there is not from one that closes nothing."""
    if word in _ENDS or word in _BRANCHES:
        return _of_blocks(error) or Mistake(error.lineno, _filled(_UNOPENED, tag=_tag(word)))
    return Mistake(error.lineno, _lacking(word, _KNOWN, _NO_TAG))


def _of_blocks(error: TemplateSyntaxError) -> Mistake | None:
    """Follow the blocks up to the first that is left open, or is closed without being one."""
    opened: list[_Tag] = []
    for tag in _tags(error.source or ""):
        if tag.word in _BLOCKS and not _ASSIGNMENT.match(tag.whole):
            opened.append(tag)
        elif tag.word in _ENDS:
            if not opened:
                return Mistake(tag.line, _filled(_UNOPENED, tag=tag.whole))
            if opened[-1].word != tag.word.removeprefix("end"):
                return Mistake(
                    opened[-1].line, _filled(_CROSSED, tag=opened[-1].whole, end=_tag(f"end{opened[-1].word}"), before=tag.whole)
                )
            opened.pop()
        elif tag.word in _BRANCHES and (not opened or opened[-1].word not in _BRANCHES[tag.word]):
            return Mistake(tag.line, _filled(_UNOPENED, tag=tag.whole))
    if not opened:
        return None
    return Mistake(opened[-1].line, _filled(_UNCLOSED, tag=opened[-1].whole, end=_tag(f"end{opened[-1].word}")))


def _tags(source: str) -> Iterator[_Tag]:
    """Read the tags one after the other, as far as they can be read."""
    line, pieces = 0, [""]
    try:
        for number, kind, value in Environment(autoescape=True).lex(source):
            if kind == "block_begin":
                line, pieces = number, [value]
            elif kind == "block_end":
                whole = "".join([*pieces, value])
                word = _WORD.match(whole)
                yield _Tag(line, word[1] if word else "", printable(whole.strip(), _LONGEST))
            else:
                pieces.append(value)
    except TemplateSyntaxError:
        return


def _tag(word: str) -> str:
    return f"{{% {word} %}}"


def _lacking(name: str, known: Iterable[str], wording: Text) -> Text:
    near = nearest(name, known, limit=max(2, len(name) // 3))
    hint = _filled(_NEAR, near=near) if near else _COMMON if wording is _NO_FILTER else Text("", "")
    said = _filled(wording, name=printable(name, _LONGEST))
    return Text(f"{said.vi}{hint.vi}", f"{said.en}{hint.en}")


def _filled(text: Text, **values: str) -> Text:
    return Text(text.vi.format(**values), text.en.format(**values))


_LONGEST = 80
_END = "Unexpected end of template."
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(.+?)'\.")
_UNKNOWN_FILTER = re.compile(r"No (filter|test) named '(.+)'\.")
_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_ASSIGNMENT = re.compile(r"\{%[-+]?\s*set\b[^%]*?=")
_BLOCKS = frozenset({"for", "if", "macro", "call", "filter", "block", "with", "set", "autoescape"})
_ENDS = frozenset(f"end{word}" for word in _BLOCKS)
_BRANCHES = {"else": ("for", "if"), "elif": ("if",)}
_KNOWN = sorted({*_BLOCKS, *_ENDS, *_BRANCHES, "include", "import", "from", "extends"})

_UNCLOSED = Text(vi="{tag} chưa được đóng: thiếu {end}", en="{tag} is not closed: {end} is missing")
_CROSSED = Text(vi="{tag} chưa được đóng trước {before}: thiếu {end}", en="{tag} is not closed before {before}: {end} is missing")
_UNOPENED = Text(vi="{tag} không có gì để đóng hoặc rẽ nhánh", en="{tag} closes or divides nothing")
_UNENDED = Text(vi="mẫu hết khi còn một thẻ chưa được đóng", en="the template ends with a tag that is not closed")
_DEEP = Text(vi="thẻ lồng nhau quá sâu", en="the tags are nested too deeply")
_NO_TAG = Text(vi="không có thẻ {name!r}", en="there is no tag {name!r}")
_NO_FILTER = Text(vi="không có bộ lọc {name!r}", en="there is no filter {name!r}")
_NO_TEST = Text(vi="không có phép thử {name!r} sau is", en="there is no test {name!r} after is")
_NEAR = Text(vi=", có thể là {near!r}", en="; did you mean {near!r}?")
_COMMON = Text(
    vi=" (hay dùng: upper là chữ hoa, lower chữ thường, join nối danh sách, default chữ thay khi trống, length số mục)",
    en=" (common ones: upper, lower, join, default, length)",
)
