"""What the tool found on a computer, for people and for machines."""

import json
from collections.abc import Sequence

from kehoach.formats.pen import Pen, Style, display_width
from kehoach.language import Language, Text
from kehoach.workspace.health import Finding, State


def render_text(head: str, findings: Sequence[Finding], last: str, pen: Pen) -> str:
    """Write a line for each finding, what to do below it, and one command that installs all that is missing."""
    titles = [pen.say(one.title) for one in findings]
    room = max(map(display_width, titles)) + 2
    lines = [pen.write(head), ""]
    for one, title in zip(findings, titles, strict=True):
        mark = pen.paint(_STYLES[one.state], pen.write(_MARKS[one.state]))
        lines.append(f"  {mark} {pen.cut(title, room)}{pen.say(one.said)}")
        if one.advice.en:
            lines.append(f"    {' ' * room}{pen.paint(Style.FAINT, pen.write('→ ') + pen.say(one.advice))}")
    if last:
        lines += ["", f"{pen.say(_INSTALL)}: {pen.write(last)}"]
    return "\n".join(lines) + "\n"


def render_json(tool: dict[str, str], findings: Sequence[Finding], last: str, language: Language) -> str:
    """Write everything for machines."""
    checks = [
        {
            "name": one.name,
            "title": one.title.to(language),
            "state": one.state.value,
            "said": one.said.to(language),
            "advice": one.advice.to(language),
        }
        for one in findings
    ]
    return json.dumps({"version": 1, "tool": tool, "checks": checks, "install": last}, ensure_ascii=False, indent=2) + "\n"


_MARKS = {State.OK: "✓", State.WARNING: "!", State.OPTIONAL: "·"}
_STYLES = {State.OK: Style.GREEN, State.WARNING: Style.YELLOW, State.OPTIONAL: Style.FAINT}
_INSTALL = Text(vi="Cài thêm những gói còn thiếu", en="To install what is missing")
