"""The form in which nearly all plans are written, read line by line; the parser's events cost four times as much.

Only what can mean one thing is read here: keys of plain letters, values and flow collections that end on their line.
An entry with anything else in it (a text over several lines, an escape, a tag) is read by the guarded pass over the
events; what that complains of, or what cannot be taken out of its text, makes the whole text go that way.
"""

import re

from kehoach.compiled import COMPILED
from kehoach.reading.frames import Root
from kehoach.reading.limits import MAXIMUM_NODES
from kehoach.reading.spans import count
from kehoach.reading.unusual_entry import DEEPEST, UnusualEntry, read_unusual
from kehoach.reading.usual_line import BLANK, UnusualError, next_content

_UNUSUAL = ("\t", "\u2028", "\u2029", "\ufeff", "\ufffd")
_BEFORE_VALUES = ":,-[{"
"""One of these stands before each value, so that there are at most so many, and as many keys: counting those takes longer."""

_BEGIN = re.compile(rf"{BLANK}--- *+\r?\n")


def read_usual(text: str) -> Root | None:
    """Read a text in the usual form; nothing where it is not, or where it would be complained of."""
    returns = text.count("\r") if "\r" in text else 0  # counting is slow
    if any(mark in text for mark in _UNUSUAL) or (returns and not returns == text.count("\r\n") == text.count("\n")):
        return None
    try:
        begin, first = _beginning(text)
        if COMPILED is not None:
            root = _compiled(text, begin, first, has_returns=bool(returns))
        else:
            root = _in_python(text, begin, first, has_returns=bool(returns))
    except UnusualError:
        return None
    may_be_many = len(text) >= MAXIMUM_NODES and 2 * sum(map(text.count, _BEFORE_VALUES)) >= MAXIMUM_NODES
    return root if not may_be_many or count(root.spans) <= MAXIMUM_NODES else None


def _beginning(text: str) -> tuple[int, int]:
    """Step over the mark of a document's start; give the place of the first line, and where it has something in it.

    Raises:
        UnusualError: the whole is no mapping that stands at the beginning of its lines.
    """
    at = begin.end() if (begin := _BEGIN.match(text)) else 0
    first, indent, is_item = next_content(text, at)
    if indent or is_item:
        raise UnusualError
    return at, first


def _in_python(text: str, begin: int, first: int, *, has_returns: bool) -> Root:
    """Read all lines here.

    Raises:
        UnusualError: as below.
    """
    from kehoach.reading.usual_lines import LineReader  # noqa: PLC0415 - its patterns take longer to make than a plan to read

    return LineReader(text, "\r\n" if has_returns else "\n", begin, first).run()


def _compiled(text: str, begin: int, first: int, *, has_returns: bool) -> Root:
    """Read all lines by the compiled reader, which knows the same form.

    Raises:
        UnusualError: something is not in the usual form.
    """
    assert COMPILED is not None

    def entry(line: int, end: int, indent: int, is_map: int) -> UnusualEntry | None:
        return read_unusual(text[line:end], line, indent, is_map=bool(is_map))

    read = COMPILED.read_usual(text, begin, first, has_returns, DEEPEST, entry)
    if read is None:
        raise UnusualError
    return Root(*read)
