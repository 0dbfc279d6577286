"""The pipeline: bytes → document → model → rules → diagnostics."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from kehoach.diagnostics import Diagnostic, KeyPath, Place, RelatedPlace, pointer
from kehoach.language import Text
from kehoach.model.plan import SECTIONS, Plan
from kehoach.model.vocabulary import Stage
from kehoach.reading.building import ANY
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.loading import Loaded, load
from kehoach.rules.base import Context, Finding, Rule, Scope, Thresholds
from kehoach.rules.catalogue import by_code, checks


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a check is asked for.

    Attributes:
        today: the day as of which lateness is judged.
        stage: check as if the plan were at this stage; none: its own.
        select, ignore: codes or their beginnings; nothing selected means all.
        quote: keep each finding's source line, for output that quotes it.
    """

    today: date
    stage: Stage | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    quote: bool = True


@dataclass(frozen=True, kw_only=True)
class NotChecked:
    """A value that was not checked, and why."""

    path: str
    pointer: str
    because: Text


@dataclass(frozen=True, kw_only=True)
class PlanSummary:
    """What a checked plan is, in one line."""

    path: str
    id: str
    title: str
    locality: str
    language: str
    stage: Stage
    checked_as: Stage
    checklist: Mapping[str, str]
    readiness: int | None


@dataclass(frozen=True, kw_only=True)
class Checked:
    """All that was found in one file."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    plan: PlanSummary | None = None
    skipped: str = ""  # the kind of a document that this command does not read
    not_checked: tuple[NotChecked, ...] = ()


def check(content: bytes, name: str, request: Request, folder: Path | None = None, folders: int = 0) -> Checked:
    """Check one file's bytes.

    Args:
        content: the bytes of the file.
        name: how to call the file in diagnostics.
        request: what is asked for.
        folder: the folder of the file, in which evidence is looked for; none: evidence is not looked for.
        folders: how many folders the file lies below the workspace's root.
    """
    loaded = load(content, name, folder, folders)
    found = list(_reported(loaded, request))
    if loaded.built is None:
        return Checked(path=name, diagnostics=_chosen(found, request), skipped=loaded.skipped)
    plan = loaded.built.node
    stage = request.stage or plan.stage or Stage.DRAFT
    context = Context(
        stage=stage,
        today=request.today,
        thresholds=request.thresholds,
        mentions=loaded.built.mentions,
        files=loaded.files,
    )
    found += _ruled(loaded, plan, context, request)
    found = _unsilenced(found)
    chosen = _chosen(found, request)
    return Checked(
        path=name,
        diagnostics=chosen,
        plan=_summary(name, plan, stage, found),
        not_checked=tuple(_not_checked(loaded)),
    )


def _reported(loaded: Loaded, request: Request) -> Iterator[Diagnostic]:
    """Turn what reading complained of into diagnostics."""
    known = by_code()
    for complaint in loaded.complaints:
        yield _from_complaint(known[complaint.code], complaint, loaded.document, request)


def _from_complaint(rule: Rule, complaint: Complaint, document: Document, request: Request) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        nature=rule.nature,
        severity=rule.severities.at(request.stage or Stage.DRAFT, rule.nature),
        message=complaint.message or rule.message,
        why=rule.why,
        fix=complaint.fix or rule.fix,
        path=document.name,
        place=_place(document, complaint.span, request),
        pointer=pointer(complaint.path),
        fingerprint=_fingerprint(rule.code, document, complaint.path),
        section=_section(rule, complaint.path),
        values=complaint.values,
        related=tuple(
            RelatedPlace(path=document.name, place=_place(document, other.span, request), message=other.message, values=other.values)
            for other in complaint.others
        ),
    )


def _ruled(loaded: Loaded, plan: Plan, context: Context, request: Request) -> Iterator[Diagnostic]:
    """Run every rule that applies."""
    built = loaded.built
    assert built is not None
    document = loaded.document
    follows = frozenset(plan.process.follows if plan.process else ()) | {"action-plan"}
    cuts = _Cuts(built.cuts)
    for rule in checks(Scope.DOCUMENT):
        assert rule.check is not None
        for finding in rule.check(document, context):
            yield _from_finding(rule, finding, document, context, request)
    for rule in checks(Scope.PLAN):
        if not rule.applies(plan.kind, plan.locality.level, follows) or cuts.spoil(rule):
            continue
        assert rule.check is not None
        for finding in rule.check(plan, context):
            if not cuts.touch(rule, finding):
                yield _from_finding(rule, finding, document, context, request)


def _from_finding(rule: Rule, finding: Finding, document: Document, context: Context, request: Request) -> Diagnostic:
    span = document.span(finding.path, of_key=finding.at_key)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        nature=rule.nature,
        severity=finding.severity or rule.severities.at(context.stage, rule.nature),
        message=rule.message,
        why=rule.why,
        fix=rule.fix,
        path=document.name,
        place=_place(document, span, request),
        pointer=pointer(finding.path),
        fingerprint=_fingerprint(rule.code, document, finding.path),
        section=_section(rule, finding.path),
        values=finding.values,
        lacks=rule.lacks,
        subject=finding.subject,
        related=tuple(
            RelatedPlace(
                path=document.name,
                place=_place(document, document.span(other.path), request),
                message=other.message,
                values=other.values,
            )
            for other in finding.related
        ),
    )


def _place(document: Document, span: tuple[int, int], request: Request) -> Place:
    return document.place(span, quote=request.quote)


def _fingerprint(code: str, document: Document, path: KeyPath) -> str:
    """Name a finding so that it keeps its name when entries move."""
    steady = pointer(_by_ids(document, path))
    return sha256(f"{code}\n{document.name}\n{steady}".encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _by_ids(document: Document, path: KeyPath) -> KeyPath:
    """Put ids in place of list numbers."""
    data, steady = document.data, []
    for key in path:
        inside = data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None
        if inside is None and isinstance(data, dict):
            inside = data.get(key)
        name = inside.get("id") if isinstance(key, int) and isinstance(inside, dict) else None
        steady.append(name if isinstance(name, str) else key)
        data = inside
    return tuple(steady)


_FAMILY_SECTIONS = {
    "TSK": "tasks",
    "OWN": "owners",
    "RES": "resources",
    "TIM": "timelines",
    "RSK": "risks",
    "COM": "commitments",
    "COO": "coordination",
    "MON": "monitoring",
}
_FRAME_KEYS = frozenset(("situation", "vision", "objectives", "options", "outputs"))


def _section(rule: Rule, path: KeyPath) -> str:
    """Give the checklist row a finding belongs to: its family's, else that of the key it stands in."""
    section = _FAMILY_SECTIONS.get(rule.family)
    if section is not None:
        return section
    top = path[0] if path else ""
    if top in SECTIONS:
        return str(top)
    if top == "gaps":
        return "risks"
    if top in _FRAME_KEYS or rule.family in ("OBJ", "SIT"):
        return "frame"
    return "process" if top == "process" or rule.family == "PRC" else ""


