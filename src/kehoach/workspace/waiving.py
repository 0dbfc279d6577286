"""Waivers: findings that the appraiser accepted, with who, why and until when."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic, pointer
from kehoach.language import Text
from kehoach.model.workspace import Waiver
from kehoach.reading.document import Document
from kehoach.rules.base import NEVER_ACCEPTED
from kehoach.rules.catalogue import by_code
from kehoach.values.text import nearest
from kehoach.workspace.tally import Tally


def apply(
    results: Sequence[Checked], waivers: Sequence[Waiver], document: Document, today: date, plans: frozenset[str] | None = None
) -> list[Checked]:
    """Leave out what was accepted; complain of waivers that are expired, unfounded or without use.

    Args:
        results: of the plans that waivers name, or of more.
        waivers: what was accepted.
        document: where it stands.
        today: the day as of which a waiver has expired.
        plans: all plans of the workspace, of which each waiver names one; none: others may be there that were not looked at.
    """
    if not waivers:
        return list(results)
    used: set[int] = set()
    applied = []
    for result in results:
        mine = [(i, waiver) for i, waiver in enumerate(waivers) if result.plan and waiver.plan == result.plan.id]
        kept = []
        for diagnostic in result.diagnostics:
            by = [i for i, waiver in mine if _is_sound(waiver, today) and _accepts(waiver, diagnostic)]
            used.update(by)
            if not by:
                kept.append(diagnostic)
        hidden = len(result.diagnostics) - len(kept)
        applied.append(result._replace(diagnostics=tuple(kept), suppressed=result.suppressed + hidden))
    ids = {result.plan.id for result in results if result.plan}
    strange = () if plans is None else (_of_no_plan(waiver, sorted(plans), document) for waiver in waivers if waiver.plan not in plans)
    complaints = (*_complaints(waivers, used, ids, document, today), *strange)
    return [*applied, Checked(path=document.name, diagnostics=complaints)] if complaints else applied


def named(tallies: Iterable[Tally], document: Document) -> frozenset[str] | None:
    """List the plans of a whole workspace; none where a file of it cannot be read, which may be any plan."""
    files = [tally for tally in tallies if tally.path != document.name]
    if any(tally.summary is None and not tally.skipped for tally in files):
        return None
    return frozenset(tally.summary.id for tally in files if tally.summary is not None)


def _of_no_plan(waiver: Waiver, ids: Sequence[str], document: Document) -> Diagnostic:
    near = nearest(waiver.plan, ids)
    found = _diagnostic("SUP002", waiver, document, _STRANGE_NEAR if near else _STRANGE, key="plan")
    return found._replace(values={**found.values, "near": near or ""})


def _is_sound(waiver: Waiver, today: date) -> bool:
    return bool(waiver.reason and waiver.by) and (waiver.until is None or today <= waiver.until.last)


def _accepts(waiver: Waiver, diagnostic: Diagnostic) -> bool:
    if not diagnostic.code.startswith(waiver.code) or diagnostic.code.startswith(NEVER_ACCEPTED):
        return False
    return waiver.id is None or waiver.id in (diagnostic.subject, *diagnostic.steady.split("/"))


def _complaints(waivers: Sequence[Waiver], used: set[int], ids: set[str], document: Document, today: date) -> Iterator[Diagnostic]:
    for i, waiver in enumerate(waivers):
        if waiver.plan not in ids:
            continue
        if not _is_sound(waiver, today):
            expired = waiver.until is not None and waiver.until.last < today
            yield _diagnostic("SUP001", waiver, document, _EXPIRED if expired else _UNFOUNDED)
        elif i not in used:
            yield _diagnostic("SUP002", waiver, document, _USELESS)


def _diagnostic(code: str, waiver: Waiver, document: Document, wording: tuple[Text, Text], key: str = "code") -> Diagnostic:
    rule = by_code()[code]
    path = waiver.at(key)
    return Diagnostic(
        code=code,
        name=rule.name,
        nature=rule.nature,
        severity=rule.severities.early,
        message=wording[0],
        why=rule.why,
        fix=wording[1],
        path=document.name,
        place=document.place(document.span(path)),
        pointer=pointer(path),
        section="",
        values={"plan": waiver.plan, "code": waiver.code, "until": waiver.until or ""},
    )


_EXPIRED = (
    Text(
        vi="lời chấp nhận {code} cho {plan} đã hết hạn ({until})",
        en="the waiver of {code} for {plan} has expired ({until})",
    ),
    Text(
        vi="Gia hạn bằng `until` mới, hoặc xóa và sửa kế hoạch.",
        en="Extend it with a new `until`, or delete it and repair the plan.",
    ),
)
_UNFOUNDED = (
    Text(
        vi="lời chấp nhận {code} cho {plan} không ghi ai chấp nhận và vì sao",
        en="the waiver of {code} for {plan} does not say who accepted it, and why",
    ),
    Text(vi="Ghi `by` và `reason`.", en="Write `by` and `reason`."),
)
_NO_PLAN = Text(vi="kho không có kế hoạch {plan} để chấp nhận {code}", en="the workspace has no plan {plan} to waive {code} of")
_STRANGE_NEAR = (
    _NO_PLAN,
    Text(
        vi="Sửa `plan` thành {near} nếu ý bạn là kế hoạch đó, hoặc xóa mục này.",
        en="Write {near} if that plan is meant, or delete this entry.",
    ),
)
_STRANGE = (_NO_PLAN, Text(vi="Sửa `plan`, hoặc xóa mục này.", en="Correct `plan`, or delete this entry."))
_USELESS = (
    Text(
        vi="kế hoạch {plan} không có phát hiện {code} để chấp nhận",
        en="the plan {plan} has no finding {code} to waive",
    ),
    Text(vi="Xóa mục này.", en="Delete this entry."),
)
