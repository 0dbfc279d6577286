"""The rules between plans: over what was taken out of each, with every finding put into the plan it stands in."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach.checking import UNREADABLE, Checked, NotChecked, Request, chosen, taken
from kehoach.checklist import section_of
from kehoach.diagnostics import Diagnostic, RelatedPlace, pointer
from kehoach.errors import KehoachError
from kehoach.model.extract import Acceptance, Extract, opened
from kehoach.model.portfolio import Family, Portfolio
from kehoach.model.vocabulary import Stage
from kehoach.reading.decoding import MAXIMUM_BYTES
from kehoach.rules.base import Context, Finding, Rule, Scope
from kehoach.rules.catalogue import by_code, checks
from kehoach.rules.cuts import Cuts
from kehoach.values.ids import LONGEST
from kehoach.workspace import pinning, tables
from kehoach.workspace.configuration import Configuration
from kehoach.workspace.discovery import Source, below_root, called, discover, read
from kehoach.workspace.execution import narrowed


def _at_top(key: bytes) -> re.Pattern[bytes]:
    """Make the pattern that finds the id which a key at the top of a plan says, before the plan is read."""
    return re.compile(rb"^(?:\xef\xbb\xbf)?%s[ \t]*:[ \t]*[\"']?([A-Za-z0-9._-]{1,%d})" % (key, LONGEST), re.MULTILINE)


_ID, _PARENT = _at_top(b"id"), _at_top(b"parent")


class Across(NamedTuple):
    """The results with the findings between plans, and the portfolio they come from."""

    results: list[Checked]
    portfolio: Portfolio


def across(results: Sequence[Checked], settings: Configuration, request: Request, *, is_whole: bool, is_all: bool) -> Across:
    """Run the rules between plans and put what they find where it belongs.

    Args:
        results: what was found in each file.
        settings: of the workspace.
        request: what is asked for.
        is_whole: the files are all of a folder, so that sums over lower plans mean something.
        is_all: they are all of the workspace, so that a plan it expects can be missed.

    Raises:
        KehoachError: a data file of the workspace is wrong.
    """
    own = [result.extract for result in results if result.extract is not None]
    lookup = dict(pinning.read(settings.root))
    named = {plan for extract in own for plan in extract.outward} - {extract.id for extract in own}
    extracts = [*own, *named_elsewhere([extract.path for extract in own], named, settings, request, {})]
    portfolio = Portfolio(
        extracts=tuple(sorted(extracts, key=lambda extract: extract.path)),
        pinned=lookup,
        registers=tables.registers(settings),
        successors=tables.successors(settings),
        expected=tables.expected(settings) if is_all else (),
        is_whole=is_whole,
        is_complete=request.complete,
    )
    return Across(_merged(results, evaluate(portfolio, request), portfolio, request), portfolio)


def evaluate(portfolio: Portfolio, request: Request) -> dict[str, list[Diagnostic]]:
    """Run every rule between plans; give what they find by the file it stands in."""
    found: dict[str, list[Diagnostic]] = {}
    context = Context(stage=Stage.DRAFT, today=request.today, thresholds=request.thresholds)
    writer = Writer({extract.path: extract for extract in portfolio.extracts}, request)
    for diagnostic in writer.all(Scope.PORTFOLIO, portfolio, context):
        found.setdefault(diagnostic.path, []).append(diagnostic)
    for family in portfolio.families():
        for diagnostic in writer.all(Scope.FAMILY, family, context):
            found.setdefault(diagnostic.path, []).append(diagnostic)
    return found


def named_elsewhere(
    own: Sequence[str], wanted: set[str], settings: Configuration, request: Request, known: Mapping[str, Extract] | None = None
) -> list[Extract]:
    """Find in the workspace plans that are named and not given, without a word about what is in them.

    Args:
        own: the files that name them.
        wanted: their ids.
        settings: of the workspace.
        request: what is asked for.
        known: plans that were found ahead, by their files; none: this is to find some ahead, and only what is quickly found.
    """
    if not wanted:
        return []
    looked = set(map(os.path.abspath, own))
    folders = Path(own[0]).absolute().parents
    found: dict[str, Extract] = {}
    searches = (partial(_called, wanted=wanted), partial(_sources, looked=looked))
    for search in searches if known is not None else searches[:1]:
        sources = [] if len(found) == len(wanted) else [source for source in search(settings) if os.path.abspath(source.file) not in looked]
        for source in _nearest_first(sources, folders):
            if len(found) == len(wanted):
                break
            looked.add(os.path.abspath(source.file))
            extract = (known or {}).get(source.name) or _extract(source, wanted.difference(found), request)
            if extract is not None and extract.id in wanted:
                found.setdefault(extract.id, extract)
    return list(found.values())


def above(source: Source, others: Sequence[Source], settings: Configuration) -> tuple[str, Source] | None:
    """Find the plan that a file names as the one above it, and its file, where that is no other of the run and quickly found."""
    try:
        named = _PARENT.search(read(source))
    except KehoachError:
        return None
    if named is None:
        return None
    name = named[1].decode()
    looked = {os.path.abspath(other.file) for other in others}
    found = [one for one in _called(settings, {name}) if os.path.abspath(one.file) not in looked]
    nearest = _nearest_first(found, Path(source.file).absolute().parents)
    return (name, nearest[0]) if nearest else None


def _nearest_first(sources: Sequence[Source], folders: Sequence[Path]) -> list[Source]:
    """Put the files that lie near a plan before others: of several with one id, its neighbour is meant."""
    near = {folder: distance for distance, folder in enumerate(folders)}

    def distance(source: Source) -> int:
        return min(near.get(folder, len(folders)) for folder in Path(source.file).absolute().parents)

    return sorted(sources, key=distance)


def _called(settings: Configuration, wanted: set[str]) -> tuple[Source, ...]:
    """Look first where a plan is most likely to be: in a file of its own name."""
    return called(frozenset(wanted), settings.plans, settings.exclude, settings.root)


def _sources(settings: Configuration, looked: set[str]) -> tuple[Source, ...]:
    """Walk the workspace; what cannot be opened in it is not this run's business, nor what was looked at already."""
    return discover([], settings.plans, settings.exclude, settings.root, lambda file: os.path.abspath(file) in looked).sources


