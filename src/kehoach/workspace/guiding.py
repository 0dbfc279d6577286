"""What a new plan is told of the processes that it follows."""

from collections.abc import Iterable, Iterator

from kehoach.language import Language, Text, say
from kehoach.model.process import Gate, Step
from kehoach.model.vocabulary import PlanKind
from kehoach.model.wording import Wording
from kehoach.processes.base import ReadyProcess
from kehoach.reading.beginning import StepGuide


def guides(processes: Iterable[ReadyProcess], language: Language, year: int) -> tuple[StepGuide, ...]:
    """List the steps of processes in order, each once, with what it is for, what proves it, and by when."""
    found: dict[str, StepGuide] = {}
    for process in processes:
        for step in process.node.steps:
            comments = [*_told(step, language, year)]
            comments += [_gate(gate, language) for gate in process.node.gates if gate.after == step.id]
            found.setdefault(step.id, StepGuide(step.id, tuple(comments)))
    return tuple(found.values())


def kind_for(processes: Iterable[ReadyProcess]) -> PlanKind:
    """Give the first kind of plan that all processes are meant for, else one of the first that says."""
    wanted = [process.node.kinds for process in processes if process.node.kinds]
    if not wanted:
        return PlanKind.ANNUAL
    return next((kind for kind in wanted[0] if all(kind in kinds for kinds in wanted)), wanted[0][0])


def _told(step: Step, language: Language, year: int) -> Iterator[str]:
    due = _DUE.fill(language, {"due": step.due.within(year)}) if step.due else ""
    yield f"{_line(step.title, language)}{due}"
    if step.goal:
        yield _GOAL.fill(language, {"goal": _line(step.goal, language)})
    if step.evidence:
        yield _EVIDENCE.fill(language, {"evidence": "; ".join(_line(each, language) for each in step.evidence)})


def _gate(gate: Gate, language: Language) -> str:
    title = _line(gate.title, language) if gate.title else gate.id
    return _GATE.fill(language, {"title": title, "back": gate.return_to or "-"})


def _line(wording: Wording, language: Language) -> str:
    return " ".join(say(wording.text, language).split())


_DUE = Text(vi=" (hạn {due})", en=" (due {due})")
_GOAL = Text(vi="Mục tiêu: {goal}", en="Goal: {goal}")
_EVIDENCE = Text(vi="Minh chứng: {evidence}", en="Evidence: {evidence}")
_GATE = Text(
    vi="Sau bước này: {title} Ghi câu trả lời vào `gates`; chưa thì quay lại bước {back}, ghi `adjustments`",
    en="After this step: {title} Record the answer in `gates`; if no, back to the step {back}, and record `adjustments`",
)
