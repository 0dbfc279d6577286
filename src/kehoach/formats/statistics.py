"""How often each rule spoke."""

from collections import Counter

from kehoach.formats.base import Outcome


def counted(outcome: Outcome) -> str:
    """Count the findings by rule, the commonest first."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for tally in outcome.tallies:
        for code, name, _, number in tally.counts:
            names[code] = name
            counts[code] += number
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{number:>7}  {code}  {names[code]}\n" for code, number in rows)
