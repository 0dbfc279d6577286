"""The checklist of each plan, and nothing else."""

from kehoach import escaping
from kehoach.checking import Checked
from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome, count
from kehoach.formats.pen import Pen, pen_for
from kehoach.formats.table import table
from kehoach.formats.words import COUNTED
from kehoach.language import Text


def render(outcome: Outcome) -> str:
    """Write a table for each plan, and a line for each file that could not be read as one."""
    pen = pen_for(outcome)
    blocks = [_block(result, pen, quiet=outcome.quiet) for result in outcome.in_order]
    return escaping.log("\n".join("".join(f"{line}\n" for line in block) for block in blocks if block))


def _block(result: Checked, pen: Pen, *, quiet: bool) -> list[str]:
    if result.plan is not None:
        return list(table(result, pen, quiet=quiet))
    if not result.diagnostics:
        return []
    errors = COUNTED[Severity.ERROR].say(count(result.diagnostics, Severity.ERROR), pen.language)
    return [pen.say(_UNREADABLE, path=result.path, errors=errors)]


_UNREADABLE = Text("{path}: không đọc được kế hoạch ({errors})", "{path}: no plan could be read ({errors})")
