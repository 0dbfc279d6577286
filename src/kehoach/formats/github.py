"""GitHub Actions: annotations beside the lines of a change."""

from collections.abc import Iterator

from kehoach import escaping
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.formats.base import Outcome
from kehoach.formats.words import COUNTED, FIX, SEVERITIES, WHY
from kehoach.language import Text

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

# The runner keeps so many annotations of each kind from a step, and so much of each message.
_KEPT = 10
_LONGEST = 4096


def render(outcome: Outcome) -> str:
    """Write workflow commands, the gravest first; what GitHub would drop follows as plain lines in a group."""
    shown: list[Diagnostic] = []
    rest: list[Diagnostic] = []
    for severity in _COMMANDS:
        same = [d for d in outcome.diagnostics if d.severity is severity]
        shown += same[:_KEPT]
        rest += same[_KEPT:]
    lines = [_command(diagnostic, outcome) for diagnostic in shown]
    if rest:
        lines += _group(rest, outcome)
    return "".join(f"{line}\n" for line in lines)


def _command(diagnostic: Diagnostic, outcome: Outcome) -> str:
    properties = {"file": outcome.located(diagnostic.path), **_region(diagnostic), "title": f"{diagnostic.code} {diagnostic.name}"}
    written = ",".join(f"{name}={escaping.annotation_property(escaping.terminal(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{escaping.annotation(_message(diagnostic, outcome))}"


def _region(diagnostic: Diagnostic) -> dict[str, str]:
    """Name lines and columns; the runner takes columns only within one line."""
    place = diagnostic.place
    region = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:
        region |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return region


def _message(diagnostic: Diagnostic, outcome: Outcome) -> str:
    """Say it with its place, which the log would not show otherwise."""
    language = outcome.language
    said = [
        _line(diagnostic, outcome),
        f"{WHY.to(language)}: {diagnostic.why.to(language)}",
        f"{FIX.to(language)}: {diagnostic.remedy(language)}",
    ]
    return "\n".join(map(escaping.terminal, said))[:_LONGEST]


def _group(rest: list[Diagnostic], outcome: Outcome) -> Iterator[str]:
    language = outcome.language
    numbers = ((noun, sum(d.severity is severity for d in rest)) for severity, noun in COUNTED.items())
    counts = ", ".join(noun.say(number, language) for noun, number in numbers if number)
    yield f"::group::{escaping.annotation(_REST.fill(language, {'counts': counts, 'kept': _KEPT}))}"
    for diagnostic in rest:
        yield escaping.log(escaping.terminal(_line(diagnostic, outcome)))
    yield "::endgroup::"


def _line(diagnostic: Diagnostic, outcome: Outcome) -> str:
    place, language = diagnostic.place, outcome.language
    where = f"{outcome.located(diagnostic.path)}:{place.line}:{place.column}"
    return f"{where}: {SEVERITIES[diagnostic.severity].to(language)} {diagnostic.code} {diagnostic.said(language)}"


_REST = Text(
    "Còn {counts}; GitHub chỉ hiện {kept} phát hiện mỗi loại cạnh dòng",
    "{counts} more; GitHub shows {kept} of each kind beside the lines",
)
