"""Changes in sentences that an appraiser understands."""

from collections.abc import Sequence
from typing import Any

from kehoach.analysis.changes.change import Change, Group, Kind, Unread
from kehoach.analysis.changes.goals import Goal
from kehoach.analysis.changes.sides import is_set
from kehoach.formats import changes_entries as entries
from kehoach.formats import changes_places as places
from kehoach.formats import changes_targets as targets
from kehoach.formats.changes_speech import Speech
from kehoach.formats.changes_values import amounts, texts
from kehoach.formats.words import capitalised
from kehoach.language import Text
from kehoach.model.base import Field, Node
from kehoach.model.risks import Risk
from kehoach.values.dates import PlanDate
from kehoach.values.plain import TEXT
from kehoach.values.text import short

_SHORT = 60


def sentence(speech: Speech, change: Change) -> str:
    """Say one change."""
    match change.kind:
        case Kind.SPLIT | Kind.MERGED:
            return entries.regrouped(speech, change)
        case Kind.MOVED:
            return entries.moved(speech, change)
        case Kind.RENAMED:
            old = change.trail[-1].old
            assert old is not None
            return capitalised(speech.fill(_RENAMED, thing=speech.called(old, speech.found.old), now=change.after))
    if isinstance(change.before, Node | None) and isinstance(change.after, Node | None):
        return entries.entry(speech, change)
    return targets.sentence(speech, change) if targets.is_about_target(change) else _generic(speech, change)


def _generic(speech: Speech, change: Change) -> str:
    """Say where, which key, what stood there and what stands there."""
    where, field = places.of_key(speech, change), change.field
    is_read = not isinstance(change.before, Unread) and not isinstance(change.after, Unread)
    if field is not None and is_set(field) and is_read:
        return f"{where}: {_set(speech, field, change.before or (), change.after or ())}"
    before, after = _values(speech, change)
    if isinstance(change.key, int) and change.kind is Kind.ADDED:
        return speech.fill(entries.ITEM_ADDED, where=where, value=after)
    if isinstance(change.key, int) and change.kind is Kind.REMOVED:
        return speech.fill(entries.ITEM_GONE, where=where, value=before)
    remark = _remark(speech, change)
    return f"{where}: {before} → {after}{f' ({remark})' if remark else ''}"


def _values(speech: Speech, change: Change) -> tuple[str, str]:
    before, after, field = change.before, change.after, change.field
    if change.group is Group.STAGE:
        return speech.old.say(before or _NO_STAGE, field), speech.new.say(after or _NO_STAGE, field)
    if isinstance(before, Goal) and isinstance(after, Goal):
        return targets.said(speech, before), targets.said(speech, after)
    is_prose = field is None or (field.kind is TEXT and not field.refers)
    if is_prose and isinstance(before, str) and isinstance(after, str):
        if before.split() != after.split():
            return texts(before, after)
        said = f"“{short(' '.join(after.split()), _SHORT)}”"
        return said, speech.fill(_SPACING, text=said)
    return amounts(before, after, speech.new) or (speech.old.say(before, field), speech.new.say_now(after, field))


def _remark(speech: Speech, change: Change) -> str:
    """Say by how much, in which direction, or what it makes of a risk."""
    node = change.trail[-1]
    if isinstance(change.before, PlanDate) and isinstance(change.after, PlanDate) and change.kind in _DAYS:
        days = abs((change.after.last - change.before.last).days) or abs((change.after.first - change.before.first).days)
        return speech.fill(_DAYS[change.kind], days=days)
    if isinstance(node.old, Risk) and isinstance(node.new, Risk) and change.kind in {Kind.RAISED, Kind.LOWERED}:
        before, after = (risk.likelihood * risk.impact if risk.likelihood and risk.impact else None for risk in (node.old, node.new))
        return speech.fill(_SCORE, before=before, after=after) if before is not None and after is not None else ""
    return targets.size(speech, change.before, change.after)


def _set(speech: Speech, field: Field, before: Sequence[Any], after: Sequence[Any]) -> str:
    """Say what came to a list of things or words and what went."""
    old = {speech.found.old.meaning(value, field): value for value in before}
    new = {speech.found.new.meaning(value, field): value for value in after}
    come = ", ".join(speech.new.say(value, field) for key, value in new.items() if key not in old)
    gone = ", ".join(speech.old.say(value, field) for key, value in old.items() if key not in new)
    parts = [speech.fill(_COME, values=come)] if come else []
    parts += [speech.fill(_GONE, values=gone)] if gone else []
    return "; ".join(parts) or f"{speech.old.say(tuple(before), field)} → {speech.new.say(tuple(after), field)}"


_NO_STAGE = Text("chưa ghi, được coi là dự thảo", "not said, a draft")
_COME, _GONE = Text("thêm {values}", "added {values}"), Text("bỏ {values}", "dropped {values}")
_RENAMED = Text("{thing} đổi mã thành {now}", "{thing} has the id {now} now")
_SPACING = Text("{text}, chỉ khác khoảng trắng hoặc xuống dòng", "{text}, only spaces or line breaks differ")
_DAYS = {
    Kind.LATER: Text("lùi {days} ngày", "{days} days later"),
    Kind.EARLIER: Text("sớm hơn {days} ngày", "{days} days earlier"),
}
_SCORE = Text("điểm rủi ro {before} → {after}", "risk score {before} → {after}")
