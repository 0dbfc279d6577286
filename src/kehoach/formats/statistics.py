"""How often each rule spoke."""

from collections import Counter

from kehoach.formats.base import Outcome


def counted(outcome: Outcome) -> str:
    """Count the findings by rule, the commonest first."""
    diagnostics = outcome.diagnostics
    names = {d.code: d.name for d in diagnostics}
    counts = Counter(d.code for d in diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{number:>7}  {code}  {names[code]}\n" for code, number in rows)
