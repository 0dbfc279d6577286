"""How far plans have come, for a person at a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach import escaping
from kehoach.analysis.scoring import Ranking
from kehoach.formats import standing_words as words
from kehoach.formats.pen import STYLES, Pen, Style, display_width
from kehoach.formats.standing_table import table
from kehoach.formats.table import sign
from kehoach.formats.words import MARKS, SECTIONS
from kehoach.formats.wrapping import wrapped
from kehoach.language import Text
from kehoach.model.labels import label
from kehoach.processes.gating import GateState
from kehoach.processes.status import StepState
from kehoach.workspace.standing import GateLine, NextThing, ProcessLine, SectionLine, Spot, Standing, StepLine, Unmet


@dataclass(frozen=True, slots=True)
class _Page:
    """One plan's page: who writes, and the name of the file."""

    pen: Pen
    path: str

    def at(self, spot: Spot) -> str:
        """Name a place as editors open it."""
        return self.pen.write(f"{self.path}:{spot.line}")


def render(standings: Sequence[Standing], pen: Pen, today: date, *, quiet: bool = False) -> str:
    """Write the page of one plan, or of several the table, the readiest first; quiet: only what is to be done."""
    if len(standings) > 1:
        blocks = [list(table(standings, pen))]
    else:
        blocks = [block for standing in standings for block in _page(standing, _Page(pen, standing.path), today, quiet=quiet)]
    return escaping.log("\n".join("".join(f"{line}\n" for line in block) for block in blocks if block))


def _page(standing: Standing, page: _Page, today: date, *, quiet: bool) -> Iterator[list[str]]:
    if not quiet:
        yield [*_title(standing, page.pen, today), *_sections(standing, page.pen)]
        for process in standing.processes:
            yield list(_process(process, page))
        for gate in standing.all_gates:
            yield list(_gate(gate, page))
        for title, ranking in ((words.CHAINS, standing.chains), (words.OPTIONS, standing.options)):
            if ranking is not None:
                yield list(_ranking(title, ranking, page.pen))
    yield list(_next(standing.things, page))


def _title(standing: Standing, pen: Pen, today: date) -> Iterator[str]:
    summary = standing.summary
    if summary is None:
        yield f"{pen.paint(Style.STRONG, pen.write(standing.path))}: {pen.say(words.UNREADABLE)}"
        return
    about = ", ".join(pen.write(word) for word in (summary.id, summary.locality, pen.say(label(summary.checked_as))) if word)
    path = pen.write(standing.path)
    first, *rest = wrapped(f"{path}: {about} ({pen.say(_AS_OF, today=today)})", pen.columns, rest="  ")
    yield first.replace(path, pen.paint(Style.STRONG, path), 1)
    yield from rest
    for name in standing.unknown:
        yield pen.paint(Style.RED, pen.say(_UNKNOWN, name=name))


def _sections(standing: Standing, pen: Pen) -> Iterator[str]:
    if not standing.sections:
        return
    yield ""
    yield pen.paint(Style.STRONG, pen.say(words.SECTIONS_TITLE))
    names = max(display_width(pen.say(name)) for name in SECTIONS.values())
    marks = max(display_width(pen.say(mark)) for mark in MARKS.values())
    for section in standing.sections:
        start = f"  {pen.write(' ')} {pen.cut(pen.say(SECTIONS[section.name]), names)}  {pen.cut(pen.say(MARKS[section.mark]), marks)}"
        lacks = _lacks(section, pen, pen.columns - display_width(start) - 2)
        yield f"  {sign(section.mark, pen)}{start[3:]}  {lacks}".rstrip()
    yield f"  {pen.say(words.readiness(standing))}"


def _lacks(section: SectionLine, pen: Pen, room: int) -> str:
    """Name what a section lacks, as much as there is room for."""
    said = pen.say(words.lacks(section))
    return said if display_width(said) <= room else pen.cut(said, max(room, 10)).rstrip()


def _process(process: ProcessLine, page: _Page) -> Iterator[str]:
    pen = page.pen
    title = f"{pen.write(process.id)}: {pen.say(process.title)}"
    yield from (pen.paint(Style.STRONG, line) for line in wrapped(title, pen.columns))
    yield from wrapped(pen.say(words.head(process)), pen.columns, "  ")
    if not process.fits:
        yield from (pen.paint(Style.YELLOW, line) for line in wrapped(pen.say(words.misfit(process)), pen.columns, "  "))
    widest = max((display_width(pen.say(step.title)) for step in process.steps), default=0)
    for step in process.steps:
        yield from _step(step, min(widest, max(pen.columns - _STATE_ROOM, _TITLE_ROOM)), page)
    for requirement in process.unmet:
        yield from _requirement(requirement, "  ", page)


