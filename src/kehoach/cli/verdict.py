"""What the exit code of a check is, and why nothing was checked."""

import sys

from kehoach.checking import CHECKED_TOO
from kehoach.diagnostics import Severity
from kehoach.formats.base import Outcome
from kehoach.language import Text
from kehoach.workspace.running import Run


def exit_code(done: Run, outcome: Outcome, limit: Severity, changed_since: str | None) -> int:
    """Give the exit code, which no format changes."""
    language = outcome.language
    if done.troubles:
        return 2
    if not done.sources and changed_since:
        print(f"kehoach: {_NONE_CHANGED.fill(language, {'since': changed_since})}", file=sys.stderr)
        return 0
    if not any(tally.summary or tally.findings or tally.skipped in CHECKED_TOO for tally in outcome.tallies):
        skipped = sorted({tally.skipped for tally in outcome.tallies if tally.skipped})
        said = _ONLY_OTHERS if skipped else _NONE_READ
        print(f"kehoach: {said.fill(language, {'kinds': ', '.join(skipped), 'count': len(done.results)})}", file=sys.stderr)
        return 2
    return int(any(Severity(severity).rank <= limit.rank for tally in outcome.tallies for _, _, severity, _ in tally.counts))


_NONE_CHANGED = Text(vi="không có kế hoạch nào thay đổi từ {since}", en="no plan changed since {since}")
_ONLY_OTHERS = Text(
    vi="không có kế hoạch nào trong {count} tệp (chỉ có {kinds}, chưa được kiểm tra)",
    en="none of the {count} files is a plan (only {kinds}, which are not checked yet)",
)
_NONE_READ = Text(vi="không đọc được kế hoạch nào trong {count} tệp", en="none of the {count} files could be read as a plan")
