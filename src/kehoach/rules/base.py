"""What a rule is, what it may know, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.diagnostics import KeyPath, Nature, Severity
from kehoach.language import Text
from kehoach.model.vocabulary import Level, PlanKind, Stage
from kehoach.reading.document import Document
from kehoach.reading.edits import Edit

if TYPE_CHECKING:
    from kehoach.model.spot import Spot
    from kehoach.processes.base import ReadyProcess

WRONG = Nature.WRONG
MISSING = Nature.MISSING


class Scope(StrEnum):
    """What a rule looks at."""

    READING = "reading"  # raised by the reader itself
    DOCUMENT = "document"
    PLAN = "plan"
    FAMILY = "family"  # a plan and those below it
    PORTFOLIO = "portfolio"  # all plans of a run, by their cards


class Severities(NamedTuple):
    """How grave a rule's findings are before a plan is submitted, and from then on."""

    early: Severity
    late: Severity

    def at(self, stage: Stage, nature: Nature) -> Severity:
        """Give the severity at a stage; what is missing in a closed plan is a note."""
        if stage is Stage.CLOSED and nature is MISSING:
            return Severity.NOTE
        return self.early if stage in _EARLY else self.late


_EARLY = frozenset((Stage.DRAFT, Stage.CONSULTED))

ERROR = Severities(Severity.ERROR, Severity.ERROR)
WARNING = Severities(Severity.WARNING, Severity.WARNING)
NOTE = Severities(Severity.NOTE, Severity.NOTE)
WARNING_THEN_ERROR = Severities(Severity.WARNING, Severity.ERROR)
NOTE_THEN_WARNING = Severities(Severity.NOTE, Severity.WARNING)


NEVER_ACCEPTED = ("YML", "SUP", "REF001", "REF002")
"""Findings that no comment, waiver or baseline can accept: what they speak of leaves the rest unchecked."""


class Thresholds(NamedTuple):
    """The figures from which rules speak; a workspace may set its own."""

    unsecured: Decimal = Decimal("0.30")  # share of the need on money that is only expected or mobilisable
    high_risk: int = 15  # likelihood × impact
    duplicate_title: Decimal = Decimal("0.92")  # likeness of two titles


class Context(NamedTuple):
    """What a rule may know beside the thing it checks: values, never files or clocks."""

    stage: Stage
    today: date
    thresholds: Thresholds = Thresholds()
    mentions: frozenset[str] = frozenset()  # ids that something in the document refers to
    ids: frozenset[str] | None = None  # every id of the document; none where that is not known
    files: frozenset[str] | None = None  # evidence paths of the plan that exist; none: nobody looked
    processes: "tuple[ReadyProcess, ...]" = ()  # those that the plan, else its workspace, names
    known_processes: tuple[str, ...] = ()  # the ids of all there are; empty where the plan names none
    rules: frozenset[str] = frozenset()  # the codes that apply to the plan; empty where it names no process


class Noting(Context):
    """A context that notes whether the day was asked for, without which findings hold on any other day too."""

    asked_day = False

    @property
    def today(self) -> date:
        """The day as of which lateness is judged."""
        self.asked_day = True
        return self[1]


class Related(NamedTuple):
    """Another place that a finding is about."""

    path: KeyPath
    message: Text
    values: Mapping[str, object] = {}
    document: str = ""
    spot: "Spot | None" = None


class Finding(NamedTuple):
    """A rule's complaint about the value at `path`.

    `at_key` points at the key instead of the value; `severity` stands where the catalogue gives this case
    another letter than the rule's; `subject` names the thing in the checklist table. `reads` is what this
    finding alone hangs on beside its path and what the rule reads: paths from the top, `*` for any key.
    `silences` stands in place of the rule's own. `document` is another file than the one being checked, and
    `spot` where in it: so it is with all findings between plans.
    """

    path: KeyPath
    values: Mapping[str, object] = {}
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    subject: str = ""
    at_key: bool = False
    reads: tuple[KeyPath, ...] = ()
    silences: tuple[str, ...] | None = None
    document: str = ""
    spot: "Spot | None" = None


Check = Callable[[Any, Context], Iterator[Finding]]

Repair = Callable[[Document, Finding], tuple[Edit, ...]]
"""Gives the edits that put a finding right; none where that is not beyond doubt."""


def respelling(change: Callable[[str], str]) -> Repair:
    """Make the repair that changes the wording of the text at a finding, each line of it alike."""

    def repair(document: Document, finding: Finding) -> tuple[Edit, ...]:
        from kehoach.reading.respelling import respelled  # noqa: PLC0415 - only a faulty plan needs it

        return respelled(document, finding.path, change, of_key=finding.at_key)

    return repair


class Rule(NamedTuple):
    """One rule of the catalogue.

    Attributes:
        code: family and number, never used again.
        name: what is wrong, in kebab-case.
        check: yields findings; none where the reader raises the rule itself.
        lacks: what is missing in a few words, for the checklist table ("người chịu trách nhiệm").
        reads: what the check looks at beside the value at the finding's path, so that it stays silent where
            that could not be read: paths from the top (`tasks.*.serves`), or from the finding's (`.end`;
            each further dot leads one step up: `..end` is beside the finding; `.` is anything inside it).
        repair: gives the edits that put a finding right.
        repair_is_safe: whether they can be made without asking, for they cannot change what was meant.
        silences: codes, or families, that say nothing once this rule has spoken.
        kinds, levels, processes: where it applies; empty means everywhere.
        source: where the rule comes from: seed and step, law, or `format`.
    """

    code: str
    name: str
    nature: Nature
    severities: Severities
    message: Text
    why: Text
    fix: Text
    source: str
    check: Check | None = None
    scope: Scope = Scope.PLAN
    lacks: Text | None = None
    repair: Repair | None = None
    repair_is_safe: bool = True
    reads: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    kinds: frozenset[PlanKind] = frozenset()
    levels: frozenset[Level] = frozenset()
    processes: frozenset[str] = frozenset()

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    def applies(self, kind: PlanKind, level: Level, follows: frozenset[str]) -> bool:
        """Tell whether the rule is meant for such a plan."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.levels or level in self.levels)
            and (not self.processes or bool(self.processes & follows))
        )
