"""The usual form read line by line in Python, where the compiled reader is not installed."""

import re
from functools import cache
from typing import Any

from kehoach.reading.flow_form import INDICATORS, KEYS, is_key, read_value
from kehoach.reading.frames import ABSENT, Root
from kehoach.reading.spans import Spans
from kehoach.reading.unusual_entry import DEEPEST, read_unusual
from kehoach.reading.usual_line import UnusualError, next_content

_NO_NUMBER = ("", " ", "-")
"""What must not follow a minus with which a text begins."""


class _Block:
    """A mapping or a list over several lines that is being read."""

    __slots__ = ("before", "data", "indent", "inside", "is_map", "key", "key_start", "line", "start")

    def __init__(self, indent: int, start: int, *, is_map: bool) -> None:
        self.indent = indent
        self.start = start
        self.is_map = is_map
        self.data: Any = {} if is_map else []
        self.inside: Any = {} if is_map else []
        self.line = 0  # where the line begins with which the last entry starts
        self.before = 0  # how many items stand before the last one
        self.key = ""
        self.key_start = 0

    def put(self, spans: Spans) -> None:
        """Keep the place of what the last entry holds."""
        if self.is_map:
            self.inside[self.key] = (self.key_start, self.key_start + len(self.key), spans)
        else:
            self.inside.append(spans)

    def put_nothing(self) -> None:
        """End a key without a value."""
        after = self.key_start + len(self.key) + 1
        self.data[self.key] = None
        self.put((after, after))

    def take_back(self) -> None:
        """Forget the last entry."""
        if self.is_map:
            self.data.pop(self.key, None)
            self.inside.pop(self.key, None)
        else:
            del self.data[self.before :], self.inside[self.before :]


