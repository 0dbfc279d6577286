"""Waivers: findings that the appraiser accepted, with who, why and until when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kehoach.checking import Checked
from kehoach.diagnostics import Diagnostic, pointer
from kehoach.language import Text
from kehoach.model.workspace import Waiver
from kehoach.reading.document import Document
from kehoach.rules.base import NEVER_ACCEPTED
from kehoach.rules.catalogue import by_code


def apply(results: Sequence[Checked], waivers: Sequence[Waiver], document: Document, today: date) -> list[Checked]:
    """Leave out what was accepted; complain of waivers that are expired, unfounded or without use."""
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
        applied.append(replace(result, diagnostics=tuple(kept), suppressed=result.suppressed + hidden))
    ids = {result.plan.id for result in results if result.plan}
    complaints = tuple(_complaints(waivers, used, ids, document, today))
    return [*applied, Checked(path=document.name, diagnostics=complaints)] if complaints else applied


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


def _diagnostic(code: str, waiver: Waiver, document: Document, wording: tuple[Text, Text]) -> Diagnostic:
    rule = by_code()[code]
    path = waiver.at("code")
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
_USELESS = (
    Text(
        vi="kế hoạch {plan} không có phát hiện {code} để chấp nhận",
        en="the plan {plan} has no finding {code} to waive",
    ),
    Text(vi="Xóa mục này.", en="Delete this entry."),
)
