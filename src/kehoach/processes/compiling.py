"""A process document to a process that is ready, or what is wrong with it and where."""

from collections.abc import Iterator, Mapping

from kehoach.analysis.graph import cycles
from kehoach.diagnostics import KeyPath
from kehoach.expressions.expression import Expression, compile_expression
from kehoach.expressions.fault import ExpressionError
from kehoach.language import Text
from kehoach.model.process import Gate, Process, Requirement
from kehoach.processes.base import ReadyProcess
from kehoach.reading.complaint import Complaint, Span
from kehoach.reading.document import Document
from kehoach.reading.processes import load_process


def ready(content: bytes, name: str) -> tuple[Document, tuple[Complaint, ...], ReadyProcess | None]:
    """Read a process document and understand its checks; no process where anything is wrong."""
    document, complaints, built = load_process(content, name)
    if built is None:
        return document, complaints, None
    expressions: dict[str, Expression] = {}
    wrong = [*complaints, *_compiled(built.node, document, expressions), *_circles(built.node, document)]
    if wrong:
        return document, tuple(wrong), None
    return document, (), ReadyProcess(node=built.node, name=name, expressions=expressions)


def ready_as_shipped(content: bytes, name: str) -> ReadyProcess:
    """Read a process that is known to be sound; each of its checks is understood when it is first asked for."""
    _, complaints, built = load_process(content, name)
    assert built is not None
    assert not complaints
    return ReadyProcess(node=built.node, name=name, expressions=_Understood({each.id: each.check for each in _checked(built.node)}))


class _Understood(dict[str, Expression]):
    """The checks of a process, each compiled when it is first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.texts = texts

    def __missing__(self, name: str) -> Expression:
        self[name] = found = compile_expression(self.texts[name], {})
        return found


def _checked(process: Process) -> Iterator[Requirement | Gate]:
    """List what has a check."""
    yield from process.requires
    yield from process.gates
    for step in process.steps:
        yield from step.requires


def _compiled(process: Process, document: Document, expressions: dict[str, Expression]) -> Iterator[Complaint]:
    for each in _checked(process):
        if not each.check:
            continue  # its lack was complained of
        try:
            expressions[each.id] = compile_expression(each.check, {})
        except ExpressionError as error:
            path = each.at("check")
            yield Complaint("YML013", _place(document, path, each.check, error), path, message=error.message, fix=error.fix)


def _place(document: Document, path: KeyPath, text: str, error: ExpressionError) -> Span:
    """Point into the expression where the file has it letter by letter, else at the whole."""
    start, end = document.span(path)
    first = document.text.find(text, start, end + 1)
    if first < 0:
        return start, end
    return first + error.offset, first + error.offset + error.length


def _circles(process: Process, document: Document) -> Iterator[Complaint]:
    waits = {step.id: step.after for step in process.steps}
    waits |= {gate.id: (gate.after,) if gate.after else () for gate in process.gates}
    steps = {step.id: step for step in process.steps}
    for circle in cycles(waits):
        first = next((steps[name] for name in circle if name in steps), process.steps[0])
        path = first.at("after")
        values = {"chain": " → ".join((*circle, circle[0]))}
        yield Complaint("YML013", document.span(path), path, values, _CIRCLE, _BREAK)


_CIRCLE = Text(vi="các bước chờ nhau thành vòng: {chain}", en="the steps wait for each other: {chain}")
_BREAK = Text(vi="Bỏ một liên kết `after` trong vòng.", en="Remove one of the `after` links.")