class LineReader:
    """Goes from line to line with the open blocks as a stack."""

    def __init__(self, text: str, line_end: str, begin: int, first: int) -> None:
        self.text = text
        self.line_end = line_end
        self.begin = begin
        self.blocks = [_Block(0, first, is_map=True)]

    def run(self) -> Root:  # noqa: C901, PLR0912, PLR0915 - one loop over all lines: a call for each would cost as much again
        """Read all lines.

        Raises:
            UnusualError: something is not in the usual form.
        """
        text, size = self.text, len(self.text)
        lines = text.split(self.line_end)
        last, past = len(lines), len(self.line_end)
        number, at = text.count("\n", 0, self.begin), self.begin
        top = self.blocks[-1]
        waits = False  # the last key waits for its value
        while number < last:
            line = lines[number]
            length = len(line)
            content = line.lstrip(" ")
            if not content or content[0] == "#":
                number, at = number + 1, at + length + past
                continue
            end = at + length
            indent = length - len(content)
            start = at + indent
            if content[-1] == " ":
                content = content.rstrip(" ")
                end = start + len(content)
            is_item = content[:2] == "- "
            if waits:
                waits = False
                if indent > top.indent or (is_item and indent == top.indent):
                    top = self.open(_Block(indent, start, is_map=not is_item))
                else:
                    top.put_nothing()
            if indent != top.indent or top.is_map is is_item:
                top = self.arrive(indent, start, is_item=is_item)
                if indent != top.indent or top.is_map is is_item:
                    number, at, top = self.entry(number, at)
                    continue
            if is_item:
                top.line = at
                top.before = len(top.data)
                content = content[2:].lstrip(" ")
                start = end - len(content)
            key, colon, value = content.partition(": ")
            if colon and (key in KEYS or is_key(key)):
                if value[0] == " ":
                    value = value.lstrip(" ")
            elif content[-1] == ":" and ((key := content[:-1]) in KEYS or is_key(key)):
                value = ""
            elif is_item:
                key, value = "", content
            else:
                number, at, top = self.entry(number, at)
                continue
            if key:
                if is_item:
                    top = self.open(_Block(start - at, start, is_map=True))
                if key in top.data:
                    raise UnusualError
                top.key, top.key_start, top.line = key, start, start
                if not value or value[0] == "#":
                    waits = True
                    number, at = number + 1, at + length + past
                    continue
            first = value[0]
            if first not in INDICATORS or (first == "-" and value[1:2] not in _NO_NUMBER):
                spans: Spans = (end - len(value), end)
                if " #" in value:
                    value = value[: value.find(" #")].rstrip(" ")
                    spans = (spans[0], spans[0] + len(value))
                if ": " in value or value[-1] == ":":
                    number, at, top = self.entry(number, at)
                    continue
                read: Any = None if value in ABSENT else value
            else:
                collection = read_value(text, value, end - len(value), DEEPEST)
                if collection is None:
                    number, at, top = self.entry(number, at)
                    continue
                read, spans = collection
            if key:
                top.data[key] = read
                top.inside[key] = (start, start + len(key), spans)
            else:
                top.data.append(read)
                top.inside.append(spans)
            number, at = number + 1, at + length + past
        if waits:
            top.put_nothing()
        while len(self.blocks) > 1:
            self.close(size)
        root = self.blocks[0]
        if not root.data:
            raise UnusualError
        return Root(root.data, (root.start, size, root.inside))

    def open(self, block: _Block) -> _Block:
        """Begin a block as the value of the last key, or as the next item."""
        outer = self.blocks[-1]
        if outer.is_map:
            outer.data[outer.key] = block.data
        else:
            outer.data.append(block.data)
        self.blocks.append(block)
        if len(self.blocks) > DEEPEST:
            raise UnusualError
        return block

    def close(self, end: int) -> None:
        """End the innermost block."""
        block = self.blocks.pop()
        self.blocks[-1].put((block.start, end, block.inside))

    def arrive(self, indent: int, start: int, *, is_item: bool) -> _Block:
        """End the blocks that a line is not part of."""
        blocks = self.blocks
        top = blocks[-1]
        while len(blocks) > 1 and (indent < top.indent or (indent == top.indent and not top.is_map and not is_item)):
            self.close(start)
            top = blocks[-1]
        return top

    def entry(self, number: int, at: int) -> tuple[int, int, _Block]:
        """Read the entry around a line by the events; give the number and the place of the next line."""
        text, blocks = self.text, self.blocks
        start, indent, is_item = next_content(text, at)
        top = blocks[-1]
        while len(blocks) > 1 and (top.is_map or indent < top.indent or (indent == top.indent and not is_item)):
            self.close(start)
            top = blocks[-1]
        line = at
        if indent > top.indent or (is_item and top.is_map):
            line = top.line
            top.take_back()
        elif top.line == line:
            top.take_back()
        end = _next_entry(text, start, top.indent, is_map=top.is_map)
        read = read_unusual(text[line:end], line, top.indent, is_map=top.is_map)
        if read is None:
            raise UnusualError
        top.line = line
        if top.is_map:
            if read.key in top.data:
                raise UnusualError
            top.key = read.key
            top.data[read.key] = read.value
            top.inside[read.key] = (read.key_start, read.key_end, read.spans)
        else:
            top.before = len(top.data)
            top.data.append(read.value)
            top.inside.append(read.spans)
        after = text.rfind("\n", 0, end) + 1 if end < len(text) else end
        return number + (text.count("\n", at, after) if end < len(text) else len(text)), after, top


@cache
def _entry_start(indent: int, *, is_map: bool) -> re.Pattern[str]:
    return re.compile(rf"^ {{0,{indent}}}[^ #\r\n{'-' if is_map else ''}]", re.MULTILINE)


def _next_entry(text: str, start: int, indent: int, *, is_map: bool) -> int:
    """Find what stands after an entry: the next thing that is not indented deeper."""
    line_end = text.find("\n", start)
    found = _entry_start(indent, is_map=is_map).search(text, line_end) if line_end >= 0 else None
    return found.end() - 1 if found else len(text)
