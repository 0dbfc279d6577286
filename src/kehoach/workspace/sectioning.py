"""What the eight sections of a plan lack, by what was found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic, Severity
from kehoach.language import Language, Text
from kehoach.model.plan import SECTIONS
from kehoach.workspace.standing import SectionLine


def lines(checked: Checked) -> Iterator[SectionLine]:
    """Give the line of each section."""
    assert checked.plan is not None
    for name in SECTIONS:
        found = [d for d in checked.diagnostics if d.section == name]
        yield SectionLine(name, checked.plan.checklist[name], Counter(d.severity for d in found), tuple(_lacks(found)))


def to_correct(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, tuple[str, ...]]]:
    """Give what else is to be put right in the sections, and of which things: what is missing first, then the gravest; no errors."""
    found = [d for d in diagnostics if d.section in SECTIONS and d.severity is not Severity.ERROR]
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for each in sorted(found, key=lambda d: (d.lacks is None, d.severity.rank, d.order)):
        alike.setdefault((each.code, each.remedy(Language.VI)), []).append(each)
    for (_, remedy), same in alike.items():
        subjects = dict.fromkeys(each.subject for each in same if each.subject not in remedy)
        yield same[0], tuple(subjects)


def _lacks(found: list[Diagnostic]) -> Iterator[Text]:
    """Say what is missing, each once, the gravest first."""
    ordered = sorted(found, key=lambda d: (d.severity.rank, d.code))
    yield from dict.fromkeys(d.lacks for d in ordered if d.lacks is not None)
