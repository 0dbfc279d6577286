"""The tags of one sheet as the source of a template: each cell and each control row with its place."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from kehoach.language import Text
from kehoach.reports.cells import LONGEST
from kehoach.reports.columns import letters
from kehoach.reports.growth import LAST_ROW, Path, Stretch
from kehoach.reports.package import MAIN, words
from kehoach.reports.refusal import TOO_LONG, RefusedError

ROW, CELL, ROUND, END = "\x01r", "\x01c", "\x01l", "\x03"
"""What stands before a row, a cell and a round of a loop, each with a number and `\\x02`; and after them."""

NOTES = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


class Tagged(NamedTuple):
    """A text with tags, and where it stands."""

    place: str
    text: str
    element: Any


class Problem(NamedTuple):
    """What is wrong with a control row."""

    place: str
    words: str
    what: Text


class TaggedSheet:
    """A sheet of a template.

    Attributes:
        stretches: all rows from the first to the last, in their order; control rows are among them and never come again.
        rows: the element of a row by its number.
        cells: the cells with tags, by the number in the source.
        notes: the lines of header and footer with tags.
        texts: whatever has a bracket that could be one of a tag.
        problems: what is wrong with the control rows.
        losses: words in control rows, which vanish with them.
    """

    def __init__(self, name: str, sheet: Any, strings: list[str]) -> None:
        self.name = name
        self.element = sheet
        self.strings = strings
        self.rows: dict[int, Any] = {}
        self.stretches: list[Stretch] = []
        self.cells: list[Tagged] = []
        self.notes: list[Tagged] = []
        self.texts: list[Tagged] = []
        self.problems: list[Problem] = []
        self.losses: list[Problem] = []
        self._budget = _MOST_CHARACTERS
        self._lines: list[str] = []
        self._places: list[str] = []
        self._open: list[tuple[str, int, str]] = []  # word, number of the loop, place
        self._loops = 0
        self._read()

    @property
    def source(self) -> str:
        """Give the source of the template."""
        return "\n".join(self._lines)

    def place(self, line: int) -> str:
        """Say where a line of the source comes from."""
        return self._places[min(max(line, 1), len(self._places)) - 1] if self._places else self.name

    def text(self, cell: Any) -> str:
        """Give the text of a cell that is one."""
        kind = cell.get("t")
        if cell.find(f"{MAIN}f") is not None:
            return ""
        if kind == "inlineStr":
            return words(cell)
        value = cell.findtext(f"{MAIN}v") or ""
        if kind == "s":
            index = int(value) if value.isdecimal() and value.isascii() else -1
            return self.strings[index] if 0 <= index < len(self.strings) else ""
        return value if kind == "str" else ""

    def _read(self) -> None:
        last = 0
        for row in self.element.iterfind(f"{MAIN}sheetData/{MAIN}row"):
            number = _number(row.get("r"), last + 1)
            if not last < number <= LAST_ROW:
                raise RefusedError(_DISORDER, self.name)
            if number > last + 1:
                self._stretch(last + 1, number - 1)
            self._row(row, number)
            last = number
        self._leave_open(0)
        self._headers()

    def _row(self, row: Any, number: int) -> None:
        self.rows[number] = row
        texts: list[tuple[Any, str, str]] = []
        for column, cell in enumerate(row.iterchildren(f"{MAIN}c"), start=1):
            at = cell.get("r") or f"{letters(column)}{number}"
            found = _ADDRESS.fullmatch(at)
            if found is None or int(found[1]) != number:
                raise RefusedError(_DISORDER, self.name)
            cell.set("r", at)
            if _STYLE.fullmatch(cell.get("s", "0")) is None:
                raise RefusedError(_DISORDER, f"{self.name}!{at}")
            text = self.text(cell)
            self._budget -= len(text) if "{" in text else 0
            if len(text) > 2 * LONGEST or self._budget < 0:
                raise RefusedError(TOO_LONG, f"{self.name}!{at}")
            if "{" in text or "}" in text:
                self.texts.append(Tagged(f"{self.name}!{at}", text, cell))
                texts.append((cell, f"{self.name}!{at}", text))
        if any(_is_control(tag) for _, _, text in texts for tag in split(text)[0]):
            self._stretch(number, number, is_written=False)
            self._controls(row)
            return
        self._stretch(number, number)
        for cell, place, text in texts:
            if _TAG.search(text):
                self._line(f"{CELL}{len(self.cells)}\x02{_clean(text)}{END}", place)
                self.cells.append(Tagged(place, text, cell))

    def _stretch(self, first: int, last: int, *, is_written: bool = True) -> None:
        if is_written:
            self._line(f"{ROW}{len(self.stretches)}\x02{END}", f"{self.name}!A{first}")
        self.stretches.append(Stretch(first, last, self._around()))

    def _around(self) -> Path:
        return tuple(number for word, number, _ in self._open if word == "for")

    def _controls(self, row: Any) -> None:
        """Add the tags of a row that vanishes; words beside them are lost, which is one mistake however many cells have any."""
        first: tuple[str, str] | None = None
        lost: list[str] = []
        for cell in row.iterchildren(f"{MAIN}c"):
            at, text = cell.get("r"), self.text(cell)
            tags, rest = split(text)
            is_figure = cell.find(f"{MAIN}f") is not None or (cell.get("t") != "s" and cell.findtext(f"{MAIN}v") and not text)
            if is_figure or rest.strip() or not all(map(_is_control, tags)):
                lost.append(at)
            for tag in filter(_is_control, tags):
                first = first or (at, text)
                self._control(f"{self.name}!{at}", tag)
        if lost and first:
            self.losses.append(Problem(f"{self.name}!{first[0]}", first[1], _not_alone([at for at in lost if at != first[0]])))

    def _control(self, place: str, tag: str) -> None:
        inner = tag[2:-2].strip("-")[2:].strip()
        word = _WORD.match(inner)[0]  # type: ignore[index]  # it may be empty, but is always found
        closed = self._closed_by(word) if word in _ENDING else None
        if closed is not None:
            self._leave_open(closed + 1)
        elif not self._fits(word):
            wording = _UNOPENED if word in _WORDS else _NO_WORD
            said = Text(*(one.format(word=word, words=", ".join(_WORDS)) for one in wording))
            self.problems.append(Problem(place, tag, said))
            return
        self._line(f"{{% {_clean(inner)} %}}", place)
        self._enter(word, place)

    def _closed_by(self, word: str) -> int | None:
        """Find the innermost block that a tag can close."""
        depth = len(self._open)
        return next((i for i in range(depth - 1, max(-1, depth - _DEEPEST), -1) if self._open[i][0] in _WORDS[word]), None)

    def _leave_open(self, first: int) -> None:
        """Say that blocks were not closed, all from one on."""
        for opener, _, place in self._open[first:]:
            word = opener.partition("-")[0]
            self.problems.append(Problem(place, "", Text(_UNCLOSED.vi.format(word=word), _UNCLOSED.en.format(word=word))))
        del self._open[first:]

    def _fits(self, word: str) -> bool:
        innermost = self._open[-1][0] if self._open else ""
        return innermost in _WORDS[word] if _WORDS.get(word) else word in _WORDS

    def _enter(self, word: str, place: str) -> None:
        """Remember what is open."""
        if word in _ENDING:
            self._open.pop()
        elif word == "else" and self._open[-1][0] == "for":
            self._open[-1] = ("for-else", self._open[-1][1], place)
        elif word in {"for", "if"}:
            self._loops += 1
            self._open.append((word, self._loops, place))
            if word == "for":
                self._line(f"{ROUND}{self._loops}\x02{END}", place)

    def _line(self, source: str, place: str) -> None:
        self._lines.append(source)
        self._places += [place] * (source.count("\n") + 1)

    def _headers(self) -> None:
        for name in NOTES:
            for one in self.element.iter(f"{MAIN}{name}"):
                if one.text and _TAG.search(one.text[:LONGEST]):
                    place = f"{self.name}!{name}"
                    self.notes.append(Tagged(place, one.text, one))

    def formulas(self) -> Iterator[tuple[str, str]]:
        """Give the formulas of cells and rules, each with its place."""
        for one in self.element.iter(f"{MAIN}f"):
            if one.text:
                yield f"{self.name}!{one.getparent().get('r') or ''}", one.text
        for one in self.element.iter(f"{MAIN}formula", f"{MAIN}formula1", f"{MAIN}formula2"):
            if one.text:
                yield self.name, one.text

    def written(self) -> Iterator[Tagged]:
        """Give all texts with tags that stay."""
        yield from self.cells
        yield from self.notes


def split(text: str) -> tuple[list[str], str]:
    """Take the tags out of a text; what is left has only halves of any."""
    tags: list[str] = []
    rest: list[str] = []
    at, open_ends = 0, set(_ENDS)
    for found in _TAG.finditer(text):
        if found.start() < at or found[0] not in open_ends:
            continue
        end = text.find(_ENDS[found[0]], found.end())
        if end < 0:
            open_ends.discard(found[0])
            continue
        rest.append(text[at : found.start()])
        at = end + 2
        tags.append(text[found.start() : at])
    return tags, "".join([*rest, text[at:]])


def _is_control(tag: str) -> bool:
    return _CONTROL.match(tag) is not None


def _not_alone(others: list[str]) -> Text:
    """Say what a tag takes away with its row."""
    if not others:
        return _NOT_ALONE
    cells = f"{', '.join(others[:_MOST_NAMED])}{', …' if len(others) > _MOST_NAMED else ''}"
    return Text(_WITH_OTHERS.vi.format(cells=cells), _WITH_OTHERS.en.format(cells=cells))


def _number(said: str | None, otherwise: int) -> int:
    if said is None:
        return otherwise
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= len(str(LAST_ROW)) else 0


def _clean(text: str) -> str:
    return _LINE_END.sub("\n", text).translate(_SIGNS)


_WORDS: dict[str, tuple[str, ...]] = {
    "for": (),
    "endfor": ("for", "for-else"),
    "if": (),
    "elif": ("if",),
    "else": ("if", "for"),
    "endif": ("if",),
    "set": (),
}
"""What a control row may say, and within what."""

_ENDING = ("endfor", "endif")
_MOST_NAMED = 3
_DEEPEST = 100  # blocks within each other, more than can run

_TAG = re.compile(r"\{[{%#]")
_CONTROL = re.compile(r"\{%-?tr\s")
_WORD = re.compile(r"\w*")
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MOST_CHARACTERS = 1000 * 1000  # of cells with tags
_ADDRESS = re.compile(r"[A-Z]{1,3}([0-9]{1,7})")
_STYLE = re.compile(r"[0-9]{1,6}")
_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SIGNS = dict.fromkeys((1, 2, 3))

_DISORDER = Text(
    vi="các hàng hoặc ô của trang không theo thứ tự: mở và lưu lại tệp", en="rows or cells are out of order: open and save the file"
)
_UNCLOSED = Text(
    vi="{{%tr {word} %}} chưa được đóng: thiếu {{%tr end{word} %}}", en="{{%tr {word} %}} is not closed: {{%tr end{word} %}} is missing"
)
_UNOPENED = Text(vi="{{%tr {word} %}} không có gì để đóng hoặc rẽ nhánh", en="{{%tr {word} %}} closes or divides nothing")
_NO_WORD = Text(vi="hàng điều khiển không có {word!r} (có: {words})", en="a control row has no {word!r} (there are: {words})")
_NOT_ALONE = Text(vi="thẻ này xóa cả hàng: để nó một mình trong ô", en="this tag removes its row: leave it alone there")
_WITH_OTHERS = Text(
    vi="thẻ này xóa cả hàng, gồm {cells}: để nó một mình trong hàng; chỉ chọn trong một ô thì viết {{% if … %}}…{{% endif %}}",
    en="this tag removes its row, with {cells}: leave it alone there; to choose within one cell, write {{% if … %}}…{{% endif %}}",
)