def _step(step: StepLine, width: int, page: _Page) -> Iterator[str]:
    pen = page.pen
    mark, style = _STEP_SIGNS[step.state]
    if step.is_late:
        style = Style.YELLOW
    first, *more = list(wrapped(pen.say(step.title), width))
    state, *rest = list(wrapped(pen.say(words.step_state(step)), pen.columns - width - 6))
    yield f"  {pen.paint(style, pen.write(mark))} {pen.cut(first, width)}  {pen.paint(style, state)}".rstrip()
    for index in range(max(len(more), len(rest))):
        left = more[index] if index < len(more) else ""
        right = rest[index] if index < len(rest) else ""
        yield f"    {pen.cut(left, width)}  {pen.paint(style, right)}".rstrip()
    said = pen.say(words.evidence(step))
    if said:
        yield from (pen.paint(Style.FAINT, line) for line in wrapped(said, pen.columns, "      "))
    for requirement in step.unmet:
        yield from _requirement(requirement, "    ", page)


def _requirement(requirement: Unmet, indent: str, page: _Page) -> Iterator[str]:
    """Write what is lacking, its weight in colour, and where it would stand."""
    pen = page.pen
    weight = pen.say(words.WEIGHTS[requirement.severity])
    lines = list(
        wrapped(
            f"{weight}: {pen.say(words.unmet(requirement))} {page.at(requirement.spot)}", pen.columns, f"{indent}{_BULLET} ", f"{indent}  "
        )
    )
    yield lines[0].replace(weight, pen.paint(STYLES[requirement.severity], weight), 1)
    yield from lines[1:]


def _gate(gate: GateLine, page: _Page) -> Iterator[str]:
    pen = page.pen
    style = _GATE_STYLES[gate.state]
    title, state = pen.say(words.GATE, id=gate.id, title=gate.title), pen.say(words.GATES[gate.state])
    yield f"{pen.paint(Style.STRONG, title)} {pen.paint(style, state)}"
    said = [pen.say(words.gate_turns(gate)), pen.say(words.gate_figures(gate))]
    said += [f"{pen.say(words.over(each))} {page.at(each.spot)}" for each in gate.over]
    if gate.to_adjust:
        said.append(pen.say(words.to_adjust(gate)))
    said += [f"{pen.say(words.adjusted(each))} {page.at(each.spot)}" for each in gate.adjustments]
    for line in said:
        yield from wrapped(line, pen.columns, f"  {_BULLET} ")


def _ranking(title: Text, ranking: Ranking, pen: Pen) -> Iterator[str]:
    yield pen.paint(Style.STRONG, pen.say(title))
    yield from wrapped(pen.say(words.weights(ranking)), pen.columns, "  ")
    for each in ranking.scored:
        chosen = each.id in ranking.chosen
        number = pen.say(words.score(each.score))
        mark = pen.paint(Style.GREEN, pen.write("✓")) if chosen else " "
        lines = wrapped(f"{pen.write(each.name)} ({pen.write(each.id)})", pen.columns, f"  {each.rank:>2}. {number:>4}   ")
        first, *rest = lines
        start = f"  {each.rank:>2}. {number:>4} "
        yield f"{start}{mark} {first[len(start) + 2 :]}"
        yield from rest
        if each.missing:
            yield from wrapped(pen.say(_UNSCORED, names=", ".join(each.missing)), pen.columns, " " * 12)
    for line in words.sensitivity(ranking):
        yield from wrapped(pen.say(line), pen.columns, f"  {_BULLET} ")


def _next(things: Sequence[NextThing], page: _Page) -> Iterator[str]:
    pen = page.pen
    yield pen.paint(Style.STRONG, pen.say(words.NEXT))
    if not things:
        yield f"  {pen.say(words.NOTHING_LEFT)}"
    for number, thing in enumerate(things, start=1):
        yield from wrapped(pen.say(thing.said), pen.columns, f"  {number}. ")
        where = " ".join(filter(None, (page.at(thing.spot), pen.write(thing.spot.key))))
        yield from wrapped(where, pen.columns, "     ")
        if thing.command:
            yield f"     {pen.paint(Style.GREEN, pen.write(thing.command))}"


_STATE_ROOM = 42  # columns kept for what is said of a step
_TITLE_ROOM = 24
_BULLET = "-"
_STEP_SIGNS = {
    StepState.DONE: ("✓", Style.GREEN),
    StepState.OPEN: (">", Style.BLUE),
    StepState.BLOCKED: (".", Style.FAINT),
    StepState.NOT_APPLICABLE: ("-", Style.FAINT),
}
_GATE_STYLES = {
    GateState.WAITING: Style.FAINT,
    GateState.OPEN: Style.YELLOW,
    GateState.PASSED: Style.GREEN,
    GateState.CONTRADICTED: Style.RED,
}
_AS_OF = Text("tính đến ngày {today}", "as of {today}")
_UNKNOWN = Text(
    "không có quy trình {name}; kehoach process liệt kê các quy trình", "there is no process {name}; kehoach process lists them"
)
_UNSCORED = Text("chưa chấm: {names}", "without a score: {names}")
