"""How far plans have come, for a comment on a change or a page of a repository."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kehoach import escaping
from kehoach.analysis.scoring import Ranking
from kehoach.formats import standing_words as words
from kehoach.formats.standing_table import HEADS, READINESS, cells
from kehoach.formats.words import COUNTED, MARKS, SECTIONS, SIGNS
from kehoach.language import Language, Text
from kehoach.model.labels import label
from kehoach.workspace.standing import GateLine, ProcessLine, Spot, Standing, StepLine, Unmet, by_readiness


def render(standings: Sequence[Standing], language: Language, today: date) -> str:
    """Write the page of one plan, or of several the table, the readiest first."""
    writer = _Writer(language)
    lines = writer.table(by_readiness(list(standings))) if len(standings) > 1 else writer.page(standings[0], today) if standings else ()
    return "".join(f"{line}\n" for line in lines)


class _Writer:
    """Writes in one language; every text of a plan is escaped on its way."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, text: Text, **values: object) -> str:
        return escaping.markdown_cell(text.fill(self.language, values))

    def table(self, standings: Iterable[Standing]) -> Iterator[str]:
        rows = []
        for each in standings:
            summary = each.summary
            name = f"{summary.id}, {summary.locality}" if summary else each.path
            stage = self.say(label(summary.checked_as)) if summary else self.say(words.UNREADABLE)
            rows.append((escaping.markdown_cell(name), stage, "".join(SIGNS[section.mark] for section in each.sections), *cells(each)))
        yield from self.rows((HEADS[0], *HEADS[2:]), rows)
        yield ""
        yield f"{self.say(READINESS)}"

    def page(self, standing: Standing, today: date) -> Iterator[str]:
        summary = standing.summary
        if summary is None:
            yield f"# {escaping.markdown_cell(standing.path)}"
            yield ""
            yield self.say(words.UNREADABLE)
            return
        yield f"# {escaping.markdown_cell(summary.title)}"
        yield ""
        yield f"{escaping.markdown_cell(standing.path)}, {self.say(label(summary.checked_as))}, {self.say(_AS_OF, today=today)}"
        for name in standing.unknown:
            yield f"**{self.say(_UNKNOWN, name=name)}**"
        yield from self.next(standing)
        yield from self.sections(standing)
        for process in standing.processes:
            yield from self.process(process)
        for gate in standing.all_gates:
            yield from self.gate(gate)
        for title, ranking in ((words.CHAINS, standing.chains), (words.OPTIONS, standing.options)):
            if ranking is not None:
                yield from self.ranking(title, ranking)

    def next(self, standing: Standing) -> Iterator[str]:
        yield from self.heading(words.NEXT)
        if not standing.things:
            yield self.say(words.NOTHING_LEFT)
        for number, thing in enumerate(standing.things, start=1):
            where = thing.command or f"{thing.spot.line} {thing.spot.key}"
            place = f"`{where}`" if thing.command and "`" not in where else self.at(thing.spot)
            yield f"{number}. {self.say(thing.said)} {place}"

    def sections(self, standing: Standing) -> Iterator[str]:
        yield from self.heading(words.SECTIONS_TITLE)
        rows = []
        for section in standing.sections:
            lacks = "; ".join(self.say(lack) for lack in section.lacks)
            found = ", ".join(
                noun.say(section.findings.get(severity, 0), self.language)
                for severity, noun in COUNTED.items()
                if section.findings.get(severity)
            )
            mark = f"{SIGNS[section.mark]} {self.say(MARKS[section.mark])}"
            rows.append((self.say(SECTIONS[section.name]), mark, lacks, found))
        yield from self.rows((_SECTION, _MARK, _LACKS, _FOUND), rows)
        yield ""
        yield self.say(words.readiness(standing))

    def process(self, process: ProcessLine) -> Iterator[str]:
        yield from self.heading(Text(f"{process.id}: {process.title.vi}", f"{process.id}: {process.title.en}"))
        yield self.say(words.head(process))
        if not process.fits:
            yield ""
            yield f"**{self.say(words.misfit(process))}**"
        if process.steps:
            yield ""
            yield from self.rows((_STEP, _STATE, _EVIDENCE, _UNMET), [self.step(step) for step in process.steps])
        if process.unmet:
            yield ""
            yield from (f"- {self.unmet(each)}" for each in process.unmet)

    def step(self, step: StepLine) -> tuple[str, ...]:
        state = self.say(words.step_state(step))
        return (
            self.say(step.title),
            f"**{state}**" if step.is_late else state,
            self.say(words.evidence(step)),
            "<br>".join(self.unmet(each) for each in step.unmet),
        )

    def unmet(self, requirement: Unmet) -> str:
        weight = self.say(words.WEIGHTS[requirement.severity])
        return f"{weight}: {self.say(words.unmet(requirement))} {self.at(requirement.spot)}"

    def gate(self, gate: GateLine) -> Iterator[str]:
        yield from self.heading(Text(*(words.GATE.fill(each, {"id": gate.id, "title": gate.title}) for each in (Language.VI, Language.EN))))
        yield f"**{self.say(words.GATES[gate.state])}**"
        yield ""
        yield f"- {self.say(words.gate_turns(gate))}"
        yield f"- {self.say(words.gate_figures(gate))}"
        yield from (f"- {self.say(words.over(each))} {self.at(each.spot)}" for each in gate.over)
        if gate.to_adjust:
            yield f"- {self.say(words.to_adjust(gate))}"
        yield from (f"- {self.say(words.adjusted(each))} {self.at(each.spot)}" for each in gate.adjustments)

    def ranking(self, title: Text, ranking: Ranking) -> Iterator[str]:
        yield from self.heading(title)
        yield self.say(words.weights(ranking))
        yield ""
        rows = [
            (
                str(each.rank),
                f"{escaping.markdown_cell(each.name)} ({each.id})",
                self.say(words.score(each.score)),
                "✓" if each.id in ranking.chosen else "",
            )
            for each in ranking.scored
        ]
        yield from self.rows((_RANK, _NAME, _SCORE, _CHOSEN), rows)
        yield ""
        yield from (f"- {self.say(line)}" for line in words.sensitivity(ranking))

    def at(self, spot: Spot) -> str:
        return f"({self.say(_LINE, line=str(spot.line))})"

    def heading(self, title: Text) -> Iterator[str]:
        yield ""
        yield f"## {self.say(title)}"
        yield ""

    def rows(self, head: Sequence[Text], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        yield f"| {' | '.join(self.say(each) for each in head)} |"
        yield "|---" * len(head) + "|"
        yield from (f"| {' | '.join(row)} |" for row in rows)


_AS_OF = Text("tính đến ngày {today}", "as of {today}")
_UNKNOWN = Text("không có quy trình {name}", "there is no process {name}")
_LINE = Text("dòng {line}", "line {line}")
_SECTION, _MARK = Text("Mục", "Section"), Text("Dấu", "Mark")
_LACKS, _FOUND = Text("Còn thiếu", "Lacks"), Text("Phát hiện", "Findings")
_STEP, _STATE = Text("Bước", "Step"), Text("Tình trạng", "State")
_EVIDENCE, _UNMET = Text("Minh chứng", "Evidence"), Text("Yêu cầu chưa đạt", "Requirements not met")
_RANK, _NAME = Text("Hạng", "Rank"), Text("Tên", "Name")
_SCORE, _CHOSEN = Text("Điểm", "Score"), Text("Được chọn", "Chosen")