def _extract(source: Source, wanted: set[str], request: Request) -> Extract | None:
    try:
        content = read(source)
    except KehoachError:
        return None
    named = [match[1].decode() for match in _ID.finditer(content, 0, MAXIMUM_BYTES)]
    if not wanted.intersection(named):
        return None
    folder = Path(source.file).absolute().parent
    extract = taken(content, source.name, request, below_root(folder))
    return extract if extract is not None and extract.id in wanted else None


class Writer:
    """Turns findings between plans into diagnostics; knows the plans by their files."""

    def __init__(self, cards: Mapping[str, Extract], request: Request) -> None:
        self.cards = cards
        self.request = request
        self.cuts: dict[str, Cuts] = {}

    def all(self, scope: Scope, what: Family | Portfolio, context: Context) -> Iterator[Diagnostic]:
        """Run every rule of a scope on a family, or on all plans."""
        for rule in checks(scope):
            assert rule.check is not None
            for finding in rule.check(what, context):
                diagnostic = self.diagnostic(rule, finding)
                if diagnostic is not None:
                    yield diagnostic

    def diagnostic(self, rule: Rule, finding: Finding) -> Diagnostic | None:
        """Make the diagnostic; none where it hangs on something that could not be read."""
        spot = finding.spot
        assert spot is not None
        card = self.cards.get(finding.document)
        if card is not None and self._is_spoilt(card, rule, finding):
            return None
        stage = card.stage if card is not None else Stage.DRAFT
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            nature=rule.nature,
            severity=finding.severity or rule.severities.at(stage, rule.nature),
            message=rule.message,
            why=rule.why,
            fix=rule.fix,
            path=finding.document,
            place=spot.place,
            pointer=pointer(spot.path),
            steady=spot.steady,
            section=section_of(rule, spot.path),
            values=finding.values,
            lacks=rule.lacks,
            subject=finding.subject,
            related=tuple(
                RelatedPlace(path=other.document, place=other.spot.place, message=other.message, values=other.values)
                for other in finding.related
                if other.spot is not None
            ),
        )

    def _is_spoilt(self, card: Extract, rule: Rule, finding: Finding) -> bool:
        if not card.cuts:
            return False
        if card.path not in self.cuts:
            self.cuts[card.path] = Cuts(card.cuts)
        return self.cuts[card.path].touch(rule, finding)


