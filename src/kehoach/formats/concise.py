"""One line for each finding."""

from kehoach import escaping
from kehoach.diagnostics import Diagnostic
from kehoach.formats.base import Outcome
from kehoach.formats.pen import Pen, pen_for


def render(outcome: Outcome) -> str:
    """Write `path:line:column: severity CODE message` for each finding."""
    pen = pen_for(outcome)
    form = f"concise {pen.language} {pen.colour} {pen.ascii}"
    return escaping.log("".join(outcome.written(form, lambda found: "".join(f"{_line(d, pen)}\n" for d in found))))


def _line(diagnostic: Diagnostic, pen: Pen) -> str:
    place = f"{pen.write(diagnostic.path)}:{diagnostic.place.line}:{diagnostic.place.column}"
    return f"{place}: {pen.severity(diagnostic.severity)} {diagnostic.code} {pen.write(diagnostic.said(pen.language))}"
