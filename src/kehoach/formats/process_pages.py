"""Planning processes, written for people and machines."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach import escaping
from kehoach.formats.pen import Pen, Style, display_width
from kehoach.formats.standing_words import WEIGHTS
from kehoach.formats.wrapping import wrapped
from kehoach.language import Language, Text
from kehoach.model.labels import label
from kehoach.model.process import Gate, Requirement, Step
from kehoach.model.wording import Wording
from kehoach.processes.base import ReadyProcess
from kehoach.rules.sources import cited
from kehoach.values.calendar import CycleDay

_VERSION = 1


def listing(processes: Sequence[ReadyProcess], pen: Pen) -> str:
    """List the processes, and how to see one."""
    width = max(display_width(process.id) for process in processes)
    lines: list[str] = []
    for process in processes:
        start = pen.cut(pen.write(process.id), width)
        titled = list(wrapped(pen.say(process.node.title.text), pen.columns, " " * (width + 2)))
        lines += [f"{pen.paint(Style.STRONG, start)}  {titled[0].lstrip()}", *titled[1:]]
        lines += wrapped(pen.say(_about(process)), pen.columns, " " * (width + 2))
    lines += ["", pen.say(_MORE)]
    return "".join(f"{line}\n" for line in lines)


def page(process: ReadyProcess, pen: Pen) -> str:
    """Show one process: its requirements, steps and gates, and the block to paste into a plan."""
    title = f"{pen.write(process.id)}: {pen.say(process.node.title.text)}"
    lines = [pen.paint(Style.STRONG, line) for line in wrapped(title, pen.columns)]
    lines += wrapped(pen.say(_about(process)), pen.columns, "  ")
    lines += ["", *_requirements(process.node.requires, pen, "")] if process.node.requires else []
    for step in process.node.steps:
        lines += ["", *_step(step, pen)]
    for gate in process.node.gates:
        lines += ["", *_gate(gate, pen)]
    lines += ["", f"{pen.say(_PASTE)}:", "", *(f"    {line}" for line in block(process, pen.language).splitlines())]
    return escaping.log("".join(f"{line}\n" for line in lines))


def as_markdown(processes: Sequence[ReadyProcess], language: Language) -> str:
    """Write processes as pages of a repository."""
    return "\n".join("".join(f"{line}\n" for line in _markdown(process, language)) for process in processes)


def as_json(processes: Sequence[ReadyProcess]) -> str:
    """Write processes for machines, in both languages."""
    document = {"version": _VERSION, "processes": [_entry(process) for process in processes]}
    return escaping.json(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def block(process: ReadyProcess, language: Language) -> str:
    """Give the lines to paste into a plan that follows the process."""
    lines = ["process:", f"  follows: [{process.id}]"]
    if process.steps:
        lines.append("  steps:")
    for step in process.steps.values():
        lines += [f"    # {_one_line(step.title, language)}", f"    {step.id}: {{done: , evidence: []}}"]
    return "\n".join(lines) + "\n"


def _one_line(wording: Wording, language: Language) -> str:
    return " ".join(wording.text.to(language).split())


def _about(process: ReadyProcess) -> Text:
    node = process.node
    counts = {
        "steps": len(node.steps),
        "required": sum(1 for _ in process.demands()),
        "gates": len(node.gates),
        "levels": _labels([label(level) for level in node.levels]),
        "kinds": _labels([label(kind) for kind in node.kinds]),
        "source": cited(node.source or process.name),
    }
    return Text(_ABOUT.fill(Language.VI, counts), _ABOUT.fill(Language.EN, counts))


def _labels(labels: Sequence[Text]) -> Text:
    if not labels:
        return _ALL
    return Text(", ".join(each.vi for each in labels), ", ".join(each.en for each in labels))


def _step(step: Step, pen: Pen) -> Iterator[str]:
    yield from wrapped(f"{pen.write(step.id)}: {pen.say(step.title.text)}", pen.columns, rest="  ")
    for title, said in _told(step, pen):
        first, *rest = wrapped(said, pen.columns, f"  {title}: ", "    ")
        yield first.replace(title, pen.paint(Style.FAINT, title), 1)
        yield from rest
    yield from _requirements(step.requires, pen, "  ")


def _told(step: Step, pen: Pen) -> Iterator[tuple[str, str]]:
    """Say all of a step but its requirements."""
    if step.goal:
        yield pen.say(_GOAL), pen.say(step.goal.text)
    if step.by:
        yield pen.say(_BY), pen.say(step.by.text)
    for title, several in ((_INPUTS, step.inputs), (_OUTPUTS, step.outputs), (_EVIDENCE, step.evidence)):
        if several:
            yield pen.say(title), "; ".join(pen.say(each.text) for each in several)
    if step.after:
        yield pen.say(_AFTER), pen.write(", ".join(step.after))
    if step.due:
        yield pen.say(_DUE), pen.say(_day(step.due))
    if step.before_stage:
        yield pen.say(_BEFORE), pen.say(label(step.before_stage))
    if step.source:
        yield pen.say(_SOURCE), pen.write(step.source)


def _day(due: CycleDay) -> Text:
    values = {"date": Text(f"{due.day:02}/{due.month:02}", f"{due.month:02}-{due.day:02}")}
    text = _DAYS[due.years_later]
    return Text(text.fill(Language.VI, values), text.fill(Language.EN, values))


def _requirements(requirements: Sequence[Requirement], pen: Pen, indent: str) -> Iterator[str]:
    if requirements:
        yield f"{indent}{pen.paint(Style.FAINT, pen.say(_REQUIRES))}:"
    for each in requirements:
        weight = f"{pen.say(WEIGHTS[each.severity])}: " if each.severity else ""
        fix = pen.say((each.fix or each.message).text)
        source = f" [{pen.write(each.source)}]" if each.source else ""
        rules = f" ({pen.write(', '.join(each.rules))})" if each.rules else ""
        yield from wrapped(f"{weight}{fix}{source}{rules}", pen.columns, f"{indent}  - ")


def _gate(gate: Gate, pen: Pen) -> Iterator[str]:
    title = pen.say(gate.title.text) if gate.title else ""
    yield f"{pen.say(_GATE)} {pen.write(gate.id)}: {title}".rstrip(": ")
    if gate.after:
        yield f"  {pen.say(_AFTER)}: {pen.write(gate.after)}"
    yield f"  {pen.say(_CHECK)}: {pen.write(gate.check)}"
    if gate.return_to:
        yield f"  {pen.say(_RETURN)}: {pen.write(gate.return_to)}"


def _markdown(process: ReadyProcess, language: Language) -> Iterator[str]:
    pen = Pen(language, _UNLIMITED, colour=False, ascii=False)
    yield f"## {escaping.markdown_cell(process.id)}: {_cell(process.node.title, language)}"
    yield ""
    yield escaping.markdown_cell(_about(process).to(language))
    yield from _markdown_requirements(process.node.requires, language)
    for step in process.node.steps:
        yield ""
        yield f"### `{step.id}`: {_cell(step.title, language)}"
        yield ""
        yield from (f"- {title}: {escaping.markdown_cell(said)}" for title, said in _told(step, pen))
        yield from _markdown_requirements(step.requires, language)
    for gate in process.node.gates:
        title = _cell(gate.title, language) if gate.title else ""
        yield ""
        yield f"### {_GATE.to(language)} `{gate.id}`: {title}".rstrip(": ")
        yield ""
        yield f"- {_CHECK.to(language)}: {escaping.markdown_cell(gate.check)}"
        if gate.return_to:
            yield f"- {_RETURN.to(language)}: `{gate.return_to}`"
    yield ""
    yield "```yaml"
    yield from block(process, language).splitlines()
    yield "```"


def _markdown_requirements(requirements: Sequence[Requirement], language: Language) -> Iterator[str]:
    if not requirements:
        return
    yield ""
    yield f"| {_REQUIRES.to(language)} | | {_SOURCE.to(language)} | |"
    yield "|---|---|---|---|"
    for each in requirements:
        weight = WEIGHTS[each.severity].to(language) if each.severity else ""
        fix = _cell(each.fix or each.message, language)
        yield f"| {fix} | {weight} | {escaping.markdown_cell(each.source or '')} | {', '.join(each.rules)} |"


def _cell(wording: Wording, language: Language) -> str:
    return escaping.markdown_cell(wording.text.to(language))


def _entry(process: ReadyProcess) -> dict[str, Any]:
    node = process.node
    return {
        "id": node.id,
        "title": _both(node.title),
        "source": node.source,
        "file": process.name,
        "levels": [level.value for level in node.levels],
        "kinds": [kind.value for kind in node.kinds],
        "requires": [_requirement_entry(each) for each in node.requires],
        "steps": [_step_entry(each) for each in node.steps],
        "gates": [
            {
                "id": each.id,
                "title": _both(each.title),
                "after": each.after,
                "check": each.check,
                "return_to": each.return_to,
                "before_stage": each.before_stage.value if each.before_stage else None,
                "source": each.source,
            }
            for each in node.gates
        ],
        "paste": block(process, Language.VI),
    }


def _step_entry(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "title": _both(step.title),
        "goal": _both(step.goal),
        "by": _both(step.by),
        "inputs": [_both(each) for each in step.inputs],
        "outputs": [_both(each) for each in step.outputs],
        "evidence": [_both(each) for each in step.evidence],
        "after": list(step.after),
        "due": {"month": step.due.month, "day": step.due.day, "years_later": step.due.years_later} if step.due else None,
        "before_stage": step.before_stage.value if step.before_stage else None,
        "requires": [_requirement_entry(each) for each in step.requires],
        "source": step.source,
    }


def _requirement_entry(requirement: Requirement) -> dict[str, Any]:
    return {
        "id": requirement.id,
        "check": requirement.check,
        "message": _both(requirement.message),
        "fix": _both(requirement.fix),
        "severity": requirement.severity.value if requirement.severity else None,
        "rules": list(requirement.rules),
        "source": requirement.source,
    }


def _both(wording: Wording | None) -> dict[str, str] | None:
    return wording.text._asdict() if wording is not None else None


_UNLIMITED = 10**6
_ALL = Text("mọi loại", "all")
_ABOUT = Text(
    "{steps} bước, {required} yêu cầu, {gates} cổng; cấp: {levels}; loại kế hoạch: {kinds}; nguồn: {source}",
    "{steps} steps, {required} requirements, {gates} gates; levels: {levels}; kinds: {kinds}; source: {source}",
)
_MORE = Text("Chi tiết một quy trình: kehoach process MÃ", "One of them in detail: kehoach process ID")
_PASTE = Text("Chép vào kế hoạch", "To paste into a plan")
_GOAL, _BY = Text("mục tiêu", "goal"), Text("ai làm", "by")
_INPUTS, _OUTPUTS = Text("đầu vào", "inputs"), Text("đầu ra", "outputs")
_EVIDENCE, _AFTER = Text("minh chứng", "evidence"), Text("sau", "after")
_DUE, _BEFORE = Text("hạn", "due"), Text("xong trước khi kế hoạch ở giai đoạn", "over before the plan is at the stage")
_SOURCE, _REQUIRES = Text("nguồn", "source"), Text("yêu cầu", "requires")
_GATE, _CHECK, _RETURN = Text("cổng", "gate"), Text("qua khi", "passed when"), Text("chưa qua thì về", "else back to")
_DAYS = {
    -1: Text("{date} năm trước năm kế hoạch", "{date} of the year before the plan's"),
    0: Text("{date} năm kế hoạch", "{date} of the plan's year"),
    1: Text("{date} năm sau năm kế hoạch", "{date} of the year after the plan's"),
}