def _merged(results: Sequence[Checked], found: Mapping[str, list[Diagnostic]], portfolio: Portfolio, request: Request) -> list[Checked]:
    """Put findings into the results of their files; those of other files stand in results of their own."""
    merged = [with_findings(result, found.get(result.path, []), portfolio, request) for result in results]
    plans = {extract.path for extract in (*portfolio.extracts, *portfolio.pinned.values())} | {result.path for result in results}
    merged += (Checked(path=path, diagnostics=chosen(found[path], request)) for path in sorted(set(found) - plans))
    return merged


def with_findings(result: Checked, found: list[Diagnostic], portfolio: Portfolio, request: Request) -> Checked:
    """Add to what was found in a file what was found between plans."""
    if result.extract is None:
        return result
    kept, suppressed = _unaccepted(found, result.extract, portfolio)
    not_checked = tuple(_still_not_checked(result.not_checked, result.extract, portfolio))
    if not (kept or suppressed) and len(not_checked) == len(result.not_checked):
        return result
    narrow = narrowed(request, Path(result.path).absolute()) if request.ignore_in else request
    return result._replace(
        diagnostics=tuple(sorted((*result.diagnostics, *chosen(kept, narrow)), key=lambda d: d.order)),
        suppressed=result.suppressed + suppressed,
        not_checked=not_checked,
        plan=result.plan.with_gaps(d.section for d in kept) if result.plan is not None else None,
    )


def _still_not_checked(entries: Sequence[NotChecked], extract: Extract, portfolio: Portfolio) -> Iterator[NotChecked]:
    """Leave out the references to other plans that were checked after all."""
    there = [plan in portfolio.by_id for plan in extract.outward]
    if not any(there):
        yield from entries
        return
    missing = set() if all(there) else {pointer(link.spot.path) for link in opened(extract).has.links if link.plan not in portfolio.by_id}
    yield from (entry for entry in entries if entry.because == UNREADABLE or entry.pointer in missing)


def _unaccepted(found: list[Diagnostic], extract: Extract, portfolio: Portfolio) -> tuple[list[Diagnostic], int]:
    """Leave out what comments in the file accept; complain of those without reason or use."""
    comments = extract.acceptances
    if not comments:
        return found, 0
    used: set[Acceptance] = set()
    kept = []
    for diagnostic in found:
        by = [c for c in comments if c.code == diagnostic.code and c.first_line <= diagnostic.place.line <= c.last_line]
        used.update(by)
        if not by:
            kept.append(diagnostic)
    suppressed = len(found) - len(kept)
    for comment in comments:
        if comment in used and not comment.has_reason:
            kept.append(_about(comment, "SUP001", extract))
        elif comment not in used and portfolio.is_whole:
            kept.append(_about(comment, "SUP002", extract))
    return kept, suppressed


def _about(comment: Acceptance, code: str, extract: Extract) -> Diagnostic:
    rule = by_code()[code]
    return Diagnostic(
        code=code,
        name=rule.name,
        nature=rule.nature,
        severity=rule.severities.at(extract.stage, rule.nature),
        message=rule.message,
        why=rule.why,
        fix=rule.fix,
        path=extract.path,
        place=comment.place,
        pointer="",
        section="",
        values={"codes": comment.code},
    )
