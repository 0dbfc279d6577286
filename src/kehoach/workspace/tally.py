"""What was found in one file, counted: all that an overview of many plans needs to know of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol, runtime_checkable

from kehoach.checking import UNREADABLE, Checked
from kehoach.checklist import PlanSummary
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.model.plan import SECTIONS

Count = tuple[str, str, str, int]
"""The code and the name of a rule, a severity, and how often it was found."""

Reason = tuple[str, str, int]
"""Why values were not checked, in both languages, and how many."""


class Summary(NamedTuple):
    """A plan in one line: its stage, and the marks of its sections in their order, each by its first letter."""

    id: str
    locality: str
    stage: str
    marks: str
    readiness: int | None


class Tally(NamedTuple):
    """The findings of one file by number.

    Attributes:
        summary: of a plan; none where the file could not be read as one.
        skipped: the kind of a document that is no plan.
        counts: in the order in which the rules spoke first.
    """

    path: str
    summary: Summary | None = None
    skipped: str = ""
    suppressed: int = 0
    counts: Sequence[Count] = ()
    not_checked: Sequence[Reason] = ()

    @property
    def findings(self) -> int:
        """How many there are."""
        return sum([count[3] for count in self.counts])

    def of(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum([count[3] for count in self.counts if count[2] == severity])

    def shared(self, known: dict[Count | Reason, Any]) -> "Tally":
        """Hold what other files have as well only once.

        Args:
            known: what they have.
        """
        counts, left = ([known.setdefault(one, one) for one in some] for some in (self.counts, self.not_checked))
        return self._replace(counts=counts, not_checked=left)

    def linked(self) -> "Tally":
        """Count no reference to another plan as unchecked, for these plans are there."""
        kept = [reason for reason in self.not_checked if tuple(reason[:2]) == UNREADABLE]
        return self if len(kept) == len(self.not_checked) else self._replace(not_checked=kept)


@runtime_checkable
class Tallied(Protocol):
    """Results that know their tallies without being read, and are read one at a time."""

    @property
    def tallies(self) -> Sequence[Tally]:
        """What was found in each file by number, by path."""
        ...

    def in_order(self) -> Iterator[Checked]:
        """Read the results by path."""
        ...

    def written(self, form: str, write: Callable[[list[Diagnostic]], str]) -> Iterator[str]:
        """Write the findings of each file by path, those that were written before by the same text."""
        ...


def _letters(plan: PlanSummary) -> str:
    return "".join(plan.checklist[name][0] for name in SECTIONS)


def tally(checked: Checked) -> Tally:
    """Count what was found in one file."""
    numbers = Counter((d.code, d.name, d.severity.value) for d in checked.diagnostics)
    reasons = Counter(tuple(value.because) for value in checked.not_checked)
    plan = checked.plan
    return Tally(
        path=checked.path,
        summary=plan and Summary(plan.id, plan.locality, plan.stage.value, _letters(plan), plan.readiness),
        skipped=checked.skipped,
        suppressed=checked.suppressed,
        counts=[(*key, number) for key, number in numbers.items()],
        not_checked=[(vi, en, number) for (vi, en), number in reasons.items()],
    )