class _Cuts:
    """What could not be read, and which findings hang on it."""

    def __init__(self, cuts: Iterable[KeyPath]) -> None:
        self.cuts = tuple(cuts)

    def spoil(self, rule: Rule) -> bool:
        """Tell whether a rule reads something at the top of the document that is not there to be read."""
        return bool(self.cuts) and any(_meets(cut, wanted) for wanted in _patterns(rule) if ANY not in wanted for cut in self.cuts)

    def touch(self, rule: Rule, finding: Finding) -> bool:
        """Tell whether a finding hangs on something that could not be read."""
        if not self.cuts:
            return False
        wanted = (finding.path, *finding.reads, *_patterns(rule), *_relative(rule, finding.path))
        return any(_meets(cut, pattern) for pattern in wanted for cut in self.cuts)


def _patterns(rule: Rule) -> Iterator[KeyPath]:
    for reads in rule.reads:
        if not reads.startswith("."):
            yield tuple(reads.split("."))


def _relative(rule: Rule, path: KeyPath) -> Iterator[KeyPath]:
    for reads in rule.reads:
        if reads.startswith("."):
            keys = reads.lstrip(".")
            steps_up = len(reads) - len(keys) - 1
            yield (*path[: len(path) - steps_up], *keys.split("."))


def _meets(cut: KeyPath, pattern: KeyPath) -> bool:
    """Tell whether one leads to the other or through it; `*` meets any key."""
    return all(a == b or ANY in (a, b) for a, b in zip(cut, pattern, strict=False))


def _unsilenced(found: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out what a finding on a whole section makes needless to say."""
    known = by_code()
    silent = {code for code in {d.code for d in found} for code in known[code].silences}
    if not silent:
        return found
    return [d for d in found if d.code not in silent and (d.code[:3] not in silent or known[d.code].silences)]


def _chosen(found: list[Diagnostic], request: Request) -> tuple[Diagnostic, ...]:
    """Keep what was selected and not ignored, sorted."""
    kept = [
        d
        for d in found
        if (not request.select or d.code.startswith(request.select)) and not (request.ignore and d.code.startswith(request.ignore))
    ]
    return tuple(sorted(kept, key=lambda d: d.order))


def _summary(name: str, plan: Plan, stage: Stage, found: list[Diagnostic]) -> PlanSummary:
    checklist = _checklist(plan, found)
    complete = sum(mark == "complete" for mark in checklist.values())
    return PlanSummary(
        path=name,
        id=plan.id,
        title=plan.title,
        locality=plan.locality.name,
        language=plan.language or "",
        stage=plan.stage or Stage.DRAFT,
        checked_as=stage,
        checklist=checklist,
        readiness=complete * 100 // len(checklist),
    )


def _checklist(plan: Plan, found: list[Diagnostic]) -> dict[str, str]:
    """Mark each of the eight sections: complete, gaps or missing."""
    with_findings = {d.section for d in found}
    marks = {}
    for section in SECTIONS:
        if not _has_entries(plan, section):
            marks[section] = "missing"
        else:
            marks[section] = "gaps" if section in with_findings else "complete"
    return marks


def _has_entries(plan: Plan, section: str) -> bool:
    """Tell whether a section has an entry; the time frame has one when anything is dated."""
    if section == "timelines":
        phases = plan.timelines.phases if plan.timelines else ()
        milestones = plan.timelines.milestones if plan.timelines else ()
        return (
            any(task.start or task.end or task.date or task.milestones for task in plan.tasks)
            or any(phase.start or phase.end for phase in phases)
            or any(milestone.date for milestone in milestones)
        )
    value = getattr(plan, section)
    return bool(value) and (isinstance(value, tuple) or len(vars(value)) > 1)


def _not_checked(loaded: Loaded) -> Iterator[NotChecked]:
    """List what was cut out, and the references that lead out of the file."""
    built = loaded.built
    assert built is not None
    seen = set()
    for cut in built.cuts:
        where = pointer(cut)
        if where not in seen:
            seen.add(where)
            yield NotChecked(path=loaded.document.name, pointer=where, because=_UNREADABLE)
    for path, name in built.elsewhere:
        because = Text(_ELSEWHERE.vi.format(name), _ELSEWHERE.en.format(name))
        yield NotChecked(path=loaded.document.name, pointer=pointer(path), because=because)


_UNREADABLE = Text(vi="không đọc được giá trị", en="the value could not be read")
_ELSEWHERE = Text(vi="thuộc kế hoạch khác: {}", en="belongs to another plan: {}")
