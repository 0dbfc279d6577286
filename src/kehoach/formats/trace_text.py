"""A results chain as a tree on the terminal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.analysis.tracing.base import Branch
from kehoach.analysis.tracing.trace import Trace
from kehoach.formats.pen import Pen, Style
from kehoach.formats.trace_words import DOWN, MORE, NO_OBJECTIVES, NOTHING_DOWN, NOTHING_UP, ORPHANS, UP, Teller, heading
from kehoach.formats.wrapping import wrapped
from kehoach.language import Text


class _Lines(NamedTuple):
    """What a line of the tree begins with."""

    fork: str
    last: str
    through: str
    gap: str


_SIGNS = _Lines("├─ ", "└─ ", "│  ", "   ")
_ASCII = _Lines("|- ", "`- ", "|  ", "   ")


_TIED = "\xa0"
"""Stands for a space within a date or an amount, where no line is broken."""


def text(found: Trace, pen: Pen) -> str:
    """Write the tree, within the width of the terminal."""
    return "\n".join(_Drawing(found, pen).lines()) + "\n"


class _Drawing:
    def __init__(self, found: Trace, pen: Pen) -> None:
        self.found = found
        self.pen = pen
        self.teller = Teller(pen.language, found.plan.id)
        self.signs = _ASCII if pen.ascii else _SIGNS

    def lines(self) -> Iterator[str]:
        found, pen = self.found, self.pen
        for line in wrapped(pen.write(heading(found.plan, pen.language)), pen.columns):
            yield pen.paint(Style.STRONG, line)
        if found.up is not None:
            yield from self.section(UP, found.up, NOTHING_UP)
        if found.down is not None:
            yield from self.section(DOWN, found.down, NOTHING_DOWN)
        if found.up is None and found.down is None:
            yield from self.forest(found.tops, None, "") if found.tops else [pen.say(NO_OBJECTIVES)]
        if found.orphans:
            yield from ("", pen.paint(Style.YELLOW, pen.say(ORPHANS)))
            yield from self.forest(found.orphans, None, "")

    def section(self, title: Text, root: Branch, nothing: Text) -> Iterator[str]:
        yield from ("", self.pen.paint(Style.STRONG, self.pen.say(title)))
        yield from self.node(root, None, "", "")
        if not root.below:
            yield f"{self.signs.last}{self.pen.say(nothing)}"

    def forest(self, branches: Sequence[Branch], above: Branch | None, start: str) -> Iterator[str]:
        signs, more = self.signs, above.more if above is not None else 0
        for i, branch in enumerate(branches):
            is_last = i == len(branches) - 1 and not more
            fork, through = (signs.last, signs.gap) if is_last else (signs.fork, signs.through)
            yield from self.node(branch, above, start + fork, start + through)
        if more:
            yield f"{start}{signs.last}{self.pen.say(MORE, count=more)}"

    def node(self, branch: Branch, above: Branch | None, first: str, rest: str) -> Iterator[str]:
        """Write a thing, what is wrong with it in a line of its own, and what hangs on it."""
        pen, teller = self.pen, self.teller
        own = pen.write(teller.name(branch, above))
        facts = [pen.write(fact).replace(" ", _TIED) if len(fact) < _SHORT else pen.write(fact) for fact in teller.details(branch, above)]
        said = "; ".join(part for part in (pen.write(branch.words), *facts) if part)
        asides = "".join(f" ({pen.write(aside)})" for aside in teller.asides(branch))
        through = rest + (self.signs.through if branch.below or branch.more else self.signs.gap)
        written = " ".join(f"{own}{':' if said else ''} {said}{asides}".split(" ")).strip()
        for i, line in enumerate(wrapped(written, pen.columns, first, through)):
            shown = line.replace(_TIED, " ")
            yield shown.replace(own, pen.paint(Style.STRONG, own), 1) if i == 0 else shown
        for mark in teller.marks(branch):
            yield f"{through}{pen.paint(Style.YELLOW, pen.write(f'! {mark}'))}"
        yield from self.forest(branch.below, branch, rest)


_SHORT = 32  # a fact that is better kept in one line
